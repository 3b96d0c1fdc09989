/** Environment variables by name, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment holds a value that cannot be meant; the message says which and what would be right. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** An empty variable counts as absent. */
export function text(environment: Environment, name: string): string | undefined {
  return environment[name] || undefined;
}

/** An http or https address, without a slash at its end. */
export function url(environment: Environment, name: string): string | undefined {
  const given = text(environment, name)?.replace(/\/+$/, '');
  if (given === undefined || /^https?:$/.test(URL.parse(given)?.protocol ?? '')) return given;
  throw new ConfigError(`${name} must be an http or https address.`);
}

/** Exact host names or addresses, separated by commas; no ports, no patterns. */
export function hosts(environment: Environment, name: string): string[] {
  const given = (text(environment, name) ?? '').split(',').map((entry) => entry.trim().toLowerCase());
  return given
    .filter((entry) => entry !== '')
    .map((entry) => {
      const written = URL.parse(`http://${entry}/`)?.hostname.replace(/^\[|\]$/g, '');
      if (written !== undefined && written === entry.replace(/^\[|\]$/g, '')) return written;
      throw new ConfigError(`${name} must be host names without ports, separated by commas.`);
    });
}

export function integer(environment: Environment, name: string, fallback: number, least: number, most: number): number {
  const given = text(environment, name);
  if (given === undefined) return fallback;
  const value = Number(given);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ConfigError(`${name} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

export function oneOf<Value extends string>(
  environment: Environment,
  name: string,
  values: readonly Value[],
  fallback: Value,
): Value {
  const given = text(environment, name);
  if (given === undefined) return fallback;
  const value = values.find((candidate) => candidate === given);
  if (value === undefined) throw new ConfigError(`${name} must be one of ${values.join(', ')}.`);
  return value;
}

/** `true` or `false`; without a value it is not so. */
export function flag(environment: Environment, name: string): boolean {
  return oneOf(environment, name, ['true', 'false'], 'false') === 'true';
}
