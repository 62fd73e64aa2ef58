import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReturn } from '../../../core/returned/open-return.ts';
import { keyOfEntry } from '../../../core/returned/keyed-cells.ts';
import { cellIndex } from '../../../core/sheet/model.ts';
import { unitKey } from '../../../core/workbook/contract.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { keysOf, tableOf } from '../../workbook/commune-table.ts';
import { buildAndServe, downloads, idle, openWorkbook, type BuiltPage, type OpenPage } from './built-page.ts';
import { departmentWorkbook, type DepartmentWorkbook } from './department-workbook.ts';

/** What an officer of a department does with a workbook that has a table by commune. */
describeWithEngine('chromium', 'the standalone page and a table by commune', () => {
  let site: BuiltPage;
  let workbook: DepartmentWorkbook;
  beforeAll(async () => {
    [site, workbook] = await Promise.all([buildAndServe(), departmentWorkbook()]);
  });
  afterAll(() => site.close());

  async function withPage(use: (open: OpenPage) => Promise<void>) {
    const open = await site.open();
    try {
      await use(open);
      expect(open.complaints).toEqual([]);
    } finally {
      await open.context.close();
    }
  }

  /** Everything that is entered, by its keys. */
  async function entriesOf(bytes: Uint8Array): Promise<Map<string, unknown>> {
    const { returned } = openReturn(await readFacts(bytes));
    if (returned === null) throw new Error('not read');
    return new Map(returned.cells.map((cell) => [keyOfEntry(cell), cell.value]));
  }

  const onlyCopy = async (page: OpenPage['page'], button: string) => {
    const copies = await downloads(page, 1, () => page.locator(`[data-action="${button}"]`).click());
    await idle(page);
    const [[name, bytes] = ['', new Uint8Array()]] = [...copies];
    return { name, entries: await entriesOf(bytes) };
  };

  it('a figure is corrected by Enter, a warning explained in its row, and the copy has both and nothing else', () =>
    withPage(async ({ page }) => {
      await openWorkbook(page, workbook);
      const impossible = page.locator('.group', { has: page.locator('[data-group="figure-impossible"]') });
      await impossible.locator('.finding-head').first().click();
      await idle(page);
      // What stands around the cell names the commune and the column.
      expect(await impossible.locator('.sheet caption').textContent()).toBe(workbook.sheet);
      expect(await impossible.locator('.sheet .wanted').textContent()).toBe('-3');
      expect(await impossible.locator('.sheet .titles').textContent()).toContain(
        'Số bác sĩ – Sơ bộ năm 2026 (người)',
      );
      const box = impossible.locator('.figure-box input');
      expect(await box.inputValue()).toBe('-3');
      await box.fill('3');
      await box.press('Enter');
      await expect.poll(() => page.locator('[data-group="figure-impossible"]').count()).toBe(0);
      await idle(page);

      const signs = page.locator('.group', {
        has: page.locator('[data-group="figure-sign-without-reason"]'),
      });
      if ((await signs.locator('.finding').count()) === 0) await signs.locator('.group-head').click();
      const sign = signs.locator('.finding', { hasText: `(${workbook.signedName})` });
      await sign.locator('.finding-head').click();
      await idle(page);
      await sign.locator('textarea').fill('Chờ trạm y tế');
      await sign.locator('.reason fluent-button').click();
      // A sign with words beside it is as it should be.
      await expect.poll(() => sign.count()).toBe(0);
      await idle(page);

      await page.locator('#tab-export').click();
      const { name, entries } = await onlyCopy(page, 'save-copy');
      expect(name).toBe('so-y-te_da-sua.xlsx');
      const before = await entriesOf(workbook.bytes);
      const changed = [...entries].filter(([key, value]) => before.get(key) !== value);
      expect(Object.fromEntries(changed)).toEqual({
        [`${unitKey(workbook.impossible)}|doctors|_T|2026|preliminary|value`]: 3,
        [`${unitKey(workbook.signed)}|2026|preliminary|reason`]: 'Chờ trạm y tế',
      });
      expect(entries.size).toBe(before.size);
    }));

  it('a table sorted without its keys is restored, every figure in the row of its commune', () =>
    withPage(async ({ page }) => {
      const { rows } = keysOf(tableOf(workbook.model));
      const [first, last] = [Math.min(...rows.values()), Math.max(...rows.values())];
      const sheets = workbook.model.sheets.map((sheet) => {
        if (sheet.name !== workbook.sheet) return sheet;
        const cells = [...sheet.cells.values()].map((cell) =>
          cell.column > 1 && cell.row >= first && cell.row <= last
            ? { ...cell, row: first + last - cell.row }
            : cell,
        );
        return { ...sheet, cells: new Map(cells.map((cell) => [cellIndex(cell.row, cell.column), cell])) };
      });
      const bytes = await serialize({ ...workbook.model, sheets });
      await openWorkbook(page, { name: workbook.name, bytes });
      const { name, entries } = await onlyCopy(page, 'restore-here');
      expect(name).toBe('so-y-te_khoi-phuc.xlsx');
      expect(entries).toEqual(await entriesOf(workbook.bytes));
    }));
});
