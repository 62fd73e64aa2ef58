import type { TypedCell, TypedFigures } from '../../../core/rules/typed.ts';
import type { RawCell } from '../../../core/rules/figure/cell.ts';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { plansOn } from '../../../core/plan/on-date.ts';
import { sampleFigures } from '../../../core/workbook/sample/sample.ts';
import { askedColumns } from '../../../core/workbook/layout.ts';
import { placed } from '../../../core/workbook/placed.ts';
import type { WorkbookRequest } from '../../../core/workbook/request.ts';
import { reportingOf, type WorkbookJob } from '../../../generator/workbook/jobs.ts';

/** The request of a workbook filled with sample figures. */
export function sampleRequest(job: WorkbookJob, ever: Catalogue): WorkbookRequest {
  const { unit, reporter } = job;
  const { plans, catalogue, reporting } = sharedBy(job, ever);
  return {
    plans,
    catalogue,
    unit,
    reporter,
    round: reporting.year,
    reporting,
    planHashes: new Map(),
    assigned: nothingAssigned,
    known: sampleFigures(plans, catalogue, unit, { gaps: false }),
    sample: true,
  };
}

const nothingAssigned = () => new Map<number, never>();

type Shared = Pick<WorkbookRequest, 'plans' | 'catalogue' | 'reporting'>;
let last: { job: WorkbookJob; ever: Catalogue; shared: Shared } | null = null;

/** What workbooks of one round share, so that forms which are alike are drawn up once, as for a folder of returns. */
function sharedBy(job: WorkbookJob, ever: Catalogue): Shared {
  const isSame =
    last?.ever === ever &&
    last.job.period === job.period &&
    last.job.plans.length === job.plans.length &&
    last.job.plans.every((plan, at) => plan === job.plans[at]);
  if (last === null || !isSame) {
    const reporting = reportingOf(job);
    last = { job, ever, shared: { ...plansOn(job.plans, ever, reporting.cutOff), reporting } };
  }
  return last.shared;
}

/** The cells of a workbook as filled with what its request knows; changes are by `key|period|vintage`. */
export function typedFrom(
  request: WorkbookRequest,
  changes: Readonly<Record<string, RawCell>> = {},
  reasons: Readonly<Record<string, string>> = {},
): TypedFigures {
  const { layout } = placed(request);
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
