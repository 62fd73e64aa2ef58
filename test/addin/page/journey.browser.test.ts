import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyedCells } from '../../../core/returned/keyed-cells.ts';
import { readReturned } from '../../../core/returned/read.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import {
  accessibilityProblems,
  buildAndServe,
  chooseFile,
  downloads,
  idle,
  openWorkbook,
  overflow,
  type BuiltPage,
  type OpenPage,
} from './built-page.ts';
import { filledWorkbook } from './filled-workbook.ts';
import { wrongWorkbook } from './wrong-workbook.ts';

/** What an officer does with the page, from opening a workbook to sending its copy. */
describeWithEngine('chromium', 'the standalone page', () => {
  let site: BuiltPage;
  let workbook: Awaited<ReturnType<typeof wrongWorkbook>>;

  beforeAll(async () => {
    [site, workbook] = await Promise.all([buildAndServe(), wrongWorkbook()]);
  });
  afterAll(() => site.close());

  async function withPage(
    use: (open: OpenPage) => Promise<void>,
    options?: Parameters<BuiltPage['open']>[0],
  ): Promise<void> {
    const open = await site.open(options);
    try {
      await use(open);
      expect(open.complaints).toEqual([]);
      expect(
        open.requests.filter((url) => !url.startsWith(site.address) && !url.startsWith('blob:')),
      ).toEqual([]);
    } finally {
      await open.context.close();
    }
  }

  it('finds the slips and says what to do about them', () =>
    withPage(async ({ page }) => {
      await openWorkbook(page, workbook);
      expect(await page.locator('.verdict').textContent()).toBe('Chưa thể chấp nhận');
      expect(await page.locator('.identity').textContent()).toBe('Tỉnh Lai Châu – năm 2023');
      expect(await page.locator('.progress span').textContent()).toMatch(
        /^Đã nhập \d+\/\d+ số phải báo cáo; còn phải nhập \d+$/u,
      );

      await page.locator('#panel-check .search input').fill('hài lòng');
      const finding = page.locator('.finding');
      expect(await finding.count()).toBe(1);
      expect(await finding.textContent()).toMatch(
        /Chỉ số mức độ hài lòng.*Nhập liệu!F\d+.*527,3.*từ 0 đến 100 %/u,
      );
      expect(await page.locator('.group .fix').textContent()).toMatch(/^Cách xử lý: Sửa số/u);

      await page.locator('#panel-check .search input').fill('7,757');
      expect(await page.locator('.finding-label').allTextContents()).toEqual([
        'Số người được đào tạo nghề trong năm',
      ]);
      await page.locator('#panel-check .search input').fill('');

      await page.locator('[data-filter="error"]').click();
      expect(await page.locator('h2.severity').allTextContents()).toEqual(['Lỗi']);
      await page.locator('[data-filter="warning"]').click();
      expect(await page.locator('h2.severity').allTextContents()).toEqual(['Cảnh báo']);
    }));

  it('is worked by keyboard alone', () =>
    withPage(async ({ page }) => {
      await openWorkbook(page, workbook);
      const focused = () =>
        page.evaluate<string>('document.activeElement.dataset.stop ?? document.activeElement.tagName');
      const stops = page.locator('.findings [data-stop]');
      await page.locator('#panel-check [data-filter="all"]').focus();
      for (let tabs = 0; tabs < 6 && !(await focused()).startsWith('group '); tabs += 1) {
        await page.keyboard.press('Tab');
      }
      expect(await focused()).toBe(await stops.first().getAttribute('data-stop'));
      // One stop for Tab, the rest by arrows.
      expect(await page.locator('.findings [data-stop][tabindex="0"]').count()).toBe(1);

      await page.keyboard.press('ArrowDown');
      const first = await stops.nth(1).getAttribute('data-stop');
      expect(await focused()).toBe(first);
      await page.keyboard.press('Enter');
      await idle(page);
      expect(await focused()).toBe(first);
      const wanted = page.locator('.sheet .wanted');
      expect(await wanted.textContent()).toBe('7,757');

      await page.keyboard.press('ArrowLeft');
      const group = await focused();
      expect(group).toBe(await stops.first().getAttribute('data-stop'));
      const shown = await stops.count();
      await page.keyboard.press('ArrowLeft');
      expect(await stops.count()).toBe(shown - 1);
      expect(await focused()).toBe(group);
      await page.keyboard.press('ArrowRight');
      expect(await stops.count()).toBe(shown);
      await page.keyboard.press('End');
      expect(await focused()).toBe(await stops.last().getAttribute('data-stop'));

      // Tabs of the pane: arrows, too.
      await page.locator('#tab-check').focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('#panel-gaps').isVisible()).toBe(true);
      expect(await page.evaluate<string>('document.activeElement.id')).toBe('tab-gaps');
    }));

  it('goes on with the next warning when one that is explained leaves the list', () =>
    withPage(async ({ page }) => {
      await openWorkbook(page, workbook);
      await page.locator('[data-filter="open"]').click();
      const group = page.locator('.group', { has: page.locator('[data-group="gap-to-explain"]') });
      if ((await group.locator('.finding').count()) === 0) await group.locator('.group-head').click();
      const heads = group.locator('.finding-head');
      const next = await heads.nth(1).getAttribute('data-stop');
      await heads.first().click();
      await idle(page);
      await group.locator('.reason textarea').fill('Bão số 3');
      await group.locator('.reason fluent-button').first().click();
      await expect.poll(() => heads.first().getAttribute('data-stop')).toBe(next);
      await idle(page);
      expect(await page.evaluate('document.activeElement.dataset.stop')).toBe(next);
    }));

  it('shows the wanted cell in a narrow pane, under the words of its column', () =>
    withPage(
      async ({ page }) => {
        await openWorkbook(page, workbook);
        await page.locator('#panel-check .search input').fill('hài lòng');
        await page.locator('.finding-head').click();
        await idle(page);
        const sides = `[...document.querySelectorAll('.sheet, .sheet .wanted')].map((one) => {
          const { left, right } = one.getBoundingClientRect();
          return [Math.round(left), Math.round(right)];
        })`;
        const [[from = 0, to = 0] = [], [left = 0, right = 0] = []] = await page.evaluate<number[][]>(sides);
        expect(left).toBeGreaterThanOrEqual(from);
        expect(right).toBeLessThanOrEqual(to + 1);
        expect(await page.locator('.sheet .titles').textContent()).toContain('năm 2023');
      },
      { viewport: { width: 320, height: 640 } },
    ));

  it('takes a reason, and hands over a copy that holds it and nothing else new', () =>
    withPage(async ({ page }) => {
      await openWorkbook(page, workbook);
      const warnings = Number(await page.locator('.counts .warning .count').textContent());
      await page.locator('#panel-check .search input').fill('khó khăn đột xuất');
      await page.locator('.group.warning .group-head').click();
      await page.locator('.finding-head', { hasText: 'khó khăn đột xuất' }).click();
      await idle(page);
      await page
        .locator('.reason textarea')
        .fill('Rà soát lại theo chuẩn nghèo mới < 2 triệu & "chính thức"');
      await page.locator('.reason fluent-button').click();
      await page.locator('.finding-head .explained').waitFor();
      await idle(page);
      expect(Number(await page.locator('.counts .warning .count').textContent())).toBe(warnings - 1);
      expect(await page.locator('.counts .explained .count').textContent()).toBe('1');
      expect(await page.locator('.notices').textContent()).toContain('1 lý do hoặc số sửa chưa lưu vào tệp.');

      await page.locator('#tab-export').click();
      const files = await downloads(page, 1, () => page.locator('[data-action="save-copy"]').click());
      const [[name, bytes] = ['', new Uint8Array()]] = files;
      expect(name).toBe('lai-chau-2021_VN12_2023_ly-do.xlsx');
      await idle(page);
      expect(await page.locator('.notices').textContent()).not.toContain('chưa lưu');

      const before = await readFacts(workbook.bytes);
      const after = await readFacts(bytes);
      const keyed = (sheets: typeof after.sheets) =>
        (keyedCells(sheets) ?? []).filter(({ formula }) => formula === null);
      const old = keyed(before.sheets);
      const changed = keyed(after.sheets).filter(({ value }, at) => value !== old[at]?.value);
      expect(changed).toMatchObject([
        {
          rowKey: 'emergency-relief-coverage|_T',
          field: 'reason',
          value: 'Rà soát lại theo chuẩn nghèo mới < 2 triệu & "chính thức"',
        },
      ]);
      // The copy is a workbook of ours, which the page opens again with the reason in place.
      await openWorkbook(page, { name, bytes });
      await page.locator('.file-name', { hasText: name }).waitFor();
      expect(await page.locator('.counts .explained .count').textContent()).toBe('1');
      expect(Number(await page.locator('.counts .warning .count').textContent())).toBe(warnings - 1);
    }));

  it('marks cells in a copy that still reads back the same', () =>
    withPage(async ({ page }) => {
      await openWorkbook(page, workbook);
      await page.locator('#tab-export').click();
      await page.locator('input[type=checkbox]').check();
      const files = await downloads(page, 1, () => page.locator('[data-action="save-copy"]').click());
      const [[name, bytes] = ['', new Uint8Array()]] = files;
      expect(name).toBe('lai-chau-2021_VN12_2023_danh-dau.xlsx');
      const read = async (file: Uint8Array) =>
        readReturned((await readFacts(file)).sheets).value?.observations;
      expect(await read(bytes)).toEqual(await read(workbook.bytes));
      await openWorkbook(page, { name, bytes });
      expect(await page.locator('.verdict').textContent()).toBe('Chưa thể chấp nhận');
    }));

  it('exports the exchange files in both profiles', () =>
    withPage(async ({ page }) => {
      await openWorkbook(page, workbook);
      await page.locator('#tab-export').click();
      const names = [
        'lai-chau-2021_VN12_2023.baselines.csv',
        'lai-chau-2021_VN12_2023.datapackage.json',
        'lai-chau-2021_VN12_2023.observations.csv',
      ];
      const machine = await downloads(page, names.length, () =>
        page.locator('[data-action="export"]').click(),
      );
      expect([...machine.keys()].sort()).toEqual(names);
      const text = new TextDecoder().decode(machine.get('lai-chau-2021_VN12_2023.observations.csv'));
      expect(text).toContain('emergency-relief-coverage');
      expect(text).toContain('92.58');
      await idle(page);
      expect(await page.locator('.notices').textContent()).toContain(
        'lai-chau-2021_VN12_2023.observations.csv',
      );

      await page.locator('input[value="excel"]').check();
      const excel = await downloads(page, names.length, () => page.locator('[data-action="export"]').click());
      const forExcel = excel.get('lai-chau-2021_VN12_2023.observations.csv');
      expect([...(forExcel?.subarray(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf]);
      expect(new TextDecoder().decode(forExcel)).toContain('92,58');
    }));

  it('shows where every target stands, with the sentence of the plan behind it', () =>
    withPage(async ({ page }) => {
      await openWorkbook(page, workbook);
      await page.locator('#tab-gaps').click();
      const targets = page.locator('.target');
      expect(await targets.count()).toBeGreaterThan(10);
      expect(await targets.first().getAttribute('class')).toContain('notMet');
      const sentence = (await targets.first().locator('.target-sentence').textContent()) ?? '';
      expect(sentence.replaceAll('\u00a0', ' ')).toMatch(/^Thực hiện .*; kế hoạch .*: chưa đạt\.$/u);
      await targets.first().locator('summary').click();
      expect(await targets.first().locator('blockquote').textContent()).toMatch(/dòng \d/u);
      expect(await targets.first().locator('.figures tbody tr').count()).toBeGreaterThan(2);
      // The curve has been drawn, and says what it shows to those who do not see it.
      const canvas = targets.first().locator('canvas');
      expect(await canvas.getAttribute('aria-label')).toMatch(/lộ trình tham chiếu và thực hiện$/u);
      const isDrawn = `(() => {
        const canvas = document.querySelector('.target canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value) => value > 0);
      })()`;
      await expect.poll(() => page.evaluate<boolean>(isDrawn)).toBe(true);
      // What draws was fetched once, for all that are in view.
      expect(await page.locator('script[src="chart.js"]').count()).toBe(1);

      await page.locator('[data-filter="met"]').click();
      const verdicts = new Set(await page.locator('.target .badge').allTextContents());
      expect([...verdicts]).toEqual(['Đạt']);
    }));

  it('speaks Vietnamese to an English browser too, can be switched, and remembers it', () =>
    withPage(
      async ({ page }) => {
        expect(await page.locator('.lead').textContent()).toMatch(/không cần Excel/u);
        await page.locator('[data-language="en"]').click();
        await page.reload();
        expect(await page.locator('.lead').textContent()).toMatch(/without Excel/u);
        await openWorkbook(page, workbook);
        expect(await page.locator('.verdict').textContent()).toBe('Cannot be accepted yet');
        await page.locator('#panel-check .search input').fill('527.3');
        expect(await page.locator('.finding-label').first().textContent()).toMatch(/^[ -~]+$/u);
        await page.locator('[data-language="vi"]').click();
        expect(await page.locator('.verdict').textContent()).toBe('Chưa thể chấp nhận');
        expect(await page.locator('html').getAttribute('lang')).toBe('vi');
        // What was looked for stays.
        expect(await page.locator('#panel-check .search input').inputValue()).toBe('527.3');
        await page.reload();
        expect(await page.locator('.lead').textContent()).toMatch(/không cần Excel/u);
      },
      { locale: 'en-GB' },
    ));

  it.each([
    ['light', 'none'],
    ['dark', 'none'],
    ['light', 'active'],
  ] as const)(
    'has no accessibility problem in the %s look (forced colours %s)',
    (colorScheme, forcedColors) =>
      withPage(
        async ({ page }) => {
          expect(await accessibilityProblems(page)).toEqual([]);
          await openWorkbook(page, workbook);
          await page.locator('.group.warning .group-head').first().click();
          await page.locator('.group.warning .finding-head').first().click();
          await idle(page);
          expect(await accessibilityProblems(page)).toEqual([]);
          await page.locator('#tab-gaps').click();
          await page.locator('.target summary').first().click();
          expect(await accessibilityProblems(page)).toEqual([]);
          await page.locator('#tab-export').click();
          expect(await accessibilityProblems(page)).toEqual([]);
        },
        { colorScheme, forcedColors },
      ),
  );

  it('fits 320 pixels, as a narrow pane and as 640 pixels at 200 %', () =>
    withPage(
      async ({ page }) => {
        expect(await overflow(page)).toBe(0);
        await openWorkbook(page, workbook);
        await page.locator('.group.warning .group-head').first().click();
        await page.locator('.group.warning .finding-head').first().click();
        await idle(page);
        for (const tab of ['check', 'gaps', 'export']) {
          await page.locator(`#tab-${tab}`).click();
          expect([tab, await overflow(page)]).toEqual([tab, 0]);
        }
      },
      // Zoom gives the page half the pixels, each of them twice as large.
      { viewport: { width: 320, height: 480 }, deviceScaleFactor: 2 },
    ));

  it('warns before reasons that no file holds are given up', () =>
    withPage(async ({ page }) => {
      await openWorkbook(page, workbook);
      await page.locator('#panel-check .search input').fill('khó khăn đột xuất');
      await page.locator('.group.warning .group-head').click();
      await page.locator('.finding-head', { hasText: 'khó khăn đột xuất' }).click();
      await page.locator('.reason textarea').fill('Điều tra lại theo chuẩn mới');
      await page.locator('.reason fluent-button').click();
      await page.locator('.finding-head .explained').waitFor();
      await chooseFile(page, await filledWorkbook('lai-chau-2021', 'VN12.BHXH'));
      await page.locator('.page-head .notice-bar').waitFor();
      expect(await page.locator('.page-head .notice-bar').textContent()).toContain(
        'Còn 1 lý do hoặc số sửa chưa lưu',
      );
      await page.locator('.page-head .notice-bar fluent-button').first().click();
      expect(await page.locator('.file-name').textContent()).toBe(workbook.name);
      expect(await page.locator('.counts .explained .count').textContent()).toBe('1');
    }));

  it('works without network once it was opened', () =>
    withPage(async ({ context, page }) => {
      await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
      await context.setOffline(true);
      await page.reload();
      await openWorkbook(page, workbook);
      expect(await page.locator('.verdict').textContent()).toBe('Chưa thể chấp nhận');
    }));

  it('works from a folder, without any server', async () => {
    const { context, page, complaints, requests } = await site.openFromFolder();
    await openWorkbook(page, workbook);
    expect(await page.locator('.verdict').textContent()).toBe('Chưa thể chấp nhận');
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await context.close();
  });
});
