import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect } from 'vitest';
import { packageRoot } from '../../../../generator/package-root.ts';
import { fillGrid, type Typed } from '../assign-fill.ts';
import { run, type Said } from '../run.ts';

export const root = packageRoot();
export const HEADER =
  'unit,indicator,stratum,year,comparator,value,decision,decisionDate,validFrom,supersedes,note\n';
export const JOBS = 'new-jobs|_T';
export const INSURED = 'health-insurance-coverage|_T';
export const DISTRICTS = [105, 106, 107, 108, 109, 110, 111, 112].map((code) => `VN12.${code}`);
export const HEAD = {
  decision: '1841/QĐ-UBND',
  decisionDate: new Date('2024-12-20'),
  validFrom: new Date('2025-01-01'),
};
/** 8 500 new jobs, split over the eight districts. */
export const SPLIT: Record<string, number> = Object.fromEntries(
  DISTRICTS.map((id, at) => [id, at === 0 ? 1500 : 1000]),
);

/** A folder for each test, with the paths of a grid and of the assignments read from it. */
export interface AssignDesk {
  folder: string;
  grid: string;
  csv: string;
  makeGrid: (...more: string[]) => Promise<Said>;
  readGrid: (...more: string[]) => Promise<Said>;
  /** Makes the grid, fills it and reads it to `csv`. */
  firstDecision: (typed: Typed) => Promise<void>;
  openGrid: () => Promise<ExcelJS.Workbook>;
}

/** The desk of a file of tests; its paths are those of the test that runs. */
export function assignDesk(): AssignDesk {
  const desk: AssignDesk = {
    ...{ folder: '', grid: '', csv: '' },
    makeGrid: (...more) =>
      run(root, 'assign', 'grid', 'lai-chau-2021', '--year', '2025', '--out', desk.grid, ...more),
    readGrid: (...more) => run(root, 'assign', 'read', desk.grid, '--out', desk.csv, ...more),
    async firstDecision(typed) {
      await desk.makeGrid();
      await fillGrid(desk.grid, { ...HEAD, ...typed });
      const { code, err } = await desk.readGrid();
      expect(code).toBe(0);
      expect(err).not.toContain('Lỗi');
    },
    async openGrid() {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(desk.grid);
      return book;
    },
  };
  beforeEach(async () => {
    desk.folder = await mkdtemp(join(tmpdir(), 'chitieu-assign-'));
    desk.grid = join(desk.folder, 'grid.xlsx');
    desk.csv = join(desk.folder, 'assignments.csv');
  });
  afterEach(() => rm(desk.folder, { recursive: true, force: true }));
  return desk;
}
