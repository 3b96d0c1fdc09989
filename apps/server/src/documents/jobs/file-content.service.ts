import { createHash } from 'node:crypto';
import { type FileHandle } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.ts';
import { openUnnamed } from '../../http/bodies/open-unnamed.ts';
import { MAX_FILE_BYTES, MAX_NAME_LENGTH } from '../../http/bodies/multipart-body.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import { PageRenderer } from '../fetching/rendering/page-renderer.ts';
import { RenderError } from '../fetching/rendering/render-error.ts';
import { RobotsRefusedError } from '../fetching/robots/robots-refused-error.ts';
import { Robots } from '../fetching/robots/robots.ts';
import { UrlFetcher } from '../fetching/url-fetcher.ts';
import { fileTypeOf, type ReadableType, SAMPLE_BYTES } from '../parsing/file-type.ts';
import { UnreadableError } from '../parsing/unreadable-error.ts';
import { type Job, JobsStore } from './jobs.store.ts';

/** A job's bytes on disk, and what is known of them. The file belongs to whoever asked for it. */
export interface Content {
  handle: FileHandle;
  byteCount: number;
  type: ReadableType;
  /** Where it was fetched from in the end. */
  url: string | null;
  /** As the server named it that it was fetched from. */
  charset: string | undefined;
  name: string | null;
  sha256: string | null;
}

/** Only what answers can be too large, so this tells nobody what lies behind us. */
const TOO_LARGE = `What the address holds is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB.`;

/** Brings the bytes of a job to disk: from the database, or from the address that its sender named. */
@Injectable()
export class FileContent {
  readonly #robots: Robots;

  constructor(
    private readonly jobs: JobsStore,
    @Inject(UrlFetcher) private readonly fetcher: UrlFetcher,
    @Inject(PageRenderer) private readonly renderer: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.#robots = new Robots(fetcher);
  }

  /** Throws UnreadableError for an address that cannot be fetched, or whose content cannot be read. */
  async open(job: Job, signal: AbortSignal): Promise<Content> {
    if (job.url !== null) return this.#readAddress(job, job.url, signal);
    const { name, sha256, byteCount, type } = job;
    const handle = await written(this.#pieces(job.id));
    return {
      handle,
      byteCount: byteCount ?? 0,
      type: type as ReadableType,
      url: null,
      charset: undefined,
      name,
      sha256,
    };
  }

  async *#pieces(fileId: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const bytes = await this.jobs.piece(fileId, position);
      if (bytes === undefined) return;
      yield bytes;
    }
  }

  async #readAddress(job: Job, url: string, signal: AbortSignal): Promise<Content> {
    try {
      const content = await this.#fetch(job, url, signal);
      return job.instructions.render && content.type === 'html' ? await this.#render(content, signal) : content;
    } catch (error) {
      if (error instanceof RobotsRefusedError) throw new UnreadableError(error.message);
      if (!(error instanceof FetchError || error instanceof RenderError) || signal.aborted) throw error;
      if (error.failure === 'too_large' && error instanceof FetchError) throw new UnreadableError(TOO_LARGE);
      throw new UnreadableError(error.message, { cause: `${error.failure}: ${String(error.cause)}` });
    }
  }

  async #fetch({ instructions, name }: Job, url: string, signal: AbortSignal): Promise<Content> {
    const { status, finalUrl, contentType, charset, body } = await this.fetcher.open(url, {
      signal,
      maxBytes: MAX_FILE_BYTES,
      timeoutMs: this.config.fetching.timeoutMs,
      // A file is one that its sender chose; a page is left to robots when its owner wishes so.
      ...(instructions.kind === 'url' && { beforeHop: (hop) => this.#robots.admit(hop) }),
    });
    if (status >= 400) await body.return();
    refuseError(status);
    const hash = createHash('sha256');
    let byteCount = 0;
    const handle = await written(body, (chunk) => {
      hash.update(chunk);
      byteCount += chunk.length;
    });
    const type = await typeOf(handle, byteCount, finalUrl, contentType, instructions.hint);
    return {
      handle,
      byteCount,
      type,
      url: finalUrl,
      charset,
      name: name ?? fileNameOf(finalUrl),
      sha256: hash.digest('hex'),
    };
  }

  /** The page as its scripts leave it, in place of what was fetched. */
  async #render({ handle, url, ...content }: Content, signal: AbortSignal): Promise<Content> {
    await handle.close();
    const rendered = await this.renderer.render(url!, { signal, beforeHop: (hop) => this.#robots.admit(hop) });
    refuseError(rendered.status);
    const bytes = Buffer.from(rendered.html);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const replacement = await written([bytes]);
    return { ...content, handle: replacement, byteCount: bytes.length, url: rendered.url, charset: 'utf-8', sha256 };
  }
}

function refuseError(status: number): void {
  if (status >= 400) throw new UnreadableError(`The address answered with status ${status}.`);
}

async function typeOf(
  handle: FileHandle,
  byteCount: number,
  url: string,
  contentType: string | undefined,
  hint: string | undefined,
): Promise<ReadableType> {
  const sample = Buffer.alloc(Math.min(SAMPLE_BYTES, byteCount));
  await handle.read(sample, 0, sample.length, 0);
  const type = byteCount === 0 ? undefined : await fileTypeOf(sample, fileNameOf(url), hint, contentType);
  if (type !== undefined) return type;
  await handle.close();
  throw new UnreadableError(byteCount === 0 ? 'The file is empty.' : 'The file is of no type that can be read.');
}

/** An address names no file: what it ends in is a guess, and may be cut. */
function fileNameOf(url: string): string | null {
  return URL.parse(url)?.pathname.split('/').at(-1)?.slice(0, MAX_NAME_LENGTH) || null;
}

/** The pieces in one new file. */
async function written(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  each?: (piece: Buffer) => void,
): Promise<FileHandle> {
  const handle = await openUnnamed();
  try {
    for await (const piece of pieces) {
      each?.(piece);
      await handle.write(piece);
    }
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}
