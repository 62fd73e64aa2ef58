import { beforeAll, describe, expect, it } from 'vitest';
import { openDamaged } from '../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../core/repair/repair-workbook.ts';
import type { Repaired } from '../../core/repair/repaired.ts';
import { readReturned } from '../../core/returned/read.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { keysOf } from '../../core/sheet/keyed.ts';
import { workbookKeys } from '../../core/workbook/contract.ts';
import { renderMessage } from '../../core/wording/render.ts';
import { factsOf } from '../core/check/structure/facts-of.ts';
import { caseFacts, cases } from './cases.ts';

function repair(facts: WorkbookFacts): Repaired {
  const opened = openDamaged(facts);
  if (!opened.issued) throw new Error('the case has lost its definition');
  const repaired = repairWorkbook(opened, opened.issued.definition);
  if (!repaired) throw new Error('too much');
  return repaired;
}

/** The figures of a repaired workbook by indicator and period. */
function figuresOf({ model }: Repaired): Map<string, unknown> {
  const { value } = readReturned(factsOf(model).sheets);
  return new Map(value?.observations.map((one) => [`${one.indicator} ${one.period}`, one.figure]));
}

/** Numbers that found no place on the form; the rest of a workbook of an earlier layout is other words. */
function numbersIn({ unplaced }: Repaired): unknown[] {
  return unplaced.filter(({ sheet, value }) => sheet === 'Nhập liệu' && typeof value === 'number');
}

describe('sorted-visible-block: columns B:L sorted by name, the hidden column of keys not', () => {
  let repaired: Repaired;
  beforeAll(async () => {
    repaired = repair(await caseFacts(cases['sorted-visible-block']));
  });

  it('every figure goes to the indicator whose name stands beside it', () => {
    const figures = figuresOf(repaired);
    expect(figures).toEqual(
      new Map([
        ...figures,
        ['radio-covered-people 2024', 57_000],
        ['poor-households 2024', 2_560],
        ['poor-households 2023', 2_934],
        ['new-jobs 2024', 1_105],
        ['poor-merit-households 2024', 3],
        ['recognised-cultural-villages 2024', 100],
        // These columns stand beside the block and stayed with the keys.
        ['poor-households 2021', 3_594],
        ['poor-households 2022', 3_268],
        ['trained-workers 2022', 18_868],
      ]),
    );
    expect(repaired.placed.figures).toBe(48);
  });

  it('nothing is left over, and each row that moved is to be verified once', () => {
    expect(numbersIn(repaired)).toEqual([]);
    expect(repaired.leftBlank).toEqual([]);
    expect(new Set(repaired.toVerify.map(({ finding }) => finding.code))).toEqual(new Set(['repair-sorted']));
    const rows = repaired.toVerify.map(({ cell }) => cell.replace(/^[A-Z]+/u, ''));
    expect(new Set(rows).size).toBe(rows.length);
  });
});

describe('siblings of the sorted block', () => {
  const ENTRY = 'Nhập liệu';
  let facts: WorkbookFacts;
  let rows: number[] = [];
  let typed: Map<string, unknown>;
  beforeAll(async () => {
    facts = await caseFacts(cases['slip-083']);
    const cells = facts.sheets.find(({ name }) => name === ENTRY)?.cells ?? [];
    rows = cells
      .filter(({ column, value }) => column === 1 && typeof value === 'string' && value.includes('|'))
      .map(({ row }) => row)
      .sort((a, b) => a - b);
    typed = figuresOf(repair(facts));
  });

  /** The columns from the first to the last one that was selected, their rows in another order. */
  function sorted(order: (rows: number[]) => number[], last: number, first = 2): WorkbookFacts {
    const to = new Map(order(rows).map((row, at) => [row, rows[at] ?? row]));
    const sheets = facts.sheets.map((sheet) => {
      if (sheet.name !== ENTRY) return sheet;
      const cells = sheet.cells.map((cell) =>
        cell.column < first || cell.column > last ? cell : { ...cell, row: to.get(cell.row) ?? cell.row },
      );
      return { ...sheet, cells };
    });
    return { ...facts, sheets };
  }

  const exchanged = (one: number, other: number) => (of: number[]) =>
    of.map((row, at) => (at === one ? (of[other] ?? row) : at === other ? (of[one] ?? row) : row));

  it.each<[string, (rows: number[]) => number[], number, number?]>([
    ['from the last to the first', (of) => [...of].reverse(), 12],
    ['each one row further', (of) => [...of.slice(1), ...of.slice(0, 1)], 12],
    ['two rows exchanged', exchanged(2, 5), 12],
    ['two neighbours exchanged', exchanged(3, 4), 12],
    ['sorted to the column of figures only', (of) => [...of].reverse(), 6],
    ['sorted with the years before', (of) => [...of].reverse(), 20],
    ['sorted from the names on, the numbers left', (of) => [...of].reverse(), 12, 3],
    ['names and figures alone, the numbers left', (of) => [...of.slice(3), ...of.slice(0, 3)], 6, 3],
  ])('%s: every figure stands by its name', (_what, order, last, first) => {
    const repaired = repair(sorted(order, last, first));
    const figures = figuresOf(repaired);
    const ofRound = [...typed].filter(([key]) => key.endsWith(' 2024') || key.endsWith(' 2023'));
    expect(ofRound.length).toBeGreaterThan(20);
    for (const [key, figure] of ofRound) expect(figures.get(key), key).toEqual(figure);
    expect(repaired.leftBlank).toEqual([]);
    expect(new Set(repaired.toVerify.map(({ finding }) => finding.code))).toEqual(new Set(['repair-sorted']));
  });

  it.each([
    [ENTRY, [4]],
    [ENTRY, [1, 2]],
    [ENTRY, [2, 9]],
    ['Số liệu nền', [0]],
  ])('rows deleted on %s: %j, each is named', (name, at) => {
    const cells = facts.sheets.find((one) => one.name === name)?.cells ?? [];
    const keyed = cells.filter(
      ({ column, value }) => column === 1 && typeof value === 'string' && value.includes('|'),
    );
    const ordered = keyed.sort((a, b) => a.row - b.row);
    const gone = at.flatMap((one) => ordered[one] ?? []);
    const lost = gone.map(({ row }) => row);
    const sheets = facts.sheets.map((sheet) => {
      if (sheet.name !== name) return sheet;
      const left = sheet.cells
        .filter(({ row }) => !lost.includes(row))
        .map((cell) => ({ ...cell, row: cell.row - lost.filter((row) => row < cell.row).length }));
      return { ...sheet, cells: left };
    });
    const { leftBlank } = repair({ ...facts, sheets });
    expect(leftBlank.map(({ sheet, key }) => [sheet, key])).toEqual(gone.map(({ value }) => [name, value]));
  });
});

describe('row-deleted', () => {
  it('the repair says which figure is blank now, by its name and cells', async () => {
    const repaired = repair(await caseFacts(cases['row-deleted']));
    const { leftBlank } = repaired;
    expect(numbersIn(repaired)).toEqual([]);
    expect(leftBlank).toMatchObject([
      { sheet: 'Nhập liệu', key: 'vocational-training-persons|_T', finding: { code: 'repair-left-blank' } },
    ]);
    const said = leftBlank.map(({ finding }) => renderMessage(finding, 'vi')).join('');
    expect(said).toContain('Số người được đào tạo nghề trong năm');
    expect(said).toMatch(/ F27,/u);
  });
});

describe('linked-blank', () => {
  it('the figure stays blank, and the cell with the formula is named', async () => {
    const { model, unplaced } = repair(await caseFacts(cases['linked-blank']));
    expect(unplaced.map(({ cell, finding }) => [cell, finding.code])).toEqual([['F37', 'repair-no-result']]);
    const { value } = readReturned(factsOf(model).sheets);
    const figures = value?.observations.filter(({ period }) => period === value.round) ?? [];
    expect(figures.map(({ indicator }) => indicator)).not.toContain('villages-short-of-water');
    expect(figures.length).toBeGreaterThan(20);
  });
});

describe('a figure that a formula gives', () => {
  const [ENTRY, JOBS, ROUND] = ['Nhập liệu', 'new-jobs|_T', 6];
  let facts: WorkbookFacts;
  beforeAll(async () => {
    facts = await caseFacts(cases['slip-083']);
  });

  /** What a repair makes of the jobs of the round, with a formula in their cell and a reason beside it. */
  function repairedJobs(formula: string, value: number, reason: string | null = null) {
    const sheets = facts.sheets.map((sheet) => {
      const row = sheet.cells.find(({ column, value: key }) => column === 1 && key === JOBS)?.row;
      if (sheet.name !== ENTRY || row === undefined) return sheet;
      const column = keysOf(sheet.cells, workbookKeys).columns.find(({ field }) => field === 'reason')?.column ?? 0;
      const others = sheet.cells.filter((cell) => cell.row !== row || ![ROUND, column].includes(cell.column));
      const typed = [
        { row, column: ROUND, value, formula },
        { row, column, value: reason, formula: null },
      ];
      return { ...sheet, cells: [...others, ...typed] };
    });
    const repaired = repair({ ...facts, sheets });
    return {
      figure: figuresOf(repaired).get('new-jobs 2024'),
      noted: [...repaired.unplaced, ...repaired.toVerify].filter(({ key }) => key?.startsWith(JOBS)),
    };
  }

  it.each([
    ['RANDBETWEEN(100,2000)', 1_105, null, 'repair-at-random', 'số ngẫu nhiên'],
    ['RANDBETWEEN(100,2000)', 1_105, 'số liệu đúng', 'repair-at-random', 'số ngẫu nhiên'],
    ['F22*Z61', 0, null, 'repair-from-blank', 'ô Z61 trống, nên công thức ra 0'],
    ['F22*Z61', 0, 'x', 'repair-from-blank', 'ô Z61 trống, nên công thức ra 0'],
    ['IFERROR(F22*#REF!,0)', 0, null, 'repair-from-blank', 'lỗi #REF! trong công thức bị thay'],
    ['IFERROR(F22/(F22-F22),0)', 0, null, 'repair-from-blank', 'lỗi #DIV/0! trong công thức bị thay'],
  ])('=%s, reason %4$s: no typed figure, its value and formula are kept aside', (formula, value, reason, code, said) => {
    const { figure, noted } = repairedJobs(formula, value, reason);
    expect(figure).toBeUndefined();
    expect(noted.map((one) => [one.value, one.finding.code])).toEqual([[value, code]]);
    const words = noted.map(({ finding }) => renderMessage(finding, 'vi')).join('');
    expect(words).toContain(`=${formula}`);
    expect(words).toContain(said);
  });

  it.each([
    ['F22*Z61', 0, 'xã không có việc làm mới'],
    ['1100+5', 1_105, null],
    ['F22+Z61', 12, null],
  ])('=%s, explained or sound: put back, to be verified', (formula, value, reason) => {
    const { figure, noted } = repairedJobs(formula, value, reason);
    expect(figure).toBe(value);
    expect(noted.map(({ finding }) => finding.code)).toEqual(['repair-formula-kept']);
  });
});

describe('a figure that its format shows as another', () => {
  it.each([
    ['format-thousands', 'Ô cũ hiện 19 vì'],
    ['format-adds-zeros', 'Ô cũ hiện 18926000 vì'],
  ] as const)('%s: put back as stored, and to be verified', async (name, said) => {
    const { toVerify } = repair(await caseFacts(cases[name]));
    expect(toVerify.map(({ cell, value, finding }) => [cell, value, finding.code])).toEqual([
      ['F14', 18_926, 'repair-format-misleads'],
    ]);
    expect(toVerify.map(({ finding }) => renderMessage(finding, 'vi')).join('')).toContain(said);
  });
});
