import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../config.ts';
import type { Database } from '../database/database.ts';
import { openTestDatabase } from '../database/testing/open-test-database.ts';
import { timeOfId, timeOrderedId } from '../http/time-ordered-id.ts';
import { createLogger } from '../logging.ts';
import { insertProject } from '../projects/testing/insert-project.ts';
import { ExpiryService } from '../retention/expiry.service.ts';
import { RequestLogStore } from './recording/request-log.store.ts';
import { readRequest } from './recording/read-request.ts';
import { toJson } from './recording/to-json.ts';
import { requestExpiry } from './request-expiry.ts';
import type { NewRequest } from './request-row.ts';
import { RequestsStore } from './requests.store.ts';

let database: Database;
let requests: RequestsStore;
let log: RequestLogStore;
beforeAll(async () => {
  database = await openTestDatabase();
  requests = new RequestsStore(database);
  log = new RequestLogStore(database);
});
afterAll(() => database.close());

async function createProject(tenant = 'alice'): Promise<string> {
  const id = randomUUID();
  await insertProject(database, id, tenant);
  return id;
}

function requestOf(projectId: string, changes: Partial<NewRequest> = {}): NewRequest {
  const id = changes.id ?? timeOrderedId();
  return {
    id,
    projectId,
    tenant: 'alice',
    createdAt: timeOfId(id),
    operation: 'generate',
    status: 200,
    stream: false,
    aborted: false,
    latencyMs: 12,
    firstTokenMs: null,
    userAgent: 'bot/1.0',
    model: 'openai/gpt-4o-mini',
    provider: 'openai',
    modelUsed: 'gpt-4o-mini',
    modelReported: 'gpt-4o-mini-2024-07-18',
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
    cost: 0.0000045,
    estimated: false,
    finishReason: 'stop',
    errorType: null,
    errorParam: null,
    retrievalStatus: 'grounded',
    k: 3,
    adjustments: [],
    attempts: [],
    user: null,
    metadata: {},
    conversationId: null,
    content: null,
    ...changes,
  };
}
const insert = (...rows: NewRequest[]): Promise<number> => log.insert(rows.map(toJson));
const idsOf = async (projectId: string, after?: string): Promise<string[]> =>
  (await requests.page(projectId, {}, 100, after)).map(({ id }) => id);

describe('storing requests', () => {
  it('keeps each as it is, once, newest first', async () => {
    const project = await createProject();
    const [first, second] = [requestOf(project), requestOf(project, { metadata: { team: 'support' }, user: 'ann' })];
    await insert(first, second);
    await insert(second, first);
    const { tenant: _, projectId: __, ...row } = second;
    const found = (await requests.find(project, second.id))!;
    expect(found).toEqual(row);
    expect(Object.keys(found.usage!)).toEqual(['prompt_tokens', 'completion_tokens', 'total_tokens']);
    expect(await idsOf(project)).toEqual([second.id, first.id]);
    expect(await idsOf(project, second.id)).toEqual([first.id]);
  });

  it("passes over a project that is gone, and another tenant's", async () => {
    const [project, foreign] = [await createProject(), await createProject('bob')];
    const kept = requestOf(project);
    expect(await insert(requestOf(randomUUID()), requestOf(foreign), kept)).toBe(0);
    expect([await idsOf(project), await idsOf(foreign)]).toEqual([[kept.id], []]);
  });

  it('loses of many only those that the database cannot hold', async () => {
    const project = await createProject();
    const many = Array.from({ length: 20 }, () => requestOf(project));
    const tooLong = requestOf(project, { latencyMs: 3e10 });
    expect(await insert(...many.slice(0, 7), tooLong, ...many.slice(7))).toBe(1);
    expect((await idsOf(project)).toSorted()).toEqual(many.map(({ id }) => id));
  });

  it('throws when the database is out of reach, so that they are tried again', async () => {
    const closed = await openTestDatabase();
    await closed.close();
    await expect(new RequestLogStore(closed).insert([toJson(requestOf(randomUUID()))])).rejects.toThrow('unavailable');
  });

  it('takes names of any length', async () => {
    const project = await createProject();
    const long = Array.from({ length: 20_000 }, () =>
      String.fromCodePoint(0x1f600 + Math.floor(Math.random() * 60)),
    ).join('');
    const attempts = [{ model: long, provider: 'openai', error: null, duration_ms: 1 }];
    const names = { modelUsed: long, modelReported: long, finishReason: long, errorParam: long, attempts };
    const request = requestOf(project, {
      ...names,
      ...readRequest({ model: long, user: long, metadata: { [long]: long } }),
    });
    expect(await insert(request)).toBe(0);
    expect(JSON.stringify(await requests.find(project, request.id)).length).toBeLessThan(5_000);
  });

  it('takes texts of any kind, cut to a bounded size', async () => {
    const project = await createProject();
    const odd = 'a\0b\ud800 "content":null}';
    const request = requestOf(project, {
      userAgent: `${odd}${'x'.repeat(1_000)}`,
      model: odd,
      metadata: { [odd.replace('\0', '').replace('\ud800', '')]: odd },
      adjustments: Array.from({ length: 200 }, () => ({
        parameter: odd,
        action: 'dropped' as const,
        from: 'what was said',
        to: 7,
        reason: odd,
        provider: null,
      })),
      content: { messages: [{ role: 'user', text: odd }], answer: odd, truncated: false },
    });
    expect(await insert(request)).toBe(0);
    const stored = (await requests.find(project, request.id))!;
    expect(stored.userAgent).toHaveLength(500);
    expect([stored.model, stored.adjustments.length]).toEqual(['a\uFFFDb\uFFFD "content":null}', 100]);
    expect(stored.adjustments[0]).toMatchObject({ to: 7 });
    expect(JSON.stringify(stored)).not.toContain('what was said');
    expect(stored.content?.answer).toBe('a\uFFFDb\uFFFD "content":null}');
  });
});

describe('usage', () => {
  it('adds decimals up without losing a digit, by the day of UTC', async () => {
    const project = await createProject();
    const lateAndEarly = [Date.UTC(2026, 9, 1, 23, 59, 59, 999), Date.UTC(2026, 9, 2)].map((time) =>
      timeOrderedAt(time),
    );
    const tenth = Array.from({ length: 30 }, () => requestOf(project, { id: lateAndEarly[0]!(), cost: 0.1 }));
    const tiny = requestOf(project, { id: lateAndEarly[1]!(), cost: 1e-12, aborted: true, estimated: true });
    const unknown = requestOf(project, {
      id: lateAndEarly[1]!(),
      cost: null,
      usage: null,
      errorType: 'upstream_error',
    });
    await insert(...tenth, tiny, unknown);
    const sums = await requests.usage(project, {});
    expect(sums).toMatchObject([
      { day: '2026-10-02', requests: 2, failed: 1, aborted: 1, estimated: 1, cost: '0.000000000001', costUnknown: 1 },
      { day: '2026-10-01', requests: 30, failed: 0, totalTokens: 450, cost: '3', costUnknown: 0 },
      { day: null, requests: 32, promptTokens: 310, completionTokens: 155, cost: '3.000000000001', costUnknown: 1 },
    ]);
  });
});

/** Ids of one moment in the past; those of the clock cannot go back. */
function timeOrderedAt(timeMs: number): () => string {
  const hex = timeMs.toString(16).padStart(12, '0');
  return () => `${hex.slice(0, 8)}-${hex.slice(8)}-7${randomUUID().slice(15)}`;
}

describe('retention', () => {
  const expiry = (days: string): ExpiryService =>
    new ExpiryService(requests, requestExpiry(loadConfig({ REQUEST_LOG_TTL_DAYS: days })), createLogger('silent'));

  it('removes what is older than it is told, in many batches, and keeps all when told 0', async () => {
    const project = await createProject();
    const old = timeOrderedAt(Date.now() - 31 * 86_400_000);
    const young = requestOf(project, { id: timeOrderedAt(Date.now() - 29 * 86_400_000)() });
    for (let batch = 0; batch < 6; batch++) {
      await insert(...Array.from({ length: 200 }, () => requestOf(project, { id: old() })));
    }
    await insert(young);
    await expiry('0').removeExpired();
    expect((await requests.usage(project, {})).at(-1)).toMatchObject({ requests: 1_201 });
    await expiry('30').removeExpired();
    expect(await idsOf(project)).toEqual([young.id]);
  });
});
