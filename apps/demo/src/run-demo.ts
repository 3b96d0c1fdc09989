import { once } from 'node:events';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { createClient } from '@groundwire/client';
import type { GroundwireClient } from '@groundwire/client';
import { askStreamed, askWhole, questionOf } from './ask.ts';
import type { Page } from './ask.ts';
import { DemoError } from './demo-error.ts';
import { createDocumentationProject } from './documentation-project.ts';
import { renderHints } from './printing/render-hints.ts';
import { renderSources } from './printing/render-sources.ts';
import { choosePort, DEFAULT_PORT } from './server/choose-port.ts';
import { createToken } from './server/create-token.ts';
import { startServer } from './server/start-server.ts';
import type { DemoServer } from './server/start-server.ts';
import type { Settings } from './settings.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SERVER = join(ROOT, 'apps/server/dist/main.js');
const TOKEN = join(ROOT, 'apps/server/dist/token.js');

const WHOLE_QUESTION = 'What happens when a stream is cut?';
const STREAMED_QUESTION = 'Can another tenant see my project?';
const LONGEST_LINE = 100;

const page: Page = {
  write: (text) => void process.stdout.write(text),
  width: Math.min(process.stdout.columns || LONGEST_LINE, LONGEST_LINE),
};

/**
 * Starts the server, teaches it its documentation, asks two questions, and serves until `signal` aborts.
 * @throws {DemoError} and the client's errors; the server is stopped in every case.
 */
export async function runDemo(settings: Settings, signal: AbortSignal): Promise<void> {
  page.write(`${styleText('bold', 'Groundwire')} starts; the very first start takes some seconds more …`);
  const port = await choosePort(settings.port, settings.host);
  const environment = { LOG_LEVEL: 'warn', ...settings.environment, PORT: String(port) };
  const startedMs = performance.now();
  const server = await startServer(SERVER, `http://${settings.host}:${port}`, environment, signal);
  try {
    page.write(` ready after ${((performance.now() - startedMs) / 1000).toFixed(1)} s.\n`);
    const hasMoved = settings.port === undefined && port !== DEFAULT_PORT;
    if (hasMoved) page.write(`Port ${DEFAULT_PORT} is taken, so it listens on ${port}.\n`);
    const token = await createToken(TOKEN, environment);
    const client = createClient({ baseUrl: server.baseUrl, token });
    const projectId = await show(client, settings.model, signal);
    page.write(renderHints({ baseUrl: server.baseUrl, token, projectId, question: WHOLE_QUESTION, settings }));
    if (!settings.once) await serve(server, signal);
  } finally {
    await server.stop();
  }
}

/** Adds the documents and asks both questions; returns the project's id. */
async function show(client: GroundwireClient, model: string, signal: AbortSignal): Promise<string> {
  page.write('It reads its own documentation …');
  const project = await createDocumentationProject(client, ROOT, signal);
  page.write(` ${project.documentCount} documents, ${project.passageCount} passages.\n`);
  if (model === 'local/extractive') page.write(`\n${NO_LANGUAGE_MODEL}\n`);

  for (const [question, manner, ask] of [
    [WHOLE_QUESTION, 'answered whole', askWhole],
    [STREAMED_QUESTION, 'answered as a stream', askStreamed],
  ] as const) {
    page.write(`\n${styleText(['bold', 'green'], question)} ${styleText('dim', `(${manner} by ${model})`)}\n\n`);
    const { sources, cited } = await ask(client, project.id, questionOf(question, model), page, signal);
    page.write(`\n${renderSources(sources, cited, page.width)}`);
  }
  return project.id;
}

const NO_LANGUAGE_MODEL =
  'The answers come from local/extractive, which is no language model: it quotes the sentences that fit best.';

async function serve(server: DemoServer, signal: AbortSignal): Promise<void> {
  page.write('\nServing until you press Ctrl-C.\n');
  if (!signal.aborted) await Promise.race([once(signal, 'abort'), server.ended]);
  if (!signal.aborted) throw new DemoError('The server ended by itself; what it logged stands above.');
  page.write('\nStopping …\n');
}
