import { describe, expect, it } from 'vitest';
import { tallied } from '../../core/check/check-figures.ts';
import { judgeAll } from '../../core/rules/judge-all.ts';
import { progressOf } from '../../core/check/progress.ts';
import { askedOf } from '../../core/workbook/asked.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { layOut } from '../../core/workbook/layout.ts';
import type { SheetModel, WorkbookModel } from '../../core/sheet/model.ts';
import type { WorkbookRequest } from '../../core/workbook/request.ts';
import { typedFromKnown } from '../../core/template/sheets/check/lines.ts';
import { jobsOf } from '../../generator/workbook/jobs.ts';
import { catalogue, plans, FILLINGS, filled, jobs } from './fillings.ts';

const INPUTS = [sheetNames.entry, sheetNames.background];

function checked(request: WorkbookRequest) {
  const asked = askedOf(request);
  const layout = layOut(request, asked);
  const typed = typedFromKnown(request, layout);
  const judged = judgeAll(request, asked, layout, typed);
  const missing = tallied(typed, judged).findings.filter(({ code }) => code === 'figure-missing').length;
  return { missing, ...progressOf(judged.figures) };
}

/** The number of a row that begins with a text. */
function numberBeside(sheet: SheetModel | undefined, label: string): number {
  const cells = [...(sheet?.cells.values() ?? [])];
  const row = cells.find(({ value }) => value === label)?.row;
  const found = cells.find((cell) => cell.row === row && cell.result !== undefined)?.result;
  return Number(found);
}

function sheetOf(model: WorkbookModel, name: string): SheetModel | undefined {
  return model.sheets.find((sheet) => sheet.name === name);
}

describe.each(plans.map(({ file }) => file.id))('%s', (id) => {
  it.each([
    ['year', ''],
    ['half-year', '-S1'],
    ['quarter', '-Q3'],
  ])('the form, the check sheet and the rules say the same is left of a %s', (_, round) => {
    for (const job of jobs(id, round)) {
      for (const [filling, leave] of Object.entries(FILLINGS)) {
        const where = `${job.name}, ${filling}`;
        const request = filled(job, leave);
        const { missing, owed, done } = checked(request);
        expect(owed - done, where).toBe(missing);
        const model = buildWorkbook(request);
        const left = INPUTS.map((name) => numberBeside(sheetOf(model, name), 'Số còn phải nhập'));
        expect((left[0] ?? 0) + (left[1] ?? 0), where).toBe(missing);
        const cover = sheetOf(model, sheetNames.cover);
        expect(
          INPUTS.map((name) => numberBeside(cover, name)),
          where,
        ).toEqual(left);
        const check = sheetOf(model, sheetNames.check);
        expect(numberBeside(check, 'Số phải nhập mà chưa nhập'), where).toBe(missing);
        if (filling === 'nothing typed') expect(done, where).toBe(0);
        if (filling === 'everything typed') expect(missing, where).toBe(0);
      }
    }
  });
});

describe('a half-year', () => {
  it('owes a figure for its months and one for the year', () => {
    const [year] = jobs('lai-chau-2021', '');
    const [half] = jobs('lai-chau-2021', '-S1');
    if (!year || !half) throw new Error('no workbooks');
    const blank = FILLINGS['nothing typed'] ?? (() => true);
    const [ofYear, ofHalf] = [checked(filled(year, blank)), checked(filled(half, blank))];
    expect(ofHalf.owed).toBeGreaterThan(ofYear.owed);
  });
});

describe('a share whose denominator was lost with its cell', () => {
  it('counts as left to enter, though its numerator is typed', () => {
    const [plan] = plans;
    const [job] = plan ? jobsOf([plan], catalogue, {}) : [];
    if (!job) throw new Error('no job');
    const request = filled(job, (_, part) => part !== 'numerator');
    const asked = askedOf(request);
    const layout = layOut(request, asked);
    const typed = typedFromKnown(request, layout);
    const background = new Set(
      layout.background.rows.flatMap((row) => ('figure' in row ? [row.figure.key] : [])),
    );
    const isLost = (id: string) => background.has(id.split('|').slice(0, 2).join('|'));
    const cells = new Map([...typed.cells].filter(([id]) => !isLost(id)));
    const unknown = new Set([...typed.cells.keys()].filter(isLost));
    const { figures } = judgeAll(request, asked, layout, { ...typed, cells, unknown });
    const shares = figures.filter(
      ({ figure: { context, denominator } }) =>
        context.owed && denominator !== null && background.has(denominator),
    );
    expect(shares.length).toBeGreaterThan(1);
    const { owed, done } = progressOf(figures);
    expect(owed - done).toBeGreaterThanOrEqual(shares.length);
  });
});
