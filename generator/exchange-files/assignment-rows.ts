import Papa from 'papaparse';
import { assignmentColumns, type Assignment } from '../../core/planner/assignment/assignment.ts';

/**
 * The text of an assignments file with rows added at its end. What stood there stays as it was, to the
 * letter; without a text the header comes first.
 */
export function withAssignments(before: string | null, added: readonly Assignment[]): string {
  const header = `${assignmentColumns.join(',')}\n`;
  const kept = before === null || before.trim() === '' ? header : before;
  if (added.length === 0) return kept;
  const newline = kept.includes('\r\n') ? '\r\n' : '\n';
  const rows = added.map((row) => assignmentColumns.map((column) => cellText(row[column])));
  const ended = /[\r\n]$/u.test(kept) ? kept : kept + newline;
  return ended + Papa.unparse(rows, { newline }) + newline;
}

function cellText(value: Assignment[keyof Assignment]): string {
  return typeof value === 'number' ? decimalText(value) : (value ?? '');
}

const WITHOUT_EXPONENT = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 15 });

/** A number without an exponent, cut to the 15 digits a spreadsheet holds. */
function decimalText(value: number): string {
  return WITHOUT_EXPONENT.format(Number(value.toPrecision(15)));
}
