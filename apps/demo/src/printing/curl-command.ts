/** A curl command on one line that asks `body` of a POST address; it works when pasted into sh. */
export function curlCommand(url: string, token: string, body: unknown): string {
  const words = [
    'curl',
    '-sS',
    url,
    '-H',
    `Authorization: Bearer ${token}`,
    '-H',
    'Content-Type: application/json',
    '-d',
    JSON.stringify(body),
  ];
  return words.map(quoteForShell).join(' ');
}

/** In single quotes nothing is special to sh but the single quote itself. */
function quoteForShell(word: string): string {
  return /^[\w./:=-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
