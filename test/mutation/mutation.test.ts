import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NothingToDamage, type Damage } from './damage.ts';
import { damages } from './damages/index.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { subjectOf, type Which } from './subject.ts';
import { tablePage, type Line } from './table.ts';

/** The workbook of a province, on which every damage is tried and which the table shows. */
const PROVINCE: Which = { plans: ['lai-chau-2021'], reporter: 'VN12', round: '2023' };
/** Others, which take turns: a district, a department, half a year, two plans in one workbook. */
const OTHERS: readonly Which[] = [
  { plans: ['quang-ngai-2021'], reporter: 'VN51.522', round: '2023' },
  { plans: ['lai-chau-2012'], reporter: 'VN12.SYT', round: '2014' },
  { plans: ['thai-binh-2013'], reporter: 'VN34.336', round: '2015-S1' },
  { plans: ['lai-chau-2021', 'lai-chau-2024'], reporter: 'VN12.106', round: '2025' },
];

const TABLE = fileURLToPath(new URL('expected.md', import.meta.url));
/** Far above what any of them takes on a busy machine; a hang or a runaway is beyond. */
const MOST_MILLISECONDS = 60_000;
const MOST_MEGABYTES = 1_600;

const lines: Line[] = [];

/** What must hold of every damaged file, whatever the damage. */
function expectSound({ name, expect: expected }: Damage, outcome: Outcome, isTable: boolean): void {
  expect(outcome.milliseconds, name).toBeLessThan(MOST_MILLISECONDS);
  expect(process.resourceUsage().maxRSS / 1024, name).toBeLessThan(MOST_MEGABYTES);
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

describe.each(damages)('$group', ({ group, damages: those }) => {
  it.each(those.map((one) => [one.name, one] as const))('%s', async (name, damage) => {
    const subject = await subjectOf(PROVINCE);
    const outcome = await outcomeOf(subject, await damage.damage(subject));
    lines.push({ group, name, outcome });
    expectSound(damage, outcome, true);
  });
});

describe('on other workbooks', () => {
  const all = damages.flatMap((one) => one.damages);
  it.each(all.map((one, at) => [one.name, one, OTHERS[at % OTHERS.length]] as const))(
    '%s',
    async (_, damage, which) => {
      if (!which) throw new Error('no workbook');
      const subject = await subjectOf(which);
      let bytes: Uint8Array;
      try {
        bytes = await damage.damage(subject);
      } catch (error) {
        // A workbook without baselines has none to damage.
        if (error instanceof NothingToDamage) return;
        throw error;
      }
      expectSound(damage, await outcomeOf(subject, bytes), false);
    },
  );
});

describe('the registry', () => {
  it('has more than forty damages, each under a name of its own', () => {
    const names = damages.flatMap((one) => one.damages.map(({ name }) => name));
    expect(names.length).toBeGreaterThan(40);
    expect(new Set(names).size).toBe(names.length);
  });

  it('comes out as the table for people says', async () => {
    const count = damages.reduce((sum, one) => sum + one.damages.length, 0);
    // A run of some damages only says nothing of the table.
    if (lines.length !== count) return;
    const page = tablePage(lines);
    if (process.env.UPDATE_DAMAGE_TABLE === '1') await writeFile(TABLE, page);
    expect(page).toBe(await readFile(TABLE, 'utf8'));
  });
});
