import type { Load } from './measure-load.ts';

const COLUMNS = ['', 'p50, ms', 'p95, ms', 'requests/s', 'CPU/request, µs'];

/** Prints one line for each measured route, figures right-aligned under their units. */
export function printTable(title: string, loads: ReadonlyMap<string, Load>): void {
  const rows = [...loads].map(([name, { p50Ms, p95Ms, perSecond, cpuMicros }]) => [
    name,
    p50Ms.toFixed(2),
    p95Ms.toFixed(2),
    perSecond.toFixed(0),
    cpuMicros?.toFixed(0) ?? '–',
  ]);
  const widths = COLUMNS.map((column, index) =>
    Math.max(...[COLUMNS, ...rows].map((row) => row[index]!.length), column.length),
  );
  const line = (cells: string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!))).join('  ');
  console.log(`\n${title}`);
  [COLUMNS, ...rows].forEach((row) => console.log(`  ${line(row).trimEnd()}`));
}
