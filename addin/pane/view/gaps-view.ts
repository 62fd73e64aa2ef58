import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import type { CheckedWorkbook } from '../../../core/check/check-workbook.ts';
import { labelOf } from '../../../core/workbook/key-label.ts';
import { figureRules } from '../../../core/rules/figure/rules/index.ts';
import { gapSentence, paceSentence } from '../../../core/gaps/gap-sentence.ts';
import type { Point, TargetGap } from '../../../core/gaps/target-gap.ts';
import { kinds } from '../../../core/target/kinds/index.ts';
import { figureKey } from '../../../core/observation/key.ts';
import { verdicts, type Verdict } from '../../../core/target/verdict.ts';
import { partsOf } from '../../../core/workbook/asked.ts';
import type { Wording } from '../texts/wording.ts';
import type { CellPlace } from '../workbench.ts';
import { matches } from './search.ts';

/** The list of targets. */
export interface GapsView {
  filters: readonly { verdict: Verdict | 'all'; label: string; count: string }[];
  items: readonly GapItem[];
  total: number;
  /** Why nothing could be compared with a plan; null where the plan is known. */
  notCompared: string | null;
}

/** Where one target stands. */
export interface GapItem {
  /** Series key. */
  key: string;
  verdict: Verdict;
  verdictWord: string;
  label: string;
  /** Id of the plan, as on the cover, where the workbook is about several; else null. */
  plan: string | null;
  /** "Thực hiện 12,5 %; kế hoạch ≥ 11,2 %; cao hơn 1,3 điểm %: đạt." */
  sentence: string;
  /** What every remaining year still needs; null where nothing is. */
  pace: string | null;
  /** The cell the figure of the round is typed into; null where it is not asked for. */
  cell: CellPlace | null;
  quote: string;
  /** Plan and line of the quote. */
  source: string;
  /** Null where there is nothing to draw. */
  plot: PlotView | null;
}

/** Reference path and what was reached, year by year; what an impossible figure comes to is not drawn. */
export interface PlotView {
  years: readonly number[];
  path: readonly (number | null)[];
  reached: readonly (number | null)[];
  unit: string;
  /** What a reader of screens is told in place of the drawing. */
  description: string;
  /** The same as a table, in words. */
  rows: readonly { year: string; path: string; reached: string }[];
}

/** Targets with what the pane says of them, worst first as the check orders them. */
export function gapsView(
  { gaps, request, returned, report }: Pick<CheckedWorkbook, 'gaps' | 'request' | 'returned' | 'report'>,
  { verdict, query }: { verdict: Verdict | 'all'; query: string },
  wording: Wording,
): GapsView {
  const { texts, number, say, language } = wording;
  if (request === null) {
    const notCompared = returned === null ? texts.gaps.unread : texts.gaps.notCompared;
    return { filters: [], items: [], total: 0, notCompared };
  }
  const plans = new Map(request.plans.map(({ file }) => [file.id, file.number ?? file.title]));
  const inputs = new Map(
    (returned?.cells ?? [])
      .filter(({ field, period }) => field === 'value' && period === String(request.round))
      .map(({ rowKey, sheet, address }) => [rowKey, { sheet, cell: address }]),
  );
  const isWrong = wrongYears(report.findings, request.catalogue);
  const all = gaps.map((gap) => {
    const { series, citation } = gap;
    const label = labelOf(gap.key, request.catalogue, language);
    return { gap, label, plan: plans.get(citation.plan) ?? citation.plan, unit: series.indicator.unit };
  });
  const count = (wanted: Verdict | 'all') =>
    wanted === 'all' ? gaps.length : gaps.filter((gap) => gap.verdict === wanted).length;
  return {
    filters: [
      { verdict: 'all' as const, label: texts.gaps.all },
      ...occurring(gaps).map((one) => ({ verdict: one, label: say(verdicts[one][language]) })),
    ].map((one) => ({ ...one, count: number(count(one.verdict)) })),
    items: all
      .filter(({ gap }) => verdict === 'all' || gap.verdict === verdict)
      .filter(({ gap, label }) =>
        matches(query, [label, gap.citation.quote, verdicts[gap.verdict][language]]),
      )
      .map(({ gap, label, plan, unit }) => {
        const pace = paceSentence(gap, language);
        const { indicator, stratum } = gap.series;
        return {
          key: gap.key,
          verdict: gap.verdict,
          verdictWord: say(verdicts[gap.verdict][language]),
          label,
          plan: request.plans.length > 1 ? texts.gaps.ofPlan(gap.citation.plan) : null,
          sentence: say(unbroken(gapSentence(gap, language))),
          pace: pace === null ? null : say(unbroken(pace)),
          cell: inputs.get(figureKey(indicator.id, stratum?.id ?? null)) ?? null,
          quote: gap.citation.quote,
          source: texts.gaps.line(plan, number(gap.citation.line)),
          plot: plotView(gap, label, unit, isWrong(gap), wording),
        };
      }),
    total: gaps.length,
    notCompared: null,
  };
}

/** Errors of figures; what became of formulas is no reason to leave a figure out. */
const figureErrors = new Set(
  figureRules.filter(({ severity }) => severity === 'error').map(({ code }) => code),
);

/**
 * Whether what a series came to in a year rests on a figure with an error; a sum over the years on those of
 * every year before. Drawn, it would pull the axis away from every other point.
 */
function wrongYears(
  findings: CheckedWorkbook['report']['findings'],
  catalogue: Catalogue,
): (gap: TargetGap) => (year: number) => boolean {
  const wrong = new Set(
    findings.flatMap(({ code, key, period }) => (figureErrors.has(code) ? [`${key}|${period}`] : [])),
  );
  return ({ series: { indicator, stratum, kind }, reached }) => {
    const { numerator, denominator } = partsOf(indicator, catalogue);
    const keys = [indicator, numerator, denominator].flatMap((one) =>
      one === null ? [] : [figureKey(one.id, stratum?.id ?? null)],
    );
    const isWrong = (year: number) => keys.some((key) => wrong.has(`${key}|${year}`));
    if (!kinds[kind].addsUp) return isWrong;
    return (year) => reached.some((point) => point.year <= year && isWrong(point.year));
  };
}

/** Keeps numbers and percentage points from being torn from their units at the end of a line. */
function unbroken(sentence: string): string {
  return sentence.replaceAll(/(?<=\d) (?=\p{L}|%)/gu, '\u00a0').replaceAll(/(?<=điểm) (?=%)/gu, '\u00a0');
}

function occurring(gaps: readonly TargetGap[]): Verdict[] {
  return [...new Set(gaps.map(({ verdict }) => verdict))];
}

function plotView(
  { path, reached }: TargetGap,
  label: string,
  unit: string,
  isWrong: (year: number) => boolean,
  { texts, number }: Wording,
): PlotView | null {
  const pathBy = byYear(path);
  const reachedBy = byYear(reached);
  const years = [...new Set([...path, ...reached].map(({ year }) => year))].sort((a, b) => a - b);
  const drawn = years.filter((year) => pathBy.get(year) !== undefined || reachedBy.get(year) !== undefined);
  const [from, to] = [drawn[0], drawn.at(-1)];
  if (from === undefined || to === undefined || drawn.length < 2) return null;
  const shown = years.filter((year) => from <= year && year <= to);
  const written = (value: number | undefined) =>
    value === undefined ? texts.gaps.noNumber : `${number(value)} ${unit}`;
  return {
    years: shown,
    path: shown.map((year) => pathBy.get(year) ?? null),
    reached: shown.map((year) => (isWrong(year) ? null : (reachedBy.get(year) ?? null))),
    unit,
    description: texts.gaps.plot(label, `${from}–${to}`),
    rows: shown.map((year) => ({
      year: String(year),
      path: written(pathBy.get(year)),
      reached: written(reachedBy.get(year)),
    })),
  };
}

function byYear(points: readonly Point[]): Map<number, number> {
  return new Map(points.flatMap(({ year, value }) => (value === null ? [] : [[year, value] as const])));
}
