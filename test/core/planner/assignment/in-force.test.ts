import { describe, expect, it } from 'vitest';
import { assignmentInForce, END_OF_TIME, endOfYear } from '../../../../core/planner/assignment/in-force.ts';
import { assignment } from './fixture.ts';

/** Lai Châu changed the plan of 2025 three times after it was first assigned. */
const CHANGES = [
  assignment({ decision: '1841/QĐ', validFrom: '2025-01-01', value: 100 }),
  assignment({ decision: '300/QĐ', validFrom: '2025-03-10', value: 110, supersedes: '1841/QĐ' }),
  assignment({ decision: '900/QĐ', validFrom: '2025-07-01', value: 90, supersedes: '300/QĐ' }),
  assignment({ decision: '1500/QĐ', validFrom: '2025-10-15', value: 95, supersedes: '900/QĐ' }),
];

const at = (date: string, from = CHANGES) => assignmentInForce(from, 'VN12.105', 'people|_T', 2025, date);

describe('the assignment in force over three changes in one year', () => {
  it.each([
    ['2024-12-31', null],
    ['2025-01-01', 100],
    ['2025-03-09', 100],
    ['2025-03-10', 110],
    ['2025-06-30', 110],
    ['2025-07-01', 90],
    ['2025-10-14', 90],
    ['2025-10-15', 95],
    [endOfYear(2025), 95],
    [END_OF_TIME, 95],
  ])('on %s is %s', (date, value) => {
    expect(at(date)?.value ?? null).toBe(value);
  });

  it('does not depend on the order of the file', () => {
    expect(at('2025-08-01', [...CHANGES].reverse())?.decision).toBe('900/QĐ');
  });

  it('leaves every earlier one in the list', () => {
    const before = structuredClone(CHANGES);
    at(END_OF_TIME);
    expect(CHANGES).toEqual(before);
  });
});

describe('assignmentInForce', () => {
  it('takes the superseding one of two that begin on the same day, whichever stands first', () => {
    const first = assignment({ decision: 'A', value: 1 });
    const correction = assignment({ decision: 'B', value: 2, supersedes: 'A' });
    expect(at('2025-01-01', [first, correction])?.value).toBe(2);
    expect(at('2025-01-01', [correction, first])?.value).toBe(2);
  });

  it.each([
    ['unit', { unit: 'VN12.106' }],
    ['year', { year: 2024 }],
    ['indicator', { indicator: 'households' }],
    ['stratum', { stratum: 'urban' }],
  ])('keeps another %s apart', (_, changes) => {
    expect(at(END_OF_TIME, [assignment(changes)])).toBeNull();
  });
});
