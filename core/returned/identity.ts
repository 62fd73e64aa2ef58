import { identityKey, KEY_MARKER, parseIdentityKey, type WorkbookIdentity } from '../workbook/contract.ts';
import { keysOf } from '../sheet/keyed.ts';
import type { WorkbookDefinition } from '../workbook/definition-schema.ts';
import type { SheetCells } from '../sheet/facts.ts';
import type { WorkbookMeta } from './read-meta.ts';

/** The identity in the key row of one sheet. */
export interface SheetIdentity {
  sheet: string;
  identity: WorkbookIdentity;
}

/** Where the identity of a returned workbook was found: entries of `_meta`, the definition, key rows. */
export type IdentifiedBy = 'meta' | 'definition' | 'sheets';

/** The identities that stand in key rows; a sheet of another workbook has another. */
export function sheetIdentities(sheets: readonly SheetCells[]): SheetIdentity[] {
  const found: SheetIdentity[] = [];
  for (const { name, cells } of sheets) {
    for (const { value } of cells) {
      const identity = typeof value === 'string' ? parseIdentityKey(value) : null;
      if (identity) found.push({ sheet: name, identity });
    }
  }
  return found;
}

/**
 * Whose figures a returned workbook holds: what `_meta` says, else its definition, else the key rows.
 * @returns null when nothing says it; `contradictory` when `_meta` names another unit or round than its
 * definition (without one: than all key rows), or when only key rows say it and differ
 */
export function identify(
  { info, plans, definition }: WorkbookMeta,
  ofSheets: readonly SheetIdentity[],
): { identity: WorkbookIdentity; by: IdentifiedBy } | 'contradictory' | null {
  const [unit, round] = [info.get('unit'), info.get('round')];
  if (unit && round) {
    const reporter = info.get('reporter') ?? unit;
    const identity = { unit, reporter, round, plans: [...plans.keys()] };
    const said = typeof definition === 'object' ? [identityIn(definition)] : agreed(ofSheets);
    // An entry that somebody changed would pass the figures off as another unit's or round's.
    return said.every((other) => isOfSameReturn(identity, other))
      ? { identity, by: 'meta' }
      : 'contradictory';
  }
  if (typeof definition === 'object') return { identity: identityIn(definition), by: 'definition' };
  const [first, ...others] = ofSheets;
  if (!first) return null;
  const isSame = others.every((other) => identityKey(other.identity) === identityKey(first.identity));
  return isSame ? { identity: first.identity, by: 'sheets' } : 'contradictory';
}

/**
 * The identity of the workbook as the key rows of its own sheets have it; any other there is of another
 * workbook. An entry of `_meta` may be lost or changed, so its plans count only where no sheet and no
 * definition say which they are.
 * @param identity what {@link identify} found
 */
export function ownIdentity(
  identity: WorkbookIdentity,
  { definition }: WorkbookMeta,
  ofSheets: readonly SheetIdentity[],
): WorkbookIdentity {
  if (typeof definition === 'object') return identityIn(definition);
  if (ofSheets.some((one) => isSameIdentity(one.identity, identity))) return identity;
  return ofSheets.find((one) => isOfSameReturn(one.identity, identity))?.identity ?? identity;
}

/** The identity that more than half of the sheets that name one name; null where there is none. */
export function namedByMost(sheets: readonly SheetCells[]): WorkbookIdentity | null {
  const named = sheetIdentities(sheets);
  const most = named.find(
    ({ identity }) => named.filter((one) => isSameIdentity(one.identity, identity)).length > named.length / 2,
  );
  return most?.identity ?? null;
}

/** Whether the key row of a sheet says that it is of another workbook; a sheet that says nothing is not. */
export function isOfAnotherWorkbook({ cells }: Pick<SheetCells, 'cells'>, own: WorkbookIdentity): boolean {
  const identity = identityInKeyRow(cells);
  return identity !== null && !isSameIdentity(identity, own);
}

/** The identity beside the marker of a sheet; a text that looks like one elsewhere says nothing. */
function identityInKeyRow(cells: SheetCells['cells']): WorkbookIdentity | null {
  return keysOf(cells, IDENTITY_KEYS).columns[0] ?? null;
}

const IDENTITY_KEYS = { marker: KEY_MARKER, row: () => false, column: parseIdentityKey };

function identityIn({ unit, reporter, reporting, plans }: WorkbookDefinition): WorkbookIdentity {
  return {
    unit: unit.id,
    reporter: (reporter ?? unit).id,
    round: reporting.period,
    plans: plans.map(({ head }) => head.id),
  };
}

/** What the key rows say, where they all say the same. */
function agreed(ofSheets: readonly SheetIdentity[]): WorkbookIdentity[] {
  const [first, ...others] = ofSheets;
  if (!first) return [];
  const isSame = others.every((other) => isOfSameReturn(other.identity, first.identity));
  return isSame ? [first.identity] : [];
}

/** The same return of the same plans, in whatever order these are named. */
export function isSameIdentity(one: WorkbookIdentity, other: WorkbookIdentity): boolean {
  const plansOf = ({ plans }: WorkbookIdentity) => [...plans].sort().join('+');
  return isOfSameReturn(one, other) && plansOf(one) === plansOf(other);
}

function isOfSameReturn(one: WorkbookIdentity, other: WorkbookIdentity): boolean {
  return one.unit === other.unit && one.reporter === other.reporter && one.round === other.round;
}
