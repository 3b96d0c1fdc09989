import type { Draft } from './draft.ts';

const OUTPUT_KINDS: readonly string[] = ['text', 'audio'];

/** The page lets `prediction`, `audio` and `modalities` be anything; vendors know OpenAI's form of them only. */
export function dropUntypedOutput(draft: Draft): void {
  const { prediction, audio } = draft.parameters;
  if (prediction !== undefined && !(prediction['type'] === 'content' && 'content' in prediction)) {
    draft.drop('prediction', "It is not in OpenAI's form, {type: content, content}.");
  }
  if (audio !== undefined && !('voice' in audio && 'format' in audio)) {
    draft.drop('audio', "It is not in OpenAI's form, {voice, format}.");
  }
  keepKnownModalities(draft);
}

function keepKnownModalities(draft: Draft): void {
  const { modalities, audio } = draft.parameters;
  if (modalities === undefined) return;
  const known = modalities.filter((kind) => OUTPUT_KINDS.includes(kind) && (kind !== 'audio' || audio !== undefined));
  if (!known.includes('audio')) return draft.drop('modalities', 'Text is what every model gives; audio needs `audio`.');
  if (known.length < modalities.length) draft.change('modalities', known, 'Only text and audio can be asked for.');
}
