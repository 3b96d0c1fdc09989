/** What each of several calls sends. The seed counts on: equal ones would give equal answers. */
export function bodiesOf(body: Record<string, unknown>, calls: number): Record<string, unknown>[] {
  const { seed } = body;
  return Array.from({ length: calls }, (_, index) =>
    typeof seed === 'number' ? { ...body, seed: seed + index } : body,
  );
}
