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
  const rows: TextRow[] = [];
  let line = 1;
  let row = 0;
  let begin = 0;
  // Everything is said: the parser's own guesses lose zeros, line ends and whole columns.
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    escapeChar: '"',
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
    step: ({ data, meta }) => {
      row += 1;
      if (data.some((cell) => cell.trim() !== '')) rows.push({ cells: data, line, row });
      for (let at = text.indexOf('\n', begin); at >= 0 && at < meta.cursor; at = text.indexOf('\n', at + 1))
        line += 1;
      begin = meta.cursor;
    },
  });
  return rows;
}
