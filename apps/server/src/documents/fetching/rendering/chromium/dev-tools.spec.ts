import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { RenderError } from '../render-error.ts';
import { DevTools, type Parameters } from './dev-tools.ts';

/** A browser that is this spec: what was asked of it, and a way to speak. */
function browser(maxMessageBytes = 1_000) {
  const input = new PassThrough();
  const output = new PassThrough();
  const devTools = new DevTools(input, output, maxMessageBytes);
  const asked = (): Parameters[] =>
    String(input.read() ?? '')
      .split('\0')
      .filter((text) => text !== '')
      .map((text) => JSON.parse(text) as Parameters);
  return { devTools, output, asked };
}

describe('the browser’s pipe', () => {
  it('pairs answers with commands, however their bytes are cut', async () => {
    const { devTools, output, asked } = browser();
    const answers = [devTools.send('A.one', { x: 'ä' }), devTools.send('A.two')];
    expect(asked()).toEqual([
      { id: 1, method: 'A.one', params: { x: 'ä' } },
      { id: 2, method: 'A.two', params: {} },
    ]);
    const bytes = Buffer.from('{"id":2,"result":{"y":"ö"}}\0{"id":1,"error":{"message":"no such"}}\0');
    for (const byte of bytes) output.write(Buffer.from([byte]));
    expect(await answers[1]).toEqual({ y: 'ö' });
    await expect(answers[0]).rejects.toMatchObject({ failure: 'browser', cause: 'no such' });
  });

  it('tells the events of the page that is open, and of no other', async () => {
    const { devTools, output, asked } = browser();
    const opened = devTools.openPage();
    output.write('{"id":1,"result":{"targetId":"t"}}\0');
    await new Promise(setImmediate);
    output.write('{"id":2,"result":{"sessionId":"s"}}\0');
    await opened;
    const events: unknown[] = [];
    devTools.on('Page.loaded', (event) => events.push(event));
    for (const session of ['"s"', '"other"']) {
      output.write(`{"method":"Page.loaded","sessionId":${session},"params":{"of":${session}}}\0`);
    }
    void devTools.send('Page.enable').catch(() => undefined);
    await new Promise(setImmediate);
    expect(events).toEqual([{ of: 's' }]);
    expect(asked().at(-1)).toMatchObject({ method: 'Page.enable', sessionId: 's' });
  });

  it.each<[string, (output: PassThrough) => unknown]>([
    ['too_large', (output) => output.write('x'.repeat(2_000))],
    ['browser', (output) => output.destroy()],
    ['browser', (output) => output.end()],
  ])('that fails with %s fails all that waits, and all that comes', async (failure, spoil) => {
    const { devTools, output } = browser();
    const waiting = devTools.send('A.one');
    spoil(output);
    await expect(waiting).rejects.toMatchObject({ failure });
    await expect(devTools.send('A.two')).rejects.toMatchObject({ failure });
  });

  it('keeps its first failure', async () => {
    const { devTools } = browser();
    devTools.fail(new RenderError('timeout'));
    devTools.fail(new RenderError('browser'));
    await expect(devTools.send('A.one')).rejects.toMatchObject({ failure: 'timeout' });
  });
});
