import type { MessageDeltaUsage, Usage as MessageUsage } from '@anthropic-ai/sdk/resources/messages';
import type { Usage } from '@groundwire/client';

/** What Anthropic counted so far; either event may lack what the other has. */
export type Counts = Partial<MessageUsage | MessageDeltaUsage>;

/** Anthropic bills its web searches apart. */
type UsageWithSearches = Usage & { server_tool_use?: { web_search_requests: number } };

/** The counts of `message_delta` are totals: what it says replaces what `message_start` said. */
export function mergeCounts(before: Counts, now: Counts | undefined): Counts {
  const said = Object.entries(now ?? {}).filter(([, value]) => value !== null);
  return { ...before, ...Object.fromEntries(said) };
}

/** Anthropic counts what it reads from the cache and writes to it beside the input; OpenAI counts it within. */
export function toUsage(counts: Counts): UsageWithSearches {
  const cached = counts.cache_read_input_tokens ?? 0;
  const written = counts.cache_creation_input_tokens ?? 0;
  const promptTokens = (counts.input_tokens ?? 0) + written + cached;
  const searches = counts.server_tool_use?.web_search_requests;
  const completionTokens = counts.output_tokens ?? 0;
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    prompt_tokens_details: { cached_tokens: cached, cache_write_tokens: written },
    completion_tokens_details: { reasoning_tokens: counts.output_tokens_details?.thinking_tokens ?? 0 },
    ...(searches === undefined ? {} : { server_tool_use: { web_search_requests: searches } }),
  };
}
