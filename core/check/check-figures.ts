import { seriesKey } from '../target/plan-series.ts';
import { figureKeyOf } from '../observation/key.ts';
import type { RawCell } from '../rules/figure/cell.ts';
import { rulesFor } from '../rules/figure/precedence.ts';
import { figureRules } from '../rules/figure/rules/index.ts';
import { explanationsOf, type Explanation } from '../rules/explained.ts';
import { keyAt, type JudgedReturn } from '../rules/judge-all.ts';
import type { TypedCell, TypedFigures } from '../rules/typed.ts';
import { withEarlierCells } from './earlier-figures.ts';
import { withSeenBeside } from './seen-beside.ts';
import type { RuleCount } from './report.ts';
import type { CheckFinding, Outcome, RuleDefinition } from '../rules/rule.ts';
import { seriesRules } from '../rules/series/rules/index.ts';

/** What the rules over figures and series say of a file. */
export interface FigureCheck {
  findings: CheckFinding[];
  /** Every rule, also those that had nothing to look at. */
  rules: RuleCount[];
}

/** The findings and counts of everything that was judged. */
export function tallied(
  typed: TypedFigures,
  { figures, series, people }: Pick<JudgedReturn, 'figures' | 'series' | 'people'>,
): FigureCheck {
  const tally = new Tally([...figureRules, ...seriesRules]);
  const explained = explanationsOf({ figures, series }, typed);
  for (const { figure, judged, value, cellAt } of figures) {
    if (judged === null) {
      for (const rule of rulesFor(figure.context)) tally.count(rule.code, 'not-evaluable');
      continue;
    }
    for (const { rule, result } of judged) {
      if (result.outcome !== 'failed') {
        tally.count(rule.code, result.outcome);
        continue;
      }
      const key = keyAt(figure, result);
      tally.add(rule, result.data, {
        key,
        period: figure.context.period,
        cell: cellAt(key),
        // A share without a published figure is what its parts come to.
        found: foundIn(cellAt(key)?.raw ?? (key === figure.context.key ? value : null)),
        explanation: explained(rule, key),
      });
    }
  }
  for (const { series: one, period, judged, cell, figure } of series) {
    for (const { rule, result } of judged) {
      if (result.outcome !== 'failed') {
        tally.count(rule.code, result.outcome);
        continue;
      }
      const key = figureKeyOf(one);
      const found = foundIn(figure);
      tally.add(rule, result.data, {
        key: seriesKey(one),
        period,
        cell,
        found,
        explanation: explained(rule, key),
      });
    }
  }
  return {
    findings: withSeenBeside(withEarlierCells(tally.findings, { figures, people }), figures),
    rules: [...tally.counts.values()],
  };
}

/** Where a failure belongs. */
interface Spot {
  key: string;
  period: string;
  cell: TypedCell | null;
  found: CheckFinding['found'];
  explanation: Explanation;
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

  /** A failure. */
  add({ code, severity }: RuleDefinition, data: unknown, spot: Spot): void {
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
      data,
      key: spot.key,
      period: spot.period,
      found: spot.found,
      explanation: severity === 'warning' ? spot.explanation.reason : null,
      ...(severity === 'warning' && spot.explanation.not ? { notExplained: spot.explanation.not } : {}),
    });
  }
}

function foundIn(raw: RawCell): CheckFinding['found'] {
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  return typeof raw === 'object' && raw !== null ? raw.error : raw;
}
