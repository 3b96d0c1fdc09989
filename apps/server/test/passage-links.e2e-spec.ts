import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openShop, OPENING, type Shop } from './projects/shop.ts';

let shop: Shop;
let link: URL;
beforeAll(async () => {
  shop = await openShop();
  const answer = await shop.answer({});
  link = new URL(answer.choices[0]!.message.annotations![0]!.url_citation.url);
});
afterAll(() => shop.server.close());

const follow = (url: URL, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(shop.server.url + url.pathname + url.search, { headers });
const changed = (change: (url: URL) => void): URL => {
  const url = new URL(link);
  change(url);
  return url;
};

describe("a citation's link", () => {
  it('shows its passage to whoever is given it', async () => {
    const response = await follow(link);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ text: OPENING, metadata: { title: 'Opening hours' } });
  });

  it('is a page in a browser, in which nothing of a document runs', async () => {
    const hostile = '<script>alert(1)</script> & "quoted"';
    const metadata = { title: '<img src=x onerror=alert(2)>', url: 'javascript:alert(3)' };
    const project = await shop.server.createProject('alice', [hostile], [metadata]);
    const found = await shop.server.request('alice', 'POST', `/v2/aiproducts/askyoda/v2/${project}/query/`, {
      query: 'quoted',
    });
    const { result } = (await found.json()) as { result: { id: string }[] };
    const path = `/v1/projects/${project}/chunks/${result[0]!.id}`;
    const response = await shop.server.request('alice', 'GET', path, undefined, { accept: 'text/html' });
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;');
    expect(page).not.toMatch(/<script|<img|javascript:/);
    expect(await (await follow(link, { accept: 'text/html,*/*' })).text()).toContain('On Sundays we open');
  });

  it.each<[string, (url: URL) => void]>([
    ['no signature', (url) => url.searchParams.delete('sig')],
    ['an empty signature', (url) => url.searchParams.set('sig', '')],
    ['two signatures', (url) => url.searchParams.append('sig', url.searchParams.get('sig')!)],
    ['a changed signature', (url) => url.searchParams.set('sig', `A${url.searchParams.get('sig')!.slice(1)}A`)],
    ['another passage', (url) => (url.pathname = url.pathname.replace(/.$/, (last) => (last === '0' ? '1' : '0')))],
  ])('opens nothing with %s', async (_name, change) => {
    const response = await follow(changed(change));
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('opens no other operation', async () => {
    const { sig } = Object.fromEntries(link.searchParams);
    const response = await fetch(`${shop.server.url}/v1/projects/${shop.project}/models?sig=${sig}`);
    expect(response.status).toBe(401);
  });

  it('is 404 once the project is gone', async () => {
    const project = await shop.server.createProject('alice', ['A very temporary passage about comets.']);
    const answer = await shop.server.request('alice', 'POST', `/v1/projects/${project}/chat/completions`, {
      model: 'local/extractive',
      messages: [{ role: 'user', content: 'A temporary passage about comets?' }],
    });
    const { choices } = (await answer.json()) as {
      choices: { message: { annotations: { url_citation: { url: string } }[] } }[];
    };
    const url = new URL(choices[0]!.message.annotations[0]!.url_citation.url);
    expect((await follow(url)).status).toBe(200);
    await shop.server.request('alice', 'DELETE', `/v2/aiproducts/askyoda/v2/${project}/`);
    expect((await follow(url)).status).toBe(404);
  });
});
