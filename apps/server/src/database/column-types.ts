import pg from 'pg';

/** How `pg` reads column values: as it does by default, except that `bigint` is a number where no digit is lost. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(typeId, format) {
    if (typeId === pg.types.builtins.INT8 && format !== 'binary') return toNumberWhenSafe;
    return pg.types.getTypeParser(typeId, format) as (text: string) => unknown;
  },
};

function toNumberWhenSafe(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}
