import { llmProviders } from '../../providers.ts';
import type { LlmProvider } from '../../types.ts';
import type { Policy } from '../policy.ts';
import { anthropicSection } from './anthropic/anthropic-section.ts';
import { describeForms } from './describe-forms.ts';
import { describeParameter } from './describe-parameter.ts';
import { describeRules } from './describe-rules.ts';
import { namesIn } from './names-in.ts';
import { toTable } from './to-table.ts';

const INTRODUCTION = `# What becomes of each parameter

Made from the data in \`packages/llm/src/policy/\`; do not edit it. To make it again:

    node packages/llm/src/policy/page/parameters-page.ts > docs/parameters.md

Every change to a request is in the answer's \`adjustments\`. What may not be changed silently is refused instead, with
status 400 and the code \`unsupported_parameter\`, before anything is sent.

| sign | meaning |
| --- | --- |
| = | sent as it is |
| → x | sent under the name x |
| a ⇒ b | the value a is sent as b; values that are not listed are dropped |
| 0 … 1.5 | numbers outside become the nearest bound; an \`n\` above it is done here or refused |
| ≤ 4 | at most so many: further labels are dropped, more tools are refused |
| here | done by Groundwire: \`n\` answers in as many calls (up to 16), the answer cut at a text of \`stop\` (up to 64) |
| ✂ | dropped, and reported |
| ✗ | refused |
| ? | unverified: reported or guessed, not read in the vendor's contract or on its page |

A value that asks for nothing (\`n: 1\`, \`logprobs: false\`, \`temperature: 1\`, an empty list, \`parallel_tool_calls\`
without tools) is neither refused nor reported where it is left out. The default limit of 100 tokens is raised for a model
that thinks; a limit that the caller gave is not.

Before that, everywhere: \`functions\` and \`function_call\` become \`tools\` and \`tool_choice\`, a list of \`metadata\`
becomes a map, \`logit_bias\` is rounded, \`max_completion_tokens\` wins over \`max_tokens\`, options of tools without tools
and of streams without a stream are dropped, and \`audio\`, \`prediction\` and \`modalities\` in other forms than OpenAI's
too. Streams are always asked for their usage. Images are never fetched from their address. A parameter that stands in no row is
sent to providers without a closed list (see "Others"). \`anthropic\` does not speak this wire (see "Anthropic"), and
\`local\` carries out nothing but \`stream\` and the limit of tokens.`;

/** `docs/parameters.md`, as text. */
export function parametersPage(providers: Readonly<Record<string, LlmProvider>> = llmProviders): string {
  const policies = Object.entries(providers)
    .filter(([, { dialect }]) => dialect === 'openai-chat')
    .map(([id, { policy = {} }]): [string, Policy] => [id, policy]);
  const columns = policies.map(([id, { unverified }]) => (unverified === 'everything' ? `${id} ?` : id));
  const all = policies.map(([, policy]) => policy);
  const parameters = namesIn(all).map((name) => [
    `\`${name}\``,
    ...all.map((policy) => describeParameter(policy, name)),
  ]);
  const others = ['Others', ...all.map(({ takes }) => (takes === undefined ? '=' : '✂'))];
  const rules = policies.flatMap(([id, { models = [] }]) => models.map((rule) => `- ${id}, ${describeRules(rule)}`));
  return `${[
    INTRODUCTION,
    '## Parameters',
    toTable(['parameter', ...columns], [...parameters, others]),
    '## Forms',
    toTable(['what', ...columns], describeForms(all)),
    '## Rules for some models',
    'By the name of the model, without our prefix. Several may apply; a later one wins.',
    rules.join('\n'),
    anthropicSection(),
  ].join('\n\n')}\n`;
}

if (import.meta.main) process.stdout.write(parametersPage());
