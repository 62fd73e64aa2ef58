import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assignment } from '../../../core/planner/assignment/assignment.ts';
import { readGridMeta } from '../../../core/planner/grid/grid-meta.ts';
import { layOutGrid, type GridRow } from '../../../core/planner/grid/grid-layout.ts';
import { readGrid } from '../../../core/planner/grid/grid-read.ts';
import { gridSubject, type GridRequest } from '../../../core/planner/grid/grid-request.ts';
import { gridWorkbook } from '../../../core/planner/grid/grid-sheet.ts';
import { weightSource } from '../../../core/planner/assignment/weights.ts';
import type { KnownFigure } from '../../../core/planner/known-figure.ts';
import type { WorkbookModel } from '../../../core/sheet/model.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import * as gnumeric from '../../engines/gnumeric.ts';
import * as libreoffice from '../../engines/libreoffice.ts';
import { schemaErrors, schemasPresent } from '../../engines/schema.ts';
import { compareWithModel } from '../../workbook/agreement.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

interface MadeGrid {
  request: GridRequest;
  path: string;
  model: WorkbookModel;
}

let folder = '';
let grids: MadeGrid[] = [];

/**
 * The grid of every plan in its second year, and of one for the communes of a year since districts ended: empty,
 * half filled without weights, and full with weights.
 */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-grids-'));
  const { catalogue, plans } = await loadSeeds();
  const years = plans.map((plan) => [plan, plan.file.period.from + 1] as const);
  const sinceReform = plans
    .filter(({ file }) => file.id === 'lai-chau-2021')
    .map((plan) => [plan, 2026] as const);
  for (const [plan, year] of [...years, ...sinceReform]) {
    const known = { assignments: [] as Assignment[], figures: [] as KnownFigure[] };
    const baseline = () => ({ year: year - 2, value: 40 });
    const empty = { ...gridSubject(plan, catalogue, year), baseline, ...known };
    const layout = layOutGrid(empty);
    if (!layout) throw new Error(`${plan.file.id} has no grid.`);
    const rows = layout.rows.filter((row): row is GridRow => 'key' in row);
    const assignments = rows.flatMap(({ series }, at) =>
      [layout.province, ...layout.members].map((unit, offset): Assignment => ({
        unit: unit.id,
        indicator: series.indicator.id,
        stratum: series.stratum?.id ?? null,
        year,
        comparator: 'equal',
        value: ((at * 7 + offset * 13) % 97) + offset / 10,
        decision: '1/QĐ',
        decisionDate: `${year - 1}-12-20`,
        validFrom: `${year}-01-01`,
        supersedes: null,
        note: null,
      })),
    );
    const figures = rows.flatMap(({ series: { indicator, stratum, kind } }) => {
      const source = weightSource(indicator, stratum?.id ?? null, kind, year, catalogue);
      return layout.members.flatMap(({ id }, at): KnownFigure[] =>
        source === null
          ? []
          : [
              {
                unit: id,
                indicator: source.indicator.id,
                stratum: source.stratum,
                period: String(source.upTo),
                vintage: 'final',
                value: 1000 + at * 317,
                source: null,
              },
            ],
      );
    });
    const requests = {
      empty,
      half: { ...empty, assignments: assignments.filter((_, at) => at % 3 > 0) },
      full: { ...empty, assignments, figures },
    };
    for (const [name, request] of Object.entries(requests)) {
      // With figures of last year the grid has rows for them.
      const model = gridWorkbook(request, layOutGrid(request) ?? layout);
      const path = join(folder, `${plan.file.id}-${year}-${name}.xlsx`);
      await writeFile(path, await serialize(model));
      grids.push({ path, model, request });
    }
  }
});

afterAll(() => {
  grids = [];
  return rm(folder, { recursive: true, force: true });
});

async function expectAgreement(recalculated: readonly string[]): Promise<void> {
  const numbers = new Map<string, number>();
  const differences: string[] = [];
  for (const [at, { model, request }] of grids.entries()) {
    const path = recalculated[at] ?? '';
    const agreement = await compareWithModel(path, model);
    differences.push(...agreement.differences);
    // Saved by another program, the grid still says that nothing was changed.
    const { sheets, date1904 } = await readWorkbook(await readFile(path));
    const { meta } = readGridMeta(sheets);
    if (meta === null) throw new Error(`${path} is no grid any more.`);
    const { assignments, plan } = request;
    expect(readGrid({ sheets, date1904, meta }, assignments, { ...request, plans: [plan] })).toEqual({
      value: [],
      findings: [],
    });
    for (const [tag, count] of agreement.numbers) numbers.set(tag, (numbers.get(tag) ?? 0) + count);
  }
  expect(differences).toEqual([]);
  for (const tag of ['grid.sum', 'grid.mean', 'grid.difference', 'grid.record'])
    expect(numbers.get(tag) ?? 0, tag).toBeGreaterThan(20);
}

describeWithEngine('libreoffice', 'LibreOffice gives the grid the results core gave it', () => {
  it('in Vietnamese', { timeout: 600_000 }, async () => {
    const files = grids.map(({ path }) => path);
    await expectAgreement(await libreoffice.recalculate(files, join(folder, 'lo'), { locale: 'vi-VN' }));
  });
});

describeWithEngine('gnumeric', 'Gnumeric gives the grid the results core gave it', () => {
  it('in its own locale', { timeout: 600_000 }, async () => {
    const results: string[] = [];
    for (const [at, { path }] of grids.entries())
      results.push(await gnumeric.recalculate(path, join(folder, `gn-${at}.xlsx`)));
    await expectAgreement(results);
  });
});

describe.skipIf(!schemasPresent)('the grid', () => {
  it('is valid against the schemas of the format', { timeout: 600_000 }, async () => {
    expect(grids.length).toBeGreaterThan(10);
    expect(await schemaErrors(grids.map(({ path }) => path))).toBeNull();
  });
});
