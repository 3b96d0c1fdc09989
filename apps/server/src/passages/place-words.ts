import type { Place } from '@groundwire/client';

/** A passage's place as a person names it: "Report, Costs · pages 3 to 4"; empty where the document knows none. */
export function placeWords(place: Place): string {
  const { page, last_page: lastPage, slide, sheet, first_row: firstRow, last_row: lastRow } = place;
  const { chapter, start_seconds: start, end_seconds: end, headings = [] } = place;
  return [
    headings.join(', '),
    chapter,
    sheet === undefined ? undefined : `sheet ${sheet}`,
    range('page', page, lastPage),
    range('slide', slide),
    range('row', firstRow, lastRow),
    range('second', start, end),
  ]
    .filter(Boolean)
    .join(' · ');
}

function range(unit: string, first: number | undefined, last = first): string | undefined {
  if (first === undefined) return undefined;
  return first === last ? `${unit} ${first}` : `${unit}s ${first} to ${last}`;
}
