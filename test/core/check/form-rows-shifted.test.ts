import { describe, expect, it } from 'vitest';
import { checkReturnFigures } from '../../../core/check/check-return-figures.ts';
import type { FormRowsShifted } from '../../../core/check/form/rules/form-rows-shifted.ts';
import type { RawCell } from '../../../core/rules/figure/cell.ts';
import { askedOf } from '../../../core/workbook/asked.ts';
import { askedColumns, layOut } from '../../../core/workbook/layout.ts';
import { placed } from '../../../core/workbook/placed.ts';
import { jobsOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { sampleRequest, typedFrom } from './sample-figures.ts';

const { catalogue, plans } = await loadSeeds();

/** A form with figures of all its years, and the cells of one column of the round from above. */
function formOf(
  plan: string,
  round: string,
  period = round,
  isBlank: (period: string) => boolean = () => false,
) {
  const file = plans.find(({ file: { id } }) => id === plan);
  const [job] = file ? jobsOf([file], catalogue, { round }) : [];
  if (!job) throw new Error(plan);
  const sample = sampleRequest(job, catalogue);
  const { figure } = sample.known;
  const request = {
    ...sample,
    known: {
      ...sample.known,
      figure: (key: string, of: number | string) => (isBlank(String(of)) ? null : figure(key, of)),
    },
  };
  const { entry } = layOut(request, askedOf(request));
  const ids = entry.rows.flatMap((row) =>
    'figure' in row
      ? askedColumns(entry, row.figure, request.reporting)
          .filter((one) => one.period === period)
          .map(({ vintage }) => ({ id: `${row.figure.key}|${period}|${vintage}`, key: row.figure.key }))
      : [],
  );
  const cells = ids.map(({ id, key }) => ({ id, value: request.known.figure(key, period) as RawCell }));
  const findings = (changes: Record<string, RawCell>, reasons: Record<string, string> = {}) =>
    checkReturnFigures(placed(request), typedFrom(request, changes, reasons)).findings;
  const said = (changes: Record<string, RawCell>) =>
    findings(changes)
      .filter(({ code }) => code === 'form-rows-shifted')
      .map(({ data }) => data as FormRowsShifted);
  return { cells, said, findings };
}

type Cells = ReturnType<typeof formOf>['cells'];

/** Cells of which each holds what another should; what slid out of the form is lost. */
function slid(cells: Cells, by: number): Record<string, RawCell> {
  return Object.fromEntries(cells.map(({ id }, at) => [id, cells[at - by]?.value ?? null]));
}

const filledOf = (cells: Cells) => cells.filter(({ value }) => typeof value === 'number');

describe('a form typed one row off', () => {
  it.each([
    ['lai-chau-2021', '2023'],
    ['lai-chau-2024', '2026'],
    ['quang-ngai-2021', '2023'],
  ])('of %s is named, whichever way and whether rows that may stay blank were passed over', (plan, round) => {
    const { cells, said } = formOf(plan, round);
    expect(said({})).toEqual([]);
    for (const rows of [cells, filledOf(cells)])
      for (const [by, way] of [
        [1, 'down'],
        [-1, 'up'],
      ] as const) {
        const [first] = said(slid(rows, by));
        expect(first).toMatchObject({ way });
        expect(first?.until).toMatch(/^R\d+C\d+$/u);
      }
  });

  it('is explained by one reason beside its first row, which explains no slip of the others', () => {
    const { cells, findings } = formOf('lai-chau-2021', '2023');
    const changes = slid(filledOf(cells).slice(8, 22), 1);
    const [shifted] = findings(changes).filter(({ code }) => code === 'form-rows-shifted');
    expect((shifted?.data as FormRowsShifted).until).not.toBe(shifted?.place.cell);
    const key = shifted?.key ?? '';
    const reason = 'Đã đối chiếu từng dòng với báo cáo gốc, số đúng';
    const explained = findings(changes, { [key]: reason });
    expect(explained.find(({ code }) => code === 'form-rows-shifted')?.explanation).toBe(reason);
    const openSlips = (given: typeof explained) =>
      given.filter(
        ({ code, explanation, ...one }) => code === 'figure-unit-slip' && one.key !== key && !explanation,
      );
    expect(openSlips(explained)).toEqual(openSlips(findings(changes)));
    expect(openSlips(explained).length).toBeGreaterThan(0);
  });

  it('is named where only a part of it slid, from its first figure to its last', () => {
    const { cells, said } = formOf('lai-chau-2021', '2023');
    const part = filledOf(cells).slice(8, 22);
    expect(said(slid(part, 1))).toMatchObject([{ way: 'down' }]);
  });

  it("is named in a half-year that nobody knows yet, by the year's own figures", () => {
    const before = (period: string) => Number(period.slice(0, 4)) < 2023;
    const { cells, said } = formOf('lai-chau-2021', '2023-S1', '2023-S1', before);
    expect(said({})).toEqual([]);
    expect(said(slid(filledOf(cells), 1))).toMatchObject([{ way: 'down' }]);
  });

  it('is not two neighbours in each other’s rows', () => {
    const { cells, said } = formOf('lai-chau-2021', '2023');
    const [one, other] = filledOf(cells).slice(10);
    if (!one || !other) throw new Error('too few');
    expect(said({ [one.id]: other.value, [other.id]: one.value })).toEqual([]);
  });
});
