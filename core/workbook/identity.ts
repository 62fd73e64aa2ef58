import { identityKey, parseIdentityKey, type WorkbookIdentity } from './contract.ts';
import type { WorkbookDefinition } from './definition-schema.ts';
import type { SheetCells } from './keyed-cells.ts';
import type { WorkbookMeta } from './read-meta.ts';
import type { WorkbookRequest } from './request.ts';

/** Whose figures the workbook of a request holds. */
export function identityOf({ unit, reporter, reporting, plans }: WorkbookRequest): WorkbookIdentity {
  return {
    unit: unit.id,
    reporter: reporter.id,
    round: reporting.period,
    plans: plans.map(({ file }) => file.id),
  };
}

/** The identity in the key row of one sheet. */
export interface SheetIdentity {
  sheet: string;
  identity: WorkbookIdentity;
}

/** Where the identity of a returned workbook was found: entries of `_meta`, the definition, key rows. */
export type IdentifiedBy = 'meta' | 'definition' | 'sheets';

/** The identities that stand in key rows; a sheet of another workbook has another. */
export function sheetIdentities(sheets: readonly SheetCells[]): SheetIdentity[] {
  return sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ value }) => {
      const identity = typeof value === 'string' ? parseIdentityKey(value) : null;
      return identity ? [{ sheet: name, identity }] : [];
    }),
  );
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

function isOfSameReturn(one: WorkbookIdentity, other: WorkbookIdentity): boolean {
  return one.unit === other.unit && one.reporter === other.reporter && one.round === other.round;
}
