import type { MessageCreateParamsBase } from '@anthropic-ai/sdk/resources/messages';
import type { Draft } from '../../openai-chat/request/draft.ts';
import { take } from './take.ts';

type Options = Pick<MessageCreateParamsBase, 'metadata' | 'service_tier' | 'stop_sequences'>;

const LONGEST_USER = 256;

/** The parameters that Anthropic only calls otherwise. */
export function toOptions(draft: Draft): Options {
  return { ...toStopSequences(draft), ...toUser(draft), ...toServiceTier(draft) };
}

function toStopSequences(draft: Draft): Options {
  const stop = take(draft, 'stop');
  const texts = typeof stop === 'string' ? [stop] : (stop ?? []);
  if (texts.length === 0) return {};
  const { providerId: provider } = draft;
  const reason = 'The provider calls it `stop_sequences`.';
  draft.report({ parameter: 'stop', action: 'renamed', from: 'stop', to: 'stop_sequences', reason, provider });
  return { stop_sequences: texts };
}

function toUser(draft: Draft): Options {
  const user = take(draft, 'user');
  if (user === undefined) return {};
  if (user.length > LONGEST_USER) {
    const reason = `The provider takes ${LONGEST_USER} characters at most.`;
    draft.report({ parameter: 'user', action: 'dropped', from: user, reason, provider: draft.providerId });
    return {};
  }
  const to = 'metadata.user_id';
  const reason = `The provider calls it \`${to}\`.`;
  draft.report({ parameter: 'user', action: 'renamed', from: 'user', to, reason, provider: draft.providerId });
  return { metadata: { user_id: user } };
}

/** The other tiers of OpenAI's have no counterpart, and are dropped with the rest. */
function toServiceTier(draft: Draft): Options {
  const { service_tier: tier } = draft.parameters;
  if (tier !== 'auto' && tier !== 'default') return {};
  take(draft, 'service_tier');
  if (tier === 'auto') return { service_tier: 'auto' };
  const to = 'standard_only';
  const reason = "The provider's name of its ordinary tier.";
  draft.report({ parameter: 'service_tier', action: 'translated', from: tier, to, reason, provider: draft.providerId });
  return { service_tier: to };
}
