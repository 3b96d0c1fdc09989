import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Config, ConfigError, loadConfig } from './config.ts';

const SECRET = 's'.repeat(32);

describe('loadConfig', () => {
  it('needs nothing: the defaults are those of a laptop', () => {
    expect(loadConfig({})).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      databaseUrl: undefined,
      drainTimeoutMs: 25_000,
      jwt: { algorithm: 'HS256', secret: undefined, tenantClaim: 'sub' },
      llm: { maxRetries: 2 },
    });
  });
  it('treats an empty variable as absent', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '', JWT_SECRET: '' })).toEqual(loadConfig({}));
  });
  it('reads the key and the base URL of every provider in the table', () => {
    const { apiKeys, baseUrls } = loadConfig({ GROQ_API_KEY: 'g', CUSTOM_BASE_URL: 'http://127.0.0.1:1/v1' }).llm;
    expect(apiKeys.groq).toBe('g');
    expect(baseUrls.custom).toBe('http://127.0.0.1:1/v1');
    expect(apiKeys.openai).toBeUndefined();
  });
  it('trusts no host to fetch from but those that are named', () => {
    expect(loadConfig({}).fetching.allowHosts).toEqual([]);
    expect(loadConfig({ FETCH_ALLOW_HOSTS: 'Wiki.corp.example, 10.0.0.5,[fd00::1],' }).fetching.allowHosts).toEqual([
      'wiki.corp.example',
      '10.0.0.5',
      'fd00::1',
    ]);
  });
  it('asks the name servers that are named for addresses to fetch', () => {
    expect(loadConfig({}).fetching.nameServers).toEqual([]);
    const servers = ['1.1.1.1', '127.0.0.1:5353', '2606:4700::1111', '[2606:4700::1111]:53'];
    expect(loadConfig({ FETCH_NAME_SERVERS: ` ${servers.join(', ')},` }).fetching.nameServers).toEqual(servers);
  });
  it('runs scripts of pages in the browser that is named, in its sandbox unless that is off', () => {
    const path = process.execPath;
    expect(loadConfig({ CHROMIUM_SANDBOX: 'off' }).fetching.chromium).toBeUndefined();
    expect(loadConfig({ CHROMIUM_PATH: path }).fetching.chromium).toEqual({ path, hasSandbox: true });
    expect(loadConfig({ CHROMIUM_PATH: path, CHROMIUM_SANDBOX: 'off' }).fetching.chromium).toMatchObject({
      hasSandbox: false,
    });
  });
  it('reads what the operator knows of models from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'config-'));
    const path = join(folder, 'prices.json');
    const load = (content: string): Config => {
      writeFileSync(path, content);
      return loadConfig({ MODEL_PRICES_FILE: path });
    };
    try {
      expect(loadConfig({}).models).toEqual({});
      const price = { input: '2.5', output: '10' };
      expect(load(JSON.stringify({ 'azure/chat': { price } })).models).toEqual({ 'azure/chat': { prices: [price] } });
      expect(() => load('{"azure/chat": {"price": {"input": 2.5}}}')).toThrow(
        `MODEL_PRICES_FILE=${path}: "azure/chat" price.input`,
      );
      expect(() => load('{')).toThrow(ConfigError);
      expect(() => loadConfig({ MODEL_PRICES_FILE: join(folder, 'none.json') })).toThrow('no such file');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  it('reads which models do what is no chat', () => {
    expect(loadConfig({}).llm.tasks).toEqual({ models: {} });
    const environment = { EMBEDDINGS_MODEL: 'ollama/bge-m3', RERANK_MODEL: 'none', EMBEDDINGS_DIMENSIONS: '512' };
    expect(loadConfig({ ...environment, TRANSCRIPTION_MODEL: 'groq/whisper-large-v3' }).llm.tasks).toEqual({
      models: { embeddings: 'ollama/bge-m3', reranking: 'none', transcription: 'groq/whisper-large-v3' },
      embeddingDimensions: 512,
    });
  });
  it('keeps requests for a month and not what was said in them, unless it is told otherwise', () => {
    expect(loadConfig({}).requestLog).toEqual({ ttlDays: 30, keepsContent: false });
    const environment = { REQUEST_LOG_TTL_DAYS: '0', REQUEST_LOG_CONTENT: 'true' };
    expect(loadConfig(environment).requestLog).toEqual({ ttlDays: 0, keepsContent: true });
  });
  it('is frozen', () => expect(Object.isFrozen(loadConfig({}))).toBe(true));

  it.each([
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: 'http' }],
    ['UPSTREAM_MAX_RETRIES', { UPSTREAM_MAX_RETRIES: '1.5' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['REQUEST_LOG_TTL_DAYS', { REQUEST_LOG_TTL_DAYS: '-1' }],
    ['REQUEST_LOG_CONTENT', { REQUEST_LOG_CONTENT: 'yes' }],
    ['OPENAI_BASE_URL', { OPENAI_BASE_URL: 'notaurl' }],
    ['FETCH_ALLOW_HOSTS', { FETCH_ALLOW_HOSTS: '*.corp.example:80' }],
    ['FETCH_ALLOW_HOSTS', { FETCH_ALLOW_HOSTS: 'wiki.corp.example:8080' }],
    ['FETCH_ALLOW_HOSTS', { FETCH_ALLOW_HOSTS: 'http://wiki.corp.example' }],
    ['FETCH_ALLOW_HOSTS', { FETCH_ALLOW_HOSTS: '10.1' }],
    ['FETCH_NAME_SERVERS', { FETCH_NAME_SERVERS: 'dns.example' }],
    ['FETCH_NAME_SERVERS', { FETCH_NAME_SERVERS: '1.1.1.1/53' }],
    ['CHROMIUM_PATH', { CHROMIUM_PATH: 'chromium' }],
    ['CHROMIUM_PATH', { CHROMIUM_PATH: '/nowhere/chromium' }],
    ['CHROMIUM_SANDBOX', { CHROMIUM_SANDBOX: 'no' }],
    ['FETCH_TIMEOUT_MS', { FETCH_TIMEOUT_MS: '0' }],
    ['EMBEDDINGS_MODEL', { EMBEDDINGS_MODEL: 'text-embedding-3-large' }],
    ['RERANK_MODEL', { RERANK_MODEL: 'cohere/' }],
    ['EMBEDDINGS_DIMENSIONS', { EMBEDDINGS_DIMENSIONS: '5000' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'file:///x' }],
    ['JWT_ALG', { JWT_ALG: 'none' }],
    ['JWT_SECRET', { JWT_SECRET: 'short' }],
    ['JWT_SECRET and JWT_PUBLIC_KEY', { JWT_SECRET: SECRET, JWT_PUBLIC_KEY: 'k' }],
    ['JWT_SECRET', { JWT_ALG: 'HS256', JWKS_URL: 'https://issuer.test/keys' }],
    ['JWT_PUBLIC_KEY', { JWT_ALG: 'RS256' }],
    ['JWT_PUBLIC_KEY', { JWT_ALG: 'ES256', JWT_SECRET: SECRET }],
    ['NODE_ENV=production', { NODE_ENV: 'production' }],
  ])('names %s when %j cannot be meant', (name, environment) => {
    expect(() => loadConfig(environment)).toThrow(ConfigError);
    expect(() => loadConfig(environment)).toThrow(name);
  });
});
