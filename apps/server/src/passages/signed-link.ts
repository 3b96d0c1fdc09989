import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MOST_CHARACTERS = 1_024;

/** The passage that a link shows. */
export interface LinkedPassage {
  projectId: string;
  chunkId: string;
}

/**
 * A signature for a link to one passage: the tenant and the time it expires, sealed (AES-256-GCM) for this passage alone.
 * It tells its reader nothing, and opens nothing else. The same link always has the same signature: the nonce is derived
 * from what is sealed, as in RFC 8452.
 * @param key 32 bytes
 */
export function signLink(key: Buffer, tenant: string, passage: LinkedPassage, expiresAtMs: number): string {
  const sealed = JSON.stringify([tenant, expiresAtMs]);
  const nonce = createHmac('sha256', key)
    .update(`${boundTo(passage)}\0${sealed}`)
    .digest()
    .subarray(0, NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(boundTo(passage)));
  const text = Buffer.concat([cipher.update(sealed, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** The tenant that a signature was made for; undefined when it was not made here, for another passage, or has expired. */
export function tenantOfLink(
  key: Buffer,
  passage: LinkedPassage,
  signature: string,
  nowMs = Date.now(),
): string | undefined {
  if (signature.length > MOST_CHARACTERS) return undefined;
  const bytes = Buffer.from(signature, 'base64url');
  // What base64url forgives would make two spellings of one signature.
  if (bytes.length <= NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== signature) return undefined;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(boundTo(passage)));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const sealed = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    const [tenant, expiresAtMs] = JSON.parse(sealed.toString()) as [string, number];
    return nowMs < expiresAtMs ? tenant : undefined;
  } catch {
    return undefined;
  }
}

function boundTo({ projectId, chunkId }: LinkedPassage): string {
  return `${projectId}/${chunkId}`.toLowerCase();
}
