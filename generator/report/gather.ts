import type { Language } from '../../core/base/finding.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { consolidate, type Consolidation } from '../../core/consolidate/consolidate.ts';
import { figureTable, type FigureTable } from '../../core/consolidate/figure-table.ts';
import { publicFigures, type PublicFigures } from '../../core/consolidate/public/public.ts';
import { isKnownIn, parsePeriod, type Period } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { Judging } from '../../core/report/judge.ts';
import type { ReportInput } from '../../core/report/view.ts';
import { roundOf, type Round } from '../../core/round/round.ts';
import type { Decision, StoredReturn } from '../../core/store/model.ts';
import { heldThen, publicationsOf } from '../../core/store/publishing.ts';
import { standingOf } from '../../core/store/standing.ts';
import type { Series } from '../../core/target/series.ts';
import { isByCommune } from '../../core/workbook/by-commune.ts';
import { firstYear } from '../../core/period/first-year.ts';
import { closedIn } from '../consolidate/gather.ts';
import { drawUpRegister, openConflicts } from '../register/draw-up.ts';
import { roundThatSays } from '../register/round-that-says.ts';
import type { EntryFilter, Store } from '../store/store.ts';
import { jobsOf, requestOf, sharedBy } from '../workbook/jobs.ts';
import type { PlannerFiles } from '../workbook/known.ts';
import { changedBeside } from './changed-since.ts';
import { filesFor } from './sent-files.ts';
import { givenSince, withGiven } from '../register/given-since.ts';
import { ownVerdictsOf, reportedBaselines } from './said-beside.ts';

/** What reports are to be made of. */
export interface WantedReport {
  round: string;
  /** All live in the round. */
  plans: readonly [Plan, ...Plan[]];
  catalogue: Catalogue;
  files: PlannerFiles;
  /** ISO day or time, on which lateness is counted. */
  today: string;
  language: Language;
  /** Counts of persons or households below it are hidden; null for a report that stays inside. */
  threshold?: number | null;
}

type Plans = readonly [Plan, ...Plan[]];

/** Gathers from a store what a report on each province of the plans is made from, in the order of the plans. */
export async function gatherReports(store: Store, wanted: WantedReport): Promise<ReportInput[]> {
  const { round: text, plans, catalogue, today, language } = wanted;
  const period = parsePeriod(text);
  if (!period) throw new RangeError(`"${text}" is no period.`);
  const all = await store.returns();
  const reportedIn = await roundThatSays(store, text, all);
  const returns = knownIn(period, all);
  const register = await drawUpRegister(store, { plans, catalogue }, { round: reportedIn, today });
  const decisions = await store.decisions();
  const standing = standingOf(decisions);
  const first = Math.min(...plans.map(({ file }) => firstYear(file.firstRound)));
  const periods = new Set([...yearsBetween(first, period.year).map(String), text]);
  const byPeriod = new Map<string, FigureTable>();
  for (const one of periods) {
    const { table, read } = await store.figures(one);
    await read('all');
    byPeriod.set(one, table);
  }
  const closing = await closedIn(
    store,
    { round: reportedIn, decisions, conflicts: register.conflicts },
    catalogue,
  );
  const held = { returns, decisions };
  const beside = closing && (await changedBeside(store, closing.by, { held, periods, catalogue }));
  const verdicts = await store.entries({ table: 'verdicts', period: String(period.year) });
  // A conflict holds back all that a return says: those are looked for in whatever the returns speak of, and nowhere else.
  const speaking = new Set<number>();
  for (const { of } of byPeriod.values()) for (const number of of) speaking.add(number);
  const spokenOf = await store.periods([...speaking]);
  const rulesOf = async (then: { returns: readonly StoredReturn[]; decisions: readonly Decision[] }) => {
    const asked = {
      entries: (filter: EntryFilter) => store.entries(filter),
      returns: () => Promise.resolve([...then.returns]),
      decisions: () => Promise.resolve([...then.decisions]),
    };
    const inConflict = await openConflicts(asked, { periods: spokenOf }, catalogue, then.returns);
    return {
      returns: then.returns,
      standing: standingOf(then.decisions),
      conflicting: new Set(inConflict.flatMap(({ figures }) => figures.map((one) => one.return))),
    };
  };
  const now = await rulesOf(held);
  // A closed round that is shorter than a year is judged by what was expected of the year when it was closed.
  const then = closing && period.frequency !== 'year' ? heldThen(closing.by, held) : held;
  const judging = then === held ? now : await rulesOf(then);
  // Figures of an earlier year that were published before are published as they were: with what was corrected since,
  // the two publications, one taken from the other, would say what each of them hides.
  const before = new Map<string, typeof now>();
  const threshold = wanted.threshold ?? null;
  for (const one of threshold === null ? [] : periods) {
    const [first] = one === text ? [] : publicationsOf(standing, one);
    if (first) before.set(one, await rulesOf(heldThen(first, { returns: all, decisions })));
  }
  const baselines = await reportedBaselines(store, catalogue, judging);
  const given = await givenSince(store, closing?.by ?? null, {
    files: wanted.files,
    plans,
    catalogue,
    round: period,
  });
  const withBeside = closing && {
    ...closing,
    corrections: [...closing.corrections, ...(beside?.corrections ?? [])],
    disputed: [...closing.disputed, ...(beside?.disputed ?? [])],
  };
  const closed = withBeside && withGiven(withBeside, given);
  const addedOf = (of: Plans, one: string, asOf?: string): Consolidation =>
    consolidate({
      round: one,
      ...(asOf === undefined ? {} : { asOf }),
      plans: of,
      catalogue,
      level: null,
      acceptedOnly: false,
      ...(before.get(one) ?? (one === text ? now : judging)),
      figures: byPeriod.get(one) ?? figureTable([]),
      lines: register.lines,
      closed: one === text ? closed : null,
    });
  // What is published of all provinces together hides more than one of them alone would. It takes as long as all else,
  // and is the same for every province whose round ends on the same day.
  const hiddenIn = new Map<string, PublicFigures>();
  const hidden = (ones: Iterable<string | number>, cutOff: string): PublicFigures[] =>
    [...new Set([...ones].map(String))].flatMap((one) =>
      [undefined, cutOff].map((asOf) => {
        const key = `${one}|${asOf ?? ''}`;
        const known = hiddenIn.get(key) ?? publicFigures(addedOf(plans, one, asOf), threshold ?? undefined);
        hiddenIn.set(key, known);
        return known;
      }),
    );
  const inputOf = async (own: Plans): Promise<ReportInput> => {
    const rules = own.map((plan) => roundOf(period, plan.roundRules));
    const round = latest(rules);
    const isOwn = ({ key }: { key: string }) => ids.has(key.split('|')[0] ?? '');
    const ids = new Set(own.flatMap(({ units }) => units.map(({ id }) => id)));
    const added = (one: string, asOf?: string) => {
      const found = addedOf(own, one, asOf);
      const { closed: of } = found;
      if (of === null) return found;
      const [corrections, disputed] = [of.corrections.filter(isOwn), of.disputed.filter(isOwn)];
      const countedOtherwise = of.countedOtherwise.filter(isOwn);
      return { ...found, closed: { ...of, corrections, disputed, countedOtherwise } };
    };
    const found = added(text);
    const years = new Map(
      yearsBetween(first, round.year).map((year): [number, readonly [Consolidation, ...Consolidation[]]] => {
        if (String(year) === text) return [year, [found]];
        const byToday = added(String(year), round.cutOff);
        // Of an earlier year the bodies and units of its own time are heard first.
        return [year, year < round.year ? [added(String(year)), byToday] : [byToday]];
      }),
    );
    const { files, givenBy } = await filesFor(store, standing, {
      files: given.files,
      round: reportedIn,
      plans: own,
      catalogue,
    });
    const [province, ...units] = judgingOf(own, { ...wanted, files: withBaselines(files, baselines) });
    if (!province) throw new Error('A plan has a province.');
    const hiding =
      threshold === null ? null : { threshold, figures: hidden([text, ...years.keys()], round.cutOff) };
    const planIds = new Set(own.map(({ file }) => file.id));
    return {
      found,
      years,
      round,
      province,
      units,
      lines: register.lines.filter(({ plans: on }) => on.some((id) => planIds.has(id))),
      ownVerdicts: ownVerdictsOf(
        verdicts.filter(({ unit }) => ids.has(unit)),
        judging.returns,
        judging.standing,
      ),
      today,
      language,
      published: hiding,
      givenBy,
    };
  };
  const inputs: ReportInput[] = [];
  for (const own of provincesIn(plans)) inputs.push(await inputOf(own));
  return inputs;
}

/**
 * The returns a report on a round goes by. What one on a shorter round says was reported until its day is in no return
 * of a later round; a year is judged by its figures as they are known now.
 */
function knownIn(round: Period, returns: readonly StoredReturn[]): readonly StoredReturn[] {
  if (round.frequency === 'year') return returns;
  return returns.filter((one) => {
    const reported = parsePeriod(one.round);
    // The planner's files are of no round.
    return reported === null || isKnownIn(round, reported);
  });
}

/** What the province and each unit that is added up is judged on; the province first. */
function judgingOf(plans: Plans, { catalogue, round, files }: WantedReport): Judging[] {
  const shared = new Map<string, ReturnType<typeof sharedBy>>();
  return jobsOf(plans, catalogue, { round, files })
    .filter(({ reporter }) => reporter.level !== 'department')
    .map((job) => {
      const ids = job.plans.map(({ file }) => file.id).join(' ');
      const common = shared.get(ids) ?? sharedBy(job, catalogue);
      shared.set(ids, common);
      const { known, ...rest } = requestOf(job, catalogue, common);
      const own = { ...rest, baseline: known.baseline };
      if (job.reporter.level !== 'commune') return own;
      return { ...own, ofBody: (series: Series) => isByCommune(series, catalogue, rest.reporting.cutOff) };
    });
}

/** What officers reported as baselines stands where the planner gave none of the figure. */
function withBaselines(files: PlannerFiles, reported: PlannerFiles['baselines']): PlannerFiles {
  const key = (one: PlannerFiles['baselines'][number]) => [one.unit, one.indicator, one.stratum].join('|');
  const given = new Set(files.baselines.map(key));
  return { ...files, baselines: [...files.baselines, ...reported.filter((one) => !given.has(key(one)))] };
}

/** Plans by province, in their order. */
function provincesIn(plans: readonly Plan[]): Plans[] {
  const groups = new Map<string, [Plan, ...Plan[]]>();
  for (const plan of plans) {
    const group = groups.get(plan.file.province);
    if (group) group.push(plan);
    else groups.set(plan.file.province, [plan]);
  }
  return [...groups.values()];
}

function latest(rounds: readonly Round[]): Round {
  const [last] = [...rounds].sort((a, b) => (a.cutOff < b.cutOff ? 1 : -1));
  if (!last) throw new Error('A report is on at least one plan.');
  return last;
}

function yearsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
