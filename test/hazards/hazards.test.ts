import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, entriesOf, type Entry } from '../../core/store/entry.ts';
import { profiles } from '../../core/exchange/profile.ts';
import { installedOf, type Installed } from '../../generator/check/installed.ts';
import { packageRoot } from '../../generator/package-root.ts';
import { loadSeeds } from '../workbook/seed-workbooks.ts';
import { hazards, type Outcome } from './hazards.ts';
import { exportedSet, hazardReturn } from './make-set.ts';
import { outcomeOf } from './outcome.ts';

const UNIT = 'VN12.106';
const OTHER = 'VN12.107';
let folder = '';
let installed: Installed;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-hazards-'));
  installed = installedOf(await loadSeeds());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What entries say; of files taken apart only the figures, as they may have come without the rest. */
function contentSaid(entries: readonly Entry[], must: Outcome): string {
  const of = must === 'apart' ? entries.filter(({ table }) => table === 'observations') : entries;
  return contentOf(of).normalize('NFC');
}

const rows = hazards.map((hazard, at) => ({ number: at + 1, ...hazard }));

describe('a set of CSV files that comes in', () => {
  it.each(rows)('$number $kind: $what ($profile)', async ({ profile, make, encoding, must }) => {
    const [set, other] = await Promise.all(
      [UNIT, OTHER].map((unit) => exportedSet(unit, profile, installed.names)),
    );
    if (!set || !other) throw new Error('There is no set.');
    const { outcome, said } = await outcomeOf(make(set, other), encoding, { folder, installed });
    expect(outcome).toEqual(must);
    const units = must === 'apart' ? [UNIT, OTHER] : [UNIT];
    const whole = units.map((unit) => contentSaid(entriesOf(hazardReturn(unit), new Map()), must));
    if (said !== null) expect(said.map((entries) => contentSaid(entries, must))).toEqual(whole);
  });
});

/** The page with its table written anew; `prettier` sets its columns. */
function withTable(page: string, rows: readonly string[][]): string {
  const lines = [['hazard', 'machine', 'excel'], ['---', '---', '---'], ...rows];
  const table = lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`);
  return page.replace(/(?:^\|.*\n)+/mu, () => table.join(''));
}

describe('the table of hazards', () => {
  it('has at least eighty, each of its own', () => {
    const names = rows.map(({ kind, what, profile }) => `${kind}: ${what} (${profile})`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(80);
  });

  it('stands in the README beside it', async () => {
    const path = join(packageRoot(), 'test/hazards/README.md');
    const page = await readFile(path, 'utf8');
    const said = [...page.matchAll(/^\| (?!hazard|---)(.+?) +\| (.+?) +\| (.+?) +\|$/gmu)].map(
      ([, ...cells]) => cells.map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
    const word = (must: Outcome) => (typeof must === 'string' ? must : `refused: ${must.refused}`);
    const expected = new Map<string, string[]>();
    for (const { kind, what, profile, must } of rows) {
      const name = `${kind}: ${what}`;
      const row = expected.get(name) ?? [name, '–', '–'];
      row[1 + profiles.indexOf(profile)] = word(must);
      expected.set(name, row);
    }
    if (process.env.UPDATE_HAZARD_TABLE) await writeFile(path, withTable(page, [...expected.values()]));
    else expect(said).toEqual([...expected.values()]);
  });
});
