import type { Language } from '../base/finding.ts';

/** How many rows a message names; a file may have thousands. */
const NAMED_ROWS = 5;

/** The first rows of a list, and how many more there are. */
export function few<Row extends { unit: string; figure: string; year: number | string }>(
  rows: readonly Row[],
  language: Language,
  more: (row: Row) => string = () => '',
): string {
  const shown = rows.slice(0, NAMED_ROWS).map((row) => {
    const added = more(row);
    return `${row.unit} ${row.figure} ${row.year}${added === '' ? '' : ` (${added})`}`;
  });
  const left = rows.length - shown.length;
  if (left > 0) shown.push(language === 'vi' ? `và ${left} dòng nữa` : `and ${left} more`);
  return shown.join('; ');
}
