import { type Finding, type Place, reporter } from '../base/finding.ts';
import { wholeTokenOccurrences } from '../base/number.ts';
import { type FoldedText, fold, occurrences } from '../base/text.ts';
import { tablesIn, type TextRow, type TextTable } from '../plan/table-text.ts';
import { planMessages } from './messages.ts';

const report = reporter(planMessages);

/** A number cited by its place in a table, where its row alone would print it more than once. */
export interface CitedCell {
  id: string;
  line: number;
  quote: string;
  printed: string;
  cell: { row: string; column: string };
}

/**
 * Checks a citation by row and column: the line is a row of a table with that label, the table has that column, and
 * the cell where they meet holds the number exactly once.
 * @returns `at`, the index of the number in the folded document; null with a finding
 */
export function checkCell(
  { id, line, quote, printed, cell }: CitedCell,
  document: FoldedText,
  place: (field: 'line' | 'quote' | 'printed' | 'cell') => Place,
): { findings: Finding[]; at: number | null } {
  const failed = (finding: Finding) => ({ findings: [finding], at: null });
  const found = rowOn(line, document);
  if (found === null) return failed(report('cell-no-table', place('line'), { id, line }));
  const { table, row } = found;
  if (!document.text.slice(row.start, row.end).includes(fold(quote)))
    return failed(
      report('quote-not-in-source', place('quote'), { id, quote: fold(quote), matched: '', line }),
    );
  if (fold(row.label) !== fold(cell.row))
    return failed(report('cell-row', place('cell'), { id, row: cell.row, found: row.label, line }));
  const columns = table.headings.flatMap((heading, at) => (fold(heading) === fold(cell.column) ? [at] : []));
  const [column] = columns;
  if (column === undefined || columns.length > 1)
    return failed(
      report('cell-column', place('cell'), { id, column: cell.column, known: [...table.headings] }),
    );
  const { text = '', start = 0 } = row.cells[column] ?? {};
  const figure = fold(printed);
  const inCell = wholeTokenOccurrences(text, figure, occurrences(text, figure));
  const [offset] = inCell;
  if (offset === undefined || inCell.length > 1)
    return failed(report('cell-printed', place('printed'), { id, printed: figure, found: text }));
  return { findings: [], at: start + offset };
}

/** The years a heading of a column names. */
export function yearsOfColumn(column: string): number[] {
  return (column.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu) ?? []).map(Number);
}

function rowOn(line: number, document: FoldedText): { table: TextTable; row: TextRow } | null {
  for (const table of tablesIn(withLines(document))) {
    const row = table.rows.find((one) => document.lineAt[one.start] === line);
    if (row !== undefined && !row.isHeading) return { table, row };
  }
  return null;
}

/** The folded text with its line ends again; every index stays where it was. */
function withLines({ text, lineAt }: FoldedText): string {
  return [...text.matchAll(/ /gu)]
    .reduceRight((parts, { index }) => {
      if (lineAt[index] !== lineAt[index - 1]) parts[index] = '\n';
      return parts;
    }, text.split(''))
    .join('');
}
