import { describe, expect, it } from '@jest/globals';
import { PageTooLargeError, simplifyMarkup } from './simplify-markup.ts';

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('simplifyMarkup', () => {
  it.each<[string, string, string]>([
    ['what is simple', '<p class="a">x</p> 1 < 2 <3', '<p class="a">x</p> 1 < 2 <3'],
    ['comments', 'a<!-- <p> -->b', 'ab'],
    ['a comment without end', 'a<!-- b', 'a'],
    ['scripts and what they write', 'a<SCRIPT>"<p>"</script >b', 'ab'],
    ['a script without end', 'a<script>b', 'a'],
    ['linked data', '<script type="application/ld+json">{}</script>', '<script type="application/ld+json">{}</script>'],
    ['a monstrous tag', `<p>x</p><p ${'a '.repeat(40_000)}>y</p>`, '<p>x</p>y</p>'],
    ['a small picture', '<svg viewBox="0 0 1 1"/>after', '<svg viewBox="0 0 1 1"/>after'],
  ])('%s', (_what, html, expected) => expect(simplifyMarkup(html)).toBe(expected));

  it('opens no more than 300 elements in each other, and closes only those', () => {
    const simple = simplifyMarkup(`${'<div>'.repeat(1_000)}deep${'</div>'.repeat(1_000)}<p>after</p>`);
    expect([count(simple, '<div>'), count(simple, '</div>')]).toEqual([300, 300]);
    expect(simple).toMatch(/>deep<.*<p>after<\/p>$/);
  });

  it('leaves siblings alone, however many', () => {
    const html = '<div><br>x</div><p>y<li>z'.repeat(1_000);
    expect(simplifyMarkup(html)).toBe(html);
  });

  it('refuses a page of too many tags', () => {
    expect(() => simplifyMarkup('<br>'.repeat(200_001))).toThrow(PageTooLargeError);
  });
});
