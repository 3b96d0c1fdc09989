import { styleText } from 'node:util';
import { questionOf } from '../ask.ts';
import type { Settings } from '../settings.ts';
import { curlCommand } from './curl-command.ts';

/** What the hints are about. */
export interface HintFacts {
  baseUrl: string;
  token: string;
  projectId: string;
  question: string;
  settings: Pick<Settings, 'model' | 'once' | 'hasOpenAiKey'>;
}

/** What to try next: the Swagger UI, a token, and a curl line, all of which work while the server runs. */
export function renderHints({ baseUrl, token, projectId, question, settings }: HintFacts): string {
  const url = `${baseUrl}/v2/aiproducts/askyoda/v2/${projectId}/generate/`;
  const hints = [
    ['Swagger UI', `${baseUrl}/docs`],
    ['OpenAI base URL', `${baseUrl}/v1/projects/${projectId}`],
    ['Token', token],
    ['curl', curlCommand(url, token, questionOf(question, settings.model))],
    ['A language model', modelHint(settings)],
  ];
  const title = settings.once ? 'While the server runs (npm run demo, without --once)' : 'Try it yourself';
  return `\n${styleText('bold', title)}\n${hints.map(([name, hint]) => `\n${styleText('cyan', `${name}:`)}\n${hint}\n`).join('')}`;
}

function modelHint({ hasOpenAiKey }: HintFacts['settings']): string {
  const command = 'npm run demo -- --model openai/gpt-4o-mini';
  return hasOpenAiKey ? `${command}   (your OPENAI_API_KEY is used)` : `OPENAI_API_KEY=… ${command}`;
}
