import { Writable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { createLogger } from '../src/logging.ts';
import { ASK_YODA, startTestServer } from './harness.ts';

interface Line {
  level: number;
  msg: string;
  route?: string;
  status?: number;
}

const STALLS = 'openai/stall-before-headers';
const QUESTION = 'When are you open?';
const TEXT = 'We are open from 9 to 17.';

it.each([
  ['add_text', { texts: [TEXT] }, { EMBEDDINGS_MODEL: STALLS }, []],
  ['query', { query: QUESTION, use_reranking: true }, { RERANK_MODEL: STALLS }, [TEXT, 'We are open, too.']],
  ['generate', { model: STALLS, messages: [{ role: 'user', content: QUESTION }] }, {}, []],
])('leaving %s before there is an answer is no failure of ours', async (operation, body, environment, texts) => {
  const lines: Line[] = [];
  const end = Promise.withResolvers<Line>();
  const stream = new Writable({
    write(line: Buffer, _encoding, done) {
      const said = JSON.parse(line.toString()) as Line;
      lines.push(said);
      if (said.level >= 50 || said.status === 499) end.resolve(said);
      done();
    },
  });
  const server = await startTestServer({ ...environment }, createLogger('info', stream));
  const project = await server.createProject('alice', texts);
  const asked = server.upstream.requests.length;
  const caller = new AbortController();
  const path = `${ASK_YODA}/${project}/${operation}/`;
  const outcome = server.request('alice', 'POST', path, body, {}, caller.signal).catch((error: Error) => error.name);
  while (server.upstream.requests.length === asked) await new Promise(setImmediate);
  caller.abort();
  expect(await outcome).toBe('AbortError');
  expect(await end.promise).toMatchObject({ status: 499, msg: 'request' });
  expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
  await server.close();
});
