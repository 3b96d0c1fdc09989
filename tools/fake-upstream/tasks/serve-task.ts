import { faultOf } from '../behaviour-of.ts';
import type { ChatBody } from '../check-request.ts';
import { sendError, sendJson } from '../send.ts';
import { cohereEmbed, openAiEmbeddings } from './embeddings.ts';
import { rerank, rerankTexts } from './reranking.ts';
import type { FakeTask, TaskBody, TaskExchange } from './task.ts';
import { transcription } from './transcription.ts';

/** What is asked for at a path, if it is none of the chats'. */
export function taskOf(path: string, body: TaskBody): FakeTask | undefined {
  if (path.endsWith('/audio/transcriptions')) return transcription;
  if (path.endsWith('/rerank')) return 'texts' in body ? rerankTexts : rerank;
  if (path.endsWith('/v2/embed')) return cohereEmbed;
  return path.endsWith('/embeddings') ? openAiEmbeddings : undefined;
}

/** Goes wrong as the model's name says, refuses what the vendor refuses, or answers. */
export async function serveTask(task: FakeTask, { body, response, attempt }: TaskExchange): Promise<void> {
  const fault = faultOf(String(body['model']), attempt);
  if (fault !== undefined) return fault({ body: body as ChatBody, response, attempt });
  const refusal = task.check(body);
  if (refusal === undefined) sendJson(response, task.answer(body));
  else sendError(response, 400, refusal);
}
