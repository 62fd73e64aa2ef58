import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { inYear, parsePeriod } from '../../core/period/period.ts';
import { firstYear } from '../../core/period/first-year.ts';
import { figureKey } from '../../core/observation/key.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import type { KnownFigures } from '../../core/workbook/request.ts';
import { partsOf } from '../../core/renew/changes-by-key.ts';
import { doubtsAbout, type DoubtfulFigure } from '../../core/renew/doubts.ts';
import { placeOf } from '../../core/renew/earlier.ts';
import type { FilledFigure } from '../../core/renew/input.ts';
import { requestsOf, type WorkbookJob } from '../workbook/jobs.ts';

/**
 * The figures of the year before among those that are filled in which the check doubts: each is held against the years
 * before it in the round it is of, where the plans had that round. What was settled is not asked again.
 * @param jobs the new workbooks, figures filled in
 * @param given what the planner gives for them, by which a figure is settled
 * @param plans all there are: before its first round a plan's unit reported on the ones before it
 */
export function doubtsOf(
  jobs: readonly WorkbookJob[],
  figures: readonly FilledFigure[],
  {
    catalogue,
    given,
    plans = [],
  }: { catalogue: Catalogue; given: readonly KnownFigure[]; plans?: readonly Plan[] },
): DoubtfulFigure[] {
  const settled = new Set(
    given.map((row) => placeOf({ ...row, key: figureKey(row.indicator, row.stratum) })),
  );
  const ofUnits = new Map<string, Map<string, FilledFigure>>();
  for (const one of figures) {
    if (one.settled || one.value === null || settled.has(placeOf(one))) continue;
    const own = ofUnits.get(one.unit) ?? new Map<string, FilledFigure>();
    ofUnits.set(one.unit, own.set(`${one.key}|${one.period}`, one));
  }
  const pairs = jobs.flatMap((job) => {
    const before = ofUnits.has(job.unit.id) ? jobBefore(job, plans) : null;
    return before ? [{ job, before }] : [];
  });
  const now = requestsOf(
    pairs.map(({ job }) => job),
    catalogue,
  );
  const found = new Map<string, DoubtfulFigure>();
  for (const { request: before } of requestsOf(
    pairs.map((one) => one.before),
    catalogue,
  )) {
    const { value: same } = now.next();
    if (!same) break;
    const unit = before.unit.id;
    const { period } = before.reporting;
    const own = ofUnits.get(unit);
    const figureOf = (key: string) => own?.get(`${key}|${period}`);
    const reasons = new Map(
      [...(own?.values() ?? [])].flatMap((one) =>
        one.period === period && one.reason !== undefined ? [[one.key, one.reason] as const] : [],
      ),
    );
    // A figure that the new workbook has no column for is named in it only.
    const known: Pick<KnownFigures, 'figure'> = {
      figure: (key, at) => same.request.known.figure(key, at) ?? numberOf(own?.get(`${key}|${at}`)),
    };
    for (const finding of doubtsAbout(before, known, reasons)) {
      const { key } = finding;
      // A share without a figure of its own is doubted for its parts.
      const [of] =
        key === null ? [] : [key, ...partsOf(key, catalogue)].flatMap((one) => figureOf(one) ?? []);
      if (key === null || !of) continue;
      const place = { unit, key, period, value: figureOf(key)?.value ?? null };
      found.set([unit, key, finding.code].join('|'), { ...place, source: of.source, finding });
    }
  }
  return [...found.values()];
}

function numberOf(figure: FilledFigure | undefined): number | null {
  const value = figure?.value ?? null;
  return value === null ? null : Number(value);
}

/**
 * The same reporter's workbook of the year before: of its own plans, else of those of the province that had the round;
 * null where there is none.
 */
function jobBefore(job: WorkbookJob, known: readonly Plan[]): WorkbookJob | null {
  const period = parsePeriod(job.period);
  if (!period) return null;
  const { text, year } = inYear(period, period.year - 1);
  const had = ({ file }: Plan) => firstYear(file.firstRound) <= year && year <= file.period.to;
  const own = job.plans.filter(had);
  const [{ file }] = job.plans;
  const others = known.filter((one) => one.file.province === file.province && had(one) && hasUnit(one, job));
  const [first, ...rest] = own.length > 0 ? own : others;
  return first ? { ...job, plans: [first, ...rest], period: text, round: year } : null;
}

/** Whether the unit is one of a plan. */
function hasUnit({ units }: Plan, { unit }: WorkbookJob): boolean {
  return units.some(({ id }) => id === unit.id);
}
