import { readFileSync } from 'node:fs';

/** The server's manifest, from `src/documents/fetching` and `dist/documents/fetching` alike. */
const MANIFEST = new URL('../../../package.json', import.meta.url);

/** The name that robots.txt knows us by (RFC 9309 calls it the product token). */
export const PRODUCT_TOKEN = 'Groundwire';

/** What every fetch says of itself. */
export const USER_AGENT = `${PRODUCT_TOKEN}/${(JSON.parse(readFileSync(MANIFEST, 'utf8')) as { version: string }).version}`;
