import type { Adjustment } from '@groundwire/client';
import { type BodyName, RETRIEVAL_PARAMETERS, unknownFields } from '@groundwire/dto';
import { MAX_K } from '../../retrieval/retrieval.service.ts';
import type { GenerateInput } from './generate-input.ts';

/** The token limit of a request that gives none. OpenAI's family has no default, as its vendors have none. */
const DEFAULT_MAX_TOKENS = { GenerateRequest: 100, ChatCompletionRequest: undefined } as const;

/** Every change that Groundwire itself makes to a request, before any provider is asked. */
export function requestAdjustments(input: GenerateInput): Adjustment[] {
  return [
    ...unknownFieldAdjustments(input.schema, input.body),
    ...tokenLimitAdjustments(input),
    ...retrievalAdjustments(input),
  ];
}

/** Undefined when the caller gave a limit, and where there is no default. */
export function defaultMaxTokens(schema: GenerateInput['schema'], body: GenerateInput['body']): number | undefined {
  const hasLimit = body.max_tokens !== undefined || body.max_completion_tokens !== undefined;
  return hasLimit ? undefined : DEFAULT_MAX_TOKENS[schema];
}

/** A real form client puts its API key here: nobody is to be told of it. */
const NEVER_MENTIONED = 'auth';

/** A request may name a million fields; its answer need not. */
const MOST_UNKNOWN_FIELDS = 50;
const MOST_CHARACTERS_OF_A_NAME = 100;

/** One for each field that the schema does not know, but for the one that may hold a key. */
export function unknownFieldAdjustments(schema: BodyName, body: object): Adjustment[] {
  const unknown = unknownFields(schema, body).filter((name) => name !== NEVER_MENTIONED);
  const dropped = (parameter: string, reason: string): Adjustment => ({
    parameter,
    action: 'dropped',
    reason,
    provider: null,
  });
  const named = unknown
    .slice(0, MOST_UNKNOWN_FIELDS)
    .map((name) => dropped(name.slice(0, MOST_CHARACTERS_OF_A_NAME), 'This is not a field of the contract.'));
  const others = unknown.length - named.length;
  return others === 0 ? named : [...named, dropped('*', `${others} further fields are not of the contract either.`)];
}

function tokenLimitAdjustments({ schema, body }: GenerateInput): Adjustment[] {
  const limit = defaultMaxTokens(schema, body);
  if (limit === undefined) return [];
  const reason = `Without a limit an answer may have ${limit} tokens.`;
  return [{ parameter: 'max_tokens', action: 'defaulted', to: limit, reason, provider: null }];
}

/** What Groundwire carries out with a project's documents. */
const OURS = [...RETRIEVAL_PARAMETERS, 'retrieval', 'citations'] as const;

const NOTHING_RETRIEVED = 'No project was named, so nothing was retrieved.';
const NO_CONVERSATION = 'No project was named, and conversations belong to one.';

function retrievalAdjustments({ body, projectId }: GenerateInput): Adjustment[] {
  const given = OURS.filter((parameter) => body[parameter] !== undefined);
  return given.flatMap((parameter): Adjustment[] => {
    const change = { parameter, from: body[parameter], provider: null };
    if (projectId === undefined) {
      const reason = parameter === 'conversation_id' ? NO_CONVERSATION : NOTHING_RETRIEVED;
      return [{ ...change, action: 'not_executed', reason }];
    }
    if (parameter === 'k' && Number(body.k) > MAX_K) {
      return [{ ...change, action: 'clamped', to: MAX_K, reason: `At most ${MAX_K} passages are retrieved.` }];
    }
    return [];
  });
}
