import { isLessSure, type Vintage } from '../observation/vintage.ts';
import { vintageIn, type Round } from '../round/round.ts';
import type { CommuneColumn, CommuneLayout } from '../workbook/commune-layout.ts';
import { askedColumns, type Layout } from '../workbook/layout.ts';
import { placed } from '../workbook/placed.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import { baselineNeeds, type BaselineNeed } from '../target/baseline-choice.ts';

/** A cell for a figure in a new workbook. */
export interface NewCell {
  unit: string;
  key: string;
  period: string;
  /** How sure the figures of its column are. */
  vintage: Vintage;
  /** Whether it belongs to the round itself, in which officers enter what is new. */
  ofRound: boolean;
  /** Id of the body whose table by commune has it; without one it is in the workbook of the unit. */
  tableOf?: string;
}

/** A baseline that a new workbook has a row for, and what its targets ask of it. */
export interface NewBaseline {
  unit: string;
  key: string;
  need: BaselineNeed;
}

/** Everything the new workbooks have room for. */
export interface NewCells {
  cells: readonly NewCell[];
  baselines: readonly NewBaseline[];
}

/** The cells of new workbooks, each once: a figure that two reporters are shown has one place. */
export function cellsOf(requests: Iterable<WorkbookRequest>): NewCells {
  const units = new Map<string, Map<string, NewCell>>();
  const baselines = new Map<string, NewBaseline>();
  const put = (place: string, cell: NewCell) => {
    const own = units.get(cell.unit) ?? new Map<string, NewCell>();
    units.set(cell.unit, own.set(place, cell));
  };
  const ofLayouts = new Map<Layout, PlacedCell[]>();
  for (const request of requests) {
    const { layout } = placed(request);
    const { unit, reporter, reporting, plans } = request;
    const own = ofLayouts.get(layout) ?? cellsOfLayout(layout, reporting);
    ofLayouts.set(layout, own);
    for (const { place, cell } of own) put(place, { unit: unit.id, ...cell });
    for (const { unit: of, column } of communeCells(layout.byCommune)) {
      const { figure, period, before, vintage } = column;
      const { key } = figure;
      const own = { unit: of, key, tableOf: reporter.id };
      put(`${key}|${period}`, { ...own, period, vintage, ofRound: true });
      const sureness = vintageIn(reporting, before);
      put(`${key}|${before}`, { ...own, period: before, vintage: sureness, ofRound: false });
    }
    const needs = baselineNeeds(plans);
    for (const { key } of layout.baselines.rows) {
      const need = needs.get(key);
      if (need) baselines.set(`${unit.id}|${key}`, { unit: unit.id, key, need });
    }
  }
  const cells = [...units.values()].flatMap((own) => [...own.values()]);
  return { cells, baselines: [...baselines.values()] };
}

/** A cell of whichever unit, and what tells it from others of the unit. */
interface PlacedCell {
  place: string;
  cell: Omit<NewCell, 'unit'>;
}

/** The cells of the form and of the sheet of background figures. */
function cellsOfLayout({ entry, background }: Layout, reporting: Round): PlacedCell[] {
  return [entry, background].flatMap((input) =>
    input.rows.flatMap((row) => {
      if (!('figure' in row)) return [];
      const { key } = row.figure;
      return askedColumns(input, row.figure, reporting).map(({ period, vintage, ofRound }): PlacedCell => ({
        place: `${key}|${period}`,
        cell: { key, period, vintage, ofRound },
      }));
    }),
  );
}

/** The cells of the table by commune. */
function communeCells(table: CommuneLayout | null): { unit: string; column: CommuneColumn }[] {
  return (table?.rows ?? []).flatMap(({ unit }) =>
    (table?.columns ?? []).map((column) => ({ unit: unit.id, column })),
  );
}

/** Whether a figure may be filled into a cell: of earlier periods any, of the round's own only one as sure. */
export function mayFill(vintage: Vintage, cell: NewCell): boolean {
  return !cell.ofRound || !isLessSure(vintage, cell.vintage);
}
