import { tableLine } from '../plan/table-text.ts';
import { isOfPlace } from './place-rows.ts';

/** The cells of a line, and where they stand in it. */
interface Cell {
  text: string;
  start: number;
  end: number;
}

/** How a plain text may keep the cells of a row apart; prose has semicolons too, so places have to name the rows there. */
const SEPARATORS: readonly { mark: RegExp; onlyPlaces: boolean; isSpace: boolean }[] = [
  { mark: /\t/gu, onlyPlaces: false, isSpace: false },
  { mark: /\|/gu, onlyPlaces: false, isSpace: false },
  { mark: /;/gu, onlyPlaces: true, isSpace: false },
  { mark: /(?<! ) {2,}/gu, onlyPlaces: true, isSpace: true },
];

const LONGEST_CELL = 120;
/** Lines with a separator between the title of a table and its headings. */
const MOST_ABOVE = 4;
const FIGURE = /^(?:[≥≤<>~]\s?)?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?%?$/u;
const EMPTY = /^(?:[-–x]|:?-{2,}:?)?$/u;
const YEAR = /^(?:năm\s)?(?:19|20)\d\d$/iu;

/**
 * A plain text whose tables by tabs, bars, semicolons or aligned spaces are written "| … | … |", line for line, as
 * those of Word are. Where it is not certain under which heading a cell stands, the lines stay as they are.
 */
export function withSeparatedTables(text: string): string {
  const lines = text.split('\n');
  for (const separator of SEPARATORS) {
    let at = 0;
    while (at < lines.length) {
      const rows: Cell[][] = [];
      for (let next = at; next < lines.length; next += 1) {
        const cells = cellsOf(lines[next] ?? '', separator);
        if (cells === null) break;
        rows.push(cells);
      }
      // What stands right above a table need not be of it.
      const from = rows.findIndex((row, index) => index < MOST_ABOVE && isHeading(row));
      const above = Math.max(0, from);
      placed(rows.slice(above), separator)?.forEach((row, index) => {
        lines[at + above + index] = tableLine(row);
      });
      at += Math.max(1, rows.length);
    }
  }
  return lines.join('\n');
}

/** The cells of a line; null where it is no row: one cell, a row of bars already, a cell that is a sentence. */
function cellsOf(line: string, { mark, isSpace }: (typeof SEPARATORS)[number]): Cell[] | null {
  const whole = line.replace(/\r$/u, '');
  if (/^\s*\|.*\|\s*$/u.test(whole)) return null;
  const cells: Cell[] = [];
  let from = 0;
  const put = (to: number) => {
    const part = whole.slice(from, to);
    const start = from + part.length - part.trimStart().length;
    cells.push({ text: part.trim().normalize('NFC'), start, end: start + part.trim().length });
  };
  for (const { 0: found, index } of whole.matchAll(mark)) {
    put(index);
    from = index + found.length;
  }
  put(whole.length);
  const kept = isSpace ? cells.filter(({ text }) => text !== '') : cells;
  if (kept.length < 2 || kept.some(({ text }) => text.length > LONGEST_CELL)) return null;
  return kept.every(({ text }) => text === '') ? null : kept;
}

/** The rows with every cell in its column; null where they are no table or a cell could stand in two columns. */
function placed(
  rows: readonly Cell[][],
  { onlyPlaces, isSpace }: (typeof SEPARATORS)[number],
): string[][] | null {
  const [head] = rows;
  if (head === undefined || rows.length < 2 || !isHeading(head)) return null;
  const table: string[][] = [];
  for (const row of rows) {
    const cells = isSpace && row.length !== head.length ? under(head, row) : inOrder(head, row);
    if (cells === null) return null;
    table.push(cells);
  }
  const isOfFigures = (row: readonly string[]) => row.some((cell) => FIGURE.test(cell) && !YEAR.test(cell));
  const figures = table.slice(1).filter(isOfFigures);
  const first = table.findIndex((row, at) => at > 0 && isOfFigures(row));
  // A second table right below the first has headings of its own.
  if (rows.slice(first).some((row) => isHeading(row) && row.length > 1)) return null;
  if (head.some((_, column) => isMixed(table.slice(first).map((row) => row[column] ?? '')))) return null;
  const named = figures.map((row) => row.find((cell) => /\p{L}{2}/u.test(cell)) ?? '');
  const ofPlaces = named.filter(isOfPlace).length;
  if (figures.length === 0 || (onlyPlaces && ofPlaces < named.length)) return null;
  return head.length > 2 || ofPlaces === named.length ? table : null;
}

/** Names and figures in one column: a cell was left away, and what stands behind it is in another's column. */
function isMixed(column: readonly string[]): boolean {
  return column.some(isOfPlace) && column.some((cell) => FIGURE.test(cell));
}

/** Headings are words and years; the line over the first figures. */
function isHeading(cells: readonly Cell[]): boolean {
  const words = cells.filter(({ text }) => /\p{L}{2}/u.test(text));
  return (
    words.length >= 2 &&
    cells.every(({ text }) => !FIGURE.test(text) || YEAR.test(text)) &&
    !cells.some(({ text }) => isOfPlace(text))
  );
}

/** Cells that are as many as the headings; those that were not typed behind the last one are empty. */
function inOrder(head: readonly Cell[], row: readonly Cell[]): string[] | null {
  const behind = row.slice(head.length);
  if (behind.some(({ text }) => text !== '')) return null;
  return head.map((_, at) => row[at]?.text ?? '');
}

/** Each cell under the one heading it reaches into. */
function under(head: readonly Cell[], row: readonly Cell[]): string[] | null {
  const cells = head.map(() => '');
  for (const { text, start, end } of row) {
    const over = head.flatMap((one, at) => (one.start < end && start < one.end ? [at] : []));
    const [column] = over;
    if (column === undefined || over.length > 1 || cells[column] !== '') return null;
    cells[column] = text;
  }
  // A figure without a name over a blank says nothing of whose it is.
  return cells.some((cell) => /\p{L}{2}/u.test(cell)) && !cells.every((cell) => EMPTY.test(cell))
    ? cells
    : null;
}
