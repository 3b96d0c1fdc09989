import { parseArgs } from 'node:util';
import { DemoError } from './demo-error.ts';

export const USAGE = `Usage: npm run demo [-- [--once] [--model provider/model]]

  --once    ask the questions, then stop instead of serving
  --model   ask this model instead of local/extractive, for example openai/gpt-4o-mini (needs OPENAI_API_KEY)

The environment reaches the server unchanged: PORT, DATA_DIR, DATABASE_URL, OPENAI_API_KEY, …`;

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the command line and the environment decide. */
export interface Settings {
  help: boolean;
  once: boolean;
  model: string;
  host: string;
  /** Undefined: 3000, or a free one when that is taken. */
  port: number | undefined;
  hasOpenAiKey: boolean;
  /** Handed to the server. */
  environment: Environment;
}

/** @throws {DemoError} when an argument or `PORT` cannot be meant. */
export function readSettings(argv: string[], environment: Environment): Settings {
  const { once, help, model } = parseArguments(argv);
  const host = environment.HOST || '127.0.0.1';
  return {
    help,
    once,
    model,
    host: host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host,
    port: readPort(environment.PORT),
    hasOpenAiKey: Boolean(environment.OPENAI_API_KEY),
    environment,
  };
}

function parseArguments(argv: string[]): { once: boolean; help: boolean; model: string } {
  try {
    return parseArgs({
      args: argv,
      options: {
        once: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        model: { type: 'string', default: 'local/extractive' },
      },
    }).values;
  } catch (error) {
    throw new DemoError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function readPort(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new DemoError('PORT must be a whole number from 0 to 65535.');
}
