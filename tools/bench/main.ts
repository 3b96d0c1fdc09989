// What Groundwire costs beside a proxy that does nothing: `npm run bench`, or `npm run bench -- --seconds 10`.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fakeModel, groundedChat, plainChat } from './bench-requests.ts';
import { type BenchRequest, type Load, measureLoad } from './measure-load.ts';
import { type MeasuredProcess, startProcess } from '../server-process/measured-process.ts';
import { printTable } from './print-table.ts';
import { startGroundwire } from './start-groundwire.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '3' } } });
const ms = Number(values.seconds) * 1000;
if (!(ms > 0)) throw new Error('--seconds takes a number above 0');

const upstream = startProcess(join(import.meta.dirname, 'upstream.ts'));
const upstreamUrl = await upstream.url();
const proxy = startProcess(join(import.meta.dirname, 'byte-proxy.ts'), { UPSTREAM_URL: upstreamUrl });
const groundwire = await startGroundwire({ upstreamUrl });
const proxyUrl = await proxy.url();

type Route = [name: string, request: BenchRequest, target?: MeasuredProcess];

function routes(stream: boolean): Route[] {
  return [
    ['the fake upstream itself', plainChat(upstreamUrl, stream)],
    ['bare byte proxy (undici)', plainChat(proxyUrl, stream), proxy],
    ['Groundwire, no project', plainChat(groundwire.origin, stream, groundwire.headers), groundwire],
    ['Groundwire, project, fake upstream', groundedChat(groundwire, fakeModel(stream), stream), groundwire],
    ['Groundwire, project, local/extractive', groundedChat(groundwire, 'local/extractive', stream), groundwire],
  ];
}

console.log(
  `Latency with one caller, then requests/s and CPU with 16 callers; ${values.seconds} s each. Other work on this machine shows in the figures.`,
);
try {
  for (const stream of [false, true]) {
    const loads = new Map<string, Load>();
    for (const [name, request, target] of routes(stream)) loads.set(name, await measureLoad(request, target, ms));
    printTable(
      stream ? 'Streams: 200 chunks from the fake upstream' : 'Answers in one piece, to bodies of 2 KB',
      loads,
    );
  }
} finally {
  await Promise.all([groundwire, proxy, upstream].map((running) => running.stop()));
}
