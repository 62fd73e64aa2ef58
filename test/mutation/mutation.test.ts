import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { damages } from './damages/index.ts';
import { countMemoryFromHere, expectSound } from './expect-sound.ts';
import { outcomeOf } from './outcome.ts';
import { subjectOf, type Which } from './subject.ts';
import { tablePage, type Line } from './table.ts';

/**
 * The workbook of a province, on which every damage is tried and which the table shows: with a third of the plan's
 * targets, as each damage has it written, read, checked and repaired.
 */
const PROVINCE: Which = { plans: ['lai-chau-2021'], reporter: 'VN12', round: '2023', part: 3 };
const TABLE = fileURLToPath(new URL('expected.md', import.meta.url));

const lines: Line[] = [];

beforeAll(countMemoryFromHere);

describe.each(damages)('$group', ({ group, damages: those }) => {
  it.each(those.map((one) => [one.name, one] as const))('%s', async (name, damage) => {
    const subject = await subjectOf(PROVINCE);
    const outcome = await outcomeOf(subject, await damage.damage(subject));
    lines.push({ group, name, outcome });
    expectSound(damage, outcome, true);
  });
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
