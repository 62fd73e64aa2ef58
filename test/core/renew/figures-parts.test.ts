import { describe, expect, it } from 'vitest';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { reportBook } from '../../../core/renew/report/book.ts';
import { FIGURES_A_SHEET, figuresBook, figuresParts } from '../../../core/renew/report/figures.ts';
import type { RollOverLine } from '../../../core/renew/line.ts';
import { sumsOf } from '../../../core/renew/sums.ts';

const { catalogue } = await loadSeeds();

const linesOf = (count: number) =>
  Array.from({ length: count }, (_, at): RollOverLine => ({
    figure: {
      ...{ kind: 'figure', unit: `VN12.${at}`, key: 'poverty-rate|_T', period: '2025', vintage: 'final' },
      ...{ value: String(at), sign: null, reporter: `VN12.${at}`, source: 'so.xlsx' },
    },
    ...{ outcome: 'carried', why: null, detail: '', to: [] },
  }));
const listed = {
  catalogue,
  unitOf: () => null,
  language: 'vi',
  line: 'Năm 2026',
  created: '2026-12-31',
} as const;
const textsOf = (sheet: { cells: ReadonlyMap<number, { value?: number | string }> } | undefined) =>
  [...(sheet?.cells.values() ?? [])].map(({ value }) => value);

describe('figures that are too many for one sheet', () => {
  it('are listed in files of their own, each once and in order', () => {
    const lines = linesOf(2 * FIGURES_A_SHEET + 1);
    const parts = figuresParts('chuyen-ky_2026', lines);
    expect(parts.map(({ file }) => file)).toEqual([
      'chuyen-ky_2026_tung-so-01.xlsx',
      'chuyen-ky_2026_tung-so-02.xlsx',
      'chuyen-ky_2026_tung-so-03.xlsx',
    ]);
    expect(parts.flatMap((one) => one.lines)).toEqual(lines);
    const [, , last] = parts;
    const [sheet] = last ? figuresBook(last, listed).sheets : [];
    expect(textsOf(sheet)).toContain(`VN12.${2 * FIGURES_A_SHEET}`);
    expect(figuresParts('chuyen-ky_2026', lines.slice(0, FIGURES_A_SHEET))).toEqual([]);
  });

  it('are found by the report, which names the files', () => {
    const lines = linesOf(5);
    const parts = [
      { file: 'a.xlsx', lines: lines.slice(0, 3) },
      { file: 'b.xlsx', lines: lines.slice(3) },
    ];
    const rolled = {
      figures: [],
      baselines: [],
      lines,
      breaks: [],
      before: [],
      computed: [],
      openBaselines: [],
    };
    const input = {
      ...listed,
      rolled,
      sums: sumsOf(rolled),
      series: [],
      dryRun: false,
      doubts: [],
      unchanged: 0,
      nothingAsked: [],
      changed: [],
      given: [],
      notRead: [],
    };
    const left = { reasons: 0, marks: 0, verdicts: 0 };
    const of = (some: typeof parts) =>
      textsOf(reportBook({ ...input, left, parts: some }).sheets.find(({ name }) => name === 'Từng số'));
    const index = of(parts);
    expect(index).toEqual(
      expect.arrayContaining(['a.xlsx', 1, 3, 'VN12.0', 'VN12.2', 'b.xlsx', 4, 5, 'VN12.4']),
    );
    expect(index).not.toContain('VN12.1');
    expect(of([])).toContain('VN12.1');
  });
});
