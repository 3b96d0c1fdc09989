import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../../logging.ts';
import { WriteQueue } from './write-queue.ts';

interface Line {
  msg: string;
  lost?: number;
  waiting?: number;
}

/** A queue before a database that fails for as long as `outage` says. */
function queueOf({ maxRows = 10_000, refused = 0 } = {}) {
  const batches: (readonly string[])[] = [];
  const lines: Line[] = [];
  const log = createLogger('error', { write: (line) => void lines.push(JSON.parse(line) as Line) });
  const state = { isOut: false, tries: 0 };
  const write = async (rows: readonly string[]): Promise<number> => {
    state.tries += 1;
    if (state.isOut) throw new Error('The database is unavailable.');
    batches.push(rows);
    return refused;
  };
  return { queue: new WriteQueue(write, log, maxRows), batches, lines, state };
}
const rows = (count: number): string[] => Array.from({ length: count }, (_, index) => `row ${index}`);

describe('WriteQueue', () => {
  it('writes by itself, soon and together', async () => {
    const { queue, batches } = queueOf();
    rows(3).forEach((row) => queue.add(row));
    expect(batches).toEqual([]);
    while (batches.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(batches).toEqual([rows(3)]);
  });

  it('writes all there is in their order, in batches that are bounded in rows and in length', async () => {
    const { queue, batches } = queueOf();
    rows(450).forEach((row) => queue.add(row));
    expect(await queue.flush()).toBe(true);
    expect(batches.map(({ length }) => length)).toEqual([200, 200, 50]);
    expect(batches.flat()).toEqual(rows(450));
    const long = 'x'.repeat(700_000);
    [long, long, 'x'.repeat(2_000_000), 'short'].forEach((row) => queue.add(row));
    await queue.flush();
    expect(batches.slice(3).map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  });

  it('keeps what the database does not take, and says so', async () => {
    const { queue, batches, lines, state } = queueOf();
    state.isOut = true;
    rows(250).forEach((row) => queue.add(row));
    expect([await queue.flush(), await queue.flush()]).toEqual([false, false]);
    expect(lines.map(({ waiting }) => waiting)).toEqual([250, 250]);
    state.isOut = false;
    queue.add('later');
    expect(await queue.flush()).toBe(true);
    expect(batches.flat()).toEqual([...rows(250), 'later']);
    expect(lines).toHaveLength(2);
  });

  it('tries again by itself', async () => {
    const { queue, batches, state } = queueOf();
    state.isOut = true;
    queue.add('row');
    await queue.flush();
    state.isOut = false;
    while (batches.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(batches).toEqual([['row']]);
  });

  it('holds no more than it may, and counts what is lost in one line', async () => {
    const { queue, batches, lines } = queueOf({ maxRows: 5 });
    rows(12).forEach((row) => queue.add(row));
    await queue.flush();
    expect(batches.flat()).toEqual(rows(5));
    expect(lines).toMatchObject([{ lost: 7, msg: 'requests were not recorded' }]);
    rows(5).forEach((row) => queue.add(row));
    await queue.flush();
    expect([batches.flat().length, lines.length]).toEqual([10, 1]);
  });

  it('counts as lost what the database cannot hold', async () => {
    const { queue, lines } = queueOf({ refused: 1 });
    rows(2).forEach((row) => queue.add(row));
    await queue.flush();
    expect(lines).toMatchObject([{ lost: 1 }]);
  });

  it('writes what is left at the end, and gives up after a few tries', async () => {
    const { queue, batches, lines, state } = queueOf();
    rows(3).forEach((row) => queue.add(row));
    await queue.finish();
    expect(batches).toEqual([rows(3)]);
    state.isOut = true;
    state.tries = 0;
    rows(3).forEach((row) => queue.add(row));
    await queue.finish();
    expect([state.tries, lines.at(-1)]).toMatchObject([3, { lost: 3 }]);
  });
});
