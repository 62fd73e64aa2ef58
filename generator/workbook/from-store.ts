import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { isOwnUnit } from '../../core/plan/own-unit.ts';
import type { Consolidation } from '../../core/consolidate/consolidate.ts';
import { prefilledFigures, type PrefilledFigure } from '../../core/consolidate/prefill.ts';
import { sumsSoFar, type Round } from '../../core/round/round.ts';
import { departmentsOf } from '../../core/workbook/departments.ts';
import { placed } from '../../core/workbook/placed.ts';
import { gather } from '../consolidate/gather.ts';
import type { Store } from '../store/store.ts';
import { reportingOf, requestOf, type WorkbookJob } from './jobs.ts';

/**
 * Jobs of provinces and their departments with what is in the store already; those of other units stay as they are.
 * @param today ISO day
 */
export async function withSentFigures(
  jobs: readonly WorkbookJob[],
  { store, catalogue, today }: { store: Store; catalogue: Catalogue; today: string },
): Promise<WorkbookJob[]> {
  const found = new Map<string, Consolidation>();
  const filled: WorkbookJob[] = [];
  for (const job of jobs) {
    const { plans, unit, reporter } = job;
    if (!plans.some(({ file }) => isOwnUnit(file, unit))) {
      filled.push(job);
      continue;
    }
    const reporting = reportingOf(job);
    const figures: PrefilledFigure[] = [];
    for (const period of periodsSent(reporting)) {
      const ids = [period, ...plans.map(({ file }) => file.id)].join(' ');
      const wanted = { round: period, plans, catalogue, level: null, acceptedOnly: true, today };
      const one = found.get(ids) ?? (await gather(store, wanted)).found;
      found.set(ids, one);
      figures.push(...prefilledFigures(one, { province: unit.id, reporter: reporter.id }));
    }
    const departments = plans.flatMap((plan) => departmentsOf(plan, catalogue, reporting.cutOff));
    const names = new Map(departments.map(({ id, name }) => [id, name]));
    filled.push({ ...job, prefill: { figures, names } });
  }
  return filled;
}

/** What is named beside a cell that is to stay blank. */
const NAMED: ReadonlySet<PrefilledFigure['from']['kind']> = new Set(['year-before', 'computed-before']);

/** Whether a job has more from others than what is named beside cells that are to stay blank. */
export function hasSentFigures({ prefill }: Pick<WorkbookJob, 'prefill'>): boolean {
  return prefill.figures.some(({ from }) => !NAMED.has(from.kind));
}

/** The periods of which a round's workbook takes what others have sent: its own, and sums from the start of the year. */
function periodsSent(round: Round): string[] {
  const sums = sumsSoFar(round);
  return [round.period, ...(sums ? [sums.before, sums.until] : [])];
}

/** A figure that a workbook has a cell for and that is not filled in, with the reason. */
export interface FigureLeft {
  key: string;
  why: string;
}

/** Of a job what others have sent: how many figures are filled in, which are not, which were broken off. */
export interface SentFigures {
  filled: number;
  left: readonly FigureLeft[];
  brokenOff: readonly FigureLeft[];
}

/** Of a job what was filled in from others and what is not, as far as its workbook has a cell for it. */
export function sentFigures(job: WorkbookJob, catalogue: Catalogue): SentFigures {
  const { layout, request } = placed(requestOf(job, catalogue));
  const asked = job.prefill.figures.filter(({ key, period }) => layout.figureCell(key, period) !== null);
  const blank = asked.filter(({ key, period }) => request.known.figure(key, period) === null);
  const withReason = (isBroken: boolean): FigureLeft[] =>
    blank
      .filter(({ from }) => !NAMED.has(from.kind) && (from.kind === 'broken-off') === isBroken)
      .map(({ key, period }) => ({ key, why: request.known.source(key, period) ?? '' }));
  return { filled: asked.length - blank.length, left: withReason(false), brokenOff: withReason(true) };
}
