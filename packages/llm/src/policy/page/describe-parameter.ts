import { mayChangeMeaning } from '../changes-meaning.ts';
import type { ParameterName, Policy } from '../policy.ts';
import { takes } from '../takes.ts';

/** One cell of the page: what becomes of a parameter. */
export function describeParameter(policy: Policy, name: ParameterName): string {
  const { unverified } = policy;
  const mark = Array.isArray(unverified) && unverified.includes(name) ? ' ?' : '';
  if (!takes(policy, name)) return untaken(name) + mark;
  const changes = [rename(policy, name), words(policy, name), bounds(policy, name), most(policy, name)];
  return (changes.filter((change) => change !== undefined).join('; ') || '=') + mark;
}

/** Several answers and further stop texts are our work then. */
function untaken(name: ParameterName): string {
  if (name === 'n' || name === 'stop') return 'here';
  return mayChangeMeaning(name) ? '✗' : '✂';
}

function rename({ rename: names }: Policy, name: ParameterName): string | undefined {
  return names?.[name] && `→ ${names[name]}`;
}

function words({ values }: Policy, name: ParameterName): string | undefined {
  const known = values?.[name];
  if (known === undefined) return undefined;
  const pairs = Object.entries(known).map(([value, word]) => (value === String(word) ? value : `${value} ⇒ ${word}`));
  return `only ${pairs.join(', ')}`;
}

function bounds({ bounds: numbers }: Policy, name: ParameterName): string | undefined {
  const [lowest, highest] = numbers?.[name] ?? [];
  if (lowest === undefined) return undefined;
  return highest === Infinity ? `≥ ${lowest}` : `${lowest} … ${highest}`;
}

function most({ most: counts }: Policy, name: ParameterName): string | undefined {
  const count = counts?.[name];
  return count === undefined ? undefined : `≤ ${count}${name === 'stop' ? ', the rest here' : ''}`;
}
