import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureTable } from '../../../core/consolidate/figure-table.ts';
import { consolidate, type Consolidation } from '../../../core/consolidate/consolidate.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { WorkbookModel } from '../../../core/sheet/model.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { resaved } from '../../engines/resaved.ts';
import { schemaErrors, schemasPresent } from '../../engines/schema.ts';
import { compareWithModel } from '../../workbook/agreement.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { arrived, bookOf, ROUND, type Sent } from './fixture.ts';

const PROVINCES = ['lai-chau-2021', 'quang-ngai-2021'];
const text = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 9_999_999 }).map((n) => String(n / 100)) },
  { weight: 1, arbitrary: fc.constantFrom('-', '...', 'x', '0', '33.333333333333336') },
  { weight: 1, arbitrary: fc.constant('') },
);

let folder = '';
let books: { model: WorkbookModel; bytes: Uint8Array; path: string }[] = [];

/** What every unit, department and province might send; some of it blocked, held back or to be explained. */
function sentFor(found: Consolidation, plans: readonly Plan[], seed: number): Sent[] {
  const reporters = [
    ...found.rows.map(({ unit }) => ({ unit: unit.id, reporter: unit.id })),
    ...plans.flatMap(({ file: { province } }) => [
      { unit: province, reporter: province },
      ...[...new Set(found.totals.flatMap(({ department }) => department ?? []))]
        .filter((id) => id.startsWith(`${province}.`))
        .map((reporter) => ({ unit: province, reporter })),
    ]),
  ];
  return reporters.map(({ unit, reporter }, at): Sent => {
    const figures = fc.sample(text, { numRuns: found.columns.length, seed: seed + at });
    const said = found.columns.flatMap(({ key, asked, parts }, column): [string, string][] => {
      const figure = figures[column] ?? '';
      // Half of the shares are left to their parts.
      const isLeft = figure === '' || (parts !== null && (at + column) % 2 === 0);
      return isLeft || (unit === reporter && unit.includes('.') && !asked.has(unit)) ? [] : [[key, figure]];
    });
    const acceptance = at % 5 === 1 ? 'to-explain' : at % 7 === 3 ? 'blocked' : 'accepted';
    return {
      unit,
      reporter,
      figures: Object.fromEntries(said),
      said: { judged: { acceptance, errors: 0, warnings: 0, owed: 1, entered: 1 } },
      of: { vintage: at % 2 === 0 ? 'preliminary' : 'estimate', place: `Nhập liệu!F${at}` },
    };
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-totals-'));
  const { plans, catalogue } = await loadSeeds();
  const [laiChau, quangNgai] = PROVINCES.map((id) => plans.find(({ file }) => file.id === id));
  if (!laiChau || !quangNgai) throw new Error('The seeds have other plans.');
  const of = (chosen: [Plan, ...Plan[]], sent: readonly Sent[]) => {
    const store = arrived(sent);
    const found = consolidate({
      returns: store.returns,
      figures: figureTable(store.entries),
      round: ROUND,
      level: null,
      plans: chosen,
      catalogue,
      lines: [],
      closed: null,
      standing: standingOf([]),
      conflicting: new Set(),
      acceptedOnly: false,
    });
    return { found, store };
  };
  const chosen: [Plan, ...Plan[]][] = [[laiChau], [laiChau, quangNgai]];
  for (const [at, some] of chosen.entries()) {
    const { found, store } = of(some, sentFor(of(some, []).found, some, at * 100));
    const { model } = bookOf(found, store);
    const bytes = await serialize(model);
    const path = join(folder, `${at}.xlsx`);
    await writeFile(path, bytes);
    books.push({ model, bytes, path });
  }
});

afterAll(() => {
  books = [];
  return rm(folder, { recursive: true, force: true });
});

async function expectAgreement(saver: Parameters<typeof resaved>[1]): Promise<void> {
  const saved = await resaved(
    books.map(({ bytes }) => bytes),
    saver,
  );
  for (const [at, { model }] of books.entries()) {
    const { differences, numbers } = await compareWithModel(saved[at] ?? '', model);
    expect(differences).toEqual([]);
    expect(numbers.get('total') ?? 0).toBeGreaterThan(40);
    expect(numbers.get('difference') ?? 0).toBeGreaterThan(20);
  }
}

describeWithEngine('libreoffice', 'LibreOffice gives the totals that core gave', () => {
  it('in Vietnamese', { timeout: 600_000 }, () => expectAgreement('libreoffice vi-VN'));
});

describeWithEngine('gnumeric', 'Gnumeric gives the totals that core gave', () => {
  it('in its own locale', { timeout: 600_000 }, () => expectAgreement('gnumeric'));
});

describe.skipIf(!schemasPresent)('the consolidated workbook', () => {
  it('is valid against the schemas of the format', { timeout: 600_000 }, async () => {
    expect(await schemaErrors(books.map(({ path }) => path))).toBeNull();
  });
});
