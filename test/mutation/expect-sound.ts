import { expect } from 'vitest';
import type { Damage } from './damage.ts';
import type { Outcome } from './outcome.ts';

/** Far above what any of them takes on a busy machine; a hang or a runaway is beyond. */
const MOST_MILLISECONDS = 60_000;
const MOST_MEGABYTES = 1_600;
let before = 0;

/** Counts the memory taken from here on: other files of tests may have run in the process before. */
export function countMemoryFromHere(): void {
  before = process.resourceUsage().maxRSS;
}

/** What must hold of every damaged file, whatever the damage. */
export function expectSound({ name, expect: expected }: Damage, outcome: Outcome, isTable: boolean): void {
  expect(outcome.milliseconds, name).toBeLessThan(MOST_MILLISECONDS);
  expect((process.resourceUsage().maxRSS - before) / 1024, name).toBeLessThan(MOST_MEGABYTES);
  expect(outcome.notForPeople, name).toEqual([]);
  const codes = outcome.findings.map((text) => text.split(' ')[1]);
  const errors = outcome.findings.filter((text) => text.startsWith('error'));
  if (expected === 'harmless') {
    expect({ refused: outcome.refused, errors, lost: outcome.lost, gained: outcome.gained }).toEqual({
      refused: null,
      errors: [],
      lost: [],
      gained: [],
    });
  } else if ('refused' in expected) {
    expect(outcome.refused).toBe(expected.refused);
  } else if (isTable) {
    expect(outcome.refused).toBeNull();
    expect(codes).toEqual(expect.arrayContaining([...expected.found]));
  } else {
    // Which rule sees it may differ with the indicators of the workbook; that one does must not.
    expect(outcome.refused).toBeNull();
    expect(codes).not.toEqual([]);
  }
  const isChanged = outcome.lost.length > 0 || outcome.gained.length > 0;
  const loud = outcome.findings.filter((text) => !text.startsWith('note'));
  if (isChanged) expect(loud, 'figures are read otherwise and nobody is told').not.toEqual([]);
  if (outcome.repair) {
    expect(outcome.repair.dropped).toEqual([]);
    expect(outcome.repair.errors).toEqual([]);
  }
}
