import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MigrateError } from '../migrate-error.ts';
import { JsonReader } from '../reading/json-reader.ts';
import { readBotPrompts } from '../reading/read-bot-prompts.ts';
import { readChunkList } from '../reading/read-chunk-list.ts';
import { inOrderOfCreation, readConversation, readConversationList } from '../reading/read-conversations.ts';
import { readProject } from '../reading/read-project.ts';
import { isObject, type JsonObject, listAt, objectAt } from '../reading/record.ts';
import type { Source, SourceBotPrompt, SourceChunk, SourceConversation, SourceProject } from './source.ts';

/** The answers of one operation, each read when it is its turn. */
type Answers = AsyncGenerator;

/** Gives the answers whose export name has this form, in the order of their names. */
type FindAnswers = (name: RegExp) => Answers;

const DETAIL = /^conversation-.+[.]json$/;

/** A project that was exported: the answers of AskYoda's operations as files of a folder, or one file with all of them. */
export class DumpSource implements Source {
  private constructor(
    readonly address: string,
    private readonly projectId: string,
    private readonly reader: JsonReader,
    private readonly find: FindAnswers,
  ) {}

  get largeNumbers(): number {
    return this.reader.largeNumbers;
  }

  /** @throws {MigrateError} when there is no such file or folder, or it is not JSON. */
  static async open(path: string, projectId: string): Promise<DumpSource> {
    const kind = await stat(path).catch(() => undefined);
    if (kind === undefined) throw new MigrateError(`There is no ${path}.`);
    const reader = new JsonReader();
    const find = kind.isDirectory()
      ? findInFolder(path, reader)
      : findInFile(objectAt(await readJson(path, reader), path));
    return new DumpSource(resolve(path), projectId, reader, find);
  }

  async project(): Promise<SourceProject> {
    const info = await firstOf(this.find(/^info[.]json$/));
    if (info === undefined) throw new MigrateError(`${this.address} has no info.`);
    return readProject(this.projectId, info, await firstOf(this.find(/^project[.]json$/)));
  }

  async files(): Promise<JsonObject[]> {
    const files = (await firstOf(this.find(/^files[.]json$/))) ?? [];
    return listAt(isObject(files) ? files.results : files, 'files').map((each, at) => objectAt(each, `files.${at}`));
  }

  async *chunks(): AsyncGenerator<SourceChunk[]> {
    const seen = new Set<string>();
    for await (const answer of this.find(/^chunks.*[.]json$/)) {
      const { chunks } = readChunkList(answer, 'chunks');
      yield chunks.filter(({ id }) => !seen.has(id) && seen.add(id));
    }
  }

  async *conversations(): AsyncGenerator<SourceConversation> {
    const listed = [];
    for await (const answer of this.find(/^conversations.*[.]json$/)) {
      listed.push(...readConversationList(answer).conversations);
    }
    const details = new Map<string, SourceConversation>();
    for await (const answer of this.find(DETAIL)) {
      const { id, name, turns } = readConversation(answer, 0);
      details.set(id, { id, name, turns: [...(details.get(id)?.turns ?? []), ...turns] });
    }
    const ids = new Set(inOrderOfCreation(listed).map(({ id }) => id));
    for (const id of [...ids, ...[...details.keys()].filter((each) => !ids.has(each))]) {
      const conversation = details.get(id);
      if (conversation === undefined) {
        throw new MigrateError(`The messages of conversation ${id} are not in the export.`);
      }
      yield conversation;
    }
  }

  async botPrompts(): Promise<SourceBotPrompt[] | undefined> {
    const prompts = await firstOf(this.find(/^bot_prompts[.]json$/));
    return prompts === undefined ? undefined : readBotPrompts(prompts);
  }
}

function findInFolder(folder: string, reader: JsonReader): FindAnswers {
  return async function* find(pattern) {
    const names = (await readdir(folder)).filter((name) => pattern.test(name)).sort();
    for (const name of names) yield await readJson(join(folder, name), reader);
  };
}

/** `chunks` is one answer or the records themselves; `conversations` are whole, with their messages. */
function findInFile(content: JsonObject): FindAnswers {
  return async function* find(pattern) {
    if (pattern === DETAIL) {
      yield* listAt(content.conversations ?? [], 'conversations');
      return;
    }
    const name = Object.keys(content).find((each) => pattern.test(`${each}.json`));
    if (name !== undefined && content[name] !== null) yield content[name];
  };
}

async function readJson(path: string, reader: JsonReader): Promise<unknown> {
  try {
    return reader.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new MigrateError(`${path} is not JSON${error instanceof SyntaxError ? '' : ', or cannot be read'}.`);
  }
}

async function firstOf(answers: Answers): Promise<unknown> {
  for await (const answer of answers) return answer;
  return undefined;
}
