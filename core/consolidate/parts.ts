import type { Plan } from '../plan/model.ts';
import { ALL, type Consolidation } from './consolidate.ts';
import { TOTAL_ROWS } from './sheets/grid.ts';
import { reportedCells } from './sources.ts';
import type { TotalGroup } from './totals.ts';

/** Units of a province that are written into one workbook of several. */
export interface Part {
  /** Id of the province: of a round of one province too. */
  province: string;
  units: readonly string[];
  /** Which of how many parts of the province it is, from 1. */
  at: number;
  of: number;
}

/** Cells in the lists of a workbook: of a unit, of a figure, of one that does not count, of a difference. */
const LISTED = { unit: 7, figure: 15, left: 9, difference: 12 };

/**
 * The workbooks that a consolidation is written into so that none has more than so many cells: one where it fits,
 * else one for each province, and several for a province that is too large for one.
 * @param most cells of a workbook; that of a single unit may have more
 * @returns none where one workbook holds everything
 */
export function partsOf(found: Consolidation, most: number): Part[] {
  const { head, of } = weightsOf(found);
  const all = found.rows.reduce((sum, { unit }) => sum + of(unit.id), 0);
  if (head * found.groups.length + all <= most) return [];
  return provinceGroups(found).flatMap(({ id: province, members }) => {
    const pieces: string[][] = [];
    let room = 0;
    for (const unit of members) {
      if (pieces.length === 0 || of(unit) > room) {
        pieces.push([]);
        room = most - head;
      }
      pieces.at(-1)?.push(unit);
      room -= of(unit);
    }
    return pieces.map((units, at) => ({ province, units, at: at + 1, of: pieces.length }));
  });
}

/** Plans of which only a part is added up. */
export function plansOfPart(
  plans: readonly Plan[],
  { province, units }: Part,
  { level }: Pick<Consolidation, 'level'>,
): readonly [Plan, ...Plan[]] {
  const own = new Set(units);
  const [first, ...others] = plans.flatMap((plan) =>
    plan.file.province === province
      ? [{ ...plan, units: plan.units.filter((unit) => unit.level !== level || own.has(unit.id)) }]
      : [],
  );
  if (!first) throw new RangeError(`There is no plan of ${province}.`);
  return [first, ...others];
}

/**
 * What only a part of a province's units come to: it stands for nobody, and nothing is reported for it. Of the round
 * it says what is about its own units.
 * @param name of the part
 */
export function asPart(found: Consolidation, { of }: Part, name: string): Consolidation {
  const units = new Set([
    ...found.rows.map(({ unit }) => unit.id),
    ...found.plans.map(({ file }) => file.province),
  ]);
  const { closed } = found;
  const isOwn = ({ key }: { key: string }) => units.has(key.split('|', 1)[0] ?? '');
  const own = {
    ...found,
    // What no plan of the part asks for may be asked by another's.
    outside: 0,
    closed: closed && {
      ...closed,
      corrections: closed.corrections.filter(isOwn),
      disputed: closed.disputed.filter(isOwn),
      countedOtherwise: closed.countedOtherwise.filter(isOwn),
    },
  };
  if (of === 1) return own;
  return {
    ...own,
    groups: own.groups.map((group) => ({ ...group, name })),
    totals: own.totals.map((total) => ({
      ...total,
      record: null,
      own: null,
      beside: [],
      decided: null,
      isPart: true,
    })),
  };
}

/** The groups that are provinces: that of all units where there is one only. */
export function provinceGroups({ groups, plans }: Consolidation): TotalGroup[] {
  const [all, ...provinces] = groups;
  if (provinces.length > 0 || !all) return provinces;
  return [{ ...all, id: plans[0]?.file.province ?? ALL }];
}

/** Cells that a workbook has for itself, and of each unit; rather more than it will have. */
function weightsOf(found: Consolidation) {
  const { columns, rows, totals } = found;
  const domains = new Set(columns.map(({ indicator }) => indicator.domain)).size;
  const across = 2 * columns.length + 4 * domains;
  const figures = new Map<string, number>();
  let ofProvinces = 0;
  const known = new Set(rows.map(({ unit }) => unit.id));
  for (const { cell } of reportedCells(found)) {
    const cells = LISTED.figure + (cell.counts ? 0 : LISTED.left);
    if (known.has(cell.unit)) figures.set(cell.unit, (figures.get(cell.unit) ?? 0) + cells);
    else ofProvinces += cells;
  }
  return {
    head:
      (10 + TOTAL_ROWS.length) * across +
      ofProvinces +
      LISTED.difference * Math.min(totals.length, 3 * columns.length),
    of: (unit: string) => across + LISTED.unit + (figures.get(unit) ?? 0),
  };
}
