import { Inject, Injectable } from '@nestjs/common';
import type { AcceptedFile, AddUrlRequest, Adjustment, AiProductFile } from '@groundwire/client';
import type { AddImageRequestDto, FileUploadDto } from '@groundwire/dto';
import type { UploadedFile } from '../../http/bodies/uploaded-file.ts';
import { Problem } from '../../http/problems/problem.ts';
import type { Project } from '../../projects/project.ts';
import { DocumentsStore } from '../documents.store.ts';
import { checkAddress } from './check-address.ts';
import { PageRenderer } from '../fetching/rendering/page-renderer.ts';
import { UrlFetcher } from '../fetching/url-fetcher.ts';
import { JobRunner } from '../jobs/job-runner.service.ts';
import { Media, NO_TRANSCRIBER } from '../jobs/media.service.ts';
import { fileTypeOf, type ReadableType, SAMPLE_BYTES } from '../parsing/file-type.ts';
import { timeOrderedId } from '../../http/time-ordered-id.ts';
import { acceptedBody, fileBody } from './file-bodies.ts';
import { duplicateAdjustments, renderAdjustments, unaskedPrompt, visionAdjustments } from './file-adjustments.ts';
import type { FileRecord, Instructions, NewFile } from './file-record.ts';
import { FilesStore } from './files.store.ts';
import { readMetadata } from './read-metadata.ts';

/** Each is one statement, and PGlite has one session. */
const PIECE_BYTES = 256 * 1024;

/** A file to add, as the operations word it. */
export interface Addition {
  body: FileUploadDto;
  upload: UploadedFile | undefined;
  instructions: Instructions;
  adjustments: Adjustment[];
}

@Injectable()
export class FilesService {
  constructor(
    private readonly store: FilesStore,
    private readonly documents: DocumentsStore,
    private readonly runner: JobRunner,
    private readonly media: Media,
    @Inject(UrlFetcher) private readonly fetcher: UrlFetcher,
    @Inject(PageRenderer) private readonly renderer: PageRenderer,
  ) {}

  /**
   * Stores a file to be read; it survives whatever happens to this process once this resolves. Throws a Problem: 400 for
   * a request without exactly one file, 404 when the project vanishes, 415 for content that cannot be read.
   */
  async add(project: Project, { body, upload, instructions, adjustments }: Addition): Promise<AcceptedFile> {
    const metadata = readMetadata(body.metadata, 'metadata');
    const { file_url: given = null, force = false } = body;
    if ((upload === undefined) === (given === null)) throw oneFileOnly(body);
    const url = given === null ? null : checkAddress(this.fetcher, given, 'file_url');
    const type = upload === undefined ? 'unknown' : await typeOf(upload, instructions.hint);
    this.#refuseUnheard(project, type);
    const file: NewFile = {
      id: timeOrderedId(),
      projectId: project.id,
      instructions: { ...instructions, ...(url !== null && { address: url }) },
      name: upload?.name ?? null,
      type,
      url,
      byteCount: upload?.byteCount ?? null,
      sha256: upload?.sha256 ?? null,
      metadata,
    };
    const accepted = await this.#findOrStore(file, upload, force);
    return acceptedBody(accepted, accepted.id !== file.id, [...adjustments, ...duplicateAdjustments(file, accepted)]);
  }

  /** As `add`. A vision model that cannot be asked here is reported, and the text in the picture is read. */
  addImage(project: Project, { body, upload }: Pick<Addition, 'upload'> & { body: AddImageRequestDto }) {
    const { model, prompt } = body;
    if (model == null || this.media.canAsk(model)) {
      const instructions = { kind: 'image', ...(model && { model, ...(prompt && { prompt }) }) } as const;
      return this.add(project, { body, upload, instructions, adjustments: unaskedPrompt(model ?? null, prompt) });
    }
    return this.add(project, { body, upload, instructions: { kind: 'image' }, adjustments: visionAdjustments(body) });
  }

  /** A web page for each address; a page that is there already is named again unless `force` says otherwise. */
  async addUrls(project: Project, { urls, metadata = [], js_render = [], force = false }: AddUrlRequest) {
    for (const [param, { length }] of Object.entries({ metadata, js_render })) {
      if (length <= urls.length) continue;
      throw new Problem('invalid_request_error', `${param} has more entries than urls.`, { param });
    }
    const canRender = this.renderer.isAvailable;
    const files = urls.map((given, index): NewFile => {
      const url = checkAddress(this.fetcher, given, `urls.${index}`);
      return {
        id: timeOrderedId(),
        projectId: project.id,
        instructions: { kind: 'url', address: url, ...(js_render[index] && canRender && { render: true }) },
        name: null,
        type: 'unknown',
        url,
        byteCount: null,
        sha256: null,
        metadata: readMetadata(metadata[index], `metadata.${index}`),
      };
    });
    const accepted: AcceptedFile[] = [];
    for (const [index, file] of files.entries()) {
      const record = await this.#findOrStore(file, undefined, force);
      accepted.push(
        acceptedBody(record, record.id !== file.id, [
          ...renderAdjustments(index, js_render[index] === true && !canRender),
          ...duplicateAdjustments(file, record),
        ]),
      );
    }
    return { files: accepted };
  }

  async list(tenant: string, project: Project): Promise<AiProductFile[]> {
    return (await this.store.list(project.id)).map((file) => fileBody(tenant, file));
  }

  async get(tenant: string, project: Project, fileId: string): Promise<AiProductFile> {
    const file = await this.store.find(project.id, fileId);
    if (file === undefined) throw new Problem('not_found');
    return fileBody(tenant, file);
  }

  /** Its chunks cannot be found when this resolves. What they leave in the index is removed right after. */
  async delete(project: Project, fileId: string): Promise<void> {
    if (!(await this.store.delete(project.id, fileId))) throw new Problem('not_found');
    // When this process dies meanwhile, RecoveryService does it.
    void this.documents.discard([fileId]).catch(() => undefined);
  }

  /** What could only fail is refused at once. */
  #refuseUnheard({ speechToTextProvider }: Project, type: string): void {
    if ((type === 'audio' || type === 'video') && this.media.transcriber(speechToTextProvider) === undefined) {
      throw new Problem('invalid_request_error', NO_TRANSCRIBER, { param: 'file' });
    }
  }

  /** The same file when it is there already, unless this one may be its double; else this one, stored. */
  async #findOrStore(file: NewFile, upload: UploadedFile | undefined, mayBeDouble: boolean): Promise<FileRecord> {
    const same = mayBeDouble ? undefined : await this.store.findSame(file);
    if (same !== undefined) return same;
    await this.store.insert(file);
    let accepted: FileRecord | undefined;
    try {
      await this.#receive(file.id, upload);
      // The same one may have come meanwhile: who is accepted first, stays.
      accepted = await this.store.accept(file, mayBeDouble);
    } finally {
      // When this fails too, RecoveryService removes what is left.
      if (accepted?.id !== file.id) await this.store.delete(file.projectId, file.id).catch(() => undefined);
      this.runner.wake();
    }
    if (accepted === undefined) throw new Problem('not_found');
    return accepted;
  }

  async #receive(fileId: string, upload: UploadedFile | undefined): Promise<void> {
    let position = 0;
    for await (const piece of upload?.pieces(PIECE_BYTES) ?? []) {
      await this.store.addPiece(fileId, position, piece);
      position += 1;
    }
  }
}

async function typeOf(upload: UploadedFile, hint: string | undefined): Promise<ReadableType> {
  for await (const sample of upload.pieces(SAMPLE_BYTES)) {
    const type = await fileTypeOf(sample, upload.name, hint);
    if (type !== undefined) return type;
    const detail = 'The file is of no type that can be read: its content is neither a known document nor text.';
    throw new Problem('unsupported_media_type', detail, { param: 'file' });
  }
  throw new Problem('invalid_request_error', 'file is empty.', { param: 'file' });
}

function oneFileOnly({ file, file_url }: FileUploadDto): Problem {
  if (file !== undefined && file_url == null) {
    return new Problem('invalid_request_error', 'Send file as multipart/form-data.', { param: 'file' });
  }
  const detail = file === undefined ? 'file or file_url is required.' : 'Send either file or file_url, not both.';
  return new Problem('invalid_request_error', detail, { param: 'file' });
}
