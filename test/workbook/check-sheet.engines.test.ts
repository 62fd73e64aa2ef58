import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { labelOf } from '../../core/workbook/key-label.ts';
import { worstFirst } from '../../core/check/report.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { wholeFormRules } from '../../core/check/form/rules/index.ts';
import { valueRules } from '../../core/rules/value-rules.ts';
import { parsePeriod, periodName } from '../../core/period/period.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { COLUMN } from '../../core/template/sheets/check/columns.ts';
import { CONCLUSIONS } from '../../core/template/sheets/check/counts.ts';
import { LISTED } from '../../core/template/sheets/check/list.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { jobsOf } from '../../generator/workbook/jobs.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../engines/availability.ts';
import * as gnumeric from '../engines/gnumeric.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { compareWithModel } from './agreement.ts';
import { foundInLines, idOf, rowsOf } from './found-in-lines.ts';
import { loadSeeds } from './seed-workbooks.ts';
import { wrongWorkbook } from './wrong-figures.ts';
import {
  type Case,
  countBeside,
  countOf,
  isExplained,
  isListed,
  isOpen,
  listOf,
  wrongCases,
} from './check-sheet-cases.ts';

/**
 * The spreadsheet engines as referees over whole workbooks that are filled in wrongly: what the sheet lists,
 * counts and says beside each row is what the check says of the same file.
 */
const WORDS = { error: 'Lỗi', warning: 'Cảnh báo', note: '' } as const;

let folder = '';
const cases: (Case & { path: string })[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-kiem-tra-'));
  for (const [at, one] of (await wrongCases()).entries()) {
    const path = join(folder, `${at}.xlsx`);
    await writeFile(path, await serialize(one.model));
    cases.push({ ...one, path });
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Everything the sheet says of a recalculated file, beside what the check says of that file. */
async function expectSame(path: string, one: Case): Promise<void> {
  const facts = await readFacts(await readFile(path));
  const { report, progress } = checkWorkbook(facts);
  const codes = new Set(valueRules.map(({ code }) => code));
  const findings = worstFirst(report.findings.filter(({ code }) => codes.has(code)));
  expect(findings.length, one.name).toBeGreaterThan(3);
  // Nothing is held against the program that saved the file, least of all results that are not its own. Rules of a form
  // as a whole are not on the sheet; so many wrong figures may look like one shifted form.
  const ofForm = new Set(wholeFormRules.map(({ code }) => code));
  const others = report.findings
    .map(({ code }) => code)
    .filter((code) => !codes.has(code) && !ofForm.has(code));
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
  const left = progress.owed - progress.done;
  const errors = countOf(listed, ({ severity }) => severity === 'error');
  const open = countOf(findings, isOpen);
  expect(beside('Lỗi phải sửa')).toBe(errors);
  expect(beside('Số còn phải nhập')).toBe(left);
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
  const conclusion = errors + left > 0 ? 'blocked' : open > 0 ? 'toExplain' : 'accepted';
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
