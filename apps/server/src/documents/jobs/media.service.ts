import type { FileHandle } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { ChatMessage } from '@groundwire/client';
import { type Completion, costOfAnswer, type Llm, LlmError, type ModelTable } from '@groundwire/llm';
import { BudgetsService } from '../../budgets/budgets.service.ts';
import { openUnnamed } from '../../http/bodies/open-unnamed.ts';
import { CallCosts } from '../../llm/call-costs.service.ts';
import { LLM, MODEL_TABLE } from '../../llm/llm.token.ts';
import type { Project } from '../../projects/project.ts';
import type { Transcript } from '../parsing/media/read-transcript.ts';
import { MAX_VENDOR_BYTES } from '../parsing/limits.ts';
import type { ReaderName } from '../parsing/readers.ts';
import { type Bytes, readWhole } from '../parsing/source.ts';
import { UnreadableError } from '../parsing/unreadable-error.ts';
import type { Content } from './file-content.service.ts';
import type { Job } from './jobs.store.ts';

/** What the reading process is given in place of a recording or a picture. */
export interface Readable {
  handle: FileHandle;
  byteCount: number;
  type: ReaderName;
}

const DEFAULT_PROMPT = 'Describe what this picture shows, and write down all text in it.';

/** Has models listen to recordings and look at pictures. */
@Injectable()
export class Media {
  constructor(
    @Inject(LLM) private readonly llm: Llm,
    @Inject(MODEL_TABLE) private readonly models: ModelTable,
    private readonly budgets: BudgetsService,
    private readonly costs: CallCosts,
  ) {}

  /** The model that transcribes; undefined when none is configured. */
  transcriber(provider: string): string | undefined {
    return this.llm.modelFor('transcription', provider);
  }

  /** Whether a model can be asked here. */
  canAsk(model: string): boolean {
    try {
      this.llm.resolve(model);
      return true;
    } catch (error) {
      if (error instanceof LlmError) return false;
      throw error;
    }
  }

  /**
   * The content as the reading process reads it. Whatever it was before is closed when it is replaced. What a model may take
   * is reserved before it is asked: throws a Problem (429, 400) when a limit is in the way.
   */
  async toReadable(job: Job, project: Project, content: Content, signal: AbortSignal): Promise<Readable> {
    const { handle, byteCount, type } = content;
    if (type === 'audio' || type === 'video') {
      return replaced(content, await this.#transcribe(project, content, signal), 'transcript');
    }
    if (type !== 'image' || job.instructions.model === undefined) return { handle, byteCount, type };
    return replaced(content, await this.#look(job, project, content, signal), 'markdown');
  }

  async #transcribe(project: Project, content: Content, signal: AbortSignal): Promise<string> {
    const model = this.transcriber(project.speechToTextProvider);
    if (model === undefined) throw new UnreadableError(NO_TRANSCRIBER);
    const file = await readWhole(sourceOf(content), MAX_VENDOR_BYTES);
    const filename = content.name ?? (content.type === 'video' ? 'video.mp4' : 'audio.mp3');
    const spending = await this.budgets.openFor(project.id);
    const { text, segments } = await spending.over(
      { ...this.costs.transcriptionCeiling(model, file.length), requests: 0 },
      () => this.llm.transcribe({ model, file, filename }, signal),
      (transcription) => {
        const seconds = transcription.segments?.at(-1)?.end;
        return { budget: seconds === undefined ? null : this.costs.transcription(model, seconds) };
      },
    );
    return JSON.stringify({ text, segments } satisfies Transcript);
  }

  async #look({ instructions }: Job, project: Project, file: Content, signal: AbortSignal): Promise<string> {
    const image = await readWhole(sourceOf(file), MAX_VENDOR_BYTES);
    const url = `data:${mediaTypeOf(image)};base64,${image.toString('base64')}`;
    const prompt = instructions.prompt ?? DEFAULT_PROMPT;
    const content = [
      { type: 'text' as const, text: prompt },
      { type: 'image_url' as const, image_url: { url } },
    ];
    const completion = await this.#ask(project, instructions.model!, [{ role: 'user', content }], signal);
    return completion?.choices[0]?.message.content ?? '';
  }

  async #ask(
    project: Project,
    model: string,
    messages: ChatMessage[],
    signal: AbortSignal,
  ): Promise<Completion | undefined> {
    const call = { model, messages, parameters: {}, question: messages, passages: [] };
    const answer = this.llm.call(call, signal);
    const spending = await this.budgets.openFor(project.id);
    const ceiling = spending.isLimited() ? await this.costs.ceiling(answer, call) : NOT_LIMITED;
    const work = async (): Promise<Completion | undefined> => {
      for await (const part of answer.parts) if (part.type === 'completion') return part.completion;
      return undefined;
    };
    return spending.over({ ...ceiling, requests: 0 }, work, (completion) => {
      const { usage, service_tier: serviceTier } = completion ?? {};
      if (usage === undefined) return {};
      const called = { providerId: answer.provider, model: answer.model, usage, serviceTier, time: new Date() };
      return { tokens: String(usage.total_tokens), budget: costOfAnswer(called, this.models) };
    });
  }
}

const NOT_LIMITED = { tokens: 0, cost: '0', unknown: null };

/** What to do about it, for the operator. */
export const NO_TRANSCRIBER =
  'No model is configured that transcribes: set OPENAI_API_KEY, or TRANSCRIPTION_MODEL to the model of another provider.';

const sourceOf = ({ handle, byteCount }: Content): Bytes => ({ content: handle.fd, byteCount });

async function replaced({ handle }: Content, text: string, type: ReaderName): Promise<Readable> {
  await handle.close();
  const bytes = Buffer.from(text);
  const replacement = await openUnnamed();
  await replacement.write(bytes);
  return { handle: replacement, byteCount: bytes.length, type };
}

function mediaTypeOf(image: Buffer): string {
  if (image.readUInt32BE(0) === 0x89504e47) return 'image/png';
  if (image.toString('latin1', 0, 4) === 'RIFF') return 'image/webp';
  return image.toString('latin1', 0, 3) === 'GIF' ? 'image/gif' : 'image/jpeg';
}
