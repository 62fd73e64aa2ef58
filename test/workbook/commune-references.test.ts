import { beforeAll, describe, expect, it } from 'vitest';
import { checkOpened } from '../../core/check/check-workbook.ts';
import { openDamaged } from '../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../core/repair/repair-workbook.ts';
import { openReturn } from '../../core/returned/open-return.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import { cellIndex, type CellModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { definitionOf } from '../../core/workbook/definition.ts';
import { definitionText, parseDefinition } from '../../core/workbook/definition-text.ts';
import type { Assignment } from '../../core/planner/assignment/assignment.ts';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import { jobsOf, modelOf, requestOf } from '../../generator/workbook/jobs.ts';
import { NO_FILES, type PlannerFiles } from '../../generator/workbook/known.ts';
import { factsOf } from '../core/check/structure/facts-of.ts';
import { keysOf, tableOf, typedInto } from './commune-table.ts';
import { loadSeeds, type Seeds } from './seed-workbooks.ts';

const [DOAN_KET, BINH_LU, TAN_PHONG] = ['VN12.03388-2025', 'VN12.03390-2025', 'VN12.03408-2025'];

const known = (unit: string, indicator: string, value: KnownFigure['value']): KnownFigure => ({
  ...{ unit, indicator, value, stratum: null, period: '2025', vintage: 'final' },
  source: 'Báo cáo năm 2025 (xd.xlsx, Theo xã!E9)',
});
const assigned = (unit: string, indicator: string, value: number): Assignment => ({
  ...{ unit, indicator, value, stratum: null, year: 2026, comparator: 'atLeast' },
  ...{ decision: '15/QĐ-UBND', decisionDate: '2026-01-10', validFrom: '2026-01-10' },
  ...{ supersedes: null, note: null },
});

const FILES: PlannerFiles = {
  ...NO_FILES,
  figures: [
    known(DOAN_KET, 'housing-floor-area', 24),
    known(BINH_LU, 'housing-floor-area', 21.5),
    known(DOAN_KET, 'urban-population', 9_100),
  ],
  assignments: [
    assigned(DOAN_KET, 'housing-floor-area', 25),
    assigned(DOAN_KET, 'urban-centralised-water', 90),
    assigned(TAN_PHONG, 'urban-centralised-water', 80),
  ],
};

let seeds: Seeds;
let bare: WorkbookModel;
let model: WorkbookModel;

function jobWith(files: PlannerFiles) {
  const plan = seeds.plans.find(({ file }) => file.id === 'lai-chau-2024');
  const [job] = plan
    ? jobsOf([plan], seeds.catalogue, { round: '2026', unit: ['VN12.SXD-2025'], files })
    : [];
  if (!job) throw new Error('no workbook');
  return job;
}

beforeAll(async () => {
  seeds = await loadSeeds();
  bare = modelOf(jobWith(NO_FILES), seeds.catalogue);
  model = modelOf(jobWith(FILES), seeds.catalogue);
});

/** Columns behind the note, by their heads. */
function referencesOf(given: WorkbookModel): Map<string, number> {
  const table = tableOf(given);
  const note = [...keysOf(table).columns.values()].at(-1) ?? 0;
  const heads = [...table.cells.values()].filter(({ row, column }) => row === 6 && column > note);
  return new Map(heads.map(({ column, value }) => [String(value), column]));
}

const cellOf = (given: WorkbookModel, unit: string, column: number): CellModel | undefined => {
  const table = tableOf(given);
  return table.cells.get(cellIndex(keysOf(table).rows.get(unit) ?? 0, column));
};

const opened = (given: WorkbookModel) => {
  const found = openReturn(factsOf(given));
  if (!found.returned || !found.issued) throw new Error('not read');
  return { ...found, returned: found.returned, issued: found.issued };
};
const findings = (given: WorkbookModel) =>
  checkOpened(opened(given), { storedResults: 'not-judged' }).report.findings;
const onTable = (given: WorkbookModel, code: string) =>
  findings(given).filter((one) => one.code === code && one.place.sheet === sheetNames.communes);

describe('what is shown beside a table by commune', () => {
  it('is last year’s figures and assigned values that are known, behind the note, and nothing else', () => {
    expect([...referencesOf(bare).keys()]).toEqual([]);
    const references = referencesOf(model);
    expect([...references.keys()]).toEqual([
      'Số năm trước: Diện tích nhà ở bình quân đầu người',
      'Số năm trước: Dân số đô thị',
      'Số giao: Diện tích nhà ở bình quân đầu người',
      'Số giao: Tỷ lệ dân số đô thị được cung cấp nước sạch qua hệ thống cấp nước tập trung',
    ]);
    const [area, , given, water] = [...references.values()];
    expect([DOAN_KET, BINH_LU, TAN_PHONG].map((unit) => cellOf(model, unit, area ?? 0)?.value)).toEqual([
      24,
      21.5,
      undefined,
    ]);
    expect(cellOf(model, TAN_PHONG, water ?? 0)).toMatchObject({ value: 80, style: 'computed' });
    expect(cellOf(model, DOAN_KET, given ?? 0)?.format).toContain('≥');
    const words = [...tableOf(model).cells.values()].map(({ value }) => value);
    expect(words).toContain('Nguồn số năm trước: Báo cáo năm 2025 (xd.xlsx, Theo xã).');
  });

  it('leaves the columns to type into where they are', () => {
    expect([...keysOf(tableOf(model)).columns]).toEqual([...keysOf(tableOf(bare)).columns]);
  });

  it('travels in the definition, whatever is typed', () => {
    const definition = parseDefinition(
      definitionText(definitionOf(requestOf(jobWith(FILES), seeds.catalogue))),
    );
    expect(definition?.byCommune?.before).toHaveLength(3);
    const given = typedInto(model, { [DOAN_KET]: { '|housing-floor-area|': 26 } });
    expect(referencesOf(opened(given).issued.recomputed)).toEqual(referencesOf(model));
    expect(findings(given).filter(({ code }) => /^(?:printed|formula|column|row)-/u.test(code))).toEqual([]);
  });

  it('is no entry of the return', () => {
    const given = typedInto(model, { [DOAN_KET]: { '|housing-floor-area|': 26 } });
    expect(opened(given).returned.byUnit.flatMap(({ observations }) => observations)).toMatchObject([
      { unit: DOAN_KET, indicator: 'housing-floor-area', period: '2026', figure: 26 },
    ]);
  });

  it('is named where somebody typed over it, and what was typed is kept by a repair', () => {
    const column = [...referencesOf(model).values()][0] ?? 0;
    const cell = cellOf(model, DOAN_KET, column);
    if (!cell) throw new Error('no cell');
    const sheets = model.sheets.map((sheet) =>
      sheet === tableOf(model)
        ? {
            ...sheet,
            cells: new Map([...sheet.cells, [cellIndex(cell.row, column), { ...cell, value: 29 }] as const]),
          }
        : sheet,
    );
    const over = { ...model, sheets };
    expect(findings(over).find(({ code }) => code === 'printed-number-changed')?.place).toEqual({
      sheet: sheetNames.communes,
      cell: cellAddress(cell.row, column),
    });
    const repaired = repairWorkbook(
      openDamaged(factsOf(over)),
      definitionOf(requestOf(jobWith(FILES), seeds.catalogue)),
    );
    const kept = (repaired?.unplaced ?? []).map(({ sheet, cell: at }) => [sheet, at]);
    expect(kept).toEqual([[sheetNames.communes, cellAddress(cell.row, column)]]);
  });
});

describe('figures of a commune that has last year’s', () => {
  it('are held against them', () => {
    const given = typedInto(model, {
      [DOAN_KET]: { '|urban-population|': 1_900 },
      [TAN_PHONG]: { '|urban-population|': 1_900 },
    });
    for (const code of ['figure-digits-transposed', 'figure-jump']) {
      const found = onTable(given, code).map(({ key }) => key);
      expect(
        found.filter((key) => key?.endsWith(`${TAN_PHONG}|urban-population|_T`)),
        code,
      ).toEqual([]);
    }
    expect(onTable(given, 'figure-digits-transposed').map(({ key }) => key)).toEqual([
      `chitieu:unit:${DOAN_KET}|urban-population|_T`,
    ]);
  });
});

describe('what a commune was assigned', () => {
  const reached = (area: number, users: number, more: Record<string, CellModel['value']> = {}) =>
    typedInto(model, {
      [DOAN_KET]: {
        '|housing-floor-area|': area,
        '|urban-centralised-water-users|': users,
        '|urban-population|': 10_000,
        ...more,
      },
      // Nothing was assigned to it.
      [BINH_LU]: { '|housing-floor-area|': 1 },
    });
  const missed = (given: WorkbookModel) => onTable(given, 'gap-to-explain');

  it('wants a reason where it is clearly missed, by the commune alone, at what was typed', () => {
    expect(missed(reached(25, 9_500))).toEqual([]);
    const found = missed(reached(18, 5_000));
    expect(found.map(({ key, place }) => [key?.split('|').slice(0, 3).join('|'), place.cell])).toEqual([
      [`chitieu:unit:${DOAN_KET}|lai-chau-2024|housing-floor-area`, expect.stringMatching(/^F\d+$/u)],
      [`chitieu:unit:${DOAN_KET}|lai-chau-2024|urban-centralised-water`, expect.stringMatching(/^G\d+$/u)],
    ]);
    expect(found.map(({ explanation }) => explanation)).toEqual([null, null]);
  });

  it('is explained by the note of the row', () => {
    const found = missed(reached(18, 5_000, { '|reason': 'Chưa xong công trình cấp nước, giãn dân' }));
    expect(found.map(({ explanation }) => explanation)).toEqual([
      'Chưa xong công trình cấp nước, giãn dân',
      'Chưa xong công trình cấp nước, giãn dân',
    ]);
  });
});

describe('a column of the table typed one row off', () => {
  const COLUMN = 'urban-population';
  // No two communes that follow each other have about as many.
  const peopleAt = (at: number) => 2_000 + ((at * 7_919) % 23_000);
  const units = () => [...keysOf(tableOf(bare)).rows.keys()];
  const into = (given: WorkbookModel, figureAt: (at: number) => number | null) =>
    typedInto(
      given,
      Object.fromEntries(
        units().flatMap((unit, at): [string, Record<string, number>][] => {
          const figure = figureAt(at);
          return figure === null ? [] : [[unit, { [`${COLUMN}|`]: figure }]];
        }),
      ),
    );
  const withBefore = () =>
    modelOf(
      jobWith({ ...NO_FILES, figures: units().map((unit, at) => known(unit, COLUMN, peopleAt(at))) }),
      seeds.catalogue,
    );
  const thisYear = (at: number) => Math.round(peopleAt(at) * 1.02);
  const said = (given: WorkbookModel) => onTable(given, 'form-rows-shifted');

  it('is named by last year’s figures of each commune, whichever way, whole or in part', () => {
    const given = withBefore();
    const last = units().length - 1;
    expect(said(into(given, thisYear))).toEqual([]);
    const down = said(into(given, (at) => (at === 0 ? null : thisYear(at - 1))));
    expect(down).toMatchObject([{ data: { way: 'down' } }]);
    const up = said(into(given, (at) => (at === last ? null : thisYear(at + 1))));
    expect(up).toMatchObject([{ data: { way: 'up' } }]);
    const part = said(into(given, (at) => (at < 10 ? thisYear(at) : at === 10 ? null : thisYear(at - 1))));
    const { rows } = keysOf(tableOf(given));
    expect(part).toMatchObject([{ data: { way: 'down' } }]);
    expect(part[0]?.place.cell).toMatch(new RegExp(`\\D${rows.get(units()[11] ?? '')}$`, 'u'));
  });

  it('is not named where nothing is known of the communes, nor where each has two or three', () => {
    expect(said(into(bare, (at) => (at === 0 ? null : thisYear(at - 1))))).toEqual([]);
    const few = (at: number) => 1 + ((at * 5) % 4);
    const given = modelOf(
      jobWith({ ...NO_FILES, figures: units().map((unit, at) => known(unit, COLUMN, few(at))) }),
      seeds.catalogue,
    );
    expect(said(into(given, (at) => few(at + 1)))).toEqual([]);
  });
});
