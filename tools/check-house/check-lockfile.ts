/** The fields of package-lock.json that are read here. */
export interface Lockfile {
  packages: Record<
    string,
    {
      version?: string;
      resolved?: string;
      hasInstallScript?: boolean;
      optionalDependencies?: Record<string, string>;
    }
  >;
}

function nameOf(path: string): string {
  return path.split('node_modules/').at(-1) ?? path;
}

/**
 * A lockfile that `npm ci` takes on every machine: without a registry's address, with the binaries of every platform
 * (`npm install` drops silently those that its registry lacks), and with a word on each install script.
 */
export function checkLockfile({ packages }: Lockfile, allowScripts: Readonly<Record<string, boolean>>): string[] {
  const locked = new Set(Object.keys(packages).map(nameOf));
  return Object.entries(packages).flatMap(([path, entry]) => {
    const missing = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !locked.has(name));
    return [
      ...(/^https?:/.test(entry.resolved ?? '') ? [`package-lock.json: ${path} names a registry`] : []),
      ...missing.map((name) => `package-lock.json: ${path} needs ${name}, which is not locked`),
      ...(entry.hasInstallScript && !(nameOf(path) in allowScripts)
        ? [`package.json: allowScripts says nothing about ${nameOf(path)}, which has an install script`]
        : []),
    ];
  });
}
