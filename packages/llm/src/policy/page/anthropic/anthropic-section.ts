import { type Generation, GENERATIONS } from '../../../dialects/anthropic-messages/models.ts';
import { toTable } from '../to-table.ts';
import { describeProbe, toText } from './describe-probe.ts';
import { PROBES } from './probes.ts';

/** One model of each kind. */
const MODELS = ['claude-3-5-haiku', 'claude-haiku-4-5', 'claude-sonnet-4-6', 'claude-opus-4-8', 'claude-opus-5-5'];

const INTRODUCTION = `Anthropic's Messages are another wire: its rules are code, \`packages/llm/src/dialects/anthropic-messages\`. The
cells are what that code does with the value, found by running it when this page is made: \`⇒\` names the fields that it
adds or changes, \`∅\` is left out without a word, as it asks for nothing. Requests are always streams. API version
2026-10-21 has no sampling parameters. What stands in neither table is dropped.`;

const GENERATIONS_INTRODUCTION = `What a generation takes, by the first pattern that fits the model's name; any other name counts as the newest. \`?\`: not read
on Anthropic's pages or in its SDK's types, but known or reported. The limit is sent when the caller names none.`;

type Row = readonly [pattern: RegExp | undefined, generation: Generation];

/** The part of the page about Anthropic. */
export function anthropicSection(): string {
  const rows = Object.entries(PROBES).flatMap(([name, probes]) =>
    probes.map((probe) => ({
      what: [`\`${name}\``, toText(probe.value)],
      cells: MODELS.map((model) => describeProbe(name, probe, model)),
    })),
  );
  const [same, different] = [rows.filter(isSame), rows.filter((row) => !isSame(row))];
  return [
    '## Anthropic',
    INTRODUCTION,
    toTable(
      ['parameter', 'value', 'every model'],
      same.map(({ what, cells }) => [...what, ...cells.slice(0, 1)]),
    ),
    toTable(
      ['parameter', 'value', ...MODELS],
      different.map(({ what, cells }) => [...what, ...cells]),
    ),
    GENERATIONS_INTRODUCTION,
    toTable(
      ['models', 'thinking', 'efforts', 'thinking off', 'a tool can be forced', 'continues an answer', 'limit'],
      GENERATIONS.map(describeGeneration),
    ),
  ].join('\n\n');
}

function isSame({ cells }: { cells: readonly string[] }): boolean {
  return new Set(cells).size === 1;
}

function describeGeneration([pattern, generation]: Row): string[] {
  const { thinking, efforts, off, refusesForcedTools, prefill, defaultMaxTokens, unverified = [] } = generation;
  const marked = (field: keyof Generation, text: string): string => (unverified.includes(field) ? `${text} ?` : text);
  return [
    pattern === undefined ? 'any other' : `\`${pattern.source.replaceAll('|', '\\|')}\``,
    marked('thinking', thinking),
    marked('efforts', efforts.join(', ') || 'none'),
    marked('off', off ?? (thinking === 'none' ? 'always' : 'cannot be')),
    marked('refusesForcedTools', refusesForcedTools ? 'never' : 'while it does not think'),
    marked('prefill', prefill ? 'while it does not think' : 'never'),
    String(defaultMaxTokens),
  ];
}
