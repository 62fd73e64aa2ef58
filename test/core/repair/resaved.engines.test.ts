import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkStructure } from '../../../core/check/structure/check-structure.ts';
import { openDamaged } from '../../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../../core/repair/repair-workbook.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import * as gnumeric from '../../engines/gnumeric.ts';
import * as libreoffice from '../../engines/libreoffice.ts';
import { withCell, withSheet } from '../check/structure/damage.ts';
import { seedModel } from '../check/structure/models.ts';
import { filled, inputsOf, tokensIn, whereabouts, without, type Filled } from './tokens.ts';

const ENTRY = 'Nhập liệu';
let folder = '';
const workbooks: { path: string; given: Filled }[] = [];
/** A workbook with unreadable texts among its figures, and the model it was repaired to. */
let textual: { path: string; repaired: NonNullable<ReturnType<typeof repairWorkbook>> };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-repair-'));
  for (const [plan, reporter] of [
    ['quang-ngai-2021', 'VN51'],
    ['lai-chau-2012', 'VN12'],
  ] as const) {
    const given = filled((await seedModel(plan, reporter)).model);
    const path = join(folder, `${plan}.xlsx`);
    await writeFile(path, await serialize(given.model));
    workbooks.push({ path, given });
  }
  const { model } = await seedModel('quang-ngai-2021', 'VN51');
  const given = filled(model);
  const words = ['12,5', 'Khoảng 30', 'x', ' - ', '…', '7 %', 'X'];
  let facts = withSheet(given.facts, ENTRY, (sheet) => without(sheet, 'row', 12));
  inputsOf(given.model, ENTRY).forEach((cell, at) => {
    const isTextual = at % 4 === 0 && cell.row < 60;
    if (isTextual) facts = withCell(facts, ENTRY, cell, { value: words[(at / 4) % words.length] ?? '' });
    else if (cell.row < 60) facts = withCell(facts, ENTRY, cell, { value: (at % 17) + 0.5 });
  });
  const repaired = repairWorkbook(openDamaged(facts), given.definition);
  if (!repaired) throw new Error('too much');
  const path = join(folder, 'repaired.xlsx');
  await writeFile(path, await serialize(repaired.model));
  textual = { path, repaired };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Everything typed comes back from a file that another program saved, and nothing is listed. */
async function expectAllBack(path: string, { definition, home }: Filled) {
  const facts = await readFacts(await readFile(path));
  const repaired = repairWorkbook(openDamaged(facts), definition);
  if (!repaired) throw new Error('too much');
  expect(repaired.unplaced).toEqual([]);
  expect(repaired.toVerify).toEqual([]);
  const { cells } = whereabouts(repaired);
  expect(tokensIn(facts).size).toBe(home.size);
  for (const [token, place] of home) expect(cells.get(token)).toBe(place);
}

/** Every formula of the repaired workbook gives what it was stored with. */
async function expectResults(path: string) {
  const { model } = textual.repaired;
  const { rules, findings } = checkStructure(model, await readFacts(await readFile(path)), {
    recomputed: model,
  });
  expect(findings.filter(({ code }) => code === 'result-stale')).toEqual([]);
  const rule = rules.find(({ code }) => code === 'result-stale');
  expect(rule).toMatchObject({ failed: 0, 'not-evaluable': 0 });
  expect(rule?.passed).toBeGreaterThan(500);
}

it('a file as it is written comes back whole', async () => {
  for (const { path, given } of workbooks) await expectAllBack(path, given);
});

describeWithEngine('libreoffice', 'LibreOffice', () => {
  it('saves a workbook from which everything comes back', { timeout: 300_000 }, async () => {
    const saved = await libreoffice.recalculate(
      workbooks.map(({ path }) => path),
      join(folder, 'lo'),
    );
    for (const [at, { given }] of workbooks.entries()) await expectAllBack(saved[at] ?? '', given);
  });

  it(
    'computes what the repaired workbook says, unreadable texts included',
    { timeout: 300_000 },
    async () => {
      const [saved] = await libreoffice.recalculate([textual.path], join(folder, 'lo-results'));
      await expectResults(saved ?? '');
    },
  );
});

describeWithEngine('gnumeric', 'Gnumeric', () => {
  it('saves a workbook from which everything comes back', { timeout: 300_000 }, async () => {
    for (const [at, { path, given }] of workbooks.entries()) {
      await expectAllBack(await gnumeric.recalculate(path, join(folder, `gn-${at}.xlsx`)), given);
    }
  });

  it(
    'computes what the repaired workbook says, unreadable texts included',
    { timeout: 300_000 },
    async () => {
      await expectResults(await gnumeric.recalculate(textual.path, join(folder, 'gn-results.xlsx')));
    },
  );
});
