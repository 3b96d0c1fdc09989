import type { Principal } from './principal.ts';

/** Knows links that open one thing without a token. */
export abstract class LinkVerifier {
  /** Who gave the link away; undefined when its signature does not open what the path names. */
  abstract verify(path: Record<string, string>, signature: string): Principal | undefined;
}
