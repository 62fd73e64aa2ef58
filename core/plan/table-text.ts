/**
 * Tables in the text of a document: each row a line "| … | … |", a merged cell repeated in every place it covers.
 * So a table can be read again from `source.txt` alone, and a number in it is cited by row and column.
 */

/** A cell with its place in the text. */
export interface TextCell {
  text: string;
  start: number;
  end: number;
}

/** A row; its cells stand in columns counted from 0. */
export interface TextRow {
  /** 1-based line of the text. */
  line: number;
  start: number;
  end: number;
  cells: readonly TextCell[];
  /** Whether it belongs to the headings of the columns. */
  isHeading: boolean;
  /** What names it: its first cell with a word; '' where it has none. */
  label: string;
}

type UnreadRow = Omit<TextRow, 'isHeading' | 'label'>;

export interface TextTable {
  rows: readonly TextRow[];
  /** Headings over each column, from the top, joined by " / ". */
  headings: readonly string[];
  /** Index of the column that says the units of the rows; -1 where none does. */
  unitColumn: number;
}

/** A row as a line. A bar within a cell would end it. */
export function tableLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll(/\s+/gu, ' ').replaceAll('|', '/').trim()).join(' | ')} |`;
}

const ROW = /^\s*\|.*\|\s*$/u;

/** The tables of a text: two lines of the form at least, one after the other. */
export function tablesIn(text: string): TextTable[] {
  const tables: TextTable[] = [];
  let rows: UnreadRow[] = [];
  let at = 0;
  const close = () => {
    if (rows.length > 1) tables.push(tableOf(rows));
    rows = [];
  };
  text.split('\n').forEach((line, index) => {
    if (ROW.test(line))
      rows.push({ line: index + 1, start: at, end: at + line.length, cells: cellsOf(line, at) });
    else close();
    at += line.length + 1;
  });
  close();
  return tables;
}

function cellsOf(line: string, start: number): TextCell[] {
  const from = line.indexOf('|') + 1;
  const to = line.lastIndexOf('|');
  let at = start + from;
  return line
    .slice(from, to)
    .split('|')
    .map((part) => {
      const text = part.trim();
      const begin = at + (part.length - part.trimStart().length);
      at += part.length + 1;
      return { text, start: begin, end: begin + text.length };
    });
}

const MOST_HEADING_ROWS = 4;

function tableOf(rows: readonly UnreadRow[]): TextTable {
  const rule = rows.slice(0, MOST_HEADING_ROWS + 1).findIndex(({ cells }) => isRule(cells));
  if (rule > 0) return tableWith(rows.filter((_, at) => at !== rule).map(filledBefore(rule)), rule);
  let heading = 1;
  while (heading < Math.min(rows.length - 1, MOST_HEADING_ROWS) && goesOn(rows[heading - 1], rows[heading]))
    heading += 1;
  return tableWith(rows.map(filledBefore(heading)), heading);
}

/** The line "|---|---|" under the headings. */
function isRule(cells: readonly TextCell[]): boolean {
  return cells.every(({ text }) => /^:?-{2,}:?$/u.test(text));
}

/** Headings that cover several columns and are written in the first of them stand over all where others stand below. */
function filledBefore(
  heading: number,
): (row: UnreadRow, at: number, rows: readonly UnreadRow[]) => UnreadRow {
  return (row, at, rows) => {
    const below = rows.slice(at + 1, heading);
    if (at >= heading - 1) return row;
    let over = '';
    return {
      ...row,
      cells: row.cells.map((cell, column) => {
        const isCovered = cell.text === '' && below.some(({ cells }) => (cells[column]?.text ?? '') !== '');
        if (!isCovered) over = cell.text;
        return isCovered ? { ...cell, text: over } : cell;
      }),
    };
  };
}

function tableWith(rows: readonly UnreadRow[], heading: number): TextTable {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const headings = Array.from({ length: width }, (_, column) => {
    const texts = rows.slice(0, heading).map(({ cells }) => cells[column]?.text ?? '');
    return texts.filter((text, at) => text !== '' && text !== texts[at - 1]).join(' / ');
  });
  const unitColumn = unitColumnOf(headings, rows.slice(heading));
  return {
    headings,
    rows: rows.map((row, at) => {
      const isHeading = at < heading || (at === heading && isCount(row.cells));
      return { ...row, isHeading, label: isHeading ? '' : labelOf(row.cells, headings, unitColumn) };
    }),
    unitColumn,
  };
}

/** The column that says the units of the rows; -1 where none does: "Đơn vị" over names of communes says whose rows they are. */
function unitColumnOf(headings: readonly string[], rows: readonly UnreadRow[]): number {
  return headings.findIndex(
    (heading, at) =>
      isUnitColumn(heading) &&
      !rows.some(({ cells }) => PLACE_OR_BODY.test((cells[at]?.text ?? '').normalize('NFC'))),
  );
}

/** A commune, a district or a body by its name. */
const PLACE_OR_BODY =
  /^(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố|TP\.?|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|Sở|Ban|UBND|Công an)\s\p{Lu}/u;

/** Whether headings go on in the next row: one of their cells covers several columns, or reaches down into it. */
function goesOn(
  { cells }: { cells: readonly TextCell[] } = { cells: [] },
  next: { cells: readonly TextCell[] } = { cells: [] },
): boolean {
  const reachesDown = cells.some(({ text }, at) => text !== '' && next.cells[at]?.text === text);
  const isWide = cells.some(({ text }, at) => text !== '' && cells[at + 1]?.text === text);
  // "| | | | 2026 | 2028 |": nothing names such a row, it stands under headings that were left empty beside the first.
  const isUnder =
    next.cells.slice(0, 2).every(({ text }) => text === '') &&
    next.cells.some(({ text }) => text !== '') &&
    next.cells.every(({ text }) => text === '' || /^(?:năm\s)?(?:19|20)\d{2}$|\p{L}{2}/iu.test(text));
  return isUnder || reachesDown || (isWide && !cells.every(({ text }) => text === cells[0]?.text));
}

/** The row "(1) (2) (3)" or "A B 1 2" below the headings. */
function isCount(cells: readonly TextCell[]): boolean {
  const marks = cells.map(({ text }) => text.replaceAll(/[()]/gu, '')).filter((text) => text !== '');
  return (
    marks.length > 2 &&
    marks.every((mark) => /^(?:\p{Lu}|\d{1,2}|\d{1,2}=[\d/*+-]+)$/u.test(mark)) &&
    marks.filter((mark) => /^\d/u.test(mark)).every((mark, at, all) => at === 0 || all[at - 1] !== mark)
  );
}

function labelOf(cells: readonly TextCell[], headings: readonly string[], unitColumn: number): string {
  const named = cells.find(
    ({ text }, at) => /\p{L}{2}/u.test(text) && !isNumberColumn(headings[at]) && at !== unitColumn,
  );
  return named?.text ?? '';
}

/** Whether a column numbers the rows. */
export function isNumberColumn(heading: string | undefined): boolean {
  return /^(?:stt|tt|số tt)$/iu.test((heading ?? '').normalize('NFC').trim());
}

/** Whether a column says the units of the rows. */
export function isUnitColumn(heading: string | undefined): boolean {
  return /^(?:đvt|đơn vị(?: tính)?)$/iu.test((heading ?? '').normalize('NFC').trim());
}
