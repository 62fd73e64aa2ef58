import Papa from 'papaparse';

/** A row of texts, with the physical line it begins on. */
export interface TextRow {
  cells: string[];
  /** 1-based. */
  line: number;
  /** How many rows, blank ones too, a spreadsheet shows up to this one. */
  row: number;
}

/**
 * Splits a text into rows; blank lines and rows of nothing but delimiters, which spreadsheets leave behind,
 * are left out. The text must have passed `scanQuotes`.
 * @param text with line feeds as its only line ends
 */
export function splitRows(text: string, delimiter: string): TextRow[] {
  // Everything is said: the parser's own guesses lose zeros, line ends and whole columns.
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    escapeChar: '"',
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
  });
  const rows: TextRow[] = [];
  const hasQuotes = text.includes('"');
  let line = 1;
  for (const [at, cells] of data.entries()) {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line, row: at + 1 });
    line += 1;
    // Only a quoted cell has line ends.
    if (hasQuotes) for (const cell of cells) line += lineEndsIn(cell);
  }
  return rows;
}

function lineEndsIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}
