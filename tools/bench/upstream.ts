// The fake vendor in a process of its own.
import { startFakeUpstream } from '../fake-upstream/start-fake-upstream.ts';

const { url, requests } = await startFakeUpstream();

// It keeps what it is asked for tests to look at, and counts in it: here that would only slow it down.
setInterval(() => requests.splice(0), 20);

process.send?.({ url: new URL(url).origin });
