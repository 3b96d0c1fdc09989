import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { callOf, collect, createTestLlm, type Outcome } from './__fixtures__/create-test-llm.ts';
import { type Ending, FAULTS, type Fault, type Way } from './__fixtures__/fault-table.ts';
import type { Llm } from './types.ts';

const WAYS: readonly Way[] = ['openai whole', 'openai stream', 'anthropic whole', 'anthropic stream'];
/** Where silence is the fault; elsewhere a loaded machine must not be taken for one. */
const SHORT_MS = 1_000;
const LONG_MS = 60_000;
const unending = new AbortController().signal;

/** One of the four ways, with an upstream of its own: its requests are counted. */
interface Lane {
  fake: FakeUpstream;
  /** With long limits, and with a short one for the fault that it is there for. */
  doors: Record<'patient' | 'noHeaders' | 'idle', Llm>;
  outcomes: Map<string, Outcome>;
}

const endingOf = ({ ends, except }: Fault, way: Way): Ending | null => {
  const own = except?.[way];
  return own === undefined ? ends : own;
};
const CELLS = WAYS.flatMap((way) =>
  FAULTS.flatMap((fault) => {
    const ends = endingOf(fault, way);
    return ends === null ? [] : [{ title: `${fault.model} × ${way}`, way, fault, ends }];
  }),
);

const lanes = new Map<Way, Lane>();

/** Each fault on each way, all at once, as most of the time is waiting; those of silence when the crowd has gone. */
beforeAll(async () => {
  await Promise.all(WAYS.map(openLane));
  await Promise.all(CELLS.filter((cell) => !isSilent(cell)).map(ask));
  await Promise.all(CELLS.filter(isSilent).map(ask));
}, 60_000);
afterAll(async () => {
  for (const { doors, fake } of lanes.values()) {
    await Promise.all(Object.values(doors).map((llm) => llm.close()));
    await fake.close();
  }
});

async function openLane(way: Way): Promise<void> {
  const fake = await startFakeUpstream();
  const open = (headersTimeoutMs: number, idleTimeoutMs: number): Llm =>
    createTestLlm(fake.url, {
      apiKeys: { openai: 'sk-test', anthropic: 'sk-ant-test' },
      baseUrls: { openai: fake.url, anthropic: fake.url },
      headersTimeoutMs,
      idleTimeoutMs,
      totalTimeoutMs: LONG_MS,
      maxRetries: 2,
    });
  const doors = { patient: open(LONG_MS, LONG_MS), noHeaders: open(SHORT_MS, LONG_MS), idle: open(LONG_MS, SHORT_MS) };
  lanes.set(way, { fake, doors, outcomes: new Map() });
}

const isSilent = ({ fault }: { fault: Fault }): boolean => fault.model.startsWith('stall');

async function ask({ way, fault: { model } }: { way: Way; fault: Fault }): Promise<void> {
  const { doors, outcomes } = lanes.get(way) as Lane;
  const [provider, form] = way.split(' ');
  const call = callOf(`${provider}/${model}`, { stream: form === 'stream', max_tokens: 50 });
  const door = !model.startsWith('stall') ? 'patient' : model === 'stall-before-headers' ? 'noHeaders' : 'idle';
  outcomes.set(model, await collect(doors[door].call(call, unending)));
}

const leaks = /sk-|127\.0\.0\.1|fake|credit|nginx/i;

describe('every fault, on every wire, streamed and whole', () => {
  it.each(CELLS)('$title', ({ way, fault, ends }) => {
    const { outcomes, fake } = lanes.get(way) as Lane;
    const { parts, text, error } = outcomes.get(fault.model) as Outcome;
    const isStream = way.endsWith('stream');
    expect(text).toBe(isStream || ends === 'complete' ? (fault.text ?? '') : '');
    if (ends === 'complete') expect(error).toBeUndefined();
    else {
      const [kind, status] = ends;
      const provider = way.split(' ')[0];
      expect({ kind: error?.kind, status: error?.status, provider: error?.provider }).toEqual({
        kind,
        status,
        provider,
      });
      expect(JSON.stringify([error, error?.message, error?.cause])).not.toMatch(leaks);
      expect(JSON.stringify(parts)).not.toMatch(/"finish_reason":"/);
    }
    const requests = fake.requests.filter(({ body }) => body.model === fault.model);
    expect(requests).toHaveLength(fault.attempts ?? 1);
  });
});

it('offers no bytes of a stream to send on when they are not the plain framing', async () => {
  const { doors } = lanes.get('openai stream') as Lane;
  const { parts } = await collect(doors.patient.call(callOf('crlf', { stream: true }), unending));
  expect(parts.every((part) => part.type === 'chunk' && part.frame === undefined)).toBe(true);
});

it('refuses a connection as `network`', async () => {
  const closed = await startFakeUpstream();
  await closed.close();
  const nowhere = createTestLlm(closed.url);
  const outcome = await collect(nowhere.call(callOf('echo'), unending));
  expect(outcome.error).toMatchObject({ kind: 'network', cause: 'ECONNREFUSED' });
  await nowhere.close();
});

it.each([
  ['openai/slow-50', true],
  ['anthropic/slow-50', true],
  ['anthropic/slow-50', false],
  ['anthropic/ping-only', true],
  ['anthropic/ping-only', false],
])('%s ends when the total time is over, however lively it is (stream: %s)', async (model, stream) => {
  const { url } = (lanes.get('openai stream') as Lane).fake;
  const hurried = createTestLlm(url, {
    apiKeys: { openai: 'sk-test', anthropic: 'sk-ant-test' },
    baseUrls: { openai: url, anthropic: url },
    totalTimeoutMs: 200,
  });
  const outcome = await collect(hurried.call(callOf(model, { stream }), unending));
  expect(outcome.error).toMatchObject({ kind: 'timeout' });
  await hurried.close();
});
