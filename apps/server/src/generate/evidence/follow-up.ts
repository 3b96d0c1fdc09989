import type { ChatMessage } from '@groundwire/client';
import { messageText } from '@groundwire/llm';
import { stems } from '@groundwire/text';

/** A message with fewer words of its own rarely says what it is about. */
const FEWEST_WORDS = 3;

/** Of what came before, only this many UTF-16 code units join the query. */
const MAX_TOPIC_LENGTH = 1_000;

/** Words that lean on what was said before. English, like the stop words; in other languages only the length tells. */
const LEANING_START = /^(?:and|but|or|so|then|also|ok(?:ay)?|what about|how about|what if|why not)\b/i;
const LEANING_WORD =
  /\b(?:it|its|they|them|their|theirs|that|those|these|this|one|ones|he|she|him|her|his|there|same)\b/i;

/** What a user asked, and on which earlier message of theirs it leans. */
export interface Question {
  text: string;
  /** The nearest earlier message that stands for itself; undefined when the question does, or there is none. */
  topic: string | undefined;
}

/** The last thing that the user said, seen in its chat. */
export function lastQuestion(messages: readonly ChatMessage[]): Question {
  const said = messages.filter(({ role }) => role === 'user').map(messageText);
  const text = said.at(-1) ?? '';
  const earlier = said.slice(0, -1).filter((message) => message.trim() !== '');
  if (earlier.length === 0 || !leans(text)) return { text, topic: undefined };
  return { text, topic: earlier.findLast((message) => !leans(message)) ?? earlier[0] };
}

/** The query by rule: the question behind the one it follows. */
export function joined({ text, topic }: Question): string {
  return topic === undefined ? text : `${topic.slice(0, MAX_TOPIC_LENGTH)} ${text}`;
}

function leans(message: string): boolean {
  const text = message.trim();
  return stems(text).length < FEWEST_WORDS || LEANING_START.test(text) || LEANING_WORD.test(text);
}
