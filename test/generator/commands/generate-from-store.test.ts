import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFigures } from '../../../core/workbook/sample/sample.ts';
import { placed } from '../../../core/workbook/placed.ts';
import { keysAt } from '../../../core/sheet/keyed.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { jobsOf, requestOf } from '../../../generator/workbook/jobs.ts';
import { laiChau, type Sent } from '../../core/consolidate/fixture.ts';
import { typedOver } from '../consolidate/typed-over.ts';
import { storedRound, type StoredRound } from '../consolidate/round.ts';
import { fillWorkbook, save } from './filled-workbooks.ts';

/**
 * The province's way: its districts and a department have sent their returns, which are accepted; its own workbook
 * comes filled in with them, is checked, and goes back into the same store.
 */
const PLAN = 'lai-chau-2021';
const POOR = 'poor-households|_T';
const JOBS = 'new-jobs|_T';
/** The one whose workbook comes as a file; the others are in the store. */
const LAST = 'VN12.112';
const NOW = ['--at', '2024-01-20T08:00:00+07:00'];

let round: StoredRound;
let sums: Map<string, number>;
const name = `${PLAN}_VN12_2023.xlsx`;
const out = (folder: string) => join(round.folder, folder, name);

const generate = (to: string, ...units: string[]) =>
  round.run(
    'generate',
    ...[PLAN, '--round', '2023', '--from-store', '--out', join(round.folder, to)],
    ...units.flatMap((unit) => ['--unit', unit]),
  );

interface Checked {
  acceptance: string;
  files: { findings: { code: string; severity: string; place: unknown }[] }[];
}

/** Codes of the errors a workbook is told of, each once. */
async function errorsIn(path: string): Promise<string[]> {
  const { out: text } = await round.run('check', path, '--json');
  const { files } = JSON.parse(text) as Checked;
  return [
    ...new Set(
      files.flatMap(({ findings }) =>
        findings.flatMap(({ code, severity }) => (severity === 'error' ? [code] : [])),
      ),
    ),
  ].sort();
}

/** What stands in the row of a figure, in the column of its values and beside it. */
async function row(path: string, key: string): Promise<unknown[]> {
  const { sheets } = await readFacts(await readFile(path));
  for (const { name: sheet, cells } of sheets) {
    if (sheet !== 'Nhập liệu' && sheet !== 'Số liệu nền') continue;
    const { rows } = keysAt(cells, { row: 1, column: 1 }, { row: () => true, column: () => null });
    const at = rows.find((one) => one.key === key)?.row;
    if (at !== undefined) return cells.filter((cell) => cell.row === at).map(({ value }) => value);
  }
  throw new Error(`${path} has no row ${key}.`);
}

beforeAll(async () => {
  const { plan, catalogue } = await laiChau();
  sums = new Map();
  const jobs = jobsOf([plan], catalogue, { round: '2023' });
  let last: Record<string, string> = {};
  const sent = jobs.flatMap((job): Sent[] => {
    const { reporter } = job;
    if (reporter.level !== 'district') return [];
    const { figure } = sampleFigures([plan], catalogue, reporter, { gaps: false });
    const { asked } = placed(requestOf(job, catalogue));
    const figures: Record<string, string> = {};
    for (const { key } of asked.figures) {
      const ofOne = figure(key, 2023);
      const value = typeof ofOne === 'number' ? Math.ceil(ofOne / 8) : 0;
      sums.set(key, (sums.get(key) ?? 0) + value);
      // One district has not counted its new jobs yet.
      if (key !== JOBS || reporter.id !== 'VN12.105') figures[key] = String(value);
    }
    if (reporter.id === LAST) last = figures;
    return reporter.id === LAST ? [] : [{ unit: reporter.id, figures }];
  });
  round = await storedRound(sent);
  const inbox = join(round.folder, 'in.xlsx');
  for (const reporter of [LAST, 'VN12.BHXH']) {
    const typed = Object.fromEntries(
      Object.entries(reporter === LAST ? last : {}).map(([key, text]) => [`${key}|2023`, Number(text)]),
    );
    await save(fillWorkbook(plan, catalogue, { reporter, round: '2023', typed }), round.folder, 'in.xlsx');
    await round.run('import', inbox, '--round', '2023', ...NOW);
    const why = ['--round', '2023', '--reason', 'Đã giải trình bằng văn bản'];
    expect((await round.run('accept', reporter, ...why)).err).toBe('');
  }
});
afterAll(() => round.gone());

describe('a workbook of the province from the store', () => {
  it('holds what all districts and the departments have sent, and says where it is from', async () => {
    const { code, out: text, err } = await generate('mot', 'VN12');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(text).toContain('ô đã điền sẵn từ kho');
    const poor = await row(out('mot'), POOR);
    expect(poor).toContain(sums.get(POOR));
    expect(poor).toContain('Kho: cộng 8/8 đơn vị (B1–B8), sơ bộ');
    const insured = await row(out('mot'), 'social-insurance-participants|_T');
    expect(insured).toContain('Kho: Bảo hiểm xã hội tỉnh báo cáo (B9), sơ bộ');
  });

  it('leaves blank what some district has not sent, with how many have', async () => {
    const jobs = await row(out('mot'), JOBS);
    expect(jobs.find((text) => String(text).startsWith('Chưa cấp sẵn'))).toMatch(/mới 7\/8 đơn vị/u);
    expect(jobs).not.toContain(sums.get(JOBS));
  });

  it('has no error but what is still to be entered', async () => {
    expect(await errorsIn(out('mot'))).toEqual(['figure-missing']);
  });

  it('is told of a figure that is changed without a word', async () => {
    const changed = join(round.folder, 'sua.xlsx');
    const poor = String(sums.get(POOR));
    await writeFile(changed, await typedOver(await readFile(out('mot')), `<v>${poor}</v>`, '<v>1</v>'));
    expect(await errorsIn(changed)).toContain('figure-given-changed');
  });

  it('comes back into the store and agrees with its districts', async () => {
    const { out: said } = await round.run('import', out('mot'), '--round', '2023', '--json', ...NOW);
    expect((JSON.parse(said) as { files: { state: string }[] }).files).toMatchObject([{ state: 'new' }]);
    const book = join(round.folder, 'tong-hop.xlsx');
    const { out: text } = await round.run('consolidate', '--round', '2023', '--json', '--out', book);
    const { levels, totals } = JSON.parse(text) as {
      levels: unknown[];
      totals: { key: string; sum: string; own: { figure: number } | null }[];
    };
    expect(levels).toEqual([]);
    expect(totals.find(({ key }) => key === POOR)?.sum).toBe(String(sums.get(POOR)));
  });

  it('and that of a department are filled in alike, and no district gets anything', async () => {
    await generate('hai', 'VN12.SLDTBXH', LAST);
    const path = (unit: string) => join(round.folder, 'hai', `${PLAN}_${unit}_2023.xlsx`);
    expect(await row(path('VN12.SLDTBXH'), POOR)).toContain(sums.get(POOR));
    expect((await row(path(LAST), POOR)).join(' ')).not.toMatch(/Kho:|Chưa cấp/u);
  });

  it('takes no made-up figures, and wants a workspace', async () => {
    expect((await round.run('generate', PLAN, '--from-store', '--sample')).err).toContain('--from-store');
  });
});
