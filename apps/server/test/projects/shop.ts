import type { ChatCompletion } from '@groundwire/client';
import { ASK_YODA, startTestServer, type TestServer } from '../harness.ts';

export const OPENING =
  'We are open from 9 to 17 on weekdays. On Sundays we open from 10 to 14. 🎈 Balloons are sold at the counter.';
const RETURNS = 'Returned goods are refunded within 30 days. Bring the receipt, or the refund becomes a voucher.';

/** A server with a project of alice's: opening hours without a URL of their own, and returns with one. */
export interface Shop {
  server: TestServer;
  project: string;
  /** Asks for the hours on Sundays, unless `request` says otherwise. */
  generate(request: object): Promise<Response>;
  /** The whole answer of a request that succeeds. */
  answer(request: object): Promise<ChatCompletion>;
}

export async function openShop(environment: Record<string, string> = {}): Promise<Shop> {
  const server = await startTestServer({ PUBLIC_URL: 'https://groundwire.test', ...environment });
  const project = await server.createProject(
    'alice',
    [OPENING, RETURNS],
    [
      { title: 'Opening hours', department: 'shop' },
      { title: 'Returns', department: 'office', url: 'https://shop.test/returns' },
    ],
  );
  const generate: Shop['generate'] = (request) =>
    server.request('alice', 'POST', `${ASK_YODA}/${project}/generate/`, {
      model: 'local/extractive',
      messages: [{ role: 'user', content: 'When are you open on Sundays?' }],
      ...request,
    });
  const answer: Shop['answer'] = async (request) => {
    const response = await generate(request);
    if (response.status !== 200) throw new Error(`generate answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as ChatCompletion;
  };
  return { server, project, generate, answer };
}
