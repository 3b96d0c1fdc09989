import { createHmac } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { LinkVerifier } from '../http/auth/link-verifier.ts';
import type { Principal } from '../http/auth/principal.ts';
import { LinkKeyStore } from './link-key.store.ts';
import { type LinkedPassage, signLink, tenantOfLink } from './signed-link.ts';

const HOUR_MS = 3_600_000;

/** Makes the links that citations carry, and knows them again. */
@Injectable()
export class PassageLinksService extends LinkVerifier implements OnModuleInit {
  #key: Buffer = Buffer.alloc(0);

  constructor(
    private readonly keys: LinkKeyStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async onModuleInit(): Promise<void> {
    this.#key = await this.keys.load();
  }

  /** Where anybody who is given the link reads the passage, until it expires. The same within an hour. */
  urlOf(tenant: string, passage: LinkedPassage): string {
    const { publicUrl, citationLinkTtlHours } = this.config;
    const expiresAtMs = (Math.ceil(Date.now() / HOUR_MS) + citationLinkTtlHours) * HOUR_MS;
    const signature = signLink(this.#key, tenant, passage, expiresAtMs);
    return `${publicUrl}/v1/projects/${passage.projectId}/chunks/${passage.chunkId}?sig=${signature}`;
  }

  /** A key for something else, the same for every server on this database: it tells nothing of the one for links. */
  keyFor(purpose: string): Buffer {
    return createHmac('sha256', this.#key).update(purpose).digest();
  }

  verify(
    { project_id: projectId, chunk_id: chunkId }: Record<string, string>,
    signature: string,
  ): Principal | undefined {
    if (projectId === undefined || chunkId === undefined) return undefined;
    const tenant = tenantOfLink(this.#key, { projectId, chunkId }, signature);
    return tenant === undefined ? undefined : { subject: tenant, tenant };
  }
}
