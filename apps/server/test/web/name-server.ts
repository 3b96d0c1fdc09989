import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const HEADER_BYTES = 12;
const TYPE_A = 1;

/** A name server of our own: IPv4 addresses only, and no such name for all others. */
export interface NameServer {
  /** `address:port`. */
  address: string;
  /** Each name that was asked for, once for each question. */
  questions: string[];
  close(): Promise<void>;
}

/** `answers` gives the addresses of a name, anew for each question after its IPv4 addresses. */
export async function startNameServer(answers: (name: string) => string[] | undefined): Promise<NameServer> {
  const socket = createSocket('udp4');
  const questions: string[] = [];
  socket.on('message', (query, { port, address }) => {
    const { name, end, type } = readQuestion(query);
    questions.push(name);
    const addresses = type === TYPE_A ? answers(name) : [];
    socket.send(reply(query.subarray(0, end), addresses), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  const close = (): Promise<void> => new Promise((resolve) => socket.close(() => resolve()));
  return { address: `127.0.0.1:${port}`, questions, close };
}

function readQuestion(query: Buffer): { name: string; end: number; type: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

/** RFC 1035, 4.1: the question again, and each address under a pointer to its name. */
function reply(question: Buffer, addresses: readonly string[] | undefined): Buffer {
  const head = Buffer.from(question);
  head.writeUInt16BE(addresses === undefined ? 0x8183 : 0x8180, 2);
  head.writeUInt16BE(addresses?.length ?? 0, 6);
  head.writeUInt32BE(0, 8);
  const records = (addresses ?? []).map((address) =>
    Buffer.from([0xc0, HEADER_BYTES, 0, TYPE_A, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]),
  );
  return Buffer.concat([head, ...records]);
}
