import type { Place } from '../finding.ts';
import { decidingBound, resultDirection } from '../target/bounds.ts';
import { figureKey, segmentInForce, seriesKey, type Series } from '../target/series.ts';
import { partsOf, askedOf } from '../workbook/asked.ts';
import { parseRowKey } from '../workbook/contract.ts';
import { valuesOf } from '../workbook/known-values.ts';
import { layOut } from '../workbook/layout.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import { vintageIn } from '../round/round.ts';
import type { RawCell } from './figure/cell.ts';
import {
  checkedFigures,
  surroundingsOf,
  type CheckedFigure,
  type FigureAccess,
} from './figure/checked-figures.ts';
import type { FigureOutcome } from './figure/figure-rule.ts';
import { judgeFigure, rulesFor } from './figure/precedence.ts';
import { figureRules } from './figure/rules.ts';
import { typedValue } from './figure/typed-value.ts';
import type { RuleCount } from './report.ts';
import type { CheckFinding, Outcome, RuleDefinition } from './rule.ts';
import { seriesRules } from './series/rules.ts';

/** A cell for a figure, blank ones too: where it stands in the file and what it holds. */
export interface TypedCell {
  place: Place;
  raw: RawCell;
}

/** What came back, as typed. */
export interface TypedFigures {
  /** By `indicator|stratum|period|vintage`. A cell that is not here was not found, and is not judged. */
  cells: ReadonlyMap<string, TypedCell>;
  /** Text of the reason column, by row key `indicator|stratum`. */
  reasons: ReadonlyMap<string, string>;
}

/** What the rules over figures and series say of a file. */
export interface FigureCheck {
  findings: CheckFinding[];
  /** Every rule, also those that had nothing to look at. */
  rules: RuleCount[];
}

/**
 * Runs every rule over figures and series.
 * @param request what the workbook is about; `known` holds the figures that came back, by which series are
 * judged
 */
export function checkFigures(request: WorkbookRequest, typed: TypedFigures): FigureCheck {
  const asked = askedOf(request);
  const layout = layOut(request, asked);
  const tally = new Tally([...figureRules, ...seriesRules]);
  const { placed, access } = accessTo(request, typed);

  for (const figure of checkedFigures(request, asked, layout)) {
    const { context } = figure;
    const values = placed(context.key, context.period) ? surroundingsOf(figure, access) : null;
    if (values === null) {
      for (const rule of rulesFor(context)) tally.count(rule.code, 'not-evaluable');
      continue;
    }
    for (const { rule, result } of judgeFigure(context, values)) {
      const key = keyAt(figure, result);
      tally.add(rule, result, {
        key,
        period: context.period,
        cell: placed(key, context.period) ?? null,
        reason: reasonOf(typed, key),
      });
    }
  }

  for (const series of asked.series) {
    const key = figureKey(series.indicator.id, series.stratum?.id ?? null);
    const values = valuesOf(request, layout, series);
    for (const rule of seriesRules.filter((one) => one.appliesTo(series, request.round))) {
      tally.add(rule, rule.check(series, values, request.round), {
        key: seriesKey(series),
        period: String(request.round),
        cell: placed(key, String(request.round)) ?? null,
        reason: reasonOf(typed, key),
      });
    }
  }
  return { findings: tally.findings, rules: [...tally.counts.values()] };
}

/** The cells of a file as {@link surroundingsOf} wants them. */
function accessTo(
  request: WorkbookRequest,
  typed: TypedFigures,
): {
  placed: (key: string, period: string) => TypedCell | undefined;
  access: FigureAccess<RawCell>;
} {
  const { catalogue, reporting, known } = request;
  const placed = (key: string, period: string) =>
    typed.cells.get(`${key}|${period}|${vintageIn(reporting, period)}`);
  const raw = (key: string, period: string): RawCell => placed(key, period)?.raw ?? null;
  const value = (key: string, period: string): RawCell => {
    const row = parseRowKey(key);
    const indicator = row && catalogue.indicators.get(row.indicator);
    if (!row || !indicator) return raw(key, period);
    const { numerator, denominator } = partsOf(indicator, catalogue);
    const part = (of: { id: string } | null) => (of ? raw(figureKey(of.id, row.stratum), period) : null);
    return typedValue(indicator, {
      published: raw(key, period),
      numerator: part(numerator),
      denominator: part(denominator),
    });
  };
  const access = {
    cell: raw,
    value,
    baseline: (key: string) => known.baseline(key).value,
    plan: planValue,
    reason: (key: string) => reasonOf(typed, key),
  };
  return { placed, access };
}

function planValue(series: Series, year: number): number | null {
  return segmentInForce(series, year)?.[decidingBound(resultDirection(series))] ?? null;
}

/** The cell that is wrong: the figure's own, or the denominator that is missing. */
function keyAt({ context, denominator }: CheckedFigure, result: FigureOutcome<unknown>): string {
  const isElsewhere = result.outcome === 'failed' && result.at === 'denominator';
  return isElsewhere && denominator !== null ? denominator : context.key;
}

function reasonOf({ reasons }: TypedFigures, key: string): string | null {
  const text = reasons.get(key)?.trim() ?? '';
  return text === '' ? null : text;
}

/** Where a result belongs. */
interface Spot {
  key: string;
  period: string;
  cell: TypedCell | null;
  reason: string | null;
}

/** Findings and counts as they come in. */
class Tally {
  readonly findings: CheckFinding[] = [];
  readonly counts: Map<string, RuleCount>;
  readonly #said = new Set<string>();

  constructor(rules: readonly RuleDefinition[]) {
    this.counts = new Map(
      rules.map(({ code }) => [code, { code, passed: 0, failed: 0, 'not-evaluable': 0 }]),
    );
  }

  count(code: string, outcome: Outcome): void {
    const count = this.counts.get(code);
    if (count) count[outcome] += 1;
  }

  add({ code, severity }: RuleDefinition, result: FigureOutcome<unknown>, spot: Spot): void {
    if (result.outcome !== 'failed') {
      this.count(code, result.outcome);
      return;
    }
    // Several shares may miss the same denominator.
    const id = [code, spot.key, spot.period].join('|');
    if (this.#said.has(id)) {
      this.count(code, 'not-evaluable');
      return;
    }
    this.#said.add(id);
    this.count(code, 'failed');
    this.findings.push({
      code,
      severity,
      place: spot.cell?.place ?? {},
      data: result.data,
      key: spot.key,
      period: spot.period,
      found: foundIn(spot.cell?.raw ?? null),
      explanation: severity === 'warning' ? spot.reason : null,
    });
  }
}

function foundIn(raw: RawCell): string | number | null {
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  return typeof raw === 'object' && raw !== null ? raw.error : raw;
}
