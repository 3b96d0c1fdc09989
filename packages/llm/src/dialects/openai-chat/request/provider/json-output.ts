import type { CallParameters } from '../../../../types.ts';
import { addInstruction } from '../../messages/add-instruction.ts';
import type { Draft } from '../draft.ts';

type Format = NonNullable<CallParameters['response_format']>;

/** A schema, for providers that do not follow one in OpenAI's form. */
export function fitSchema(draft: Draft): void {
  const { parameters, policy } = draft;
  const format = parameters.response_format;
  const schema = format && schemaOf(format);
  if (schema === undefined) return;
  if (policy.schema === 'prompt') demandInPrompt(draft, schema);
  if (policy.schema === 'json_object' && format?.schema === undefined) {
    const reason = "The provider's form of a schema to follow.";
    draft.change('response_format', { type: 'json_object', schema }, reason, 'translated', draft.providerId);
  }
}

/** OpenAI answers 400 to `json_object` when no message says the word; so do those who copied it. */
export function sayJson(draft: Draft): void {
  const { parameters, policy, messages, providerId: provider } = draft;
  if (policy.requiresWordJson === undefined || parameters.response_format?.type !== 'json_object') return;
  if (messages.some(({ content }) => /json/i.test(textOf(content)))) return;
  const to = addInstruction(draft, 'Answer in JSON.');
  const reason = 'The messages must say that JSON is wanted.';
  draft.report({ parameter: 'messages', action: 'defaulted', to, reason, provider });
}

function schemaOf({ type, schema, json_schema }: Format): Record<string, unknown> | undefined {
  return type === 'text' ? undefined : (json_schema?.schema ?? schema);
}

function demandInPrompt(draft: Draft, schema: Record<string, unknown>): void {
  addInstruction(draft, `Answer with one JSON object that follows this JSON schema: ${JSON.stringify(schema)}`);
  const reason = 'This model follows no schema; the schema was added to the system message instead.';
  draft.change('response_format', { type: 'json_object' }, reason, 'translated', draft.providerId);
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map(({ text }: { text?: unknown }) => (typeof text === 'string' ? text : '')).join(' ');
}
