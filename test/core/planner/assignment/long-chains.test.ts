import { expect, it } from 'vitest';
import type { Assignment } from '../../../../core/planner/assignment/assignment.ts';
import { checkSupersession } from '../../../../core/planner/assignment/supersession.ts';

const place = () => ({});
const codes = (assignments: readonly Assignment[]) =>
  checkSupersession(assignments, place).map(({ code }) => code);

function decision(at: number, supersedes: number | null, value = at): Assignment {
  const day = '2022-01-01';
  return {
    ...{ unit: 'VN12.106', indicator: 'new-jobs', stratum: null, year: 2023, comparator: 'equal', value },
    ...{ decision: `QĐ ${at}`, decisionDate: day, validFrom: day, note: null },
    supersedes: supersedes === null ? null : `QĐ ${supersedes}`,
  };
}

it('four thousand decisions that follow each other are followed once', () => {
  const chain = Array.from({ length: 4_000 }, (_, at) => decision(at, at === 0 ? null : at - 1));
  expect(codes(chain)).toEqual([]);
  const circle = [decision(0, 3_999), ...chain.slice(1)];
  expect(new Set(codes(circle))).toEqual(new Set(['supersedes-circle']));
  expect(codes(circle)).toHaveLength(4_000);
});

it('two that differ contradict each other unless one supersedes the other, over any number of steps', () => {
  const trunk = [decision(0, null), decision(1, 0), decision(2, 1)];
  expect(codes([...trunk, decision(3, 2)])).toEqual([]);
  expect(codes([...trunk, decision(3, 1)])).toEqual(['assignment-contradiction']);
  expect(codes([...trunk, decision(3, 1, 2)])).toEqual([]);
  expect(codes([...trunk, decision(3, null)])).toEqual(['assignment-contradiction']);
  // One that leads into a circle is on none.
  expect(codes([decision(0, 1), decision(1, 0), decision(2, 1)])).toEqual([
    'supersedes-circle',
    'supersedes-circle',
  ]);
  expect(codes([decision(0, 0)])).toEqual(['supersedes-circle']);
});
