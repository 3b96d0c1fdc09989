import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { messageText, questionText } from './message-text.ts';

describe('messageText', () => {
  const shapes: [string, ChatMessage][] = [
    ['a text in content', { role: 'user', content: 'Hello' }],
    ['a text in message', { role: 'user', message: 'Hello' }],
    ['parts of OpenAI', { role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
    ['parts of the AskYoda page', { role: 'user', message: [{ type: 'text', content: { text: 'Hello' } }] }],
    ['a part whose content is a text', { role: 'user', content: [{ type: 'text', content: 'Hello' }] }],
    ['null in content, a text in message', { role: 'user', content: null, message: 'Hello' }],
  ];

  it.each(shapes)('reads %s', (_, message) => {
    expect(messageText(message)).toBe('Hello');
  });

  it('reads `message` where `content` is empty', () => {
    expect(messageText({ role: 'user', content: '', message: 'Hello.' })).toBe('Hello.');
    expect(messageText({ role: 'user', content: [], message: 'Hello.' })).toBe('Hello.');
  });

  it('joins text parts and leaves the others out', () => {
    const image = { type: 'image_url', image_url: 'https://example.com/a.png' } as const;
    const content = [{ type: 'text', text: 'One' } as const, image, { type: 'text', text: 'Two' } as const];
    expect(messageText({ role: 'user', content })).toBe('One\nTwo');
    expect(messageText({ role: 'assistant', content: null })).toBe('');
  });
});

describe('questionText', () => {
  it('is the last message of the user', () => {
    const chat: ChatMessage[] = [
      { role: 'user', content: 'First' },
      { role: 'assistant', content: 'Answer' },
      { role: 'user', content: 'Second' },
      { role: 'system', content: 'Rules' },
    ];
    expect(questionText(chat)).toBe('Second');
    expect(questionText([{ role: 'system', content: 'Rules' }])).toBe('');
  });
});
