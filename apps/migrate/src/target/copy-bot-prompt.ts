import { InvalidRequestError } from '@groundwire/client';
import type { Run } from '../run.ts';
import type { SourceBotPrompt } from '../source/source.ts';
import { contentHash } from './content-hash.ts';
import { storable } from './storable.ts';

const WHAT = 'bot profile';

/** Copies the bot profile, of which a project has one here. */
export async function copyBotPrompt(run: Run, prompts: readonly SourceBotPrompt[] | undefined): Promise<void> {
  const { report } = run;
  if (prompts === undefined) {
    const text =
      'AskYoda has no operation that reads a bot profile. Give it with --bot-prompt <file.json>, if there is one.';
    report.rows.push({ what: WHAT, source: 'unknown', here: (await promptsHere(run)).length, instead: 'not readable' });
    report.notes.push({ text });
    return;
  }
  const [prompt] = prompts.map(storable);
  const refusal = prompt === undefined ? undefined : await put(run, prompt);
  const here = await promptsHere(run);
  const isSame = prompt === undefined || here.some((each) => contentHash(each) === contentHash(prompt));
  report.rows.push({
    what: WHAT,
    source: prompts.length,
    here: here.length,
    isEqual: isSame && prompts.length <= here.length,
  });
  if (refusal !== undefined) report.problems.push({ text: `The bot profile was not taken: ${refusal}` });
  if (prompts.length > 1) {
    report.problems.push({
      text: 'A project has one bot profile here; those left out',
      ids: prompts.slice(1).map(({ name }) => name),
    });
  }
}

async function promptsHere({ target, projectId }: Run): Promise<SourceBotPrompt[]> {
  const prompts = await target.ask((client, signal) => client.listBotPrompts(projectId, { signal }));
  return prompts.map(({ system_prompt: systemPrompt, file_urls: fileUrls, adjustments: _, ...prompt }) => ({
    ...prompt,
    systemPrompt,
    fileUrls,
  }));
}

/** Returns why the server would not take it. */
async function put({ target, projectId }: Run, prompt: SourceBotPrompt): Promise<string | undefined> {
  const { name, model, text, params, systemPrompt, fileUrls } = prompt;
  const query = {
    ...{ name, model, text },
    ...(Object.keys(params).length > 0 && { params: JSON.stringify(params) }),
    ...(systemPrompt !== null && { system_prompt: systemPrompt }),
    ...(fileUrls.length > 0 && { file_urls: fileUrls.join(',') }),
  };
  try {
    await target.ask((client, signal) => client.createBotPrompt(projectId, query, { signal }));
    return undefined;
  } catch (error) {
    if (error instanceof InvalidRequestError) return error.message;
    throw error;
  }
}
