import { describe, expect, it } from 'vitest';
import { tallied } from '../../core/check/check-figures.ts';
import { judgeAll } from '../../core/rules/judge-all.ts';
import { progressOf } from '../../core/check/progress.ts';
import { givenOfCommune } from '../../core/workbook/by-commune.ts';
import { askedOf } from '../../core/workbook/asked.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { layOut } from '../../core/workbook/layout.ts';
import type { SheetModel, WorkbookModel } from '../../core/sheet/model.ts';
import type { RawCell } from '../../core/rules/figure/cell.ts';
import type { WorkbookRequest } from '../../core/workbook/request.ts';
import { typedFromKnown } from '../../core/template/sheets/check/typed-from-known.ts';
import { jobsOf } from '../../generator/workbook/jobs.ts';
import { catalogue, plans, FILLINGS, filled, jobs } from './fillings.ts';

const INPUTS = [sheetNames.entry, sheetNames.background];
const ON_COVER = 'Số của kỳ (tỷ lệ tính từ tử số, mẫu số là một số)';

function checked(request: WorkbookRequest) {
  const asked = askedOf(request);
  const layout = layOut(request, asked);
  const typed = typedFromKnown(request, layout);
  const judged = judgeAll(request, asked, layout, typed);
  const missing = tallied(typed, judged).findings.filter(({ code }) => code === 'figure-missing').length;
  return { missing, ...progressOf(judged.figures, { request, layout }) };
}

/** The number of a row that begins with a text. */
function numberBeside(sheet: SheetModel | undefined, label: string): number {
  const cells = [...(sheet?.cells.values() ?? [])];
  const row = cells.find(({ value }) => value === label)?.row;
  const found = cells.find((cell) => cell.row === row && cell.result !== undefined)?.result;
  return Number(found);
}

/** The number that was written, not computed, in the row of a text. */
function valueBeside(sheet: SheetModel | undefined, label: string): unknown {
  const cells = [...(sheet?.cells.values() ?? [])];
  const row = cells.find(({ value }) => value === label)?.row;
  return cells.find((cell) => cell.row === row && typeof cell.value === 'number')?.value;
}

function sheetOf(model: WorkbookModel, name: string): SheetModel | undefined {
  return model.sheets.find((sheet) => sheet.name === name);
}

describe.each(plans.map(({ file }) => file.id))('%s', (id) => {
  it.each([
    ['year', ''],
    ['half-year', '-S1'],
    ['quarter', '-Q3'],
  ])('cover, form, sheet of shared counts and check say the same is owed and left of a %s', (_, round) => {
    for (const job of jobs(id, round)) {
      let owedBefore: number | null = null;
      for (const [filling, leave] of Object.entries(FILLINGS)) {
        const where = `${job.name}, ${filling}`;
        const request = filled(job, leave);
        const { missing, owed, done } = checked(request);
        const model = buildWorkbook(request);
        for (const name of INPUTS) {
          expect(numberBeside(sheetOf(model, name), 'Số còn phải nhập'), where).toBe(owed - done);
          expect(valueBeside(sheetOf(model, name), 'Số phải báo cáo trong kỳ'), where).toBe(owed);
        }
        const cover = sheetOf(model, sheetNames.cover);
        expect(numberBeside(cover, ON_COVER), where).toBe(owed - done);
        expect(valueBeside(cover, ON_COVER), where).toBe(owed);
        const check = sheetOf(model, sheetNames.check);
        expect(numberBeside(check, 'Số còn phải nhập'), where).toBe(owed - done);
        // It is the same whatever is typed.
        owedBefore ??= owed;
        expect(owed, where).toBe(owedBefore);
        if (filling === 'nothing typed') expect(done, where).toBe(0);
        if (filling === 'everything typed') expect(missing, where).toBe(0);
      }
    }
  });
});

describe('a text that nobody can read', () => {
  it.each<[string, RawCell]>([
    ['a number with its unit', '12,5 %'],
    ['words', 'khoảng 300'],
    ['an error value', { error: '#N/A' }],
    ['a truth value', true],
  ])('does not count as entered: %s', (_what, raw) => {
    const [job] = jobs('lai-chau-2021', '');
    if (!job) throw new Error('no job');
    const request = filled(job, () => false);
    const asked = askedOf(request);
    const layout = layOut(request, asked);
    const typed = typedFromKnown(request, layout);
    const before = judgeAll(request, asked, layout, typed).figures;
    const owed = before.find(({ figure: { context } }) => context.owed);
    if (!owed) throw new Error('nothing is owed');
    const { key, period, vintage } = owed.figure.context;
    const cells = new Map([...typed.cells, [`${key}|${period}|${vintage}`, { place: {}, raw }] as const]);
    const after = judgeAll(request, asked, layout, { ...typed, cells }).figures;
    expect(progressOf(after, { request, layout })).toEqual({
      owed: progressOf(before, { request, layout }).owed,
      done: progressOf(before, { request, layout }).done - 1,
    });
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
    const { owed, done } = progressOf(figures, { request, layout });
    expect(owed - done).toBeGreaterThanOrEqual(shares.length);
  });
});

describe('a table by commune', () => {
  it.each(['VN12.SXD-2025', 'VN12.SGDDT-2025'])(
    'is owed and left in the one number of cover, form, check and the checking itself: %s',
    (reporter) => {
      const plan = plans.find(({ file }) => file.id === 'lai-chau-2024');
      const [job] = plan ? jobsOf([plan], catalogue, { round: '2026', unit: [reporter] }) : [];
      if (!job) throw new Error('no job');
      for (const [filling, leave] of Object.entries(FILLINGS)) {
        const request = filled(job, leave);
        const { byCommune } = request;
        if (!byCommune) throw new Error('no table');
        // Every third commune has figures, some of which cannot be.
        const some = byCommune.units.filter((_, at) => at % 3 === 0).map(({ id }) => id);
        const figure: typeof byCommune.figure = (unit, key, period) =>
          some.includes(unit) ? (unit === some[0] ? -1 : 4) : byCommune.figure(unit, key, period);
        const typed = { ...request, byCommune: { ...byCommune, figure } };
        const { owed, done } = checked(typed);
        // How many communes a commune is nobody owes.
        const asked = byCommune.figures.filter((key) => givenOfCommune('', key) === null);
        const cells = byCommune.units.length * asked.length;
        expect(owed, filling).toBe(checked({ ...request, byCommune: null }).owed + cells);
        const model = buildWorkbook(typed);
        const said = [...INPUTS, sheetNames.check].map((name) =>
          numberBeside(sheetOf(model, name), 'Số còn phải nhập'),
        );
        const cover = sheetOf(model, sheetNames.cover);
        expect([...said, numberBeside(cover, ON_COVER)], filling).toEqual(Array(4).fill(owed - done));
        expect(valueBeside(cover, ON_COVER), filling).toBe(owed);
      }
    },
  );
});
