import Papa from 'papaparse';

/** A row of texts, with the physical line it begins on. */
export interface TextRow {
  cells: string[];
  /** 1-based. */
  line: number;
  /** How many rows, blank ones too, a spreadsheet shows up to this one. */
  row: number;
}

/** Splits a text into rows, as {@link eachRow}. */
export function splitRows(text: string, delimiter: string): TextRow[] {
  const rows: TextRow[] = [];
  eachRow(text, delimiter, (cells, line, row) => void rows.push({ cells, line, row }));
  return rows;
}

/**
 * Goes through the rows of a text, in order; blank lines and rows of nothing but delimiters, which spreadsheets leave
 * behind, are left out. The text must have passed `scanQuotes`.
 * @param text with line feeds as its only line ends
 * @param take is given the parts of a {@link TextRow}: of a million rows nothing is held but what it keeps
 */
export function eachRow(
  text: string,
  delimiter: string,
  take: (cells: string[], line: number, row: number) => void,
): void {
  let [line, row] = [1, 0];
  const found = (cells: string[]) => {
    row += 1;
    if (cells.some((cell) => cell.trim() !== '')) take(cells, line, row);
    line += 1;
  };
  let begin = text.startsWith('\ufeff') ? 1 : 0;
  while (begin <= text.length) {
    const next = text.indexOf('"', begin);
    // What has no quote is as many rows as lines; most files have none at all.
    const plain = next < 0 ? text.length + 1 : text.lastIndexOf('\n', next) + 1;
    while (begin < plain) {
      const end = lineEndFrom(text, begin);
      found(text.slice(begin, end).split(delimiter));
      begin = end + 1;
    }
    if (next < 0) return;
    const end = quotedEnd(text, begin);
    for (const cells of parsed(text.slice(begin, end), delimiter)) {
      found(cells);
      for (const cell of cells) line += lineEndsIn(cell);
    }
    begin = end + 1;
  }
}

/** The end of the rows from here on that have quotes, up to the line feed before one that has none. */
function quotedEnd(text: string, begin: number): number {
  let end = begin;
  while (end < text.length) {
    let quote = text.indexOf('"', end);
    let lineEnd = lineEndFrom(text, end);
    if (quote < 0 || quote > lineEnd) return Math.max(begin, end - 1);
    // A line feed between quotes is part of a cell.
    while (quote >= 0 && quote < lineEnd) {
      const close = text.indexOf('"', quote + 1);
      if (close < 0) return text.length;
      if (close > lineEnd) lineEnd = lineEndFrom(text, close);
      quote = text.indexOf('"', close + 1);
    }
    end = lineEnd + 1;
  }
  return text.length;
}

function lineEndFrom(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  return next < 0 ? text.length : next;
}

/** Everything is said: the parser's own guesses lose zeros, line ends and whole columns. */
function parsed(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    escapeChar: '"',
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
  }).data;
}

function lineEndsIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}
