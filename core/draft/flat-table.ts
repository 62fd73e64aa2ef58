import { isNumberColumn, isUnitColumn } from '../plan/table-text.ts';
import type { DraftBlock } from './model.ts';

/** A line of a text that is not empty. */
export interface TextLine {
  start: number;
  end: number;
  text: string;
}

/** A table whose cells stand one to a line, as texts copied from a page have them. */
interface FlatTable {
  /** Lines it is made of, its headings first. */
  lines: readonly TextLine[];
  blocks: readonly DraftBlock[];
}

const MOST_HEADINGS = 16;
const LONGEST_HEADING = 90;
const LONGEST_CELL = 90;
const LONGEST_LABEL = 400;
const FIGURE = /^(?:[≥≤<>~]\s?)?[\d.,\s/-]*\d\s?%?$|^[-–x]$/u;
const UNIT = /^(?:%|‰|[\p{L}\d²³/. ]{1,24})$/u;

/** The tables of a text that stand with a cell on each line, from the heading that numbers the rows. */
export function flatTables(lines: readonly TextLine[], before: number): FlatTable[] {
  const tables: FlatTable[] = [];
  let at = 0;
  while (at < lines.length) {
    const table = isNumberColumn(lines[at]?.text) ? tableAt(lines, at, before + tables.length + 1) : null;
    if (table !== null) tables.push(table);
    at += table?.lines.length ?? 1;
  }
  return tables;
}

/** Rows of a table: its number first, then what names it, then the rest. */
type Row = readonly TextLine[];

function tableAt(lines: readonly TextLine[], from: number, table: number): FlatTable | null {
  const first = lines.findIndex(
    ({ text }, index) => index > from && isMarker(text, lines[index + 1]?.text ?? '', 0),
  );
  const headings = lines.slice(from, first);
  if (first < 0 || headings.length < 3 || headings.length > MOST_HEADINGS) return null;
  if (headings.some(({ text }) => text.length > LONGEST_HEADING)) return null;
  const rows = rowsFrom(lines, first, headings.length);
  const figures = rows.filter((row) => row.slice(2).some(({ text }) => FIGURE.test(text)));
  if (figures.length < 2) return null;
  const columns = columnsOf(
    headings.map(({ text }) => text),
    figures,
  );
  const used = headings.length + rows.reduce((sum, row) => sum + row.length, 0);
  return {
    lines: lines.slice(from, from + used),
    blocks: rows.flatMap((row, index) => blocksOf(row, columns, { table, row: index + 2 })),
  };
}

/** The rows from a marker on; the last ends where its cells are as many as the headings or what follows is none. */
function rowsFrom(lines: readonly TextLine[], first: number, width: number): Row[] {
  const rows: TextLine[][] = [];
  let count = 0;
  for (let at = first; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const row = rows.at(-1);
    const opens =
      isMarker(line.text, lines[at + 1]?.text ?? '', count) && (row === undefined || row.length >= 2);
    if (opens) {
      if (/^\d{1,3}[.)]?$/u.test(line.text)) count = Number.parseInt(line.text, 10);
      else if (!line.text.includes('.')) count = 0;
      rows.push([line]);
    } else if (row !== undefined && row.length < width && isCell(line.text, row.length)) row.push(line);
    else break;
  }
  return rows;
}

/** The number of a row, or the letter of a group of rows: the next one, with words behind it. */
function isMarker(text: string, next: string, count: number): boolean {
  if (!/\p{L}{2}/u.test(next)) return false;
  const number = /^(\d{1,3})[.)]?$/u.exec(text)?.[1];
  if (number !== undefined) return Number(number) === count + 1 || (Number(number) === 1 && count !== 0);
  return /^(?:[IVX]{1,5}|[A-ZĐa-zđ]|\d{1,2}(?:\.\d{1,2}){1,2})[.)]?$|^[-+]$/u.test(text);
}

function isCell(text: string, at: number): boolean {
  if (at === 1) return /\p{L}/u.test(text) && text.length <= LONGEST_LABEL;
  return text.length <= LONGEST_CELL && !/^(?:[IVX]{1,5}|\p{Lu}|\d{1,2})[.)]\s|[:;]$/u.test(text);
}

/** The heading of every column of a full row; '' where several headings could stand over it. */
interface Columns {
  headings: readonly string[];
  unit: number;
  width: number;
}

/**
 * Headings over the columns. Where they are more than the cells of a row, some stand over several columns: the years
 * at the end are the columns then, and what stands before them is said of all.
 */
function columnsOf(headings: readonly string[], rows: readonly Row[]): Columns {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width = headings.length] = [...counts.entries()].sort((one, other) => other[1] - one[1])[0] ?? [];
  const unit = headings.findIndex(isUnitColumn);
  if (headings.length === width) return { headings, unit, width };
  const wide = headings.length - width;
  const firstYear = headings.findIndex((_, at) =>
    headings.slice(at).every((text) => /^(?:năm\s)?20\d\d$/iu.test(text)),
  );
  if (wide > 0 && firstYear > wide) {
    const over = headings.slice(firstYear - wide, firstYear);
    const own = [...headings.slice(0, firstYear - wide), ...headings.slice(firstYear)];
    if (over.every((text) => OVER.test(text))) return { headings: own, unit, width };
  }
  return { headings: headings.slice(0, unit < 0 ? 2 : unit + 1), unit, width };
}

/** The row from its name up to a cell, white space folded. */
function wordsUpTo(row: Row, at: number): string {
  return row
    .slice(1, at + 1)
    .map(({ text }) => text.replaceAll(/\s+/gu, ' '))
    .join(' ');
}

/** What stands over several years. */
const OVER = /giai đoạn|kế hoạch|mục tiêu|chỉ tiêu|lộ trình|trong đó|năm/iu;

function blocksOf(
  row: Row,
  { headings, unit, width }: Columns,
  place: { table: number; row: number },
): DraftBlock[] {
  const [, name] = row;
  if (name === undefined) return [];
  const hasUnit = unit > 0 && !FIGURE.test(row[unit]?.text ?? '') && UNIT.test(row[unit]?.text ?? '');
  // A row without its unit is one cell shorter; of any other short row it is not known which cells are empty.
  const missing = unit > 0 && !hasUnit && row.length === width - 1 ? 1 : 0;
  const isWhole = row.length + missing === width;
  return row.slice(1).map(({ start, end }, index): DraftBlock => {
    const at = index + 1;
    const column = at > 1 && at >= unit ? at + missing : at;
    const isValue = at > 1 && !(hasUnit && at === unit);
    return {
      start,
      end,
      cell: {
        ...place,
        column: column + 1,
        rowLabel: isValue ? name.text.replace(/[.;]$/u, '') : '',
        columnHeading: isValue && isWhole ? (headings[column] ?? '') : '',
        unit: hasUnit && isValue ? (row[unit]?.text ?? '') : '',
        flat: {
          words: wordsUpTo(row, at),
          isPlaced: !isValue || (isWhole && (headings[column] ?? '') !== ''),
        },
      },
    };
  });
}
