import { describe, expect, it } from 'vitest';
import type { OpenConflict } from '../../../../core/store/resolve/resolve-contract.ts';
import { readResolved } from '../../../../core/store/resolve/resolve-read.ts';
import { resolveWorkbook } from '../../../../core/store/resolve/resolve-sheet.ts';
import { cellIndex, type WorkbookModel } from '../../../../core/sheet/model.ts';
import { factsOf } from '../../check/structure/facts-of.ts';
import { fixtureCatalogue } from '../../plan/fixture.ts';
import { entry, received, stored } from '../fixture.ts';

const catalogue = fixtureCatalogue();

function conflict(id: string, ...values: string[]): OpenConflict {
  const figures = values.flatMap((value, at) => stored(at + 1, entry({ value, place: `Nhập liệu!F${at}` })));
  const [first] = figures;
  return { id, version: 'a1', conflict: { key: first?.unit ?? '', figures, holders: figures } };
}

const OPEN = [conflict('m1', '5', '6.25'), conflict('m2', '7', '8', '9')];
const RETURNS = new Map([1, 2, 3].map((number) => [number, received(number)]));

function workbook(): WorkbookModel {
  return resolveWorkbook(OPEN, {
    catalogue,
    returns: RETURNS,
    nameOf: () => 'Huyện Tam Đường',
    by: null,
    at: '2024-02-01T08:00:00+07:00',
  });
}

/** Rows of the blocks, and the columns that are filled in. */
const [FIRST, SECOND] = [6, 8];
const COLUMN = { keep: 10, by: 11, reason: 12 };

type Typed = [row: number, field: keyof typeof COLUMN, text: string | number];

function read(
  typed: readonly Typed[],
  { by = 'Phòng Tổng hợp' as string | null, open = OPEN, chosen = 0 } = {},
) {
  const model = workbook();
  const [sheet] = model.sheets;
  for (const [row, field, value] of typed) {
    const index = cellIndex(row, COLUMN[field]);
    const cell = sheet?.cells.get(index);
    if (sheet && cell) sheet.cells.set(index, { ...cell, value });
  }
  const { value, findings } = readResolved(factsOf(model).sheets, { open, chosen: () => chosen, by });
  return {
    choices: value?.choices.map((one) => [one.open.id, one.keep, one.by, one.reason]) ?? null,
    before: value?.before,
    findings: findings.map(({ code, place }) => `${code} ${place.cell}`),
  };
}

describe('a table of conflicts', () => {
  it('has a block for each, a row for each value as a number, and choices to pick from', () => {
    const cells = [...(workbook().sheets[0]?.cells.values() ?? [])];
    const figures = cells.filter(({ column, row }) => column === 7 && row > 5);
    expect(figures.map(({ value, format }) => [value, format])).toEqual([
      [5, '#,##0.00'],
      [6.25, '#,##0.00'],
      [7, '#,##0'],
      [8, '#,##0'],
      [9, '#,##0'],
    ]);
    const lists = cells.flatMap(({ validation }) => (validation ? [validation.rule] : []));
    expect(lists).toEqual([{ list: ['B1', 'B2'] }, { list: ['B1', 'B2', 'B3'] }]);
    expect(cells.filter(({ style }) => style === 'inputText')).toHaveLength(6);
  });

  it('is read back: what was chosen, by whom and why; a row left blank decides nothing', () => {
    const typed: Typed[] = [
      [FIRST, 'keep', 'b2 '],
      [FIRST, 'reason', ' Công văn  15 '],
    ];
    expect(read(typed)).toEqual({
      choices: [['m1', 2, 'Phòng Tổng hợp', 'Công văn 15']],
      before: 0,
      findings: [],
    });
    expect(read([]).choices).toEqual([]);
  });

  it.each<[string, Typed[], string[], Parameters<typeof read>[1]?]>([
    ['a choice without a reason', [[SECOND, 'keep', 'B3']], ['resolve-reason-missing L8']],
    ['a reason without a choice', [[FIRST, 'reason', 'x']], ['resolve-keep-missing L6']],
    [
      'a return that has no figure in it',
      [
        [FIRST, 'keep', 'B3'],
        [FIRST, 'reason', 'x'],
      ],
      ['resolve-keep-unknown J6'],
    ],
    [
      'nobody who decides',
      [
        [FIRST, 'keep', 1],
        [FIRST, 'reason', 'x'],
      ],
      ['resolve-by-missing K6'],
      { by: null },
    ],
    [
      'a conflict that another figure has joined',
      [
        [FIRST, 'keep', 'B1'],
        [FIRST, 'reason', 'x'],
      ],
      ['resolve-changed J6'],
      { open: OPEN.map((one) => ({ ...one, version: 'b2' })) },
    ],
    [
      'a conflict that is decided otherwise by now',
      [
        [FIRST, 'keep', 'B1'],
        [FIRST, 'reason', 'x'],
      ],
      ['resolve-gone J6'],
      { open: [], chosen: 2 },
    ],
  ])('refuses all for %s', (_, typed, findings, given) => {
    const whole: Typed[] =
      typed[0]?.[0] === FIRST
        ? [
            [SECOND, 'keep', 'B1'],
            [SECOND, 'reason', 'đúng'],
          ]
        : [];
    const result = read([...typed, ...(given?.open || given?.by === null ? [] : whole)], given);
    expect(result).toMatchObject({ choices: null, findings });
  });

  it('repeats nothing that was decided the same way before', () => {
    const typed: Typed[] = [
      [FIRST, 'keep', 'B1'],
      [FIRST, 'reason', 'x'],
    ];
    expect(read(typed, { open: [], chosen: 1 })).toEqual({ choices: [], before: 1, findings: [] });
  });

  it('is no other workbook', () => {
    const model = { ...workbook(), sheets: [] };
    const { findings } = readResolved(factsOf(model).sheets, { open: OPEN, chosen: () => null, by: 'x' });
    expect(findings.map(({ code }) => code)).toEqual(['not-a-resolve-workbook']);
  });
});
