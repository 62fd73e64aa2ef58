import { isOwnField } from '../workbook/entry-fields.ts';
import type { KeyedCell } from './keyed-cells.ts';
import type { WorkbookMeta } from './read-meta.ts';
import type { ReturnedWorkbook } from './read.ts';

/** What decides what is made of the entries of a return. */
interface Opened {
  meta: WorkbookMeta;
  returned: ReturnedWorkbook | null;
}

/**
 * Whether two readings of a file have the same definition and the same figures, baselines and reasons in the same
 * places. Verdicts of officers do not count: nothing is made of them.
 */
export function hasSameEntries(one: Opened, other: Opened): boolean {
  if (one.returned === null || other.returned === null) return false;
  const checksum = one.meta.info.get('definition');
  if (checksum === undefined || checksum !== other.meta.info.get('definition')) return false;
  if (typeof one.meta.definition !== 'object' || typeof other.meta.definition !== 'object') return false;
  if (one.returned.layout !== other.returned.layout) return false;
  return isSameList(entriesIn(one.returned), entriesIn(other.returned));
}

/** In the order of the file, of the communes' rows too. */
function entriesIn({ entries, byUnit }: ReturnedWorkbook): KeyedCell[] {
  return [...entries, ...byUnit.flatMap((unit) => unit.entries)].filter(({ field }) => !isOwnField(field));
}

function isSameList(some: readonly KeyedCell[], others: readonly KeyedCell[]): boolean {
  return (
    some.length === others.length &&
    some.every((cell, at) => {
      const other = others[at];
      return other !== undefined && isSameCell(cell, other);
    })
  );
}

function isSameCell(one: KeyedCell, other: KeyedCell): boolean {
  return (
    one.sheet === other.sheet &&
    one.address === other.address &&
    one.rowKey === other.rowKey &&
    one.period === other.period &&
    one.vintage === other.vintage &&
    one.field === other.field &&
    one.formula === other.formula &&
    isSameValue(one.value, other.value)
  );
}

function isSameValue(one: KeyedCell['value'], other: KeyedCell['value']): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object')
    return one === other;
  return one.error === other.error;
}
