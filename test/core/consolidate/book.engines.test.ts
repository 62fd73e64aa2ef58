import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureTable } from '../../../core/consolidate/figure-table.ts';
import { consolidate } from '../../../core/consolidate/consolidate.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { WorkbookModel } from '../../../core/sheet/model.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { resaved } from '../../engines/resaved.ts';
import { schemaErrors, schemasPresent } from '../../engines/schema.ts';
import { compareWithModel } from '../../workbook/agreement.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { arrived, bookOf, ROUND, sentFor, type Sent } from './fixture.ts';

const PROVINCES = ['lai-chau-2021', 'quang-ngai-2021'];
let folder = '';
let books: { model: WorkbookModel; bytes: Uint8Array; path: string }[] = [];

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
