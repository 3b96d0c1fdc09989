import type { Migration } from '../migration.ts';
import { migration as projectsDocumentsChunks } from './0001-projects-documents-chunks.ts';
import { migration as settings } from './0002-settings.ts';
import { migration as candidates } from './0003-candidates.ts';
import { migration as files } from './0004-files.ts';
import { migration as embeddings } from './0005-embeddings.ts';
import { migration as thinking } from './0006-thinking.ts';
import { migration as conversations } from './0007-conversations.ts';
import { migration as botPrompts } from './0008-bot-prompts.ts';
import { migration as requests } from './0009-requests.ts';
import { migration as longConversations } from './0010-long-conversations.ts';
import { migration as budgets } from './0011-budgets.ts';
import { migration as removal } from './0012-removal.ts';

/** Every step of the schema, in order. A new one is a new file and one line here. */
export const migrations: readonly Migration[] = [
  projectsDocumentsChunks,
  settings,
  candidates,
  files,
  embeddings,
  thinking,
  conversations,
  botPrompts,
  requests,
  longConversations,
  budgets,
  removal,
];
