import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../../../core/planner/assignment/assignment.ts';
import { checkSupersession } from '../../../../core/planner/assignment/supersession.ts';
import { expectReadable } from '../../wording/readable.ts';
import { assignment } from './fixture.ts';

/** Findings as `code line`, the rows standing on lines 2, 3 … */
function found(...rows: Assignment[]): string[] {
  const findings = checkSupersession(rows, (one) => ({ file: 'a.csv', line: rows.indexOf(one) + 2 }));
  expectReadable(findings);
  return findings.map(({ code, place }) => `${code} ${place.line}`);
}

const row = (decision: string, value: number, supersedes: string | null = null, validFrom = '2025-01-01') =>
  assignment({ decision, value, supersedes, validFrom });

describe('checkSupersession', () => {
  it('accepts a chain, and a later decision that says the same', () => {
    expect(found(row('A', 1), row('B', 2, 'A', '2025-03-01'), row('C', 3, 'B', '2025-07-01'))).toEqual([]);
    expect(found(row('A', 1), row('B', 1))).toEqual([]);
  });

  it('accepts different values for another unit, year or stratum', () => {
    const others = [{ unit: 'VN12.106' }, { year: 2026 }, { stratum: 'urban' }];
    expect(found(row('A', 1), ...others.map((changes) => ({ ...row('B', 2), ...changes })))).toEqual([]);
  });

  it.each([
    ['values', row('B', 2)],
    ['comparators', { ...row('B', 1), comparator: 'atLeast' as const }],
  ])('finds two decisions that contradict in their %s', (_, second) => {
    expect(found(row('A', 1), second)).toEqual(['assignment-contradiction 3']);
  });

  it('finds two decisions that supersede the same one', () => {
    expect(found(row('A', 1), row('B', 2, 'A'), row('C', 3, 'A'))).toEqual(['assignment-contradiction 4']);
  });

  it('finds a decision listed twice', () => {
    expect(found(row('A', 1), row('A', 1))).toEqual(['assignment-twice 3']);
  });

  it('finds a superseded decision that the file does not have for the same figure', () => {
    expect(found(row('A', 1, 'Z'))).toEqual(['supersedes-missing 2']);
    expect(found(row('A', 1), { ...row('B', 2, 'A'), year: 2026 })).toEqual(['supersedes-missing 3']);
  });

  it('finds a decision that begins before the one it supersedes', () => {
    expect(found(row('A', 1, null, '2025-07-01'), row('B', 2, 'A', '2025-03-01'))).toEqual([
      'supersedes-order 3',
    ]);
  });

  it('finds circles, of one decision and of two', () => {
    expect(found(row('A', 1, 'A'))).toEqual(['supersedes-circle 2']);
    expect(found(row('A', 1, 'B'), row('B', 2, 'A'))).toEqual(['supersedes-circle 2', 'supersedes-circle 3']);
  });
});
