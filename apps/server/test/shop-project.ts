import type { TestServer } from './harness.ts';

export const OPENING =
  'We are open from 9 to 17 on weekdays. On Sundays we open from 10 to 14. 🎈 Balloons are sold at the counter.';
export const RETURNS =
  'Returned goods are refunded within 30 days. Bring the receipt, or the refund becomes a voucher.';

/** A project of alice's with two documents: opening hours without a URL of their own, and returns with one. */
export function createShopProject(server: TestServer): Promise<string> {
  return server.createProject(
    'alice',
    [OPENING, RETURNS],
    [
      { title: 'Opening hours', department: 'shop' },
      { title: 'Returns', department: 'office', url: 'https://shop.test/returns' },
    ],
  );
}
