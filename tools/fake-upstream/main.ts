import { parseArgs } from 'node:util';
import { startFakeUpstream } from './start-fake-upstream.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '9999' } } });
const { url } = await startFakeUpstream({ port: Number(values.port) });
console.log(`Fake upstream at ${url}; what each model does: tools/fake-upstream/README.md`);
