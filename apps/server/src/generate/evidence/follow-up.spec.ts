import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { joined, lastQuestion } from './follow-up.ts';

const chat = (...said: string[]): ChatMessage[] =>
  said.flatMap((content): ChatMessage[] => [
    { role: 'user', content },
    { role: 'assistant', content: 'An answer about zebras.' },
  ]);
const queryOf = (...said: string[]): string => joined(lastQuestion(chat(...said).slice(0, -1)));

describe('the query of a chat', () => {
  it.each([
    ['the only message', ['and for Sundays?'], 'and for Sundays?'],
    [
      'a question that stands for itself',
      ['When do you open?', 'How are returned goods refunded?'],
      'How are returned goods refunded?',
    ],
    [
      'a short follow-up',
      ['When is the museum open?', 'and for Sundays?'],
      'When is the museum open? and for Sundays?',
    ],
    [
      'a pronoun',
      ['Where is the city museum?', 'Which bus lines stop near it in winter?'],
      'Where is the city museum? Which bus lines stop near it in winter?',
    ],
    [
      'a chain of follow-ups leads back to its topic',
      ['When is the museum open?', 'and on Sundays?', 'and Mondays?'],
      'When is the museum open? and Mondays?',
    ],
    ['nothing but follow-ups', ['Hi', 'and?'], 'Hi and?'],
    [
      'another language, by length',
      ['Wann hat das Museum geöffnet?', 'Und sonntags?'],
      'Wann hat das Museum geöffnet? Und sonntags?',
    ],
  ])('%s', (_name, said, query) => expect(queryOf(...said)).toBe(query));

  it('is empty when the user said nothing', () => {
    expect(joined(lastQuestion([{ role: 'system', content: 'x' }]))).toBe('');
  });

  it('takes little of an endless topic', () => {
    expect(queryOf('word '.repeat(100_000), 'and?').length).toBeLessThan(1_010);
  });
});
