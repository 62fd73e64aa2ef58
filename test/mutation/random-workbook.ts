import fc from 'fast-check';
import type { Plan } from '../../core/plan/model.ts';
import type { Figure } from '../../core/observation/figure.ts';
import { roundOf } from '../../core/round/round.ts';
import { parsePeriod } from '../../core/period/period.ts';
import { askedOf } from '../../core/workbook/asked.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { parseColumnKey } from '../../core/workbook/contract.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import type { WorkbookRequest } from '../../core/workbook/request.ts';
import { fixtureCatalogue, fixtureUnits, lintFixture } from '../core/plan/fixture.ts';

/** A workbook of a made-up plan with made-up figures in it. */
export interface RandomWorkbook {
  name: string;
  model: WorkbookModel;
}

/** Targets a plan may have, of every kind, with and without strata; `#` stands for a figure. */
const TARGETS = [
  'insured level atLeast # 2025',
  'insured/urban level equal # 2028',
  'covered maintain equal # 2022-2028',
  'poverty change atLeast # 2022-2025',
  'poverty/poor-districts change equal # 2022-2025',
  'people growth equal # 2022-2025',
  'people relative atLeast # 2022-2026',
  'people/urban flow equal # 2022-2025',
  'people/poor-districts total equal # 2022-2025',
  'income level above # 2027',
  'literate-districts level equal # 2026',
  'hdi-group level atMost # 2030',
] as const;

/** Signs, extremes, long decimals and a negative zero, beside everyday figures. */
const figures: fc.Arbitrary<Exclude<Figure, null>> = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.constantFrom('-' as const, '...' as const, 'x' as const),
  fc.constantFrom(0, -0, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 123456789.12345679, 2 ** 53, -1e-7),
);

/** What people write: letters of every sort, and what XML and spreadsheet programs treat in their own way. */
const texts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    'Vì điều tra lại <&> "đủ"',
    '_x000D_ và _x005F_',
    '=1+1',
    '+84 912',
    '@lan',
    "'00123",
    'dòng một\ndòng hai',
    'thụt\tvào',
    'e\u0302\u0301 ghép rời',
    '😀 ký hiệu',
    'hai\u00a0khoảng trắng',
    ']]> &amp; <v>9</v>',
  ),
);

/** Any small workbook of one plan, filled in anyhow. */
export const randomWorkbook: fc.Arbitrary<RandomWorkbook> = fc
  .record({
    targets: fc.subarray([...TARGETS], { minLength: 1 }),
    goals: fc.array(fc.integer({ min: 1, max: 90 }), {
      minLength: TARGETS.length,
      maxLength: TARGETS.length,
    }),
    unit: fc.constantFrom(...fixtureUnits),
    period: fc.constantFrom('2021', '2022', '2024', '2023-S1', '2024-Q3'),
    drawn: fc.array(fc.option(figures, { freq: 6 }), { minLength: 40, maxLength: 40 }),
    written: fc.array(fc.option(texts, { freq: 2 }), { minLength: 40, maxLength: 40 }),
  })
  .map(({ targets, goals, unit, period, drawn, written }) => {
    const lines = targets.map((line, at) => line.replace('#', String(goals[at] ?? 50)));
    const { plan } = lintFixture('lai-chau-2021', '2021', lines, { period: { from: '2021', to: '2030' } });
    const request = requestFor(plan, unit.id, period);
    const model = buildWorkbook(request);
    fill(model, drawn, written);
    const name = `${lines.join('; ')}; ${unit.id} ${period}`;
    return { name, model, [fc.toStringMethod]: () => name };
  });

function requestFor(plan: Plan, id: string, text: string): WorkbookRequest {
  const unit = fixtureUnits.find((one) => one.id === id);
  const period = parsePeriod(text);
  if (!unit || !period) throw new Error('no unit or period');
  const reporting = roundOf(period, plan.roundRules);
  const request: WorkbookRequest = {
    plans: [plan],
    catalogue: fixtureCatalogue(),
    unit,
    reporter: unit,
    round: reporting.year,
    reporting,
    planHashes: new Map([[plan.file.id, 'fixture']]),
    known: {
      figure: () => null,
      source: () => null,
      baseline: () => ({ year: null, value: null, source: null }),
    },
    assigned: () => new Map(),
    sample: false,
  };
  // Districts owe only what was assigned or is asked of them; a plan without a row for them has no workbook.
  if (askedOf(request).figures.length === 0) return { ...request, unit: province(), reporter: province() };
  return request;
}

function province() {
  const unit = fixtureUnits.find(({ level }) => level === 'province');
  if (!unit) throw new Error('no province');
  return unit;
}

/** Writes figures and texts into the input cells, one after another. */
function fill(
  model: WorkbookModel,
  drawn: readonly (Exclude<Figure, null> | null)[],
  written: readonly (string | null)[],
): void {
  let number = 0;
  let text = 0;
  for (const sheet of model.sheets) {
    for (const [index, cell] of sheet.cells) {
      const key = sheet.cells.get(cellIndex(cell.row, 1))?.value;
      const column = parseColumnKey(String(sheet.cells.get(cellIndex(1, cell.column))?.value ?? ''));
      if (typeof key !== 'string' || cell.row === 1 || !column) continue;
      const isText = cell.style === 'inputText';
      if (!isText && cell.style !== 'input') continue;
      const value = isText ? written[text++ % written.length] : drawn[number++ % drawn.length];
      if (value === null || value === undefined) continue;
      if (!isText && column.field !== 'value' && typeof value !== 'number') continue;
      sheet.cells.set(index, { ...cell, value });
    }
  }
}
