/** What one robots.txt says to one robot. */
export interface RobotsRules {
  allows(url: URL): boolean;
}

interface Rule {
  pattern: string;
  allow: boolean;
}

/** More rules than any site has; each costs a search in the path. */
const MAX_RULES = 5_000;
const UNRESERVED = /[A-Za-z0-9\-._~]/;

/**
 * Reads a robots.txt for one product token (RFC 9309, 2.2). Own, because the parser at hand copies each rule for each
 * `User-agent` line above it: half a megabyte of them fills the memory.
 */
export function readRobots(text: string, productToken: string): RobotsRules {
  const rules = collect(text, productToken.toLowerCase()) ?? collect(text, '*') ?? [];
  return { allows: (url) => decide(rules, normalise(url.pathname + url.search)) };
}

/** The rules of all groups that name this token; undefined when none does (2.2.1). */
function collect(text: string, token: string): Rule[] | undefined {
  let rules: Rule[] | undefined;
  let inGroup = false;
  let afterRule = true;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = /^\s*([^:#]*):([^#]*)/.exec(line) ?? [];
    const name = key.trim().toLowerCase();
    if (name === 'user-agent') {
      inGroup = (!afterRule && inGroup) || tokenOf(value) === token;
      afterRule = false;
      if (inGroup) rules ??= [];
    } else if (name === 'allow' || name === 'disallow') {
      afterRule = true;
      const pattern = value.trim();
      if (inGroup && rules !== undefined && pattern !== '' && rules.length < MAX_RULES) {
        rules.push({ pattern: normalise(pattern), allow: name === 'allow' });
      }
    }
  }
  return rules;
}

/** "Groundwire/2.0" is read as its product token. */
function tokenOf(value: string): string {
  const name = value.trim().toLowerCase();
  return name === '*' ? name : (/^[a-z_-]+/.exec(name)?.[0] ?? '');
}

/** The longest matching pattern wins, `allow` among equals; without a match all is allowed (2.2.2). */
function decide(rules: readonly Rule[], path: string): boolean {
  // Asking for robots.txt itself is always allowed.
  if (path === '/robots.txt') return true;
  let best: Rule | undefined;
  for (const rule of rules) {
    const length = best?.pattern.length ?? -1;
    if (rule.pattern.length < length || (rule.pattern.length === length && !rule.allow)) continue;
    if (matches(rule.pattern, path)) best = rule;
  }
  return best?.allow ?? true;
}

/** `*` is anything, a `$` at the end is the end; otherwise a pattern is a prefix (2.2.3). Linear: no backtracking. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = parts.shift() ?? '';
  if (!path.startsWith(first)) return false;
  if (parts.length === 0) return !anchored || path.length === first.length;
  const last = anchored ? parts.pop() : undefined;
  let position = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return last === undefined || (path.endsWith(last) && path.length - last.length >= position);
}

/** One spelling for each octet: those that need no escape stand bare, the others in capitals. */
function normalise(path: string): string {
  return path
    .replace(/[^\u0021-\u007e]/gu, (character) => encodeURIComponent(character.isWellFormed() ? character : '\ufffd'))
    .replace(/%[0-9a-f]{2}/gi, (escape) => {
      const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
      return UNRESERVED.test(character) ? character : escape.toUpperCase();
    });
}
