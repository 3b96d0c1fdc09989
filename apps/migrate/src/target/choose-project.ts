import { randomUUID } from 'node:crypto';
import { type CreateProjectRequest, InvalidRequestError } from '@groundwire/client';
import { MigrateError } from '../migrate-error.ts';
import type { Remark } from '../printing/report.ts';
import type { SourceProject } from '../source/source.ts';
import type { StateFile } from '../state/state.ts';
import type { Target } from './target.ts';

/** `--to-project` for a project with an id of its own. */
export const NEW_PROJECT = 'new';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const EMBEDDINGS = ['openai', 'cohere', 'google', 'mistral', 'jina'] as const;

/**
 * The project that chunks go to: the wanted one, the one of the run before, or a new one with the settings of the source's
 * and, when nobody has it, its id. The state names it before it exists, so that no interruption leaves two.
 */
export async function chooseProject(
  target: Target,
  source: SourceProject,
  stateFile: StateFile,
  wanted: string | undefined,
  notes: Remark[],
): Promise<string> {
  const { target_project: known } = stateFile.state;
  if (wanted !== undefined && wanted !== NEW_PROJECT) return useExisting(target, stateFile, wanted);
  const keepsId = wanted === undefined && UUID.test(source.id);
  const id = known ?? (keepsId ? source.id.toLowerCase() : randomUUID());
  await stateFile.save({ target_project: id });
  if (await exists(target, id)) return id;
  if (await create(target, source, id, notes)) return id;

  const another = randomUUID();
  notes.push({ text: `The project's id is taken here, so it has another one: ${source.id} is now ${another}` });
  await stateFile.save({ target_project: another });
  await create(target, source, another, notes);
  return another;
}

async function useExisting(target: Target, stateFile: StateFile, wanted: string): Promise<string> {
  const { target_project: known } = stateFile.state;
  if (known !== null && known !== wanted) {
    throw new MigrateError(`${stateFile.path} belongs to a migration into ${known}. Name another file in --state.`);
  }
  if (!(await exists(target, wanted))) {
    throw new MigrateError(`${target.address.baseUrl} knows no project ${wanted} of this token's tenant.`);
  }
  await stateFile.save({ target_project: wanted });
  return wanted;
}

async function exists(target: Target, id: string): Promise<boolean> {
  return (await target.find((client, signal) => client.getProject(id, { signal }))) !== undefined;
}

/** False when somebody has the id. */
async function create(target: Target, source: SourceProject, id: string, notes: Remark[]): Promise<boolean> {
  try {
    const { adjustments } = await target.ask((client, signal) => client.createProject(asked(source, id), { signal }));
    notes.push(...adjustments.map(({ parameter, from, to, reason }) => adjusted(parameter, from, to, reason)));
    return true;
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    if ('project_id' in error.fields) return false;
    throw new MigrateError(`The project could not be created here: ${error.message}`);
  }
}

function adjusted(parameter: string, from: unknown, to: unknown, reason: string): Remark {
  const change = [from, to].filter((each) => each !== undefined && each !== null).map((each) => JSON.stringify(each));
  return { text: `${parameter}: ${change.join(' is now ')}. ${reason}` };
}

function asked(source: SourceProject, id: string): CreateProjectRequest {
  const { name, collectionName, embeddingsProvider, llmProvider, llmModel, chunkSize, chunkSeparators } = source;
  return {
    project_id: id,
    project_name: name || `AskYoda ${source.id.slice(0, 8)}`,
    collection_name: collectionName || 'askyoda',
    embeddings_provider: EMBEDDINGS.find((each) => each === embeddingsProvider) ?? 'openai',
    ...(llmProvider && { llm_provider: llmProvider }),
    ...(llmModel && { llm_model: llmModel }),
    ...(chunkSize !== null && { chunk_size: chunkSize }),
    ...(chunkSeparators !== null && { chunk_separators: chunkSeparators }),
  };
}
