import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { InlineConfig } from 'vite';
import { commonConfig } from '../../../addin/build/common-config.ts';
import { headPlugin } from '../../../addin/build/head-plugin.ts';
import { contentSecurityPolicy } from '../../../addin/build/security-policy.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { accessibilityProblems, buildAndServe, idle, type BuiltPage } from '../page/built-page.ts';
import { wrongWorkbook } from '../page/wrong-workbook.ts';

/** The pane over a workbook that is open in a spreadsheet program. */
describeWithEngine('chromium', 'the pane', () => {
  let site: BuiltPage;
  let workbook: string;

  beforeAll(async () => {
    const [built, { bytes }] = await Promise.all([
      buildAndServe('harness of the pane', harness),
      wrongWorkbook(),
    ]);
    site = built;
    workbook = Buffer.from(bytes).toString('base64');
  });
  afterAll(() => site.close());

  function harness(root: string, outDir: string): InlineConfig {
    const folder = join(root, 'test/addin/pane/harness');
    const common = commonConfig(root, outDir);
    return {
      ...common,
      root: folder,
      build: { ...common.build, rolldownOptions: { input: join(folder, 'index.html') } },
      plugins: [headPlugin(contentSecurityPolicy(null))],
    };
  }

  async function withPane(use: (page: Page) => Promise<void>, options: object = {}): Promise<void> {
    const { context, page, complaints } = await site.open({ viewport: { width: 360, height: 800 } });
    await page.waitForFunction('window.startPane !== undefined');
    await page.evaluate(`startPane(${JSON.stringify(workbook)}, ${JSON.stringify(options)})`);
    await idle(page);
    try {
      await use(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const calls = (page: Page, name: string) =>
    page.evaluate<unknown[][]>(`bench.calls.filter(([one]) => one === ${JSON.stringify(name)})`);
  const notices = async (page: Page) => (await page.locator('.notices').textContent()) ?? '';

  it('only reads until it is asked for more', () =>
    withPane(async (page) => {
      expect(await page.locator('.verdict').textContent()).toBe('Chưa thể chấp nhận');
      await page.locator('.group-head').last().click();
      await page.locator('#tab-gaps').click();
      await page.locator('.target summary').first().click();
      const said = await page.evaluate<string[]>('bench.calls.map(([name]) => name)');
      expect(new Set(said)).toEqual(new Set(['read']));
    }));

  it('brings the user to the cell of a finding, and to the input of a target', () =>
    withPane(async (page) => {
      const finding = page.locator('.finding-head').first();
      const place = (await finding.locator('.finding-place').textContent())?.split(' · ')[0] ?? '';
      await finding.focus();
      await page.keyboard.press('Enter');
      await idle(page);
      const [sheet, cell] = place.split('!');
      expect(await calls(page, 'select')).toEqual([['select', { sheet, cell }]]);
      // Excel shows the sheet itself.
      expect(await page.locator('.sheet').count()).toBe(0);

      await page.locator('#tab-gaps').click();
      await page.locator('.target summary').first().click();
      await page.locator('.target details fluent-button').first().click();
      await idle(page);
      expect((await calls(page, 'select')).at(-1)).toMatchObject(['select', { sheet: 'Nhập liệu' }]);
    }));

  it('writes a reason only on the button, and reads anew after it', () =>
    withPane(async (page) => {
      await page.locator('#panel-check .search input').fill('khó khăn đột xuất');
      await page.locator('.group.warning .group-head').click();
      await page.locator('.finding-head', { hasText: 'khó khăn đột xuất' }).click();
      await page.locator('.reason textarea').fill('  Rà soát lại  ');
      expect(await calls(page, 'writeReason')).toEqual([]);
      const reads = (await calls(page, 'read')).length;
      await page.locator('.reason fluent-button').click();
      await page.locator('.finding-head .explained').waitFor();
      await idle(page);
      expect(await calls(page, 'writeReason')).toEqual([
        [
          'writeReason',
          { key: 'emergency-relief-coverage|_T', period: '2023', text: 'Rà soát lại', seen: '' },
        ],
      ]);
      expect((await calls(page, 'read')).length).toBe(reads + 1);
      expect(await notices(page)).toContain('Đã ghi lý do.');
      expect(await page.evaluate<string>('document.activeElement.className')).toBe('finding-head');
    }));

  it('keeps what was typed and the place of typing while the workbook is checked again', () =>
    withPane(async (page) => {
      await page.locator('.group.warning .group-head').first().click();
      await page.locator('.group.warning .finding-head').first().click();
      await page.locator('.reason textarea').fill('viết dở');
      await page.evaluate('pane.check()');
      await idle(page);
      expect(await page.locator('.reason textarea').inputValue()).toBe('viết dở');
      expect(await page.evaluate<string>('document.activeElement.localName')).toBe('fluent-textarea');
    }));

  it('says that the workbook has changed until it was read again', () =>
    withPane(async (page) => {
      await page.evaluate('bench.stale()');
      expect(await notices(page)).toContain('Sổ đã thay đổi sau lần kiểm tra này.');
      expect(await accessibilityProblems(page)).toEqual([]);
      const reads = (await calls(page, 'read')).length;
      await page.locator('.notices fluent-button').click();
      await idle(page);
      expect((await calls(page, 'read')).length).toBe(reads + 1);
      expect(await notices(page)).toBe('');
      // The pressed button is gone; the focus is not.
      expect(await page.evaluate<string>('document.activeElement.dataset.action')).toBe('check');
    }));

  it('is stale when the workbook changes while it is read', () =>
    withPane(async (page) => {
      await page.evaluate('bench.delay = 300');
      await page.evaluate('void pane.check()');
      await page.locator('.pane[aria-busy="true"]').waitFor();
      expect(await page.locator('.status').textContent()).toBe('Đang đọc sổ…');
      await page.waitForTimeout(200);
      await page.evaluate('bench.stale()');
      await idle(page);
      expect(await notices(page)).toContain('Sổ đã thay đổi');
    }));

  it.each([
    ['protected-view', 'chế độ xem được bảo vệ'],
    ['cell-edit', 'gõ dở trong một ô'],
    ['too-large', 'quá lớn'],
    ['no-access', 'Không ghi được'],
  ])('shows %s plainly, keeps the last result, and goes on after it', (problem, words) =>
    withPane(async (page) => {
      await page.evaluate(`bench.problem = ${JSON.stringify(problem)}`);
      await page.locator('[data-action="check"]').click();
      await page.locator('.notices fluent-message-bar').waitFor();
      expect(await notices(page)).toContain(words);
      expect(await page.locator('.summary').isVisible()).toBe(true);
      await page.locator('[data-language="en"]').click();
      expect(await notices(page)).not.toContain(words);
      await page.evaluate('bench.problem = null');
      await page.locator('[data-action="check"]').click();
      await idle(page);
      expect(await notices(page)).toBe('');
    }),
  );

  it('says so when the program itself fails', async () => {
    const { context, page } = await site.open();
    await page.waitForFunction('window.startPane !== undefined');
    await page.evaluate(`startPane(${JSON.stringify(workbook)})`);
    await idle(page);
    await page.evaluate(`bench.failure = 'x is undefined'`);
    await page.locator('[data-action="check"]').click();
    await page.locator('.notices fluent-message-bar').waitFor();
    expect(await notices(page)).toMatch(/ngoài dự kiến \(TypeError: x is undefined\).*không bị thay đổi/u);
    await context.close();
  });

  it('marks what it has just read, and takes marks away', () =>
    withPane(async (page) => {
      const reads = (await calls(page, 'read')).length;
      await page.locator('[data-action="mark"]').click();
      await page.locator('.notices fluent-message-bar').waitFor();
      expect((await calls(page, 'read')).length).toBe(reads + 1);
      const [[, marks] = []] = await calls(page, 'mark');
      expect(marks).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            sheet: 'Nhập liệu',
            key: 'insurance-satisfaction-index|_T',
            severity: 'error',
          }),
        ]),
      );
      const count = (marks as unknown[]).length;
      expect(await notices(page)).toContain(
        `Đã đánh dấu ${count} kết quả trong ${count - 1} ô; 2 kết quả không có ô đánh dấu, hoặc ô bị khóa.`,
      );
      await page.locator('[data-action="clear-marks"]').click();
      await expect.poll(() => notices(page)).toContain('Đã xóa đánh dấu.');
    }));

  it('opens on the tab it is told to, and exports what stands there now', () =>
    withPane(
      async (page) => {
        expect(await page.locator('#panel-gaps').isVisible()).toBe(true);
        expect(await page.locator('#tab-gaps').getAttribute('aria-selected')).toBe('true');
        await page.locator('#tab-export').click();
        expect(await page.locator('[data-action="save-copy"]').count()).toBe(0);
        await page.locator('[data-action="export"]').click();
        await page.locator('.notices fluent-message-bar').waitFor();
        const [[, names] = []] = await calls(page, 'exportFiles');
        expect(names).toContain('lai-chau-2021_VN12_2023.observations.csv');
        expect(await accessibilityProblems(page)).toEqual([]);
      },
      { tab: 'gaps' },
    ));
});
