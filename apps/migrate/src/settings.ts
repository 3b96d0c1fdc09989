import { parseArgs } from 'node:util';
import { MigrateError } from './migrate-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the command line and the environment decide. */
export interface Settings {
  help: boolean;
  isDryRun: boolean;
  from: string;
  token: string | undefined;
  projectId: string;
  to: string;
  toToken: string | undefined;
  /** An id, or `new`; undefined: the source's id where it is free. */
  toProject: string | undefined;
  fromDump: string | undefined;
  /** A folder to write an export into, instead of migrating. */
  dump: string | undefined;
  botPrompt: string | undefined;
  statePath: string;
}

const OPTIONS = {
  from: { type: 'string', default: 'https://api.edenai.run' },
  token: { type: 'string' },
  project: { type: 'string' },
  to: { type: 'string', default: 'http://127.0.0.1:3000' },
  'to-token': { type: 'string' },
  'to-project': { type: 'string' },
  'from-dump': { type: 'string' },
  dump: { type: 'string' },
  'bot-prompt': { type: 'string' },
  state: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** @throws {MigrateError} when an argument cannot be meant, or one is missing. */
export function readSettings(argv: string[], environment: Environment): Settings {
  const given = parse(argv);
  const projectId = given.project?.trim() ?? '';
  if (!given.help && projectId === '') {
    throw new MigrateError('Name the project with --project <id>. --help says more.');
  }
  const settings: Settings = {
    help: given.help,
    isDryRun: given['dry-run'],
    from: readAddress('--from', given.from),
    token: given.token ?? environment.ASKYODA_TOKEN,
    projectId,
    to: readAddress('--to', given.to),
    toToken: given['to-token'] ?? environment.GROUNDWIRE_TOKEN,
    toProject: given['to-project'],
    fromDump: given['from-dump'],
    dump: given.dump,
    botPrompt: given['bot-prompt'],
    statePath: given.state ?? `.migrate-${projectId.replaceAll(/[^\w-]/g, '_')}.json`,
  };
  if (!settings.help) refuseContradictions(settings);
  return settings;
}

function refuseContradictions({ fromDump, dump, token, toToken, isDryRun }: Settings): void {
  if (fromDump !== undefined && dump !== undefined) {
    throw new MigrateError('--dump reads a live source; leave --from-dump out.');
  }
  if (fromDump === undefined && !token) {
    throw new MigrateError(
      'The source needs a token: set ASKYODA_TOKEN, or give --token (which stays in the history of your shell).',
    );
  }
  if (dump === undefined && !isDryRun && !toToken) {
    const how = 'for a server of this checkout, `export GROUNDWIRE_TOKEN=$(npm run -s token -- --sub <you>)`.';
    throw new MigrateError(`Groundwire needs a token: set GROUNDWIRE_TOKEN, or give --to-token; ${how}`);
  }
}

function parse(argv: string[]): ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'] {
  try {
    return parseArgs({ args: argv, options: OPTIONS }).values;
  } catch (error) {
    throw new MigrateError(`${(error as Error).message} --help names all options.`);
  }
}

/** A base URL without the version, which every path of AskYoda brings along. */
function readAddress(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new MigrateError(`${option} must be an address such as https://api.edenai.run.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new MigrateError(`${option} must hold no user name or password.`);
  }
  return (url.origin + url.pathname).replace(/\/+$/, '').replace(/\/v2(\/aiproducts\/askyoda\/v2)?$/, '');
}
