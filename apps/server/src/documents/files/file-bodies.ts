import type { AcceptedFile, Adjustment, AiProductFile } from '@groundwire/client';
import type { FileRecord } from './file-record.ts';

export function acceptedBody(
  { id, status }: FileRecord,
  isDuplicate: boolean,
  adjustments: readonly Adjustment[],
): AcceptedFile {
  return { file_id: id, status, duplicate: isDuplicate, adjustments: [...adjustments] };
}

export function fileBody(tenant: string, file: FileRecord): AiProductFile {
  return {
    file_id: file.id,
    user: tenant,
    project: file.projectId,
    file_type: file.type,
    created_at: file.createdAt.toISOString(),
    status: file.status,
    error: file.error,
    task_id: file.attempt,
    task_started_at: file.startedAt?.toISOString() ?? null,
    file_path: null,
    file_name: file.name,
    progress: file.progress,
    byte_count: file.byteCount,
    page_count: file.pageCount,
    chunk_count: file.chunkCount,
    sha256: file.sha256,
    url: file.url,
    metadata: file.metadata,
    document_metadata: file.documentMetadata,
  };
}
