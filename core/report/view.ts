import type { Language } from '../base/finding.ts';
import type { Consolidation } from '../consolidate/consolidate.ts';
import { documentName } from '../workbook/wording.ts';
import { periodName } from '../period/period.ts';
import { receiverOf } from '../plan/receiver.ts';
import { periodOf, type Round } from '../round/round.ts';
import type { StoredEntry } from '../store/model.ts';
import type { RegisterLine } from '../store/register.ts';
import { bulletViews, type BulletView } from './bullets.ts';
import { changesOf, correctionsOf, type ChangeView, type CorrectionView } from './changes.ts';
import { countsOf, type CountView } from './counts.ts';
import { coverageOf, dayText, type CoverageView } from './coverage.ts';
import { provinceFiguresOver, unitFiguresOver } from './figures.ts';
import { judgeTargets, type Judging, type JudgedTarget, type ReportVerdict } from './judge.ts';
import { levelsOf, type LevelView } from './levels.ts';
import { noVerdictOf, type NoVerdictView } from './no-verdict.ts';
import { planNames } from './plan-names.ts';
import { publicOfProvince, publicOfUnit, type Published } from './public.ts';
import { rankUnits } from './rank.ts';
import { countSentence, judgedBySentence } from './sentences.ts';
import { isBehind, targetViews, type TargetView } from './targets.ts';
import { reportWords, type GivenBy } from './words.ts';
import { gridOf, rankingOf, type GridTable, type RankingView } from './units.ts';

/** What a report is made from. */
export interface ReportInput {
  /** Of the round: units, returns, coverage. */
  found: Consolidation;
  /** By year up to the round's: see {@link provinceFiguresOver}; the last is always by today's units and bodies. */
  years: ReadonlyMap<number, readonly [Consolidation, ...Consolidation[]]>;
  round: Round;
  province: Judging;
  units: readonly Judging[];
  lines: readonly RegisterLine[];
  /** Own verdicts of officers in the round's year, of returns that count. */
  ownVerdicts: readonly StoredEntry[];
  /** ISO day the report is drawn up on. */
  today: string;
  language: Language;
  /** What may be published, of a report for publication; null for one that stays inside. */
  published: Published | null;
  givenBy: GivenBy;
}

/** A domain with its targets, by key. */
export interface DomainView {
  id: string;
  name: string;
  counts: CountView[];
  targets: string[];
}

/** Everything a report says, whatever it is written on. Texts are in its language. */
export interface ReportView {
  language: Language;
  /** What is left out of a report for publication; null for one that stays inside. */
  published: string | null;
  province: { id: string; name: string };
  round: { period: string; name: string; year: number; cutOff: string };
  /** ISO day. */
  today: string;
  /** `document` is what a plan is cited by, `receiver` who gets reports on it. */
  plans: { id: string; title: string; document: string; receiver: string }[];
  /** How many targets are met, not met, not due, open. */
  counts: CountView[];
  headline: string;
  /** What verdicts go by, of a round shorter than a year; empty of one that is a year. */
  judgedBy: string;
  /** Why targets that are due have no verdict. */
  noVerdict: { sentence: string; causes: NoVerdictView[] };
  /** Where the levels contradict each other. */
  levels: { sentence: string; rows: LevelView[] };
  /** All targets of the province in the order of the plans. */
  targets: TargetView[];
  /** Keys of the targets that are missed, or behind their path, the largest share first. */
  worst: string[];
  /** What is said where there are none of these: that nothing is behind, or that nothing could be judged yet. */
  noWorst: string;
  domains: DomainView[];
  bullets: BulletView[];
  coverage: CoverageView;
  movement: string;
  changes: ChangeView[];
  corrections: CorrectionView[];
  /** What the closing of the round says; null while it is open. */
  closed: string | null;
  /** Units down, targets across, a table for each domain. */
  grid: GridTable[];
  ranking: RankingView[];
}

/** Draws up a report: verdicts of the province and of each unit, from the figures in force. */
export function reportView(input: ReportInput): ReportView {
  const { found, years, round, province, units, lines, language, today, published, givenBy } = input;
  const names = new Map(lines.map(({ reporter, name }) => [reporter, name]));
  for (const { unit } of [province, ...units]) names.set(unit.id, unit.name);
  const nameOf = (id: string) => names.get(id) ?? id;
  const all = judgeTargets(province, provinceFiguresOver(years, province.unit.id));
  const judged = published === null ? all : publicOfProvince(all, province.unit.id, published);
  const byUnit = unitFiguresOver(new Map([...years].map(([year, ones]) => [year, ones.at(-1) ?? ones[0]])));
  const ofUnits = new Map(
    units.map((one) => {
      const { id } = one.unit;
      const own = judgeTargets(one, byUnit(id), { hasCurves: false });
      return [id, published === null ? own : publicOfUnit(own, id, published)];
    }),
  );
  const places = rankUnits(ofUnits);
  const { level } = found;
  const plans = found.plans.filter(({ file }) => province.plans.some((one) => one.file.id === file.id));
  const called = planNames(
    plans.map(({ file }) => file),
    language,
  );
  const said = { language, nameOf, level, planNames: called, isPublic: published !== null };
  const targets = targetViews(judged, { ...said, ownVerdicts: input.ownVerdicts, ofUnits });
  const domains = [...found.catalogue.domains.values()].flatMap((domain): DomainView[] => {
    const own = judged.filter(({ series }) => series.indicator.domain === domain.id);
    if (own.length === 0) return [];
    return [
      {
        id: domain.id,
        name: domain.name[language],
        counts: countsOf(own, language),
        targets: own.map(({ key }) => key),
      },
    ];
  });
  const counts = countsOf(judged, language);
  const tally = Object.fromEntries(counts.map(({ verdict, count }) => [verdict, count])) as Record<
    ReportVerdict,
    number
  >;
  const day = found.closed?.by.at.slice(0, 10);
  const words = reportWords[language];
  const asClosed =
    day === undefined
      ? ''
      : round.frequency !== 'year'
        ? words.judgedAsClosed(dayText(day, language))
        : published === null && found.closed?.corrections.some(({ given }) => given !== undefined)
          ? words.givenAsClosed(dayText(day, language))
          : '';
  const grid = { ...said, units, ofUnits, places, domains: found.catalogue.domains };
  return {
    language,
    published: published && reportWords[language].published(published.threshold),
    province: { id: province.unit.id, name: province.unit.name },
    round: {
      period: round.period,
      name: periodName(periodOf(round), language),
      year: round.year,
      cutOff: round.cutOff,
    },
    today: today.slice(0, 10),
    plans: province.plans.map(({ file }) => ({
      id: file.id,
      title: file.title,
      document: documentName(file),
      receiver: receiverOf(file, province.unit),
    })),
    counts,
    judgedBy: [
      judgedBySentence(round, periodName(periodOf(round), language), language),
      asClosed,
      words.givenBy[givenBy],
    ]
      .filter((one) => one !== '')
      .join(' '),
    headline: countSentence(tally, judged.filter(isBehind).length, language),
    noVerdict: noVerdictOf(judged, language),
    levels: published === null ? levelsOf(found, language) : { sentence: '', rows: [] },
    targets,
    worst: worstKeys(judged),
    noWorst: reportWords[language][judged.some(isJudged) ? 'noneWorst' : 'noneJudged'],
    domains,
    bullets: bulletViews(plans, judged, { year: round.year, planNames: called, language }),
    coverage: coverageOf(found, lines, called, language),
    ...changesOf(judged, ofUnits, called, language),
    ...correctionsOf(found, nameOf, language),
    ...(published === null ? {} : { corrections: [] }),
    grid: gridOf(grid),
    ranking: rankingOf(grid),
  };
}

/** Whether a figure of the year says how a target stands. */
function isJudged({ verdict, gap }: JudgedTarget): boolean {
  return typeof gap.figure === 'number' && verdict !== 'open' && verdict !== 'notEvaluable';
}

/** Those that are missed or behind their path, as the workbook lists them: the largest share first. */
function worstKeys(judged: readonly JudgedTarget[]): string[] {
  const share = ({ gap }: JudgedTarget) => gap.shortfall ?? -1;
  return judged
    .filter((one) => one.verdict === 'notMet' || isBehind(one))
    .sort((a, b) => share(b) - share(a))
    .map(({ key }) => key);
}
