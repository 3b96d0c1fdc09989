export const STRICT = 'x-groundwire-strict';

/** By header or by body; the contract has seen to it that the header is a boolean. */
export function isStrict(header: string | undefined, body: { strict?: boolean }): boolean {
  return header?.trim() === 'true' || body.strict === true;
}
