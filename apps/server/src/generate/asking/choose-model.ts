import type { AskLlmRequest } from '@groundwire/client';
import { Problem } from '../../http/problems/problem.ts';
import type { Project } from '../../projects/project.ts';

/** Needs no key: it quotes the project's documents. */
const WITHOUT_ANY_MODEL = 'local/extractive';

type Wish = Pick<AskLlmRequest, 'llm_provider' | 'llm_model'>;
type Settings = Pick<Project, 'llmProvider' | 'llmModel'>;

/**
 * The request's model, else the profile's, else the project's. Throws a Problem (400) for a provider without a model, which
 * names nothing that could be asked.
 */
export function chooseModel(wish: Wish, profileModel: string | undefined, project: Settings): string {
  const { llm_provider: provider, llm_model: model } = wish;
  if (model !== undefined) return named(provider, model);
  if (provider === undefined) return profileModel ?? projectModel(project) ?? WITHOUT_ANY_MODEL;
  if (provider === 'local') return WITHOUT_ANY_MODEL;
  if (provider === project.llmProvider && project.llmModel !== null) return named(provider, project.llmModel);
  const detail = `llm_model is missing: this project has no model of ${provider}.`;
  throw new Problem('invalid_request_error', detail, { param: 'llm_model' });
}

function projectModel({ llmProvider, llmModel }: Settings): string | undefined {
  return llmModel === null ? undefined : named(llmProvider ?? undefined, llmModel);
}

/** `llm_model` may carry its provider already, as `provider/model`. */
function named(provider: string | undefined, model: string): string {
  return provider === undefined || model.startsWith(`${provider}/`) ? model : `${provider}/${model}`;
}
