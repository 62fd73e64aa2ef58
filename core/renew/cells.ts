import { isLessSure, type Vintage } from '../observation/vintage.ts';
import { vintageIn } from '../round/round.ts';
import type { CommuneColumn, CommuneLayout } from '../workbook/commune-layout.ts';
import { askedColumns } from '../workbook/layout.ts';
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
  const cells = new Map<string, NewCell>();
  const baselines = new Map<string, NewBaseline>();
  for (const request of requests) {
    const { layout } = placed(request);
    const { unit, reporting, plans } = request;
    for (const input of [layout.entry, layout.background])
      for (const row of input.rows) {
        if (!('figure' in row)) continue;
        const { key } = row.figure;
        for (const { period, vintage, ofRound } of askedColumns(input, row.figure, reporting))
          cells.set(`${unit.id}|${key}|${period}`, { unit: unit.id, key, period, vintage, ofRound });
      }
    for (const { unit: of, column } of communeCells(layout.byCommune)) {
      const { figure, period, before, vintage } = column;
      const place = { unit: of, key: figure.key };
      const put = (cell: NewCell) => cells.set(`${cell.unit}|${cell.key}|${cell.period}`, cell);
      put({ ...place, period, vintage, ofRound: true });
      put({ ...place, period: before, vintage: vintageIn(reporting, before), ofRound: false });
    }
    const needs = baselineNeeds(plans);
    for (const { key } of layout.baselines.rows) {
      const need = needs.get(key);
      if (need) baselines.set(`${unit.id}|${key}`, { unit: unit.id, key, need });
    }
  }
  return { cells: [...cells.values()], baselines: [...baselines.values()] };
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
