import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { reasonCell, standingReasons } from '../../../addin/pane/reason-cell.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { writeTexts } from '../../../formats/xlsx/write-texts.ts';
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
} from './built-page.ts';
import { filledWorkbook } from './filled-workbook.ts';
import { provinceWorkbook, wrongWorkbook } from './wrong-workbook.ts';

const ROW = 'emergency-relief-coverage|_T';
const LABEL = 'khó khăn đột xuất';
const REASON = 'Rà soát lại theo chuẩn nghèo mới';

/** What an officer has typed outlasts whatever happens to the file and the page, unless they give it up. */
describeWithEngine('chromium', 'reasons on the standalone page', () => {
  let site: BuiltPage;
  let folder: string;
  /** The file on the disk. */
  let path: string;
  let workbook: Awaited<ReturnType<typeof wrongWorkbook>>;
  /** The same return after a figure was corrected in a spreadsheet program. */
  let corrected: Uint8Array;
  let other: Awaited<ReturnType<typeof filledWorkbook>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chitieu-reasons-'));
    [site, workbook, other] = await Promise.all([
      buildAndServe(),
      wrongWorkbook(),
      filledWorkbook('lai-chau-2021', 'VN12.BHXH'),
    ]);
    path = join(folder, workbook.name);
    corrected = (await provinceWorkbook()).bytes;
  });
  beforeEach(() => writeFile(path, workbook.bytes));
  afterAll(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function withPage(
    use: (page: Page) => Promise<void>,
    options?: Parameters<BuiltPage['open']>[0],
  ): Promise<void> {
    const { context, page, complaints } = await site.open(options);
    try {
      await use(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  /** Chooses the file on the disk, as often as it takes. */
  async function openFromDisk(page: Page): Promise<void> {
    await page.evaluate(`document.querySelector('.pane')?.setAttribute('data-old', '')`);
    await page.locator('input[type=file]').setInputFiles(path);
    await page.locator('.pane:not([data-old]) .summary').waitFor();
    await idle(page);
  }
  const head = async (page: Page) => (await page.locator('.page-head').textContent()) ?? '';
  const notices = async (page: Page) => (await page.locator('.notices').textContent()) ?? '';
  const box = (page: Page) => page.locator('.reason textarea');

  /** Opens the warning of the row, in a list that shows nothing else. */
  async function openRow(page: Page): Promise<void> {
    await page.locator('#tab-check').click();
    await page.locator('#panel-check .search input').fill('khó khăn đột xuất');
    const group = page.locator('.group.warning .group-head[aria-expanded=false]');
    if ((await group.count()) > 0) await group.first().click();
    const finding = page.locator('.finding-head', { hasText: LABEL });
    if ((await finding.getAttribute('aria-expanded')) === 'false') await finding.click();
    await idle(page);
  }
  async function typeReason(page: Page, text = REASON): Promise<void> {
    await openRow(page);
    await box(page).fill(text);
  }
  async function writeReason(page: Page, text = REASON): Promise<void> {
    await typeReason(page, text);
    await page.locator('.reason fluent-button').first().click();
    await page.locator('.finding-head .explained').waitFor();
    await idle(page);
  }
  const press = (page: Page, label: string) =>
    page.locator('fluent-button', { hasText: label }).first().click();
  async function reasonIn(bytes: Uint8Array | undefined): Promise<string | undefined> {
    return standingReasons((await readFacts(bytes ?? new Uint8Array())).sheets).get(ROW);
  }
  async function withReason(bytes: Uint8Array, text: string): Promise<Uint8Array> {
    const cell = reasonCell((await readFacts(bytes)).sheets, ROW);
    if (!cell) throw new Error(`The workbook has no reason cell for ${ROW}.`);
    return (await writeTexts(bytes, [{ sheet: cell.sheet, address: cell.address, text }], [])).bytes;
  }

  it('are saved from what was read, once the file has changed on the disk', () =>
    withPage(async (page) => {
      await openFromDisk(page);
      await writeReason(page);
      await writeFile(path, corrected);
      await page.locator('[data-action="check"]').click();
      await expect
        .poll(() => head(page))
        .toContain('Hãy mở lại tệp để kiểm tra bản mới; lý do đã gõ được giữ');
      await idle(page);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.locator('.counts .explained .count').textContent()).toBe('1');

      // Reasons can still be written, and copies and exchange files be taken.
      await writeReason(page, 'Lý do sửa lại');
      await page.locator('#tab-export').click();
      const copy = await downloads(page, 1, () => page.locator('[data-action="save-copy"]').click());
      expect(await reasonIn([...copy.values()][0])).toBe('Lý do sửa lại');
      await idle(page);
      expect(await notices(page)).toContain('Bản sao theo nội dung tệp đã đọc');
      expect(await notices(page)).toContain('thư mục Tải xuống');
      // A download that was called off is asked for again.
      const again = await downloads(page, 1, () => press(page, 'Lưu lại'));
      expect(await reasonIn([...again.values()][0])).toBe('Lý do sửa lại');
      await idle(page);
      const exported = await downloads(page, 3, () => page.locator('[data-action="export"]').click());
      expect(exported.size).toBe(3);
    }));

  it('go along into the changed file when it is opened again', () =>
    withPage(async (page) => {
      await openFromDisk(page);
      const errors = () => page.locator('.counts .error .count').textContent();
      const before = Number(await errors());
      await writeReason(page);
      await writeFile(path, corrected);
      // Coming back from the other program is enough to be told.
      await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
      await expect.poll(() => head(page)).toContain('Tệp đã thay đổi');

      await openFromDisk(page);
      expect(await head(page)).not.toContain('Tệp đã thay đổi');
      expect(await head(page)).toContain('Đã chuyển 1 lý do hoặc số sửa sang tệp vừa mở');
      expect(await notices(page)).toContain('1 lý do hoặc số sửa chưa lưu vào tệp');
      // It is the corrected file.
      expect(Number(await errors())).toBeLessThan(before);
      await page.locator('#tab-export').click();
      const copy = await downloads(page, 1, () => page.locator('[data-action="save-copy"]').click());
      expect(await reasonIn([...copy.values()][0])).toBe(REASON);
      await expect.poll(() => head(page)).not.toContain('Đã chuyển 1 lý do');
    }));

  it('that were not written yet stay in their box when the file is opened again', () =>
    withPage(async (page) => {
      await openFromDisk(page);
      await typeReason(page);
      await writeFile(path, await withReason(workbook.bytes, ''));
      await openFromDisk(page);
      expect(await head(page)).toContain('1 lý do đang gõ được giữ lại, chưa ghi');
      await openRow(page);
      expect(await page.locator('.finding-head .draft').textContent()).toBe('Đang gõ, chưa ghi');
      await expect.poll(() => box(page).inputValue()).toBe(REASON);
      expect(await notices(page)).toBe('');
    }));

  it.each([
    ['Thay bằng lý do của tôi', REASON],
    ['Giữ lý do trong sổ', 'Lý do của đồng nghiệp'],
  ])('meet another reason in the file opened again: %s', (choice, result) =>
    withPage(async (page) => {
      await openFromDisk(page);
      await writeReason(page);
      await writeFile(path, await withReason(workbook.bytes, 'Lý do của đồng nghiệp'));
      await openFromDisk(page);
      expect(await head(page)).toContain('1 lý do không chuyển ngay được');
      expect(await notices(page)).toBe('');
      await openRow(page);
      expect(await page.locator('.standing-reason').textContent()).toContain(
        'Trong sổ hiện ghi: Lý do của đồng nghiệp',
      );
      await expect.poll(() => box(page).inputValue()).toBe(REASON);
      expect(await accessibilityProblems(page)).toEqual([]);
      await press(page, choice);
      await idle(page);
      await page.locator('.standing-reason').waitFor({ state: 'detached' });
      await expect.poll(() => box(page).inputValue()).toBe(result);
      await page.locator('#tab-export').click();
      const copy = await downloads(page, 1, () => page.locator('[data-action="save-copy"]').click());
      expect(await reasonIn([...copy.values()][0])).toBe(result);
    }),
  );

  it('are asked about before the workbook of somebody else takes their place', () =>
    withPage(async (page) => {
      await openFromDisk(page);
      await typeReason(page);
      await chooseFile(page, other);
      await expect
        .poll(() => head(page))
        .toContain('Còn 1 lý do hoặc số đang gõ, chưa ghi. Đây là sổ của đơn vị');
      expect(await page.locator('.file-name').textContent()).toBe(workbook.name);
      expect(await accessibilityProblems(page)).toEqual([]);
      // What is typed after the question is not covered by its answer.
      await writeReason(page, 'Lý do khác');
      await press(page, 'Bỏ và mở sổ khác');
      await expect.poll(() => head(page)).toContain('Còn 1 lý do hoặc số sửa chưa lưu vào tệp. Đây là');
      await press(page, 'Ở lại');
      expect(await page.locator('.page-head .notice-bar').count()).toBe(0);
      expect(await page.locator('.counts .explained .count').textContent()).toBe('1');

      await chooseFile(page, other);
      await press(page, 'Bỏ và mở sổ khác');
      await page.locator('.file-name', { hasText: other.name }).waitFor();
    }));

  it('written while another file is being read are asked about, too', () =>
    withPage(async (page) => {
      await openFromDisk(page);
      await openRow(page);
      // The other file is on its way when the reason is typed and written.
      await page.evaluate(`{
        const read = File.prototype.arrayBuffer;
        File.prototype.arrayBuffer = async function () {
          if (this.name === ${JSON.stringify(other.name)}) await new Promise((go) => { window.goOn = go; });
          return read.call(this);
        };
      }`);
      await chooseFile(page, other);
      // By evaluate: a wait that polls inside the page needs eval, which the page's policy forbids.
      await expect.poll(() => page.evaluate('window.goOn !== undefined')).toBe(true);
      await box(page).fill(REASON);
      await page.evaluate(`document.querySelector('.reason fluent-button').click(); window.goOn()`);
      await expect.poll(() => head(page)).toContain('mở sổ này sẽ mất các lý do ấy');
      expect(await page.locator('.file-name').textContent()).toBe(workbook.name);
    }));

  it('are written once by two presses of the button, and nobody is said to have changed them', () =>
    withPage(async (page) => {
      await openFromDisk(page);
      await typeReason(page);
      await page.evaluate(`{
        const button = document.querySelector('.reason fluent-button');
        button.click();
        button.click();
      }`);
      await page.locator('.finding-head .explained').waitFor();
      await idle(page);
      expect(await page.locator('.notices [role=alert]').count()).toBe(0);
      expect(await notices(page)).toContain('Đã ghi lý do.');
      expect(await page.locator('.standing-reason').count()).toBe(0);
      await expect.poll(() => box(page).inputValue()).toBe(REASON);
    }));

  it('are counted as they are while another file waits, until a copy holds them', () =>
    withPage(async (page) => {
      await openFromDisk(page);
      await typeReason(page);
      await chooseFile(page, other);
      await expect.poll(() => head(page)).toContain('Còn 1 lý do hoặc số đang gõ, chưa ghi.');
      await writeReason(page);
      await expect.poll(() => head(page)).toContain('Còn 1 lý do hoặc số sửa chưa lưu vào tệp. Đây là');
      expect(await head(page)).not.toContain('đang gõ');
      await page.locator('#tab-export').click();
      await downloads(page, 1, () => page.locator('[data-action="save-copy"]').click());
      await expect.poll(() => head(page)).not.toContain('mất các lý do');
      await press(page, 'Ở lại');
      expect(await page.evaluate<string>('document.activeElement.dataset.action')).toBe('open');
    }));

  it('not written yet keep the page from being left without a question', () =>
    withPage(async (page) => {
      await openFromDisk(page);
      await typeReason(page);
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.dismiss();
      });
      await page.reload({ timeout: 2_000 }).catch(() => undefined);
      expect(asked).toEqual(['beforeunload']);
      await expect.poll(() => box(page).inputValue()).toBe(REASON);
    }));

  it.each([
    ['Ghi rồi lưu', REASON],
    ['Lưu không kèm', ''],
  ])('not written yet are asked about before a copy is saved: %s', (choice, result) =>
    withPage(async (page) => {
      await openFromDisk(page);
      await typeReason(page, `  ${REASON} `);
      await page.locator('#tab-export').click();
      await page.locator('[data-action="save-copy"]').click();
      await expect
        .poll(() => notices(page))
        .toContain('1 lý do hoặc số đang gõ chưa ghi nên sẽ không có trong bản sao');
      expect(await notices(page)).toContain(LABEL);
      expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Ghi rồi lưu');
      expect(await accessibilityProblems(page)).toEqual([]);
      const copy = await downloads(page, 1, () => press(page, choice));
      expect((await reasonIn([...copy.values()][0])) ?? '').toBe(result);
      await idle(page);
      await openRow(page);
      // The box is filled a moment after the row is opened.
      await expect.poll(async () => (await box(page).inputValue()).trim()).toBe(REASON);
      expect(await page.locator('.finding-head .draft').count()).toBe(result === '' ? 1 : 0);
    }),
  );

  it('typed for a row that has no warning any more are not forgotten', () =>
    withPage(async (page) => {
      await openFromDisk(page);
      await typeReason(page);
      const fixed = await provinceWorkbook({
        figures: new Map([['emergency-relief-coverage|_T|2023', null]]),
      });
      await writeFile(path, fixed.bytes);
      await openFromDisk(page);
      await expect.poll(() => notices(page)).toContain(`"${REASON}". Dòng này không còn cảnh báo`);
      await page.locator('.notices fluent-button', { hasText: 'Ghi lý do' }).click();
      await idle(page);
      expect(await notices(page)).toContain('1 lý do hoặc số sửa chưa lưu vào tệp');
      expect(await notices(page)).not.toContain('Dòng này không còn cảnh báo');
    }));

  it.each(['vi', 'en'])('and the questions about them fit 320 pixels (%s)', (language) =>
    withPage(
      async (page) => {
        await page.locator(`[data-language="${language}"]`).click();
        await openFromDisk(page);
        await page.locator('#panel-check .search input').fill(language === 'vi' ? LABEL : 'hardship');
        await page.locator('.group.warning .group-head').first().click();
        await page.locator('.group.warning .finding-head').first().click();
        await idle(page);
        await box(page).fill(REASON);
        await page.locator('#tab-export').click();
        await page.locator('[data-action="save-copy"]').click();
        await page.locator('.notices fluent-message-bar').waitFor();
        expect(await overflow(page)).toBe(0);
        await chooseFile(page, other);
        await page.locator('.page-head .notice-bar').waitFor();
        expect(await overflow(page)).toBe(0);
      },
      { viewport: { width: 320, height: 600 } },
    ),
  );

  it('are not hidden by a refusal of another file, which goes with the next check', () =>
    withPage(async (page) => {
      await openWorkbook(page, workbook);
      await chooseFile(page, { name: 'hong.xlsx', bytes: new TextEncoder().encode('PK') });
      await page.locator('.page-head .notice-bar', { hasText: 'hong.xlsx' }).waitFor();
      await page.locator('.page-head .notice-bar fluent-button').click();
      expect(await page.locator('.page-head .notice-bar').count()).toBe(0);
      await chooseFile(page, { name: 'hong.xlsx', bytes: new TextEncoder().encode('PK') });
      await page.locator('.page-head .notice-bar', { hasText: 'hong.xlsx' }).waitFor();
      await page.locator('[data-action="check"]').click();
      await expect.poll(() => page.locator('.page-head .notice-bar').count()).toBe(0);
    }));
});
