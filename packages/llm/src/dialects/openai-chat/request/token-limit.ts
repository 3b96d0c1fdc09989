import type { Draft } from './draft.ts';

/** One limit goes out, under the one name the provider has for it: OpenAI answers 400 to both at once. */
export function keepOneTokenLimit(draft: Draft): void {
  const { max_completion_tokens: limit, max_tokens: olderLimit } = draft.parameters;
  const effective = limit ?? olderLimit;
  if (effective === undefined) return;
  const given = limit === undefined ? 'max_tokens' : 'max_completion_tokens';
  const wanted = draft.provider.rename?.max_completion_tokens ?? 'max_completion_tokens';
  if (limit !== undefined && olderLimit !== undefined) draft.drop('max_tokens', '`max_completion_tokens` wins.');
  if (given !== wanted) {
    const reason = `The provider calls it \`${wanted}\`.`;
    draft.report({ parameter: given, action: 'renamed', from: given, to: wanted, reason, provider: draft.providerId });
  }
  delete draft.parameters.max_completion_tokens;
  delete draft.parameters.max_tokens;
  draft.renamed[wanted] = effective;
}
