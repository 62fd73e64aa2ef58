import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gap } from '../../../core/target/gap.ts';
import type { Result } from '../../../core/target/kind.ts';
import { kinds } from '../../../core/target/kinds/index.ts';
import { shortfall } from '../../../core/target/shortfall.ts';
import { verdict } from '../../../core/target/verdict.ts';
import { arbitraryKnownSeries, arbitraryYears } from './arbitrary-series.ts';
import { makeSeries, makeValues } from './make-series.ts';
import { SecondReading } from './second-verdicts.ts';

// The same cases on every run.
const SEED = 20_261_129;
const CASES = 50_000;

const same = (one: Result, other: Result): boolean =>
  one === null || other === null
    ? one === other
    : Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));

it(
  'a second reading of the same words gives the same path, verdict, gap and shortfall',
  { timeout: 120_000 },
  () => {
    const drawn = fc.sample(arbitraryKnownSeries, {
      seed: SEED,
      numRuns: Math.ceil(CASES / arbitraryYears.length),
    });
    const differences: string[] = [];
    const verdicts = new Set<string>();
    let cases = 0;
    for (const { target, known } of drawn) {
      const [series, values] = [makeSeries(target), makeValues(known)];
      const second = new SecondReading(target, known);
      for (const year of arbitraryYears) {
        const said = second.in(year);
        const core = {
          verdict: verdict(series, values, year),
          gap: gap(series, values, year),
          path: kinds[series.kind].path(series, values, year, 'low'),
          shortfall: shortfall(series, values, year),
        };
        cases += 1;
        verdicts.add(said.verdict);
        const agree =
          said.verdict === core.verdict &&
          (['gap', 'path', 'shortfall'] as const).every((one) => same(said[one], core[one]));
        if (!agree && differences.length < 20)
          differences.push(`${year} of ${JSON.stringify({ target, known, said, core })}`);
      }
    }
    expect(differences).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(CASES);
    expect([...verdicts].sort()).toEqual(
      ['exceeded', 'met', 'noFigure', 'notAssigned', 'notDue', 'notEvaluable', 'notMet'].sort(),
    );
  },
);
