import type { Document } from '../spec/document.ts';
import { classNames } from '../spec/schema-kind.ts';
import { header } from './literal.ts';

/** Types that compile only when each DTO class says the same as hey-api's type of the same schema, key for key. */
export function emitAgreement(document: Document): string {
  const pairs = classNames(document).map((name) => `Expect<Agree<schemas.${name}Dto, client.${name}>>`);
  return `${header([
    "import type * as client from '@groundwire/client';",
    "import type { Agree, Expect } from '../agree.ts';",
    "import type * as schemas from './schemas.gen.ts';",
  ])}

/** The two generators check each other whenever this compiles. */
export type Agreement = [${pairs.join(', ')}];
`;
}
