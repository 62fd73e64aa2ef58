import type { CellChange, CellPlace } from '../../sheet/evaluate/recalculation.ts';
import { cellAddress } from '../../sheet/address.ts';
import { Recalculation } from '../../sheet/evaluate/recalculation.ts';
import { cellIndex, type CellModel, type WorkbookModel } from '../../sheet/model.ts';
import type { PlacedRequest } from '../../workbook/placed.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { filledCells, placeId, placeOf, type FilledCell } from './filled-cells.ts';
import { givenFormulas } from './given-formulas.ts';
import type { RowHeight } from './named-heights.ts';
import { NotStamped } from './not-stamped.ts';
import { changedCharts, type ChangedChart } from './plotted.ts';

/** What a workbook has otherwise than another of the same structure. */
export interface ChangedCells {
  /** Cells with what they hold instead. */
  cells: readonly FilledCell[];
  /** Heights of rows, where they are others. */
  heights: readonly RowHeight[];
  charts: readonly ChangedChart[];
}

export const NOTHING_CHANGED: ChangedCells = { cells: [], heights: [], charts: [] };

/** What other figures change in a workbook. */
export interface KnownCells {
  changeable: readonly CellPlace[];
  /**
   * @throws NotStamped where more changes than cells, heights and charts
   * @throws NotComputed where a result cannot be computed
   */
  changed: (own: WorkbookRequest) => ChangedCells;
}

/**
 * Which cells of a workbook change with what is known of its unit, and how.
 * @returns null for a workbook in which nothing is filled in
 * @throws NotComputed where a formula of the workbook cannot be computed
 */
export function knownCells(where: PlacedRequest, model: WorkbookModel): KnownCells | null {
  const first = filledCells(where, model, null);
  const isFilled = [...first.cells.values()].some(({ cell: { given } }) => given);
  const hasBaselines = where.layout.baselines.rows.some(
    ({ key }) => where.request.known.baseline(key).value !== null,
  );
  if (!isFilled && !hasBaselines && !hasSources(first)) return null;
  const given = givenFormulas(where, model);
  const graph = new Recalculation(given.sheets);
  const places = [...first.cells.values()].map(placeOf);
  const heights = new Map(first.heights.map((one) => [`${one.sheet}|${one.row}`, one.height]));
  const nameOf = ({ sheet, cell: { row, column } }: { sheet: number; cell: Omit<CellPlace, 'sheet'> }) =>
    `${model.sheets[sheet]?.name ?? ''}!${cellAddress(row, column)}`;
  const cellAt = ({ sheet, row, column }: CellPlace) =>
    model.sheets[sheet]?.cells.get(cellIndex(row, column));
  return {
    changeable: [...places, ...graph.dependents([...places, ...given.places])],
    changed(own) {
      const now = filledCells({ ...where, request: own }, model, where.request);
      const cells = new Map<string, FilledCell>();
      for (const [id, one] of now.cells) {
        const before = first.cells.get(id);
        if (before === undefined || shapeOf(before.cell) !== shapeOf(one.cell))
          throw new NotStamped(`${nameOf(one)} looks otherwise`);
        if (!isSame(before.cell, one.cell)) cells.set(id, one);
      }
      const changes: CellChange[] = [...cells.values()].map(({ sheet, cell }) => ({
        ...placeOf({ sheet, cell }),
        ...(cell.formula === undefined ? { value: cell.value ?? null } : { formula: cell.formula }),
      }));
      const { formulas, changes: ofFormulas } = given.of(own);
      changes.push(...ofFormulas);
      for (const found of graph.results(changes)) {
        const id = placeId(found);
        const before = cells.get(id)?.cell ?? cellAt(found);
        if (before === undefined || givesHeight(before))
          throw new NotStamped(
            `the height of a row follows from ${nameOf({ sheet: found.sheet, cell: found })}`,
          );
        cells.set(id, { sheet: found.sheet, cell: { ...before, result: found.result } });
      }
      for (const { place, formula } of formulas) {
        const id = placeId(place);
        const before = cells.get(id)?.cell ?? cellAt(place);
        if (before === undefined)
          throw new NotStamped(`${nameOf({ sheet: place.sheet, cell: place })} has no formula`);
        cells.set(id, { sheet: place.sheet, cell: { ...before, formula } });
      }
      const others = now.heights.filter((one) => heights.get(`${one.sheet}|${one.row}`) !== one.height);
      // A row that something else makes higher has to be measured with it.
      const isAlone = others.every(
        ({ sheet, row }) => model.sheets[sheet]?.rows.get(row)?.height === heights.get(`${sheet}|${row}`),
      );
      const charts = changedCharts(model, [...cells.values()]);
      if (!isAlone) throw new NotStamped('a row is as high as something else in it needs');
      if (charts === null) throw new NotStamped('a chart shows something else than its cells');
      return { cells: [...cells.values()], heights: others, charts };
    },
  };
}

function hasSources({ cells }: { cells: ReadonlyMap<string, FilledCell> }): boolean {
  return [...cells.values()].some(({ cell: { own } }) => own);
}

/** What of a cell must not differ, for the file to differ in its content alone. */
function shapeOf({ style, format, given, optional, formula, value, link }: CellModel): string {
  return JSON.stringify([style, format, given, optional, formula === undefined, value === undefined, link]);
}

function isSame(one: CellModel, other: CellModel): boolean {
  return (
    one.value === other.value &&
    one.formula === other.formula &&
    one.validation?.prompt === other.validation?.prompt
  );
}

/** The height of its row is that of its text. */
function givesHeight({ tag, result }: CellModel): boolean {
  return tag === 'form.plan' && typeof result === 'string';
}
