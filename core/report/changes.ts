import type { Language } from '../base/finding.ts';
import { figureKey } from '../observation/key.ts';
import type { ClosedRound, Consolidation } from '../consolidate/consolidate.ts';
import { entrySaid, reasonsSaid, timeSaid, uncountedSaid } from '../consolidate/late-correction.ts';
import { consolidationWords } from '../consolidate/words.ts';
import type { LateCorrection } from '../store/closing.ts';
import { verdicts } from '../target/verdict.ts';
import { dayText } from './coverage.ts';
import type { JudgedTarget, ReportVerdict } from './judge.ts';
import { figureSaid, movementOf, movementSentence, type NameOf } from './sentences.ts';
import { bulletOf, citedBullet, type PlanNames } from './plan-names.ts';
import { nameOfFigure } from './targets.ts';
import { reportWords, verdictWord } from './words.ts';

/** A target whose verdict is another one than a year before, by the figures as they are known now. */
export interface ChangeView {
  key: string;
  /** The plan's own number of the bullet. */
  bullet: string;
  /** The same, with the plan where there are several. */
  cited: string;
  name: string;
  /** Verdict with the figure: "Chưa đạt (12,5 %)". */
  before: string;
  after: string;
}

/** A figure that was changed after its round was closed. */
export interface CorrectionView {
  unit: string;
  /** With its period, where that is not the round's. */
  name: string;
  before: string;
  after: string;
  reasons: readonly string[];
}

/** Verdicts that say whether something was reached. */
const TURNS: readonly ReportVerdict[] = ['exceeded', 'met', 'notMet'];

/** Verdicts that say that nothing is known: from one to another of them is no change. */
const UNKNOWN: readonly ReportVerdict[] = ['open', 'noFigure', 'notEvaluable', 'notAssigned'];

/** Verdicts that differ from those of the year before, and how the figures moved. */
export function changesOf(
  judged: readonly JudgedTarget[],
  ofUnits: ReadonlyMap<string, readonly JudgedTarget[]>,
  planNames: PlanNames,
  language: Language,
): { movement: string; changes: ChangeView[] } {
  const moved = { better: 0, worse: 0, same: 0 };
  for (const one of judged) {
    const way = movementOf(one);
    if (way !== null) moved[way] += 1;
  }
  const turned = new Set<string>();
  const changes = judged.flatMap((one): ChangeView[] => {
    const { before, series, gap, verdict } = one;
    if (before === null || before.verdict === verdict) return [];
    if (UNKNOWN.includes(before.verdict) && UNKNOWN.includes(verdict)) return [];
    if ([before.verdict, verdict].some((word) => TURNS.includes(word))) turned.add(one.key);
    const said = (word: string, figure: typeof before.figure) =>
      typeof figure === 'number'
        ? `${word} (${figureSaid(figure, series.decimals, language)} ${series.indicator.unit})`
        : word;
    return [
      {
        key: one.key,
        bullet: bulletOf(one),
        cited: citedBullet(one, planNames),
        name: nameOfFigure(series, language),
        before: said(verdicts[before.verdict][language], before.figure),
        after: said(verdictWord(verdict, language), gap.figure),
      },
    ];
  });
  // What has come to be met, or is no longer, before what has only become known.
  const isTurn = ({ key }: ChangeView) => turned.has(key);
  return {
    movement: movementSentence(moved, unitsInBoth(ofUnits), language),
    changes: [...changes].sort((a, b) => Number(isTurn(b)) - Number(isTurn(a))),
  };
}

/** On the target of which the largest part of the units has figures of both years, how many have; null if not all lack. */
function unitsInBoth(
  ofUnits: ReadonlyMap<string, readonly JudgedTarget[]>,
): { both: number; of: number } | null {
  const byTarget = new Map<string, { both: number; of: number }>();
  for (const { key, gap, before } of [...ofUnits.values()].flat()) {
    const counted = byTarget.get(key) ?? { both: 0, of: 0 };
    counted.of += 1;
    if (typeof gap.figure === 'number' && typeof before?.figure === 'number') counted.both += 1;
    byTarget.set(key, counted);
  }
  const [most] = [...byTarget.values()].sort((a, b) => b.both / b.of - a.both / a.of);
  return most && most.both > 0 && most.both < most.of ? most : null;
}

/** What was changed after the round was closed. */
export function correctionsOf(
  { closed, catalogue, round }: Pick<Consolidation, 'closed' | 'catalogue' | 'round'>,
  nameOf: NameOf,
  language: Language,
): { closed: string | null; corrections: CorrectionView[] } {
  if (closed === null) return { closed: null, corrections: [] };
  const { corrections } = closed;
  return {
    closed: closedSaid(closed, language),
    corrections: correctionViews(corrections, nameOf, { catalogue, round, language }),
  };
}

/** When and by whom a round was closed, and how much has changed since. */
export function closedSaid(closed: ClosedRound, language: Language): string {
  const { by, isAsItWas, givenDoubt } = closed;
  const words = consolidationWords[language];
  return [
    reportWords[language].closed(dayText(by.at.slice(0, 10), language), by.by, closed),
    ...(givenDoubt === undefined ? [] : [words.givenDoubt[givenDoubt]]),
    ...(isAsItWas ? [] : [words.notAsItWas]),
  ].join(' ');
}

/** Changes as they are listed. */
export function correctionViews(
  corrections: readonly LateCorrection[],
  nameOf: NameOf,
  of: Parameters<typeof figureNamed>[1],
): CorrectionView[] {
  return corrections.map((one) => {
    const { key, before, after } = one;
    const [unit = '', ...figure] = key.split('|');
    return {
      unit: nameOf(unit),
      name: figureNamed(figure, of),
      before: entrySaid(before, of.language),
      after: [entrySaid(after, of.language), uncountedSaid(one, of.language)].filter(Boolean).join(', '),
      reasons: reasonsSaid(one, of.language),
    };
  });
}

/** Name of a figure by its key without the unit; what is not of the round is told with its period. */
function figureNamed(
  [indicator = '', stratum = '', period = '']: readonly string[],
  { catalogue, round, language }: Pick<Consolidation, 'catalogue' | 'round'> & { language: Language },
): string {
  const known = catalogue.indicators.get(indicator);
  const ofStratum = catalogue.strata.get(stratum) ?? null;
  const name = known
    ? nameOfFigure({ indicator: known, stratum: ofStratum }, language)
    : figureKey(indicator, stratum);
  const time = timeSaid(period, round.period, language);
  return time === '' ? name : `${name} (${time})`;
}
