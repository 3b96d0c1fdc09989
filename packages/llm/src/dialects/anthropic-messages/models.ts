import type { OutputConfig } from '@anthropic-ai/sdk/resources/messages';

export type Effort = NonNullable<OutputConfig['effort']>;

/** What a generation of Claude models takes. */
export interface Generation {
  /** `manual` thinks within a budget, `adaptive` decides by itself. */
  thinking: 'none' | 'manual' | 'adaptive';
  /** The efforts it knows, the highest last; none before Opus 4.5. */
  efforts: readonly Effort[];
  /** How thinking is turned off; absent: it cannot be. */
  off?: 'disabled' | 'between_tools';
  /** It answers 400 to every demand for a tool, thinking or not. */
  refusesForcedTools?: true;
  /** It continues an assistant's turn that ends the conversation. */
  prefill: boolean;
  /** Sent as `max_tokens`, which Anthropic requires, when the caller named none. */
  defaultMaxTokens: number;
  /** What was not read on Anthropic's pages or in its SDK, but is known from use or told by others. */
  unverified?: readonly (keyof Generation)[];
}

const THREE_EFFORTS: readonly Effort[] = ['low', 'medium', 'high'];
const FOUR_EFFORTS: readonly Effort[] = [...THREE_EFFORTS, 'xhigh'];
const MANUAL = { thinking: 'manual', efforts: [], off: 'disabled', prefill: true, defaultMaxTokens: 8_192 } as const;
const WITH_EFFORT = { ...MANUAL, efforts: THREE_EFFORTS, unverified: ['efforts'] } as const;
const ADAPTIVE = {
  thinking: 'adaptive',
  efforts: FOUR_EFFORTS,
  prefill: false,
  defaultMaxTokens: 16_384,
  unverified: ['efforts'],
} as const;
/** Told by openrouter.ai alone. */
const NEWEST = { ...ADAPTIVE, refusesForcedTools: true, unverified: ['efforts', 'off', 'refusesForcedTools'] } as const;
const BEFORE_THINKING = {
  thinking: 'none',
  efforts: [],
  prefill: true,
  defaultMaxTokens: 4_096,
  unverified: ['thinking', 'prefill'],
} as const;

/**
 * The first pattern that fits counts. Read on 2026-11-22: @anthropic-ai/sdk 1.12.0 (names), the model and migration pages
 * of platform.claude.com/docs, openrouter.ai's migration page of Claude 5.5. The oldest models write 4096 tokens at most.
 */
export const GENERATIONS: readonly (readonly [RegExp | undefined, Generation])[] = [
  [/^claude-3-7-/, MANUAL],
  [/^claude-(3|2|instant)/, BEFORE_THINKING],
  [/^claude-opus-4-5/, WITH_EFFORT],
  [/^claude-(opus|sonnet)-4-6/, { ...WITH_EFFORT, prefill: false, unverified: ['efforts', 'prefill'] }],
  [/^claude-(opus|sonnet|haiku)-4(-[0-5])?(-\d{8}|-latest)?$/, MANUAL],
  [/^claude-(opus-4-[78]|opus-5|sonnet-5)(-\d{8})?$/, { ...ADAPTIVE, off: 'disabled' }],
  [/^claude-(sonnet|haiku)-5-5/, { ...NEWEST, off: 'between_tools' }],
  [/^claude-(opus-5-5|(fable|mythos)-5-[12])/, NEWEST],
  // A name that is not listed counts as the newest: there, thinking is always adaptive.
  [undefined, ADAPTIVE],
];

export function generationOf(model: string): Generation {
  return GENERATIONS.find(([pattern]) => pattern?.test(model) ?? true)?.[1] ?? ADAPTIVE;
}
