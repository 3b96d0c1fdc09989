import { fullFormats } from 'ajv-formats/dist/formats.js';

/**
 * The string formats of the contract, for the compiled validators and the DTOs alike. class-validator's own IsUUID
 * refuses the nil UUID and its IsUrl refuses `data:`; these follow ajv-formats, but for one thing: a UUID is bare.
 * ajv-formats also takes `urn:uuid:…`, which RFC 4122 (section 3) calls a URN, and which Postgres refuses as a uuid.
 */
export const formats = {
  uuid: (value: string) => UUID.test(value),
  uri: fullFormats.uri as (value: string) => boolean,
  'date-time': (fullFormats['date-time'] as { validate: (value: string) => boolean }).validate,
};

export type FormatName = keyof typeof formats;

/** How a format is called in a sentence. */
export const FORMAT_NAMES: Record<FormatName, string> = {
  uuid: 'a UUID',
  uri: 'a URI',
  'date-time': 'a date and time such as 2026-11-22T12:00:00Z',
};

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
