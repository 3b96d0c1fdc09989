import type { ModelParameters, OpenAiParameters } from '@groundwire/client';

/** A parameter of the contract that a policy may speak of. */
export type ParameterName = keyof (ModelParameters & OpenAiParameters);

type PerParameter<Value> = Readonly<Partial<Record<ParameterName, Value>>>;

/**
 * What a provider does with a request in OpenAI's form, as data. An absent field means: as OpenAI has it. It speaks of
 * the normalised request: `functions` are `tools` by then, and a schema is a `json_schema`.
 */
export interface PolicyRules {
  /** What it refuses or ignores: dropped and reported, or refused where the answer would mean something else. */
  omit?: readonly ParameterName[];
  /** What it knows by another name. */
  rename?: PerParameter<string>;
  /** Lowest and highest number; one outside becomes the nearest bound. */
  bounds?: PerParameter<readonly [lowest: number, highest: number]>;
  /** The values it takes, by their names in the contract, and its own words for them; any other is dropped. */
  values?: PerParameter<Readonly<Record<string, string | number | boolean>>>;
  /** Most entries of a list or map: labels beyond it are dropped, stop texts and tools are refused. */
  most?: PerParameter<number>;
  /** Where a thinking budget goes; dropped when absent. `thinking_config` is Gemini's, `type` DeepSeek's on and off. */
  thinking?: 'reasoning_effort' | 'thinking_config' | 'thinking_token_budget' | 'type';
  /** It thinks unless it is told not to. */
  reasons?: true;
  /** A stop text of nothing but whitespace is refused. */
  refusesBlankStop?: true;
  /** Where it wants its earlier thinking back: in every message of a request with tools, or in each tool call. */
  thoughts?: 'reasoning_content' | 'extra_content';
  /** Without them it must not think (`unthinking`), or is told that they come from elsewhere (`excused`); absent: it does. */
  lostThoughts?: 'unthinking' | 'excused';
  /** `reasoning_effort` has to be `none` beside tools: when the caller gave one, or even when not. */
  noEffortBesideTools?: 'given' | 'always';
  /** `narrowed`: nothing can be demanded, so only what may be called is sent. `unthinking`: only while it does not think. */
  toolChoice?: 'narrowed' | 'unthinking';
  /** A tool without `parameters` is refused. */
  requiresToolParameters?: true;
  /** How it follows a schema: in OpenAI's form, beside `json_object`, only when told so in the prompt, or both ways. */
  schema?: 'json_schema' | 'json_object' | 'prompt' | 'either';
  /** JSON output is refused unless the messages say the word. */
  requiresWordJson?: true;
  /** `data`: images in the request, not by address. */
  images?: 'any' | 'data' | 'none';
  /** It has the role `developer`; others are sent `system`. */
  takesDeveloper?: true;
  /** Message fields it takes besides the necessary ones; `tool.name` is `name` in messages of the role `tool`. */
  messageFields?: readonly string[];
  /** Fields of a tool call it takes besides OpenAI's. */
  toolCallFields?: readonly string[];
  /** Ids of tool calls must be nine letters or digits. */
  nineCharacterIds?: true;
}

/** Rules that hold for some models only. They add to the lists and maps of the provider's, and replace its words. */
export interface ModelRules extends PolicyRules {
  /** Model names, without our prefix. */
  pattern: RegExp;
}

export interface Policy extends PolicyRules {
  /** All that it takes; absent: everything that the contract has, also what will be added to it. */
  takes?: readonly ParameterName[];
  /** Every rule whose pattern fits the model applies, in this order. */
  models?: readonly ModelRules[];
  /** What was reported or guessed, and not read in a contract or on the vendor's page. */
  unverified?: readonly ParameterName[] | 'everything';
}
