import type { JsonObject } from '../reading/record.ts';

/** What is known of the project that moves; null where the source does not tell. */
export interface SourceProject {
  id: string;
  name: string | null;
  collectionName: string | null;
  embeddingsProvider: string | null;
  llmProvider: string | null;
  llmModel: string | null;
  chunkSize: number | null;
  chunkSeparators: string[] | null;
  /** How many chunks the source says it has. */
  chunkCount: number;
}

export interface SourceChunk {
  id: string;
  text: string;
  metadata: JsonObject;
}

export interface SourceTurn {
  user: string;
  assistant: string | null;
}

export interface SourceConversation {
  id: string;
  name: string | null;
  turns: SourceTurn[];
}

export interface SourceBotPrompt {
  name: string;
  model: string;
  text: string;
  params: JsonObject;
  systemPrompt: string | null;
  fileUrls: string[];
}

/** Where a project comes from. Reading changes nothing there. Every method throws MigrateError, or the signal's reason. */
export interface Source {
  /** For people, and to know a state file by: an address or a path. */
  readonly address: string;
  /** Whole numbers that became texts so far, because no double holds them. */
  readonly largeNumbers: number;
  project(): Promise<SourceProject>;
  /** As the source lists them. */
  files(): Promise<JsonObject[]>;
  /** Each chunk once, in an order that holds while the source does not change. */
  chunks(): AsyncGenerator<SourceChunk[]>;
  /** In the order in which they are to be created. */
  conversations(): AsyncGenerator<SourceConversation>;
  /** Undefined: the source cannot tell. */
  botPrompts(): Promise<SourceBotPrompt[] | undefined>;
}
