import { Resolver } from 'node:dns/promises';

/** All IPv4 and IPv6 addresses of a name. Throws when there is none. */
export type ResolveHost = (host: string) => Promise<string[]>;

const ATTEMPT_MS = 1_200;
const ATTEMPTS = 2;

/**
 * Asks the name servers themselves, those of this machine unless others are named. `dns.lookup` would ask in libuv's four
 * threads, which a few slow names of a stranger would keep from reading files, and would read `/etc/hosts` and search
 * domains, where inside names live.
 */
export function createResolveHost(nameServers: readonly string[] = []): ResolveHost {
  return async (host) => {
    const resolver = new Resolver({ timeout: ATTEMPT_MS, tries: ATTEMPTS });
    if (nameServers.length > 0) resolver.setServers(nameServers);
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (addresses.length > 0) return addresses;
    throw new Error('no address', {
      cause: answers.map((answer) => (answer as PromiseRejectedResult).reason as unknown),
    });
  };
}
