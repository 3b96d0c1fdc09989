import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is sent on for embeddings. */
interface EmbeddingsBody {
  input: string[];
}

type Matcher = (body: EmbeddingsBody) => boolean;

/** A vendor that holds some requests for embeddings until they are released. */
export interface GatedUpstream {
  url: string;
  /** Lets all requests pass that are held; from now on such are held, or none. */
  release(except?: Matcher): void;
  /** Resolves when a request is held. */
  untilHeld(): Promise<void>;
  /** From now on every request is answered with this status; undefined: none any more. */
  failWith(status: number | undefined): void;
  close(): void;
}

/** In front of the upstream at `target`. */
export async function startGatedUpstream(target: string): Promise<GatedUpstream> {
  let isHeld: Matcher = () => false;
  let failure: number | undefined;
  const held: (() => void)[] = [];
  const pass = async (path: string, text: string): Promise<[number, string]> => {
    if (failure !== undefined) return [failure, '{}'];
    if (isHeld(JSON.parse(text) as EmbeddingsBody)) await new Promise<void>((resolve) => held.push(resolve));
    const headers = { 'content-type': 'application/json', authorization: 'Bearer sk-test' };
    const answer = await fetch(target + path, { method: 'POST', headers, body: text });
    return [answer.status, await answer.text()];
  };
  const server = createServer((request, response) => {
    void (async () => {
      const text = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString();
      const [status, answer] = await pass(request.url!.slice('/v1'.length), text);
      response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    untilHeld: async () => {
      while (held.length === 0) await sleep(5);
    },
    release: (except = () => false) => {
      isHeld = except;
      for (const resume of held.splice(0)) resume();
    },
    failWith: (status) => {
      failure = status;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
