import type { TypedCell, TypedFigures } from '../../../core/rules/typed.ts';
import type { RawCell } from '../../../core/rules/figure/cell.ts';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { plansOn } from '../../../core/plan/on-date.ts';
import { sampleFigures } from '../../../core/workbook/sample/sample.ts';
import { askedOf } from '../../../core/workbook/asked.ts';
import { askedColumns, layOut } from '../../../core/workbook/layout.ts';
import type { WorkbookRequest } from '../../../core/workbook/request.ts';
import { reportingOf, type WorkbookJob } from '../../../generator/workbook/jobs.ts';

/** The request of a workbook filled with sample figures. */
export function sampleRequest(job: WorkbookJob, ever: Catalogue): WorkbookRequest {
  const { unit, reporter } = job;
  const reporting = reportingOf(job);
  const { plans, catalogue } = plansOn(job.plans, ever, reporting.cutOff);
  return {
    plans,
    catalogue,
    unit,
    reporter,
    round: reporting.year,
    reporting,
    planHashes: new Map(),
    assigned: () => new Map(),
    known: sampleFigures(plans, catalogue, unit, { gaps: false }),
    sample: true,
  };
}

/** The cells of a workbook as filled with what its request knows; changes are by `key|period|vintage`. */
export function typedFrom(
  request: WorkbookRequest,
  changes: Readonly<Record<string, RawCell>> = {},
  reasons: Readonly<Record<string, string>> = {},
): TypedFigures {
  const layout = layOut(request, askedOf(request));
  const cells = new Map<string, TypedCell>();
  for (const input of [layout.entry, layout.background]) {
    for (const row of input.rows) {
      if (!('figure' in row)) continue;
      for (const { period, vintage, column } of askedColumns(input, row.figure, request.reporting)) {
        const id = `${row.figure.key}|${period}|${vintage}`;
        const raw = id in changes ? (changes[id] ?? null) : request.known.figure(row.figure.key, period);
        cells.set(id, { place: { sheet: input.sheet, cell: `R${row.row}C${column}` }, raw });
      }
    }
  }
  for (const id of Object.keys(changes)) if (!cells.has(id)) throw new Error(`There is no cell ${id}.`);
  return { cells, reasons: new Map(Object.entries(reasons)) };
}
