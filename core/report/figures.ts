import type { CellState } from '../consolidate/cell-state.ts';
import type { FigureCell } from '../consolidate/cells.ts';
import type { Consolidation, GroupTotal } from '../consolidate/consolidate.ts';
import { figureIn, type Decides, type ProvinceFigure } from '../consolidate/province.ts';
import type { Coverage } from '../consolidate/totals.ts';
import { judgedNumber, type Figure } from '../observation/figure.ts';

/** Why nothing can be concluded from a figure that somebody has reported. */
export interface Why {
  /** A state in which a figure does not count, a sum that lacks units, or only the province's own word. */
  kind:
    Extract<CellState, 'blocked' | 'conflicting' | 'held-back' | 'to-explain'> | 'incomplete' | 'own-only';
  /** Who reported what does not count; null where it is the units together. */
  reporter: string | null;
}

/** What stands for a figure in a year, or keeps one from standing. */
export interface Held {
  /** Null where nothing stands. */
  figure: Figure;
  /** Whose figure it is; of a unit itself `own`. Null where nothing was reported. */
  by: Decides | null;
  /** Null where the figure stands, and where nothing was reported. */
  why: Why | null;
  /** Units whose figures are in the sum; null where no sum is made. */
  coverage: Coverage | null;
  /** What a sum that lacks units comes to; null for everything else. It stands for nothing. */
  partial: number | null;
  /** Nothing stands, yet somebody has answered that there is no figure so far (`...`). */
  isAwaited: boolean;
  /** The cells of returns behind it. */
  cells: readonly FigureCell[];
}

/** Nothing was reported. */
export const NOTHING: Held = {
  figure: null,
  by: null,
  why: null,
  coverage: null,
  partial: null,
  isAwaited: false,
  cells: [],
};

/** What stands for a province: the figure that decides, unless it rests on an incomplete sum or does not count. */
function heldOfProvince(total: GroupTotal): Held {
  const { record, own, decided, coverage, value } = total;
  const recorded = cellsIn(record);
  const stopped = recorded.find(({ counts }) => !counts);
  if (record && stopped) return { ...NOTHING, by: 'record', cells: recorded, why: whyNot(stopped, record) };
  const isOfRecord = decided === null ? value === null : decided.by === 'record';
  if (record && record.figure !== null && isOfRecord)
    return { ...NOTHING, figure: record.figure, by: 'record', cells: recorded };
  if (decided?.by === 'units') return { ...NOTHING, figure: decided.value, by: 'units', coverage };
  if (decided === null && value !== null) {
    const why: Why = { kind: 'incomplete', reporter: null };
    return { ...NOTHING, by: 'units', coverage, partial: value, why };
  }
  const said = cellsIn(own);
  if (own && decided?.by === 'own') return { ...NOTHING, figure: own.figure, by: 'own', cells: said };
  if (own && judgedNumber(own.figure) !== null) {
    const why: Why = { kind: 'own-only', reporter: own.reporter };
    return { ...NOTHING, by: 'own', partial: judgedNumber(own.figure), cells: said, why };
  }
  return NOTHING;
}

/**
 * What stands for a unit: its figure in force, as far as it counts. Of a share that it reports by its parts nothing
 * stands here, but a part that does not count keeps it open.
 * @param parts numerator and denominator of a share
 */
function heldOfUnit(cell: FigureCell, parts: readonly FigureCell[] = []): Held {
  if (cell.entry === null) {
    const stopped = parts.find(({ entry, counts }) => entry !== null && !counts);
    return stopped?.entry ? { ...NOTHING, why: whyNot(stopped, stopped.entry) } : NOTHING;
  }
  const held = { ...NOTHING, by: 'own', cells: [cell] } as const;
  return cell.counts
    ? { ...held, figure: figureIn(cell) }
    : { ...held, why: whyNot(cell, { reporter: cell.entry.reporter }) };
}

/** Figures of one who is judged, by figure key and year. */
export type HeldBy = (key: string, year: number) => Held;

/**
 * Figures of a province over the years.
 * @param years each year's consolidations, the one that decides first: of an earlier year that of its own time, then
 *   one by today's bodies
 */
export function provinceFiguresOver(
  years: ReadonlyMap<number, readonly Consolidation[]>,
  province: string,
): HeldBy {
  const totals = new Map(
    [...years].map(([year, ones]) => [
      year,
      ones.map((one) => {
        const group = one.groups.find(({ id }) => id === province) ?? one.groups[0];
        return new Map(
          one.totals.filter((total) => total.group === group?.id).map((total) => [total.column, total]),
        );
      }),
    ]),
  );
  return (key, year) => {
    const all = (totals.get(year) ?? []).flatMap((byKey) => {
      const total = byKey.get(key);
      return total ? [heldOfProvince(total)] : [];
    });
    const stands = (one: Held) => one.figure !== null;
    return (
      all.find((one) => stands(one) && one.by === 'record') ??
      all.find(stands) ??
      all.find(({ why }) => why !== null) ?? {
        ...NOTHING,
        isAwaited: (years.get(year) ?? []).some((one) => isAwaited(one, province, key)),
      }
    );
  };
}

/** Whether a unit of a province has answered that it has no figure so far. */
function isAwaited(one: Consolidation, province: string, key: string): boolean {
  if (!one.columns.some((column) => column.key === key)) return false;
  const group = one.groups.find(({ id }) => id === province) ?? one.groups[0];
  return (group?.members ?? []).some((unit) => one.cell(unit, key).sign === '...');
}

/** Figures of the units that are added up, over the years. @param years consolidations by today's units */
export function unitFiguresOver(years: ReadonlyMap<number, Consolidation>): (unit: string) => HeldBy {
  const found = new Map(
    [...years].map(([year, one]) => [
      year,
      {
        one,
        columns: new Map(one.columns.map((column) => [column.key, column])),
        units: new Set(one.rows.map(({ unit }) => unit.id)),
      },
    ]),
  );
  const heldIn = (unit: string, key: string, year: number) => {
    const of = found.get(year);
    const column = of?.columns.get(key);
    if (!of || !column || !of.units.has(unit)) return NOTHING;
    const { parts } = column;
    const keys = parts === null ? [] : [parts.numerator, parts.denominator];
    return heldOfUnit(
      of.one.cell(unit, key),
      keys.map((part) => of.one.cell(unit, part)),
    );
  };
  return (unit) => {
    // A verdict asks for the same figures many times over.
    const known = new Map<string, Map<number, Held>>();
    return (key, year) => {
      const byYear = known.get(key) ?? new Map<number, Held>();
      known.set(key, byYear);
      const held = byYear.get(year) ?? heldIn(unit, key, year);
      byYear.set(year, held);
      return held;
    };
  };
}

function cellsIn(one: ProvinceFigure | null): FigureCell[] {
  if (one === null) return [];
  return one.cell ? [one.cell] : one.parts ? [one.parts.numerator, one.parts.denominator] : [];
}

function whyNot({ state }: FigureCell, { reporter }: { reporter: string }): Why {
  const kind = state === 'conflicting' || state === 'held-back' || state === 'to-explain' ? state : 'blocked';
  return { kind, reporter };
}
