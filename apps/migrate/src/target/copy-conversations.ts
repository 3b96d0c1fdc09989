import { randomUUID } from 'node:crypto';
import { InvalidRequestError } from '@groundwire/client';
import { ratio } from '../printing/progress.ts';
import type { Run } from '../run.ts';
import type { SourceConversation, SourceTurn } from '../source/source.ts';
import { storable } from './storable.ts';

const PAGE = 1_000;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** How a conversation here stands to the one at the source. */
type Verdict = 'equal' | 'continued' | 'changed' | 'refused';

interface Tally {
  read: number;
  turns: number;
  /** Turns that are here as they are there. */
  equalTurns: number;
  found: Record<Verdict, string[]>;
  reasons: string[];
  renamed: string[];
  mended: string[];
}

/** Copies conversations with their turns; each keeps its id where nobody has it. One that is here already is compared. */
export async function copyConversations(run: Run): Promise<void> {
  const tally: Tally = {
    ...{ read: 0, turns: 0, equalTurns: 0, reasons: [], renamed: [], mended: [] },
    found: { equal: [], continued: [], changed: [], refused: [] },
  };
  for await (const original of run.source.conversations()) {
    const conversation = storable(original);
    if (JSON.stringify(conversation) !== JSON.stringify(original)) tally.mended.push(original.id);
    tally.read += 1;
    tally.turns += conversation.turns.length;
    tally.found[await copy(run, conversation, tally)].push(conversation.id);
    run.progress.show(
      `Copying conversations: ${ratio(tally.read, undefined)}, turns: ${ratio(tally.turns, undefined)}`,
    );
  }
  run.progress.end();
  addToReport(run, tally);
}

async function copy(run: Run, conversation: SourceConversation, tally: Tally): Promise<Verdict> {
  let turns = await turnsHere(run, idHere(run, conversation));
  if (turns === undefined) {
    const reason = await create(run, conversation);
    if (reason !== undefined) {
      tally.reasons.push(`Conversation ${conversation.id} was not taken: ${reason}`);
      return 'refused';
    }
    turns = await turnsHere(run, idHere(run, conversation));
  }
  if (idHere(run, conversation) !== conversation.id.toLowerCase()) tally.renamed.push(conversation.id);
  const equal = countEqual(conversation.turns, turns ?? []);
  tally.equalTurns += equal;
  if (turns === undefined || equal < conversation.turns.length) return 'changed';
  return turns.length > equal ? 'continued' : 'equal';
}

function idHere({ stateFile }: Run, { id }: SourceConversation): string {
  return stateFile.state.conversations[id] ?? id.toLowerCase();
}

/** Undefined when the project has no such conversation. */
async function turnsHere({ target, projectId }: Run, id: string): Promise<SourceTurn[] | undefined> {
  if (!UUID.test(id)) return undefined;
  const turns: SourceTurn[] = [];
  for (;;) {
    const page = { limit: PAGE, after: turns.length };
    const found = await target.find((client, signal) => client.getConversation(projectId, id, page, { signal }));
    if (found === undefined) return undefined;
    turns.push(...found.messages.map(({ user_text: user, assistant_text: assistant }) => ({ user, assistant })));
    if (found.messages.length === 0 || turns.length >= found.message_count) return turns;
  }
}

/** Creates it with all its turns at once. Returns why that is not possible. */
async function create(run: Run, conversation: SourceConversation): Promise<string | undefined> {
  const { target, projectId, stateFile } = run;
  const messages = conversation.turns.map(({ user, assistant }) => ({ user_text: user, assistant_text: assistant }));
  const id = idHere(run, conversation);
  if (UUID.test(id)) {
    const body = { id, name: conversation.name, messages };
    try {
      await target.ask((client, signal) => client.createConversation(projectId, body, { signal }));
      return undefined;
    } catch (error) {
      if (!(error instanceof InvalidRequestError)) throw error;
      if (!('id' in error.fields)) return error.message;
      // A request that an interruption left under way may have been carried out since we looked.
      if ((await turnsHere(run, id)) !== undefined) return undefined;
    }
  }
  // Named before it exists: an interruption leaves one, not two.
  await stateFile.save({ conversations: { ...stateFile.state.conversations, [conversation.id]: randomUUID() } });
  return create(run, conversation);
}

function countEqual(turns: readonly SourceTurn[], here: readonly SourceTurn[]): number {
  const firstOther = turns.findIndex(
    ({ user, assistant }, at) => here[at]?.user !== user || here[at].assistant !== assistant,
  );
  return firstOther === -1 ? turns.length : firstOther;
}

function addToReport({ report }: Run, { read, turns, equalTurns, found, reasons, renamed, mended }: Tally): void {
  const equal = found.equal.length + found.continued.length;
  report.rows.push(
    { what: 'conversations', source: read, here: equal, isEqual: read === equal },
    { what: 'their turns', source: turns, here: equalTurns, isEqual: turns === equalTurns },
  );
  report.problems.push(...reasons.map((text) => ({ text })));
  const remarks = [
    ['problems', 'Conversations that went on at the source since they were copied, or are others here', found.changed],
    ['notes', 'Conversations that went on here', found.continued],
    [
      'notes',
      'Conversations with another id here, since theirs is taken or no UUID (the state file says which)',
      renamed,
    ],
    ['notes', 'NUL and halves of surrogate pairs were replaced by U+FFFD in conversations', mended],
  ] as const;
  for (const [list, text, ids] of remarks) if (ids.length > 0) report[list].push({ text, ids });
}
