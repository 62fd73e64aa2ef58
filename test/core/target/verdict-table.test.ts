import { describe, expect, it } from 'vitest';
import { cumulative } from '../../../core/target/accumulate.ts';
import { gap, pathGap } from '../../../core/target/gap.ts';
import type { Result, SeriesField } from '../../../core/target/kind.ts';
import { kinds } from '../../../core/target/kinds/index.ts';
import { shortfall } from '../../../core/target/shortfall.ts';
import { verdict } from '../../../core/target/verdict.ts';
import { makeSeries, makeValues } from './make-series.ts';
import { verdictCases } from './verdict-cases.ts';

/** Asserts a number to nine digits, or that there is none. */
function expectResult(what: string, actual: Result, expected: Result | undefined): void {
  if (expected === undefined) return;
  if (expected === null || actual === null) expect(actual, what).toBe(expected);
  else
    expect(Math.abs(actual - expected), `${what}: ${actual}, expected ${expected}`).toBeLessThan(
      1e-9 * Math.max(1, Math.abs(expected)),
    );
}

describe.each(Object.entries(verdictCases))('%s', (_group, cases) => {
  it.each(cases)('$name → $verdict', (one) => {
    const series = makeSeries(one.target);
    const values = makeValues(one.known);
    const kind = kinds[series.kind];
    const shown = (field: SeriesField, value: Result) => (kind.fields(series).includes(field) ? value : null);
    expect(verdict(series, values, one.year)).toBe(one.verdict);
    expectResult('gap', gap(series, values, one.year), one.gap);
    expectResult('path', kind.path(series, values, one.year, 'low'), one.path);
    expectResult('pace', shown('pace', kind.pace(series, values, one.year)), one.pace);
    const { more = {} } = one;
    expectResult('pathHigh', kind.path(series, values, one.year, 'high'), more.pathHigh);
    expectResult('result', kind.result(series, values, one.year), more.result);
    expectResult('cumulative', cumulative(series, values, one.year), more.cumulative);
    expectResult('pathGap', shown('pathGap', pathGap(series, values, one.year)), more.pathGap);
    expectResult('shortfall', shortfall(series, values, one.year), more.shortfall);
  });
});
