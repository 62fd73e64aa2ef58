import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { NO_FILES } from '../../generator/workbook/known.ts';
import { describeWithEngine } from '../engines/availability.ts';
import { keysOf, tableOf, typedInto } from '../workbook/commune-table.ts';
import { loadSeeds } from '../workbook/seed-workbooks.ts';
import { BuiltAddin, complaintsOf } from './built-addin.ts';
import { contentOf, differences } from './excel-for-tests.ts';

const [TIMES_TEN, SIGNED, IMPOSSIBLE] = ['VN12.03388-2025', 'VN12.03390-2025', 'VN12.03394-2025'];
const TABLE = sheetNames.communes;

const lastYear = (unit: string): KnownFigure => ({
  ...{ unit, indicator: 'doctors', stratum: null, period: '2025', vintage: 'final', value: 30 },
  source: 'Niên giám thống kê 2025',
});

/** The table of the health department filled in, last year's figures beside it, with a slip in three communes. */
async function filledIn() {
  const { plans, catalogue } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2024');
  if (!plan) throw new Error('no plan');
  const communes = plan.units.filter(({ level }) => level === 'commune').map(({ id }) => id);
  const files = {
    ...NO_FILES,
    figures: communes.map(lastYear),
    assignments: [
      {
        ...{ unit: TIMES_TEN, indicator: 'doctors-per-10000', stratum: null, year: 2026 },
        ...{ comparator: 'atLeast' as const, value: 15, decision: '15/QĐ-UBND' },
        ...{ decisionDate: '2026-01-10', validFrom: '2026-01-10', supersedes: null, note: null },
      },
    ],
  };
  const [job] = jobsOf([plan], catalogue, { round: '2026', unit: ['VN12.SYT-2025'], files });
  if (!job) throw new Error('no workbook');
  const model = modelOf(job, catalogue);
  const { rows, columns } = keysOf(tableOf(model));
  const all: Record<string, number | string> = Object.fromEntries(
    [...columns.keys()].filter((key) => key.includes('|value|')).map((key) => [key, 31]),
  );
  const typed = Object.fromEntries([...rows.keys()].map((unit) => [unit, all]));
  const column = [...columns.keys()].find((key) => key.endsWith('|doctors|_T')) ?? '';
  const slips = { [TIMES_TEN]: 300, [SIGNED]: '...', [IMPOSSIBLE]: -3 };
  for (const [unit, value] of Object.entries(slips)) typed[unit] = { ...typed[unit], [column]: value };
  const place = (unit: string) => cellAddress(rows.get(unit) ?? 0, columns.get(column) ?? 0);
  const note = [...columns].find(([key]) => key.endsWith('|reason'))?.[1] ?? 0;
  return { model: typedInto(model, typed), rows, note, place };
}

describeWithEngine('chromium', 'the pane in Excel and a table by commune', () => {
  let addin: BuiltAddin;
  let given: Awaited<ReturnType<typeof filledIn>>;
  let bytes: Uint8Array;
  beforeAll(async () => {
    [addin, given] = await Promise.all([BuiltAddin.start(), filledIn()]);
    bytes = await serialize(given.model);
  });
  afterAll(() => addin.stop());

  it('leads to the cell of a commune, takes the reason into its row, and forgets a slip typed anew', async () => {
    const { host, page, pane } = await addin.open(bytes, 'taskpane.html?tab=check');
    const complaints = complaintsOf(page);
    const idle = () => page.waitForSelector('#app[aria-busy="false"] .summary');
    await idle();
    const opened = contentOf(host);
    const count = await page.locator('.progress span').textContent();
    // Every cell of the table but the impossible one is entered, and none of the form.
    const figures = given.rows.size * 4 - 1;
    expect(count).toContain(`Đã nhập ${figures}/`);

    const group = (code: string) =>
      page.locator('section.group', { has: page.locator(`[data-group=${code}]`) });
    const finding = async (code: string, unit: string) => {
      const of = group(code);
      const head = of.locator('.group-head');
      if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
      return of.locator('.finding', { hasText: `${TABLE}!${given.place(unit)}` });
    };
    const active = () => {
      const { active, selection } = host.workbook;
      return `${active.name}!${cellAddress(selection.row, selection.column)}`;
    };

    // Last year's figure is known: ten times as many is told with it.
    const slip = await finding('figure-unit-slip', TIMES_TEN);
    await slip.locator('.finding-head').click();
    await expect.poll(active).toBe(`${TABLE}!${given.place(TIMES_TEN)}`);
    expect(await slip.textContent()).toContain('30 người');
    host.user.type(TABLE, given.place(TIMES_TEN), 32);
    await expect.poll(() => group('figure-unit-slip').count(), { timeout: 30_000 }).toBe(0);
    await idle();

    const impossible = await finding('figure-impossible', IMPOSSIBLE);
    await impossible.locator('.finding-head').click();
    await expect.poll(active).toBe(`${TABLE}!${given.place(IMPOSSIBLE)}`);

    const sign = await finding('figure-sign-without-reason', SIGNED);
    await sign.locator('.finding-head').click();
    await sign.locator('textarea').fill('Chờ trạm y tế');
    await sign.locator('.reason fluent-button').click();
    await expect.poll(() => sign.count(), { timeout: 30_000 }).toBe(0);
    await idle();
    const row = given.rows.get(SIGNED) ?? 0;
    expect(differences(opened, contentOf(host))).toEqual({
      [`${TABLE}!${given.place(TIMES_TEN).replace(/^([A-Z]+)(\d+)$/u, (_, letters: string, at: string) => `${at}:${columnNumber(letters)}`)}`]: 32,
      [`${TABLE}!${row}:${given.note}`]: 'Chờ trạm y tế',
    });

    // The exchange file has a line for each commune's figure.
    await page.locator('#tab-export').click();
    const downloaded = page.waitForEvent('download');
    await page.locator('[data-action=export]').click();
    expect((await downloaded).suggestedFilename()).toMatch(/VN12\.SYT-2025/u);
    await idle();
    expect(complaints).toEqual([]);
    expect(pane.foreign).toEqual([]);
    await pane.close();
  });
});

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
