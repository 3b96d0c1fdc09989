import type { UserLocation, WebSearchTool20250305 } from '@anthropic-ai/sdk/resources/messages';
import { isObject, type JsonObject } from '../../openai-chat/json.ts';
import type { Draft } from '../../openai-chat/request/draft.ts';
import { take } from './take.ts';

const PLACES = ['city', 'country', 'region', 'timezone'] as const;

/** `web_search_options` as Anthropic's tool, which it runs itself. */
export function toWebSearchTool(draft: Draft): WebSearchTool20250305 | undefined {
  const options = take(draft, 'web_search_options');
  if (options === undefined) return undefined;
  const tool: WebSearchTool20250305 = { type: 'web_search_20250305', name: 'web_search' };
  const { search_context_size: size, user_location: location } = options;
  const { providerId: provider } = draft;
  const reason = 'The provider takes it as a tool.';
  draft.report({ parameter: 'web_search_options', action: 'translated', to: tool.type, reason, provider });
  if (size !== undefined) {
    const parameter = 'web_search_options.search_context_size';
    draft.report({ parameter, action: 'dropped', from: size, reason: 'The provider has no such setting.', provider });
  }
  return location === undefined ? tool : { ...tool, user_location: toUserLocation(location) };
}

/** OpenAI puts the place below `approximate`, Anthropic beside `type`. */
function toUserLocation(location: JsonObject): UserLocation {
  const place = isObject(location['approximate']) ? location['approximate'] : location;
  const known = PLACES.map((name) => [name, place[name]] as const).filter(([, value]) => typeof value === 'string');
  return { type: 'approximate', ...Object.fromEntries(known) };
}
