import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import type { Verdict } from '../../core/target/verdict.ts';
import { verdicts } from '../../core/target/verdict.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import type { WorkbookRequest } from '../../core/workbook/request.ts';
import { describeWithEngine, requireEngine } from '../engines/availability.ts';
import { resaved } from '../engines/resaved.ts';
import { toPdf } from '../engines/libreoffice.ts';
import { compareWithModel } from '../workbook/agreement.ts';
import { caseFacts, cases } from './cases.ts';
import { insteadOf, keyOf, type Instead } from './instead.ts';

/** The verdict that must stand on the sheet of a workbook made now with the figures of a case, or of a sibling. */
interface OnSheet {
  of: keyof typeof cases;
  instead: Instead;
  indicator: string;
  plan?: string;
  verdict: Verdict;
  /** What the printed form says in the row of the indicator, where it is what the case is about. */
  printed?: RegExp;
}

const sheets: OnSheet[] = [
  { of: 'assigned-negative-cut', instead: {}, indicator: 'poverty-rate', verdict: 'notEvaluable' },
  { of: 'assigned-negative-cut', instead: { assigned: { 'poverty-rate': 3 } }, indicator: 'poverty-rate', verdict: 'notMet' },
  { of: 'poverty-zero', instead: {}, indicator: 'poverty-rate', verdict: 'met' },
  {
    of: 'poverty-zero',
    instead: { figures: { 'poverty-rate': 0.1 }, before: { 'poverty-rate': 0.3 } },
    indicator: 'poverty-rate',
    verdict: 'notMet',
  },
  { of: 'impossible-base', instead: {}, indicator: 'poverty-rate', verdict: 'notEvaluable' },
  { of: 'impossible-base', instead: { baselines: { 'poverty-rate': { value: 42 } } }, indicator: 'poverty-rate', verdict: 'met' },
  { of: 'impossible-base', instead: { baselines: { 'poverty-rate': { value: 0.42 } } }, indicator: 'poverty-rate', verdict: 'notEvaluable' },
  {
    of: 'impossible-base',
    instead: { baselines: { 'poverty-rate': { value: 0.42, source: 'Báo cáo số 12: 0,42 %' } } },
    indicator: 'poverty-rate',
    verdict: 'notMet',
  },
  { of: 'assigned-shortfall', instead: {}, indicator: 'new-jobs', verdict: 'notMet', printed: /8[.,]100\D+10[.,]000\D+81[.,]0/u },
  // Nobody found work for half a person: nothing is judged from it.
  { of: 'assigned-shortfall', instead: { figures: { 'new-jobs': 10_000.5 } }, indicator: 'new-jobs', verdict: 'notEvaluable' },
  { of: 'about-neutral-within', instead: {}, indicator: 'population', verdict: 'met' },
  { of: 'baseline-equals-target', instead: {}, indicator: 'fixed-phone-use', verdict: 'notMet' },
  {
    of: 'together-2030',
    instead: {},
    indicator: 'pension-coverage',
    plan: 'lai-chau-2024',
    verdict: 'notMet',
    // Wrapped in its cell, with the part of the stricter value beside it.
    printed: /19,00 \(KH 2024–[\s\S]{0,700}2030\); ≈ 18,50 \(KH\s+97[.,]4/u,
  },
  { of: 'together-2030', instead: {}, indicator: 'pension-coverage', plan: 'lai-chau-2021', verdict: 'met' },
  { of: 'rounds-up-to-100', instead: {}, indicator: 'doctors-per-10000', verdict: 'met' },
  { of: 'rounds-up-to-100', instead: { figures: { 'cultural-families': 79.994 } }, indicator: 'cultural-families', verdict: 'notMet' },
];

/** The word in the row of a verdict, in the column of the round's year. */
function verdictOn(facts: WorkbookFacts, { indicator, plan = '' }: OnSheet, round: number): unknown {
  for (const { cells } of facts.sheets) {
    const isOf = (key: unknown) =>
      typeof key === 'string' &&
      key.startsWith(plan) &&
      key.includes(`|${keyOf(indicator)}|`) &&
      key.endsWith('|verdict');
    const row = cells.find(({ column, value }) => column === 1 && isOf(value))?.row;
    if (row === undefined) continue;
    const column = cells.find(({ row: at, column: of, value }) => at < row && of > 6 && value === round)?.column;
    return cells.find((cell) => cell.row === row && cell.column === column)?.value;
  }
  return null;
}

describeWithEngine('libreoffice', 'a workbook made now with the figures of a case', () => {
  const made: { one: OnSheet; request: WorkbookRequest; model: WorkbookModel; bytes: Uint8Array }[] = [];
  let saved: string[] = [];
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chitieu-cases-'));
    for (const one of sheets) {
      const { request: known } = checkWorkbook(await caseFacts(cases[one.of]));
      if (!known) throw new Error('the case has lost its definition');
      const request = insteadOf(known, one.instead);
      const model = buildWorkbook(request);
      made.push({ one, request, model, bytes: await serialize(model) });
    }
    saved = await resaved(
      made.map(({ bytes }) => bytes),
      'libreoffice en-US',
    );
  }, 900_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('shows the verdict that is stated, and computes all as core does', async () => {
    for (const [at, { one, request, model }] of made.entries()) {
      const path = saved[at] ?? '';
      const { differences } = await compareWithModel(path, model);
      expect(differences, one.of).toEqual([]);
      const facts = await readFacts(new Uint8Array(await readFile(path)));
      expect(verdictOn(facts, one, request.round), `${one.of} ${one.indicator}`).toBe(verdicts[one.verdict].vi);
    }
  });

  it('prints what it judges by', { timeout: 900_000 }, async () => {
    const printed = made.filter(({ one }) => one.printed);
    const paths = await Promise.all(
      printed.map(async ({ bytes }, at) => {
        const path = join(folder, `${at}.xlsx`);
        await writeFile(path, bytes);
        return path;
      }),
    );
    const pdfs = await toPdf(paths, join(folder, 'pdf'));
    for (const [at, { one }] of printed.entries()) {
      const text = execFileSync(requireEngine('poppler'), ['-layout', pdfs[at] ?? '', '-'], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      expect(text.normalize('NFC'), one.of).toMatch(one.printed ?? /^$/u);
    }
  });
});
