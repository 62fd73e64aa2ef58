import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installedOf } from '../../../generator/check/installed.ts';
import { reportView, type ReportView } from '../../../core/report/view.ts';
import { gather, type Gathered } from '../../../generator/consolidate/gather.ts';
import { gatherReports } from '../../../generator/report/gather.ts';
import { arrivalsOf } from '../../../generator/import/arrivals.ts';
import { importReturns, importSetting } from '../../../generator/import/import-returns.ts';
import { MemoryStore } from '../../../generator/store/memory.ts';
import { NO_FILES } from '../../../generator/workbook/known.ts';
import { fillWorkbook, save } from '../commands/filled-workbooks.ts';
import { keysOf, tableOf, typedInto } from '../../workbook/commune-table.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

const [DOAN_KET, BINH_LU, TAN_PHONG] = ['VN12.03388-2025', 'VN12.03390-2025', 'VN12.03408-2025'];
const NOW = '2027-01-10T08:00:00+07:00';

let folder = '';
let gathered: Gathered;
let report: ReportView;
const read: string[] = [];

/** What the health department reports of 38 communes, and two communes themselves, through import and store. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-theo-xa-'));
  const { catalogue, plans } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2024');
  if (!plan) throw new Error('no plan');
  const book = fillWorkbook(plan, catalogue, { reporter: 'VN12.SYT-2025', round: '2026' });
  const units = [...keysOf(tableOf(book.model)).rows.keys()];
  const said = { '|doctors|': 3, '|hospital-beds|': 10, '|pharmacists|': 1, '|nurses|': 2 };
  const rows = Object.fromEntries(units.map((unit) => [unit, said]));
  const model = typedInto(book.model, {
    ...rows,
    [BINH_LU]: { ...said, '|doctors|': '-' },
    [TAN_PHONG]: { ...said, '|doctors|': 7, '|hospital-beds|': '...', '|reason': 'Đang rà soát' },
  });
  await save({ ...book, model }, folder);
  for (const [reporter, people] of [
    [DOAN_KET, 25_000],
    [TAN_PHONG, 15_000],
  ] as const)
    await save(
      fillWorkbook(plan, catalogue, { reporter, round: '2026', typed: { 'population|_T|2026': people } }),
      folder,
    );
  const store = new MemoryStore(null);
  const arrivals = await arrivalsOf([folder], undefined);
  const setting = importSetting(
    installedOf({ catalogue, plans, files: NO_FILES }),
    { round: null, corrects: null, reason: null, by: null, now: NOW, program: '0' },
    () => undefined,
  );
  for await (const { state } of importReturns(arrivals, store, setting, 1)) read.push(state);
  await arrivals.done();
  gathered = await gather(store, {
    ...{ round: '2026', plans: [plan], catalogue, level: 'commune', acceptedOnly: false, today: NOW },
  });
  const [input] = await gatherReports(store, {
    ...{ round: '2026', plans: [plan], catalogue, files: NO_FILES, today: NOW, language: 'vi' },
  });
  if (!input) throw new Error('no report');
  report = reportView(input);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const total = (column: string) => {
  const found = gathered.found.totals.find((one) => one.group === '_T' && one.column === column);
  if (!found) throw new Error(column);
  return found;
};

describe('figures that a body reports of communes, through import, store and consolidation', () => {
  it('come in as one return each', () => {
    expect(read).toEqual(['new', 'new', 'new']);
  });

  it('are the figures of the communes, said by the body, with their cells', () => {
    const source = gathered
      .sources()
      .find(({ cell }) => cell.unit === DOAN_KET && cell.column === 'doctors|_T');
    expect(source?.cell).toMatchObject({ value: '3', counts: true });
    expect(source?.cell.entry.reporter).toBe('VN12.SYT-2025');
    expect(source?.cell.entry.place).toMatch(/^Theo xã!F\d+$/u);
  });

  it('are added up with what the communes report: counts over all, rates over those that have both parts', () => {
    // 36 communes of 3, one "-", one of 7.
    expect(total('doctors|_T')).toMatchObject({ sum: '115', coverage: { entered: 38, of: 38 } });
    // What is not known is missed.
    expect(total('hospital-beds|_T')).toMatchObject({ sum: '370', coverage: { entered: 37 } });
    expect(total('doctors-per-10000|_T')).toMatchObject({
      parts: { numerator: '10', denominator: '40000' },
      value: 2.5,
    });
  });

  it('are in the report: the province by all communes, each commune by what the body says of it', () => {
    const doctors = report.targets.find(({ key }) => key.includes('|doctors-per-10000|_T|'));
    expect(doctors).toMatchObject({ verdict: 'open', basis: 'cộng 2/38 đơn vị cấp xã' });
    const health = report.grid.find(({ domain }) => domain === 'health');
    const at = health?.columns.findIndex(({ key }) => key.includes('|doctors-per-10000|_T|')) ?? -1;
    const shown = (unit: string) => health?.rows.find((row) => row.unit === unit)?.cells[at];
    // 3 doctors of 25 000 people, 7 of 15 000; of the others nobody has said how many people there are.
    expect(shown(DOAN_KET)).toMatchObject({ figure: '1,2', word: 'Chưa giao' });
    expect(shown(TAN_PHONG)).toMatchObject({ figure: '4,7' });
    expect(shown(BINH_LU)?.figure).toBe('–');
  });
});
