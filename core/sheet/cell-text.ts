import type { SheetCell } from './facts.ts';

/**
 * What a cell says where text is expected: people type numbers and `TRUE` there too, and a failed formula
 * leaves its error. '' for a blank cell.
 */
export function cellText(value: SheetCell['value']): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' ? value.error : String(value);
}
