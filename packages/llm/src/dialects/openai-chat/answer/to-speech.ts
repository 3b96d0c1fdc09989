import { flattenContent } from './flatten-content.ts';
import { isObject, type JsonObject } from '../json.ts';

/**
 * What `message` and `delta` have in common, mended: content is a text, empty lists of tool calls are left out (they
 * crash LlamaIndex), thoughts are `reasoning_content` (`reasoning` at Groq and OpenRouter), and callers who wrote
 * `functions` get their answer in that form.
 */
export function toSpeech(speech: JsonObject, usesFunctions: boolean): JsonObject {
  const { content, tool_calls: toolCalls, ...rest } = hasOtherNameForThoughts(speech) ? renameThoughts(speech) : speech;
  return { ...rest, ...toContent(content, rest['reasoning_content']), ...toCalls(toolCalls, usesFunctions) };
}

/** Whether thoughts stand under `reasoning` only, which SDKs do not show. */
export function hasOtherNameForThoughts({ reasoning, reasoning_content: thoughts }: JsonObject): boolean {
  return typeof reasoning === 'string' && thoughts == null;
}

function renameThoughts({ reasoning, ...speech }: JsonObject): JsonObject {
  return { ...speech, reasoning_content: reasoning };
}

function toContent(content: unknown, reasoningBefore: unknown): JsonObject {
  if (content === undefined) return {};
  if (!Array.isArray(content)) return { content };
  const flat = flattenContent(content);
  if (flat.reasoning === '') return { content: flat.content };
  const before = typeof reasoningBefore === 'string' ? reasoningBefore : '';
  return { content: flat.content, reasoning_content: before + flat.reasoning };
}

function toCalls(toolCalls: unknown, usesFunctions: boolean): JsonObject {
  if (!Array.isArray(toolCalls) || toolCalls.length === 0) return {};
  if (usesFunctions) return { function_call: isObject(toolCalls[0]) ? toolCalls[0]['function'] : undefined };
  return { tool_calls: toolCalls };
}
