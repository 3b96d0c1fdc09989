import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { countTokens } from './count-tokens.ts';
import { estimateTokens } from './estimate-tokens.ts';

const repository = (path: string): string =>
  readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8').slice(0, 30_000);
/** The same bytes on every run. */
const noise = Buffer.from(Array.from({ length: 6_000 }, (_, index) => (index * index * 31 + index * 7) % 251));

const SAMPLES: [string, string][] = [
  ['English in Markdown', repository('README.md')],
  ['TypeScript', repository('packages/llm/src/types.ts')],
  ['a dense table', repository('packages/llm/src/models/vendors/openai.ts')],
  ['YAML', repository('openapi.yaml')],
  ['JSON', repository('package-lock.json')],
  ['hexadecimal', noise.toString('hex')],
  ['base64', noise.toString('base64')],
  ['digits', '31415926535897932384626433832795'.repeat(50)],
  ['signs', '!@#$%^&*()_+{}|:"<>?~`-=[];,./'.repeat(50)],
  ['German', 'Für Rückfragen zur Gewährleistung ist die Geschäftsführung der Gesellschaft zuständig. '.repeat(9)],
  ['French', 'L’agence répond aux questions déjà posées à la préfecture, où qu’elles aient été reçues. '.repeat(9)],
  [
    'Russian',
    'Внешние документы находятся и передаются языковой модели, чтобы ответ опирался на источники. '.repeat(9),
  ],
  ['Greek', 'Η μηχανή βρίσκει τα έγγραφα και απαντά στις ερωτήσεις με αναφορές στις πηγές. '.repeat(9)],
  ['Arabic', 'الاسترجاع المعزز للتوليد طريقة تجمع بين المستندات الخارجية ونموذج اللغة. '.repeat(9)],
  ['Hindi', 'पुनर्प्राप्ति संवर्धित जनन एक विधि है जिसमें बाहरी दस्तावेज़ खोजकर भाषा मॉडल को दिए जाते हैं। '.repeat(9)],
  ['Thai', 'การสร้างคำตอบด้วยการค้นคืนเอกสารเป็นวิธีที่นำเอกสารภายนอกมาให้แบบจำลองภาษาใช้ตอบคำถาม '.repeat(9)],
  ['Chinese', '用户的问题先在索引中查找相关段落，然后模型根据这些段落作答，并注明出处。'.repeat(9)],
  ['Japanese', '外部の文書を検索して言語モデルに渡し、その内容に基づいて回答を作る手法です。'.repeat(9)],
  ['Korean', '외부 문서를 찾아 언어 모델에 전달하고 그 내용을 바탕으로 답을 작성하는 방법입니다. '.repeat(9)],
  ['emoji', '🧑‍🚀🚀🎉👩‍💻🇩🇪✨'.repeat(20)],
  ['a mixture', 'Die 检索 of `const x = fn(42);` returns — см. раздел 7. '.repeat(20)],
];

describe('estimateTokens', () => {
  it.each(SAMPLES)(
    'does not fall below what the public tokenizers count in %s, nor say four times as much',
    async (_, text) => {
      const newer = await countTokens(text);
      const older = await countTokens(text, 'cl100k_base');
      const estimate = estimateTokens(text);
      expect(estimate).toBeGreaterThanOrEqual(newer);
      expect(estimate).toBeGreaterThanOrEqual(older);
      expect(estimate).toBeLessThanOrEqual(4 * newer);
    },
  );

  it.each([['a'], [' '], ['7'], ['!'], ['é'], ['語'], ['🙂']])(
    'says no more than its bytes: a million of %p',
    (character) => {
      const text = character.repeat(1_000_000);
      expect(estimateTokens(text)).toBeLessThanOrEqual(Buffer.byteLength(text));
    },
  );

  it('finds nothing in nothing', () => {
    expect(estimateTokens('')).toBe(0);
  });
});
