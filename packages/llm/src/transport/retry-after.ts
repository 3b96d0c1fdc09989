type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** `retry-after-ms`, or `retry-after` in seconds or as a date, in milliseconds; undefined when neither makes sense. */
export function retryAfterMs(headers: Headers, now = Date.now()): number | undefined {
  const milliseconds = toNumber(headers['retry-after-ms']);
  if (milliseconds !== undefined) return milliseconds;
  const seconds = toNumber(headers['retry-after']);
  if (seconds !== undefined) return seconds * 1_000;
  // Date.parse takes almost anything for a date, -3 for one; HTTP's own dates end in GMT.
  const text = String(headers['retry-after']);
  const date = text.endsWith('GMT') ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function toNumber(value: string | string[] | undefined): number | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}
