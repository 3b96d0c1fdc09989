/** One model's vectors of one project. */
export interface EmbeddingSpace {
  id: number;
  projectId: string;
  /** `provider/model`. */
  model: string;
  dimensions: number;
  status: 'building' | 'active';
  /** Mean cosine of chunks that have nothing to do with each other; what a nearness of 0 means. */
  meanCosine: number;
  /** How many chunks the project had when that was taken. */
  sampledAt: number;
}

/** A project as far as its embeddings are concerned. */
export interface EmbeddedProject {
  /** The name it was created with. */
  embeddingsProvider: string;
  chunkCount: number;
  /** Where questions are compared. */
  active: EmbeddingSpace | undefined;
  /** What will take its place. */
  building: EmbeddingSpace | undefined;
}

/** How far a project's embeddings are. */
export interface EmbeddingProgress {
  model: string;
  dimensions: number;
  status: EmbeddingSpace['status'];
  embeddedChunks: number;
  chunks: number;
}
