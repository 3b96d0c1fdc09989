import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { signLink, tenantOfLink } from './signed-link.ts';

const key = randomBytes(32);
const passage = { projectId: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c', chunkId: '0198c0de-6b21-7f00-8a41-5f6e7d8c9b0a' };
const LATER = 2_000;
const signature = signLink(key, 'älice', passage, LATER);
const opened = (text: string, shown = passage, nowMs = 1_000): string | undefined =>
  tenantOfLink(key, shown, text, nowMs);

describe('a signed link', () => {
  it('names its tenant, to us alone', () => {
    expect(opened(signature)).toBe('älice');
    expect(opened(signature, { ...passage, chunkId: passage.chunkId.toUpperCase() })).toBe('älice');
    expect(Buffer.from(signature, 'base64url').toString('latin1')).not.toContain('lice');
  });

  it('is the same for the same link', () => expect(signLink(key, 'älice', passage, LATER)).toBe(signature));

  it('expires', () => expect(opened(signature, passage, LATER)).toBeUndefined());

  it('opens nothing else', () => {
    expect(opened(signature, { ...passage, chunkId: passage.projectId })).toBeUndefined();
    expect(opened(signature, { projectId: passage.chunkId, chunkId: passage.chunkId })).toBeUndefined();
    expect(tenantOfLink(randomBytes(32), passage, signature, 1_000)).toBeUndefined();
  });

  it('cannot be changed in a single bit, or spelt otherwise', () => {
    const bytes = Buffer.from(signature, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(opened(changed.toString('base64url'))).toBeUndefined();
    }
    for (const text of ['', 'x', `${signature}=`, ` ${signature}`, signature.slice(0, -2), 'A'.repeat(5_000)]) {
      expect(opened(text)).toBeUndefined();
    }
  });
});
