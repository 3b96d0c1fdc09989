import type { Limits } from '@groundwire/client';

/** A project as it is stored. */
export interface Project {
  id: string;
  projectName: string;
  collectionName: string;
  embeddingsProvider: string;
  llmProvider: string | null;
  llmModel: string | null;
  /** Characters; null means the default of 1,200. */
  chunkSize: number | null;
  chunkSeparators: string[] | null;
  /** Who is to transcribe speech. */
  speechToTextProvider: string;
  /** What its calls may take; what is absent is not limited. */
  limits: Limits;
  chunkCount: number;
  createdAt: Date;
}
