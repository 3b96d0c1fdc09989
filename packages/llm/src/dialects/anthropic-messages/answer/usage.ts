import type { MessageDeltaUsage, Usage as MessageUsage } from '@anthropic-ai/sdk/resources/messages';
import type { Usage } from '@groundwire/client';

/** What Anthropic counted so far; either event may lack what the other has. */
export type Counts = Partial<MessageUsage | MessageDeltaUsage>;

/** Usage with OpenAI's details, and Anthropic's count of its web searches, which are billed apart. */
interface DetailedUsage extends Usage {
  prompt_tokens_details: { cached_tokens: number; cache_write_tokens: number };
  completion_tokens_details: { reasoning_tokens: number };
  server_tool_use?: { web_search_requests: number };
}

/** The counts of `message_delta` are totals: what it says replaces what `message_start` said. */
export function mergeCounts(before: Counts, now: Counts): Counts {
  const said = Object.entries(now).filter(([, value]) => value !== null);
  return { ...before, ...Object.fromEntries(said) };
}

/** Anthropic counts cached tokens beside the input; OpenAI counts them within. */
export function toUsage(counts: Counts): DetailedUsage {
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
