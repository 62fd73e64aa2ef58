import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { checkFigures } from '../../core/check/check-figures.ts';
import { labelOf } from '../../core/check/describe.ts';
import { worstFirst } from '../../core/check/report.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { valueRules } from '../../core/rules/value-rules.ts';
import { parsePeriod, periodName } from '../../core/period/period.ts';
import type { Round } from '../../core/round/round.ts';
import { comesWhole, notWholeFormula } from '../../core/rules/figure/rules/figure-not-whole.ts';
import { outsideFormula } from '../../core/rules/figure/rules/figure-impossible.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import { parseColumnKey, sheetNames } from '../../core/workbook/contract.ts';
import { cellIndex } from '../../core/sheet/model.ts';
import { COLUMN, formRules } from '../../core/template/sheets/check/columns.ts';
import { CONCLUSIONS } from '../../core/template/sheets/check/counts.ts';
import { LISTED } from '../../core/template/sheets/check/list.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { jobsOf, togetherJobs, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../engines/availability.ts';
import * as gnumeric from '../engines/gnumeric.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { compareWithModel } from './agreement.ts';
import { foundInLines, idOf, rowsOf } from './found-in-lines.ts';
import { loadSeeds } from './seed-workbooks.ts';
import { wrongWorkbook, type WrongWorkbook } from './wrong-figures.ts';

/**
 * The spreadsheet engines as referees over whole workbooks that are filled in wrongly: what the sheet lists,
 * counts and says beside each row is what the check says of the same file.
 */
const WORDS = { error: 'Lỗi', warning: 'Cảnh báo', note: '' } as const;
/** Excel's limit for one formula. */
const LONGEST_FORMULA = 8_192;

interface Case extends WrongWorkbook {
  name: string;
  path: string;
}
let folder = '';
const cases: Case[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-kiem-tra-'));
  const { catalogue, plans } = await loadSeeds();
  const jobOf = (id: string, reporter: string, round: string): WorkbookJob => {
    const plan = plans.find(({ file }) => file.id === id);
    const [job] = plan ? jobsOf([plan], catalogue, { round, unit: [reporter] }) : [];
    if (!job) throw new Error(`${id} has no workbook of ${reporter} for ${round}.`);
    return job;
  };
  const [together] = togetherJobs(plans, catalogue, { unit: ['VN12'], round: '2026' });
  if (!together) throw new Error('No plans share a workbook.');
  // Final figures that nobody can have yet on the day the report is due.
  const tooEarly = { vintage: 'final', due: '2013-01-31' } as const;
  const jobs: [WorkbookJob, number, number, Partial<Round>?][] = [
    [jobOf('quang-ngai-2021', 'VN51', '2023'), 7, 0.5],
    [jobOf('thai-binh-2013', 'VN34', '2015'), 11, 0.4],
    [jobOf('lai-chau-2012', 'VN12', '2012'), 3, 0.12, tooEarly],
    [jobOf('lai-chau-2021', 'VN12.106', '2024'), 5, 0.4],
    [jobOf('lai-chau-2024', 'VN12.BHXH', '2026'), 23, 0.3],
    [jobOf('lai-chau-2021', 'VN12', '2023-S1'), 13, 0.4],
    [jobOf('thai-binh-2013', 'VN34', '2014-Q3'), 17, 0.3],
    [together, 19, 0.3],
  ];
  for (const [job, seed, often, reporting] of jobs) {
    const made = wrongWorkbook(job, catalogue, seed, often, reporting);
    const path = join(folder, `${cases.length}.xlsx`);
    await writeFile(path, await serialize(made.model));
    cases.push({ name: job.name, path, ...made });
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A row of the sheet by column. */
type Row = ReadonlyMap<number, unknown>;

/** Rows of the table: from its head on as long as they are numbered. */
function listOf(facts: WorkbookFacts): Row[] {
  const rows = rowsOf(facts, sheetNames.check);
  const head = [...rows].find(([, row]) => row.get(COLUMN.number) === 'TT')?.[0] ?? 0;
  return Array.from({ length: LISTED }, (_, at) => rows.get(head + 1 + at) ?? new Map()).filter(
    (row) => typeof row.get(COLUMN.number) === 'number',
  );
}

const isListed = ({ code }: CheckFinding) => code !== 'figure-missing';
const countOf = (findings: readonly CheckFinding[], fits: (finding: CheckFinding) => boolean) =>
  findings.filter(fits).length;
const isOpen = ({ severity, explanation }: CheckFinding) => severity === 'warning' && explanation === null;
const isExplained = ({ severity, explanation }: CheckFinding) =>
  severity === 'warning' && explanation !== null;

/** The number beside a text of the counts. */
function countBeside(facts: WorkbookFacts, column: number, word: string, at: number): unknown {
  const row = [...rowsOf(facts, sheetNames.check).values()].find((one) => one.get(column) === word);
  return row?.get(at);
}

describe('the sheet as it is written', () => {
  it('meets every rule, silenced ones and explained warnings too', () => {
    const findings = cases.flatMap(({ request, typed }) => checkFigures(request, typed).findings);
    const met = new Set(findings.map(({ code }) => code));
    expect(valueRules.map(({ code }) => code).filter((code) => !met.has(code))).toEqual([]);
    expect(findings.some(isExplained)).toBe(true);
    const ranks = cases.flatMap(({ model }) =>
      [...(model.sheets.find(({ name }) => name === sheetNames.check)?.cells.values() ?? [])].filter(
        ({ column, result }) => column > COLUMN.form && result === 0,
      ),
    );
    expect(ranks.length).toBeGreaterThan(10);
  });

  it('has formulas that fit into a cell and compute nothing anew on every change', () => {
    for (const { model, name } of cases) {
      for (const sheet of model.sheets) {
        for (const { formula } of sheet.cells.values()) {
          if (formula === undefined) continue;
          expect(formula.length, name).toBeLessThan(LONGEST_FORMULA);
          expect(formula).not.toMatch(/\b(?:OFFSET|INDIRECT|TODAY|NOW|RAND|AGGREGATE|CELL|INFO)\(/u);
        }
      }
    }
  });

  it('breaks at most one rule of form in a cell', () => {
    for (const { request, typed } of cases) {
      const broken = checkFigures(request, typed).findings.filter(({ code }) =>
        formRules.some((rule) => rule.code === code),
      );
      expect(new Set(broken.map(({ key, period }) => `${key} ${period}`)).size).toBe(broken.length);
    }
  });

  it('refuses in a cell what the rules of form find, in a condition that programs take', () => {
    let bounded = 0;
    for (const { request, model } of cases) {
      for (const sheet of model.sheets) {
        for (const { row, column, validation } of sheet.cells.values()) {
          const [id] = String(sheet.cells.get(cellIndex(row, 1))?.value ?? '').split('|');
          const isFigure =
            parseColumnKey(String(sheet.cells.get(cellIndex(1, column))?.value ?? ''))?.field === 'value';
          const indicator = request.catalogue.indicators.get(id ?? '');
          if (!validation || !indicator || !isFigure) continue;
          const { condition } = validation.rule;
          expect(condition.length).toBeLessThan(255);
          const address = cellAddress(row, column);
          expect(condition.includes(notWholeFormula(address))).toBe(comesWhole(indicator));
          if (!indicator.hard) continue;
          bounded += 1;
          expect(condition).toContain(outsideFormula(address, indicator.hard));
        }
      }
    }
    expect(bounded).toBeGreaterThan(100);
  });

  it('folds what is missing to a count: a blank workbook lists nothing', async () => {
    const { catalogue, plans } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === 'quang-ngai-2021');
    const [job] = plan ? jobsOf([plan], catalogue, { unit: ['VN51'] }) : [];
    if (!job) throw new Error('no workbook');
    const { makeWorkbook } = await import('../../generator/workbook/jobs.ts');
    const facts = await readFacts(await makeWorkbook(job, catalogue));
    expect(listOf(facts)).toEqual([]);
    expect(countBeside(facts, COLUMN.number, 'Lỗi phải sửa', COLUMN.label)).toBe(0);
    expect(
      Number(countBeside(facts, COLUMN.number, 'Số phải nhập mà chưa nhập', COLUMN.label)),
    ).toBeGreaterThan(10);
    const words = [...rowsOf(facts, sheetNames.entry).values()].flatMap((row) => [...row.values()]);
    expect(words.filter((word) => word === 'Chưa nhập').length).toBeGreaterThan(10);
    expect(words).not.toContain('Lỗi');
  });
});

/** Everything the sheet says of a recalculated file, beside what the check says of that file. */
async function expectSame(path: string, one: Case): Promise<void> {
  const facts = await readFacts(await readFile(path));
  const { report } = checkWorkbook(facts);
  const codes = new Set(valueRules.map(({ code }) => code));
  const findings = worstFirst(report.findings.filter(({ code }) => codes.has(code)));
  expect(findings.length, one.name).toBeGreaterThan(3);
  // Nothing is held against the program that saved the file, least of all results that are not its own.
  const others = report.findings.filter(({ code }) => !codes.has(code)).map(({ code }) => code);
  expect(others, one.name).toEqual([]);

  expect(foundInLines(facts).sort(), one.name).toEqual(findings.map(idOf).sort());

  const listed = findings.filter(isListed);
  const list = listOf(facts);
  expect(list.length).toBe(Math.min(LISTED, listed.length));
  const { catalogue } = one.request;
  const rule = ({ code }: CheckFinding) => valueRules.find((definition) => definition.code === code);
  const shown = list.map((row) =>
    [COLUMN.severity, COLUMN.title, COLUMN.period, COLUMN.fix].map((column) => row.get(column)),
  );
  expect(shown, one.name).toEqual(
    listed.slice(0, LISTED).map((finding) => {
      const period = parsePeriod(finding.period ?? '');
      return [
        isExplained(finding) ? 'Đã giải trình' : WORDS[finding.severity],
        rule(finding)?.text.vi.title,
        period && periodName(period),
        rule(finding)?.text.vi.fix,
      ];
    }),
  );
  list.forEach((row, at) => {
    const finding = listed[at];
    if (!finding) return;
    expect(String(row.get(COLUMN.name)), one.name).toContain(labelOf(finding.key, catalogue, 'vi'));
    expect([sheetNames.entry, sheetNames.background]).toContain(row.get(COLUMN.sheet));
    if (isExplained(finding)) expect(row.get(COLUMN.reason)).toBe(finding.explanation);
    if (typeof finding.found === 'number') expect(row.get(COLUMN.value)).toBeCloseTo(finding.found, 6);
  });

  const beside = (word: string) => countBeside(facts, COLUMN.number, word, COLUMN.label);
  const missing = countOf(findings, (finding) => !isListed(finding));
  const errors = countOf(listed, ({ severity }) => severity === 'error');
  const open = countOf(findings, isOpen);
  expect(beside('Lỗi phải sửa')).toBe(errors);
  expect(beside('Số phải nhập mà chưa nhập')).toBe(missing);
  expect(beside('Cảnh báo chưa giải trình')).toBe(open);
  expect(beside('Cảnh báo đã giải trình')).toBe(countOf(findings, isExplained));
  for (const { code, severity, text } of valueRules) {
    const of = findings.filter((finding) => finding.code === code);
    if (severity === 'error') {
      expect(countBeside(facts, COLUMN.fix, text.vi.title, COLUMN.reason), code).toBe(of.length);
    } else {
      expect(countBeside(facts, COLUMN.name, text.vi.title, COLUMN.period), code).toBe(countOf(of, isOpen));
      expect(countBeside(facts, COLUMN.name, text.vi.title, COLUMN.sheet), code).toBe(
        countOf(of, isExplained),
      );
    }
  }
  const conclusion = errors + missing > 0 ? 'blocked' : open > 0 ? 'toExplain' : 'accepted';
  const words = [...rowsOf(facts, sheetNames.check).values()].flatMap((row) => [...row.values()]);
  expect(words).toContain(CONCLUSIONS[conclusion]);
  expectFlags(facts, findings, one.name);
}

/** The word beside each row is the worst that is said of its figures. */
function expectFlags(facts: WorkbookFacts, findings: readonly CheckFinding[], name: string): void {
  const worst = new Map<string, string>();
  const order = ['Lỗi', 'Chưa nhập', 'Cảnh báo', 'Đã giải trình', ''];
  for (const finding of findings) {
    const parts = (finding.key ?? '').split('|');
    const key = parts.length === 4 ? `${parts[1]}|${parts[2]}` : (finding.key ?? '');
    const word = isExplained(finding)
      ? 'Đã giải trình'
      : isListed(finding)
        ? WORDS[finding.severity]
        : 'Chưa nhập';
    const before = worst.get(key) ?? '';
    worst.set(key, order.indexOf(word) < order.indexOf(before) ? word : before);
  }
  let rows = 0;
  for (const sheet of [sheetNames.entry, sheetNames.background]) {
    const byRow = rowsOf(facts, sheet);
    const column = [...byRow.values()].flatMap((row) =>
      [...row].flatMap(([at, value]) => (value === 'Kiểm tra' ? [at] : [])),
    )[0];
    if (column === undefined) throw new Error(`${sheet} has no column of the check.`);
    for (const row of byRow.values()) {
      const key = String(row.get(1) ?? '');
      if (!key.includes('|') || key.startsWith('chitieu')) continue;
      rows += 1;
      expect(row.get(column) ?? '', `${name} ${key}`).toBe(worst.get(key) ?? '');
    }
  }
  expect(rows).toBeGreaterThan(5);
}

/** Every result of the check is the one core stored, before the program computed it. */
async function expectStored(path: string, { model, name }: Case): Promise<void> {
  const { differences, numbers, texts } = await compareWithModel(path, model);
  // Beside figures that are no figures the other sheets show texts that core does not pass on.
  const ofCheck = differences.filter((line) => line.includes('[check.'));
  expect(ofCheck.slice(0, 20), name).toEqual([]);
  expect([...numbers.keys()].filter((tag) => tag.startsWith('check.')).length).toBeGreaterThan(8);
  expect(texts.get('check.row')).toBeGreaterThan(5);
}

describeWithEngine('libreoffice', 'LibreOffice says on the sheet what the check says of the file', () => {
  it.each(['en-US', 'vi-VN'] as const)('in %s', { timeout: 600_000 }, async (locale) => {
    const files = cases.map(({ path }) => path);
    const recalculated = await libreoffice.recalculate(files, join(folder, locale), {
      locale,
      timeoutMilliseconds: 500_000,
    });
    for (const [at, one] of cases.entries()) {
      await expectStored(recalculated[at] ?? '', one);
      await expectSame(recalculated[at] ?? '', one);
    }
  });
});

describeWithEngine('libreoffice', 'an error value in a cell', () => {
  it('is found itself and hides nothing else', { timeout: 300_000 }, async () => {
    const { catalogue, plans } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === 'quang-ngai-2021');
    const [job] = plan ? jobsOf([plan], catalogue, { round: '2023', unit: ['VN51'] }) : [];
    if (!job) throw new Error('no workbook');
    const errors = new Map(
      [...(cases[0]?.typed.cells.keys() ?? [])]
        .filter((_, at) => at % 7 === 3)
        .map((id) => [id.split('|').slice(0, 3).join('|'), { error: '#DIV/0!' }] as const),
    );
    const { model } = wrongWorkbook(job, catalogue, 7, 0.5, {}, errors);
    const path = join(folder, 'errors.xlsx');
    await writeFile(path, await serialize(model));
    const [recalculated = ''] = await libreoffice.recalculate([path], join(folder, 'errors'), {
      locale: 'vi-VN',
    });
    const facts = await readFacts(await readFile(recalculated));
    const figures = (one: string) => !one.startsWith('gap-to-explain');
    const { findings } = checkWorkbook(facts).report;
    const ofFigures = findings.filter(
      ({ code }) => code.startsWith('figure-') && code !== 'figure-in-two-places',
    );
    expect(foundInLines(facts).filter(figures).sort()).toEqual(ofFigures.map(idOf).sort());
    const list = listOf(facts);
    expect(list.filter((row) => row.get(COLUMN.value) === 'lỗi công thức').length).toBeGreaterThan(3);
    expect(
      list.every(
        (row) =>
          Object.values(WORDS).includes(row.get(COLUMN.severity) as never) ||
          row.get(COLUMN.severity) === 'Đã giải trình',
      ),
    ).toBe(true);
  });
});

describeWithEngine('gnumeric', 'Gnumeric says on the sheet what the check says of the file', () => {
  it('in its own locale', { timeout: 600_000 }, async () => {
    for (const [at, one] of cases.entries()) {
      const recalculated = await gnumeric.recalculate(one.path, join(folder, `gnumeric-${at}.xlsx`));
      await expectStored(recalculated, one);
      await expectSame(recalculated, one);
    }
  });
});
