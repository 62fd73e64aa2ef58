import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkWorkbook } from '../../../core/check/check-workbook.ts';
import { UNPLACED_SHEET } from '../../../core/repair/unplaced-sheet.ts';
import { readReturned } from '../../../core/returned/read.ts';
import type { WorkbookFacts } from '../../../core/sheet/facts.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { caseBytes, cases, type Case } from '../../cases/cases.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import {
  accessibilityProblems,
  buildAndServe,
  downloads,
  idle,
  openWorkbook,
  type BuiltPage,
  type OpenPage,
} from './built-page.ts';

/** What an officer does about a damaged workbook, and about a wrong figure, where there is no Excel. */
describeWithEngine('chromium', 'the standalone page mends', () => {
  let site: BuiltPage;
  beforeAll(async () => {
    site = await buildAndServe();
  });
  afterAll(() => site.close());

  const fileOf = async (one: Case) => ({ name: 'so.xlsx', bytes: await caseBytes(one) });
  const onlyCopy = async (copies: Map<string, Uint8Array>): Promise<[string, WorkbookFacts]> => {
    const [[name, bytes] = ['', new Uint8Array()]] = [...copies];
    return [name, await readFacts(bytes)];
  };
  const figureIn = (facts: WorkbookFacts, indicator: string, period: string) =>
    readReturned(facts.sheets).value?.observations.find(
      (one) => one.indicator === indicator && one.period === period,
    )?.figure;

  async function withPage(use: (open: OpenPage) => Promise<void>, from: 'server' | 'folder' = 'server') {
    const open = await (from === 'server' ? site.open({ locale: 'en-GB' }) : site.openFromFolder());
    try {
      await use(open);
      expect(open.complaints).toEqual([]);
    } finally {
      await open.context.close();
    }
  }

  it.each(['server', 'folder'] as const)(
    'a block sorted without its keys, by one button; page from a %s',
    (from) =>
      withPage(async ({ page }) => {
        await openWorkbook(page, await fileOf(cases['sorted-visible-block']));
        // The part that writes workbooks is large, and fetched when it is wanted.
        expect(await page.locator('script[src="writer.js"]').count()).toBe(0);
        const copies = await downloads(page, 1, () => page.locator('[data-action="restore-here"]').click());
        await idle(page);
        const [name, facts] = await onlyCopy(copies);
        expect(name).toBe('so_khoi-phuc.xlsx');
        expect(facts.sheets.some((sheet) => sheet.name === UNPLACED_SHEET)).toBe(true);
        expect(figureIn(facts, 'radio-covered-people', '2024')).toBe(57_000);
        const errors = checkWorkbook(facts).report.findings.filter(({ severity }) => severity === 'error');
        expect(errors).toEqual([]);
        const said = await page.locator('.restored').textContent();
        expect(said).toContain('Đặt lại: 48 số liệu');
        expect(said).toContain('Dân số được phủ sóng phát thanh');
        expect(said).not.toMatch(/\|_T/u);
        // The rules read style sheets, which a page from a folder may not.
        if (from === 'server') expect(await accessibilityProblems(page)).toEqual([]);
      }, from),
  );

  it('says what a deleted row left blank', () =>
    withPage(async ({ page }) => {
      await openWorkbook(page, await fileOf(cases['row-deleted']));
      await page.locator('#tab-export').click();
      const copies = await downloads(page, 1, () => page.locator('[data-action="restore"]').click());
      await idle(page);
      const [, facts] = await onlyCopy(copies);
      expect(figureIn(facts, 'vocational-training-persons', '2024')).toBeUndefined();
      expect(await page.locator('.restored').textContent()).toMatch(
        /Để trống.*Số người được đào tạo nghề trong năm/u,
      );
    }));

  it('takes a corrected figure into a copy, and asks about one that may be two', () =>
    withPage(async ({ page }) => {
      await openWorkbook(page, await fileOf(cases['reason-dot']));
      // Nobody has chosen a language.
      expect(await page.locator('.verdict').textContent()).toBe('Cần giải trình');
      const group = page.locator('.group', { has: page.locator('[data-group="figure-unit-slip"]') });
      if ((await group.locator('.finding').count()) === 0) await group.locator('.group-head').click();
      await group.locator('.finding-head').first().click();
      await idle(page);
      const box = group.locator('.figure-box');
      const input = box.locator('input');
      expect(await input.inputValue()).toBe('0,619');
      await input.fill('1.234');
      await box.locator('[data-action="save-figure"]').click();
      expect(await box.locator('.hint').textContent()).toMatch(/1\.234 hoặc 1,234|1,234 hoặc 1\.234/u);
      await input.fill('61,9');
      await input.press('Enter');
      await expect.poll(() => page.locator('[data-group="figure-unit-slip"]').count()).toBe(0);
      await idle(page);
      await page.locator('#tab-export').click();
      const copies = await downloads(page, 1, () => page.locator('[data-action="save-copy"]').click());
      const [name, facts] = await onlyCopy(copies);
      expect(name).toBe('so_da-sua.xlsx');
      expect(figureIn(facts, 'trained-labour-share', '2024')).toBe(61.9);
      const stale = checkWorkbook(facts).report.findings.filter(({ code }) => code === 'result-stale');
      expect(stale).toEqual([]);
    }));
});
