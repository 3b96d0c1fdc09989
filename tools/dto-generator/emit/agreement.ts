import type { Document } from '../spec/document.ts';
import { mergeAllOf } from '../spec/merge-all-of.ts';
import { classNames } from '../spec/schema-kind.ts';
import { header } from './literal.ts';

/** Types that compile only when each DTO class says the same as hey-api's type of the same schema, key for key. */
export function emitAgreement(document: Document): string {
  const pairs = classNames(document).map((name) => `Expect<Agree<schemas.${name}Dto, ${received(document, name)}>>`);
  return `${header([
    "import type * as client from '@groundwire/client';",
    "import type { Agree, Expect, Received } from '../agree.ts';",
    "import type * as schemas from './schemas.gen.ts';",
  ])}

/** The two generators check each other whenever this compiles. */
export type Agreement = [${pairs.join(', ')}];
`;
}

/** hey-api's type; where it sends a file, the DTO knows its name. */
function received(document: Document, name: string): string {
  const { properties = {} } = mergeAllOf(document, document.components.schemas[name]!);
  const hasFile = Object.values(properties).some(({ format }) => format === 'binary');
  return hasFile ? `Received<client.${name}>` : `client.${name}`;
}
