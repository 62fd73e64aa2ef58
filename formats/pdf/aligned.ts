import type { PdfTable, PdfWord } from './grid.ts';

/** Words beside each other without a gap that parts them. */
interface Run {
  text: string;
  left: number;
  right: number;
}

/** What is printed at one height. */
interface Row {
  top: number;
  bottom: number;
  words: readonly PdfWord[];
  runs: readonly Run[];
}

/** A gap this many times as wide as the words are high parts columns. */
const PARTS = 0.9;
/** No narrower than this part of the height of words is a gutter between columns; a blank between words is a fourth. */
const GUTTER = 0.35;
/** So much nearer (points) a line has to be to the row below it to be of that. */
const NEARER = 2;
/** "6,2 4,0" in one cell: columns that no gutter parts. */
const TWO_FIGURES = /^[\d.,]+%?\s[\d.,]+%?(?:\s|$)/u;
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 3;
/** Rows of one table stand no farther from each other than this many times their height. */
const NEXT = 2.2;
const FIGURE = /^(?:[≥≤<>~]\s?)?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?%?$/u;

/**
 * Tables without lines: rows with figures below each other, in columns with a gutter between them that no word of the
 * rows crosses. What is not sure to be one stays as it is printed.
 */
export function alignedTables(words: readonly PdfWord[]): PdfTable[] {
  const rows = rowsOf(words);
  const tables: PdfTable[] = [];
  let at = 0;
  while (at < rows.length) {
    const end = endOfBlock(rows, at);
    const table = end - at >= LEAST_ROWS ? tableOf(rows.slice(at, end)) : null;
    if (table !== null) tables.push(table);
    at = Math.max(end, at + 1);
  }
  return tables;
}

function rowsOf(words: readonly PdfWord[]): Row[] {
  const groups: PdfWord[][] = [];
  for (const word of [...words].sort((one, other) => middleOf(one) - middleOf(other))) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (last !== undefined && first !== undefined && middleOf(word) < first.bottom) last.push(word);
    else groups.push([word]);
  }
  return groups.map((group) => {
    const line = group.sort((one, other) => one.left - other.left);
    return {
      top: Math.min(...line.map(({ top }) => top)),
      bottom: Math.max(...line.map(({ bottom }) => bottom)),
      words: line,
      runs: runsOf(line),
    };
  });
}

function middleOf({ top, bottom }: PdfWord): number {
  return (top + bottom) / 2;
}

function runsOf(line: readonly PdfWord[]): Run[] {
  const runs: Run[] = [];
  for (const { text, left, right, top, bottom } of line) {
    const last = runs.at(-1);
    if (last !== undefined && left - last.right < (bottom - top) * PARTS) {
      last.text += ` ${text}`;
      last.right = right;
    } else runs.push({ text, left, right });
  }
  return runs;
}

/** A row with a name and a figure at least, beside each other. */
function hasFigures({ runs }: Row): boolean {
  return (
    runs.length >= LEAST_COLUMNS &&
    runs.some(({ text }) => FIGURE.test(text)) &&
    runs.some(({ text }) => /\p{L}{2}/u.test(text))
  );
}

/** Where rows end that stand near each other and have figures, or go on with one that has. */
function endOfBlock(rows: readonly Row[], from: number): number {
  let end = from;
  for (let at = from; at < rows.length; at += 1) {
    const [row, before] = [rows[at], rows[at - 1]];
    if (row === undefined) break;
    const isFar =
      at > from && before !== undefined && row.top - before.bottom > (row.bottom - row.top) * NEXT;
    if (isFar) break;
    if (hasFigures(row)) end = at + 1;
    else if (at - end > MOST_BETWEEN) break;
  }
  return end;
}

/** Lines of a head, or of a name that is long, between rows with figures. */
const MOST_BETWEEN = 4;

function tableOf(block: readonly Row[]): PdfTable | null {
  if (block.filter((row) => hasFigures(row)).length < LEAST_ROWS) return null;
  const first = block.findIndex((row) => hasFigures(row));
  const body = block.slice(first);
  const columns = settled(columnsOf(body.flatMap(({ words }) => words)), body);
  if (columns === null) return null;
  const start = startOfHead(block, first, columns);
  // A table without a head says of no figure what it is.
  if (columns.length < LEAST_COLUMNS || start === first) return null;
  const lines = rowsIn(body, columns);
  if (lines === null || lines.flat().some((cell) => TWO_FIGURES.test(cell))) return null;
  const rows = [headOf(block.slice(start, first), columns), ...lines];
  const words = block.slice(start).flatMap((row) => row.words);
  return {
    left: Math.min(...words.map(({ left }) => left)) - 1,
    right: Math.max(...words.map(({ right }) => right)) + 1,
    top: Math.min(...words.map(({ top }) => top)) - 1,
    bottom: Math.max(...words.map(({ bottom }) => bottom)) + 1,
    columns: [...columns.map(({ left }) => left), columns.at(-1)?.right ?? 0],
    rows: rows.map((cells) => cells.map((cell) => (cell === '' ? [] : [cell]))),
  };
}

type Column = Pick<Run, 'left' | 'right'>;

/** What is left between gutters that no word of any row crosses. */
function columnsOf(words: readonly PdfWord[]): Column[] {
  const columns: Column[] = [];
  for (const { left, right, top, bottom } of [...words].sort((one, other) => one.left - other.left)) {
    const last = columns.at(-1);
    if (last !== undefined && left < last.right + (bottom - top) * GUTTER)
      last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

/**
 * Columns without those that are the end of a long name: few rows have words there, right behind words. Null where
 * such a place has figures, which may be of either side.
 */
function settled(columns: readonly Column[], body: readonly Row[]): Column[] | null {
  const rows = body.filter((row) => hasFigures(row));
  const height = Math.min(...rows.map(({ top, bottom }) => bottom - top));
  const kept: Column[] = [];
  for (const [at, column] of columns.entries()) {
    const last = kept.at(-1);
    const inside = rows
      .map(({ words }) => words.filter((word) => columnOf(word, columns) === at))
      .filter((words) => words.length > 0);
    const isNear = last !== undefined && column.left - last.right < height * PARTS;
    if (!isNear || inside.length > rows.length / 2) kept.push({ ...column });
    else if (inside.flat().some(({ text }) => FIGURE.test(text))) return null;
    else last.right = column.right;
  }
  return kept;
}

/** Where the head begins: lines right above the figures with names beside each other, none of which is a sentence. */
function startOfHead(block: readonly Row[], first: number, columns: readonly Column[]): number {
  let start = first;
  const isOfHead = ({ runs }: Row): boolean =>
    runs.some(({ left }) => left > (columns[1]?.right ?? 0)) &&
    runs.every((run) => !/[.;:]$/u.test(run.text) && over(run, columns).length < columns.length);
  for (let row = block[start - 1]; row !== undefined && isOfHead(row); row = block[start - 1]) start -= 1;
  return start;
}

function over(one: Column, columns: readonly Column[]): number[] {
  return columns.flatMap(({ left, right }, at) => (one.left < right && left < one.right ? [at] : []));
}

/** The column that words stand over, else the nearest. */
function columnOf(one: Column, columns: readonly Column[]): number {
  const away = columns.map(({ left, right }) => Math.max(left - one.right, one.left - right));
  return away.indexOf(Math.min(...away));
}

/** What stands over each column; a name over several that have names of their own below it stands over each of them. */
function headOf(rows: readonly Row[], columns: readonly Column[]): string[] {
  const spans = columns.map((column) => ({ ...column }));
  let cells = columns.map(() => '');
  for (const { words, runs } of [...rows].reverse()) {
    const line = columns.map((): string[] => []);
    for (const run of runs) {
      const wide = over(run, spans);
      const isOfAll = wide.length > 1 && wide.every((at) => cells[at] !== '');
      for (const at of isOfAll ? wide : []) line[at]?.push(run.text);
      if (isOfAll) continue;
      for (const word of words.filter(({ left, right }) => left >= run.left && right <= run.right)) {
        const at = columnOf(word, spans);
        const span = spans[at];
        line[at]?.push(word.text);
        if (span !== undefined)
          Object.assign(span, {
            left: Math.min(span.left, word.left),
            right: Math.max(span.right, word.right),
          });
      }
    }
    cells = cells.map((cell, at) => [...(line[at] ?? []), cell].join(' ').trim());
  }
  return cells;
}

/** The rows below the head; a line without figures goes on with the row it is nearer to, the one above where both are; null where that is not sure. */
function rowsIn(body: readonly Row[], columns: readonly Column[]): string[][] | null {
  const rows: PdfWord[][] = [];
  const places = new Set<string>();
  let ahead: PdfWord[] = [];
  body.forEach((row, at) => {
    const [last, next] = [body[at - 1], body[at + 1]];
    const nearer =
      last === undefined || next === undefined ? 0 : row.top - last.bottom - (next.top - row.bottom);
    const isOfNext = ahead.length > 0 || nearer > NEARER;
    if (!hasFigures(row) && next !== undefined && ahead.length === 0)
      places.add(isOfNext ? 'next' : nearer < -NEARER ? 'above' : 'either');
    if (hasFigures(row)) {
      rows.push([...ahead, ...row.words]);
      ahead = [];
    } else if (isOfNext) ahead.push(...row.words);
    else rows.at(-1)?.push(...row.words);
  });
  // Where some lines stand clearly before their row, one that may be of either is not sure to be of the one above.
  if (places.has('next') && places.has('either')) return null;
  return rows.map((words) =>
    columns.map((_, at) =>
      words
        .filter((word) => columnOf(word, columns) === at)
        .map(({ text }) => text)
        .join(' '),
    ),
  );
}
