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
}

const THREE_EFFORTS: readonly Effort[] = ['low', 'medium', 'high'];
const FOUR_EFFORTS: readonly Effort[] = [...THREE_EFFORTS, 'xhigh'];
const MANUAL = { thinking: 'manual', efforts: [], off: 'disabled', prefill: true, defaultMaxTokens: 8_192 } as const;
const ADAPTIVE = { thinking: 'adaptive', efforts: FOUR_EFFORTS, prefill: false, defaultMaxTokens: 16_384 } as const;

/**
 * The first pattern that fits counts. Read on 2026-11-22: @anthropic-ai/sdk 1.12.0 (names), the model and migration pages
 * of platform.claude.com/docs, openrouter.ai's migration page of Claude 5.5. The oldest models write 4096 tokens at most.
 */
const GENERATIONS: readonly (readonly [RegExp, Generation])[] = [
  [/^claude-3-7-/, MANUAL],
  [/^claude-(3|2|instant)/, { thinking: 'none', efforts: [], prefill: true, defaultMaxTokens: 4_096 }],
  [/^claude-(opus-4-5|opus-4-6|sonnet-4-6)/, { ...MANUAL, efforts: THREE_EFFORTS }],
  [/^claude-(opus|sonnet|haiku)-4(-[0-5])?(-\d{8}|-latest)?$/, MANUAL],
  [/^claude-(opus-4-[78]|opus-5|sonnet-5)(-\d{8})?$/, { ...ADAPTIVE, off: 'disabled' }],
  [/^claude-(sonnet|haiku)-5-5/, { ...ADAPTIVE, off: 'between_tools', refusesForcedTools: true }],
  [/^claude-(opus-5-5|(fable|mythos)-5-[12])/, { ...ADAPTIVE, refusesForcedTools: true }],
];

/** A name that is not listed counts as the newest: there, thinking is always adaptive. */
export function generationOf(model: string): Generation {
  return GENERATIONS.find(([pattern]) => pattern.test(model))?.[1] ?? ADAPTIVE;
}
