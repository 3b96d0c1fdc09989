import { describe, expect, it } from '@jest/globals';
import { readPage } from './read-page.ts';

const shadow = (content: string, mode = 'open'): string => `<template shadowrootmode="${mode}">${content}</template>`;
const textOf = (body: string): string => readPage(`<!doctype html><body>${body}</body>`, 'https://a.test/').text;

describe('what stands in the shadow of an element', () => {
  it.each([
    ['is read where the element is', `<p>one</p><x-a>${shadow('<p>two</p>')}</x-a><p>three</p>`, 'one\n\ntwo\n\nthree'],
    [
      'takes what is meant for its slots',
      `<x-a>${shadow('<p>at <slot name="t"></slot>: <slot></slot></p>')}open <b slot="t">nine</b></x-a>`,
      'at nine: open',
    ],
    [
      'shows what a slot holds when nothing is meant for it',
      `<x-a>${shadow('<p><slot>closed</slot></p>')}</x-a>`,
      'closed',
    ],
    ['hides what no slot is for', `<x-a>${shadow('<p>shown</p>')}<p>hidden</p></x-a>`, 'shown'],
    ['has shadows itself', `<x-a>${shadow(`<x-b>${shadow('<p>in <slot></slot></p>')}deep</x-b>`)}</x-a>`, 'in deep'],
    ['is seen though scripts cannot look into it', `<x-a>${shadow('<p>shown</p>', 'closed')}</x-a>`, 'shown'],
    ['has its styles left out', `<x-a>${shadow('<style>p { color: red }</style><p>shown</p>')}</x-a>`, 'shown'],
    [
      'stands in an element of what a slot is given',
      `<x-a>${shadow('<slot></slot>')}<x-b>${shadow('<p>inner</p>')}</x-b></x-a>`,
      'inner',
    ],
  ])('%s', (_what, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it('is not what a mere template holds', () => {
    expect(textOf('<p>shown</p><template><p>kept</p></template>')).toBe('shown');
  });

  it('ends however deep it is', () => {
    const depth = 5_000;
    const start = '<x-a><template shadowrootmode="open"><slot></slot>';
    expect(textOf(`<p>shown</p>${start.repeat(depth)}${'</template></x-a>'.repeat(depth)}`)).toContain('shown');
  });
});
