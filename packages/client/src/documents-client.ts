import { type CallOptions, Caller } from './caller.ts';
import type { Client } from './gen/client/index.ts';
import * as operations from './gen/sdk.gen.ts';
import type {
  AcceptedFile,
  AcceptedUrls,
  AddedTexts,
  AddFileRequest,
  AddImageRequest,
  AddTextRequest,
  AddUrlRequest,
  AddVideoRequest,
  AiProductFile,
  AskLlmRequest,
  Chunk,
  ChunkList,
  DeletedChunks,
  ListChunksRequest,
  QueryResult,
} from './gen/types.gen.ts';
import { toForm } from './to-form.ts';

/** A project's documents: what goes in, and the passages it becomes. */
export class DocumentsClient {
  readonly #caller: Caller;

  constructor(client: Client, timeoutMs: number) {
    this.#caller = new Caller(client, timeoutMs);
  }

  /** Not a field: whoever prints a client must not see its token. */
  protected get caller(): Caller {
    return this.#caller;
  }

  /** Adds one document for each text. When it resolves, they are stored and can be found; on failure none is. */
  addText(projectId: string, body: AddTextRequest, options?: CallOptions): Promise<AddedTexts> {
    return this.caller.ask(options, (call) => operations.addText({ ...call, path: { project_id: projectId }, body }));
  }

  /** Sends a file, or names its address; it is read afterwards, and `getFile` shows how far that is. */
  addFile(projectId: string, file: AddFileRequest, options?: CallOptions): Promise<AcceptedFile> {
    const path = { project_id: projectId };
    return this.caller.ask(options, (call) => operations.addFile({ ...call, path, ...toForm(file, call.headers) }));
  }

  /** As `addFile`; with `model`, a vision model describes the image as `prompt` asks. */
  addImage(projectId: string, image: AddImageRequest, options?: CallOptions): Promise<AcceptedFile> {
    const path = { project_id: projectId };
    return this.caller.ask(options, (call) => operations.addImage({ ...call, path, ...toForm(image, call.headers) }));
  }

  /** As `addFile`; what is said in the video is transcribed. */
  addVideo(projectId: string, video: AddVideoRequest, options?: CallOptions): Promise<AcceptedFile> {
    const path = { project_id: projectId };
    return this.caller.ask(options, (call) => operations.addVideo({ ...call, path, ...toForm(video, call.headers) }));
  }

  /** Names pages that are to be fetched and read. */
  addUrl(projectId: string, body: AddUrlRequest, options?: CallOptions): Promise<AcceptedUrls> {
    return this.caller.ask(options, (call) => operations.addUrl({ ...call, path: { project_id: projectId }, body }));
  }

  /** The project's files, oldest first. */
  listFiles(projectId: string, options?: CallOptions): Promise<AiProductFile[]> {
    return this.caller.ask(options, (call) => operations.listFiles({ ...call, path: { project_id: projectId } }));
  }

  getFile(projectId: string, fileId: string, options?: CallOptions): Promise<AiProductFile> {
    const path = { project_id: projectId, file_id: fileId };
    return this.caller.ask(options, (call) => operations.getFile({ ...call, path }));
  }

  /** Deletes a file and its chunks; one that is being read is stopped. */
  async deleteFile(projectId: string, fileId: string, options?: CallOptions): Promise<void> {
    const path = { project_id: projectId, file_id: fileId };
    await this.caller.ask(options, (call) => operations.deleteFile({ ...call, path }));
  }

  /** The best chunks for a question, best first. No model is asked. */
  async query(projectId: string, body: AskLlmRequest, options?: CallOptions): Promise<QueryResult> {
    const path = { project_id: projectId };
    // Without the header of the published shape it is never an `LlmAnswer`.
    return (await this.caller.ask(options, (call) => operations.queryProject({ ...call, path, body }))) as QueryResult;
  }

  /** The passage that a source or a citation names. */
  getChunk(projectId: string, chunkId: string, options?: CallOptions): Promise<Chunk> {
    const path = { project_id: projectId, chunk_id: chunkId };
    return this.caller.ask(options, (call) => operations.getChunk({ ...call, path }));
  }

  /** The ids of chunks, with their texts on demand; `next_cursor` leads on. */
  listChunks(projectId: string, body: ListChunksRequest = {}, options?: CallOptions): Promise<ChunkList> {
    return this.caller.ask(options, (call) =>
      operations.listChunkIds({ ...call, path: { project_id: projectId }, body }),
    );
  }

  /** Deletes chunks; those that are gone already do no harm. */
  deleteChunks(projectId: string, ids: string[], options?: CallOptions): Promise<DeletedChunks> {
    const path = { project_id: projectId };
    return this.caller.ask(options, (call) => operations.deleteChunk({ ...call, path, body: { ids } }));
  }

  deleteAllChunks(projectId: string, options?: CallOptions): Promise<DeletedChunks> {
    return this.caller.ask(options, (call) => operations.deleteAllChunks({ ...call, path: { project_id: projectId } }));
  }
}
