import type { Language } from '../base/finding.ts';
import type { Level } from '../catalogue/schema.ts';
import { isLargeGap } from '../gaps/large-gap.ts';
import { demandSentence, paceSentence, reachedSentence } from '../gaps/gap-sentence.ts';
import type { Point } from '../gaps/target-gap.ts';
import type { StoredEntry } from '../store/model.ts';
import { kindOf } from '../target/kinds/index.ts';
import { targetUnit } from '../workbook/wording.ts';
import type { JudgedTarget, ReportVerdict } from './judge.ts';
import { bulletOf, citedBullet, type PlanNames } from './plan-names.ts';
import { basisSentence, missingSentence, shareSaid, targetSentence, type NameOf } from './sentences.ts';
import { reportWords, verdictWord } from './words.ts';

/** A target of the province as a report shows it. */
export interface TargetView {
  /** `plan|indicator|stratum|kind`. */
  key: string;
  /** The plan's own number of the bullet it stands in: "II.2.1-a". */
  bullet: string;
  /** The same, with the plan where there are several. */
  cited: string;
  name: string;
  unit: string;
  domain: string;
  verdict: ReportVerdict;
  word: string;
  reached: string;
  demand: string;
  /** The whole sentence. */
  sentence: string;
  /** Whose figure it is, with the coverage of a sum. */
  basis: string;
  pace: string | null;
  /** Share of what is asked for that is missing, as text; null where nothing is. */
  missing: string | null;
  /** The same as it is said: "còn thiếu 28,7 % mức phải thay đổi". */
  missingSaid: string | null;
  shortfall: number | null;
  reasons: { by: string; text: string }[];
  /** What stands where no reason was given; '' where none is wanted, or none is published. */
  noReason: string;
  /** The plan's sentence and its line. */
  citation: { plan: string; line: number; quote: string };
  /** Reference path and what was reached, in `curveUnit`. */
  path: readonly Point[];
  reachedYears: readonly Point[];
  curveUnit: string;
  /** Year and value that are aimed at; null where no number is. */
  goal: { year: number; value: number } | null;
}

/** What is needed to say where targets stand. */
export interface TargetSaying {
  language: Language;
  nameOf: NameOf;
  level: Level;
  ownVerdicts: readonly StoredEntry[];
  ofUnits: ReadonlyMap<string, readonly JudgedTarget[]>;
  planNames: PlanNames;
  /** Whether it is for publication: what officers wrote may say a figure that is hidden. */
  isPublic: boolean;
}

/** A target behind its path while its year lies ahead. */
export function isBehind({ verdict, gap }: JudgedTarget): boolean {
  return verdict === 'notDue' && gap.shortfall !== null;
}

/** Targets of the province, in the order of the plans. */
export function targetViews(judged: readonly JudgedTarget[], saying: TargetSaying): TargetView[] {
  const { language, nameOf, level } = saying;
  return judged.map((one): TargetView => {
    const { series, gap, held } = one;
    const { indicator } = series;
    const { demand, shortfall } = gap;
    const aim = demand && (demand.low ?? demand.high);
    return {
      key: one.key,
      bullet: bulletOf(one),
      cited: citedBullet(one, saying.planNames),
      name: nameOfFigure(series, language),
      unit: targetUnit(series),
      domain: indicator.domain,
      verdict: one.verdict,
      word: verdictWord(one.verdict, language),
      reached: one.open === null && one.verdict !== 'hidden' ? reachedSentence(gap, language) : '–',
      demand: demandSentence(gap, language) ?? '–',
      sentence: targetSentence(one, nameOf, language),
      basis: basisSentence(held, level, nameOf, language),
      pace: one.open === null ? paceSentence(gap, language) : null,
      missing: one.open === null && shortfall !== null ? shareSaid(shortfall, language) : null,
      missingSaid: one.open === null && gap.missing !== null ? missingSentence(gap.missing, language) : null,
      shortfall: one.open === null ? shortfall : null,
      reasons: saying.isPublic ? [] : reasonsFor(one, saying),
      noReason:
        saying.isPublic || (gap.missing !== null && !isLargeGap(gap.missing))
          ? ''
          : reportWords[language].noReason,
      citation: gap.citation,
      path: gap.path,
      reachedYears: gap.reached,
      curveUnit: indicator.unit,
      goal:
        demand && aim !== null && aim !== undefined && !kindOf(series).isRate && !kindOf(series).addsUp
          ? { year: demand.year, value: aim }
          : null,
    };
  });
}

/** Name of the figure of a series, with its stratum. */
export function nameOfFigure(
  { indicator, stratum }: Pick<JudgedTarget['series'], 'indicator' | 'stratum'>,
  language: Language,
): string {
  const name = indicator.name[language];
  return stratum ? `${name} – ${stratum.name[language]}` : name;
}

/** How many units' reasons are quoted where the province's figure is a sum of theirs. */
const QUOTED_UNITS = 3;

/**
 * What those who report wrote about a target: beside the figure and beside their own verdict; where the figure is a
 * sum of units, those of the units that are furthest behind.
 */
function reasonsFor(
  one: JudgedTarget,
  { nameOf, ownVerdicts, ofUnits }: TargetSaying,
): TargetView['reasons'] {
  const { series, held, key } = one;
  const beside = held.cells.flatMap(({ entry }) =>
    entry?.reason ? [{ by: nameOf(entry.reporter), text: entry.reason }] : [],
  );
  const reporters = new Set(held.cells.flatMap(({ entry }) => entry?.reporter ?? []));
  const own = ownVerdicts.flatMap(({ reporter, unit, plan, kind, indicator, stratum, reason }) => {
    const isOf =
      plan === series.plan &&
      kind === series.kind &&
      indicator === series.indicator.id &&
      stratum === (series.stratum?.id ?? '_T');
    const isHeard = reporters.has(reporter) || (held.by !== 'units' && unit === reporter);
    return isOf && isHeard && !ofUnits.has(unit) && reason ? [{ by: nameOf(reporter), text: reason }] : [];
  });
  const units =
    held.by !== 'units'
      ? []
      : [...ofUnits]
          .flatMap(([, targets]) =>
            targets.filter((other) => other.key === key && other.verdict === 'notMet'),
          )
          .sort((a, b) => (b.gap.shortfall ?? 0) - (a.gap.shortfall ?? 0))
          .flatMap((other) =>
            other.held.cells.flatMap(({ entry }) =>
              entry?.reason ? [{ by: nameOf(entry.reporter), text: entry.reason }] : [],
            ),
          )
          .slice(0, QUOTED_UNITS);
  const all = [...beside, ...own, ...units];
  return all.filter(
    ({ by, text }, at) => all.findIndex((other) => other.by === by && other.text === text) === at,
  );
}
