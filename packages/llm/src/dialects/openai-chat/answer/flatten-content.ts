import { isObject } from '../json.ts';

interface FlatContent {
  content: string;
  reasoning: string;
}

/**
 * Text and thinking of content given as parts: Mistral's thinking models answer so, and every SDK but Mistral's own
 * shows "[object Object]" (docs.mistral.ai/capabilities/reasoning).
 */
export function flattenContent(parts: readonly unknown[]): FlatContent {
  const isThinking = (part: unknown): boolean => isObject(part) && part['type'] === 'thinking';
  return {
    content: parts
      .filter((part) => !isThinking(part))
      .map(textOf)
      .join(''),
    reasoning: parts.filter(isThinking).map(textOf).join(''),
  };
}

function textOf(part: unknown): string {
  if (typeof part === 'string') return part;
  if (!isObject(part)) return '';
  if (Array.isArray(part['thinking'])) return part['thinking'].map(textOf).join('');
  const text = part['text'] ?? part['thinking'];
  return typeof text === 'string' ? text : '';
}
