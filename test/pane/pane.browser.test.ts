import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { cellAddress } from '../../core/sheet/address.ts';
import { CHECK_MARK_PREFIX, sheetNames } from '../../core/workbook/contract.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { describeWithEngine } from '../engines/availability.ts';
import { BuiltAddin, complaintsOf, type OpenedPage } from './built-addin.ts';
import { changesAsked, contentOf, differences } from './excel-for-tests.ts';
import { columnOf, inputCells, sampleModel, wrongBytes } from './wrong-workbook.ts';

const ENTRY = sheetNames.entry;

describeWithEngine('chromium', 'the pane in Excel', () => {
  let addin: BuiltAddin;
  let model: WorkbookModel;
  let bytes: Uint8Array;
  let opened: OpenedPage | undefined;
  beforeAll(async () => {
    model = await sampleModel('lai-chau-2021', 'VN12.106');
    bytes = await wrongBytes(model);
    addin = await BuiltAddin.start();
  });
  afterEach(() => opened?.pane.close());
  afterAll(() => addin.stop());

  async function open(page = 'taskpane.html?tab=check', options: Parameters<BuiltAddin['open']>[2] = {}) {
    opened = await addin.open(bytes, page, options);
    const idle = () => opened?.page.waitForSelector('#app[aria-busy="false"]');
    await idle();
    return { ...opened, idle };
  }

  it('checks when it is opened and changes nothing by it', async () => {
    const { host, page, pane, idle } = await open();
    const before = contentOf(host);
    expect(await page.locator('.group').count()).toBeGreaterThan(2);
    expect(host.requests.filter(({ kind }) => kind === 'sync').length).toBeLessThanOrEqual(4);
    expect(changesAsked(host)).toEqual([]);

    const complaints = complaintsOf(page);
    await page.reload();
    await idle();
    expect(complaints).toEqual([]);
    expect(pane.foreign).toEqual([]);
    expect(contentOf(host)).toEqual(before);
  });

  it.each([
    ['vi-VN', 'Kiểm tra lại', 'vi'],
    ['en-US', 'Check again', 'en'],
    ['fr-FR', 'Kiểm tra lại', 'vi'],
  ])('speaks the language of an Excel in %s', async (language, again, lang) => {
    const { page } = await open('taskpane.html', { language });
    expect(await page.locator('[data-action=check]').textContent()).toBe(again);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
  });

  it('opens on the tab of the button', async () => {
    const { page } = await open('taskpane.html?tab=gaps&_host_Info=Excel$Win32$16.01$vi-VN');
    expect(await page.locator('[role=tab][aria-selected=true]').getAttribute('id')).toBe('tab-gaps');
  });

  it('accompanies an officer from wrong figures to the exported file', async () => {
    const { host, page, pane, idle } = await open();
    const complaints = complaintsOf(page);

    // A number typed as text: the finding leads to its cell.
    const cell = inputCells(model)[0];
    if (!cell) throw new Error('The form has no input cell.');
    const finding = () => page.locator('.finding-head', { hasText: `${ENTRY}!${cell.address}` });
    const group = page.locator('section.group', { has: page.locator('[data-group=figure-number-as-text]') });
    if ((await group.locator('.finding-head').count()) === 0) await group.locator('.group-head').click();
    await finding().first().click();
    await expect
      .poll(
        () =>
          `${host.workbook.active.name}!${cellAddress(host.workbook.selection.row, host.workbook.selection.column)}`,
      )
      .toBe(`${ENTRY}!${cell.address}`);

    // Typed anew, it is gone after a while without a click.
    const textFindings = () =>
      group.locator('.finding-head', { hasText: `${ENTRY}!${cell.address}` }).count();
    expect(await textFindings()).toBe(1);
    host.user.type(ENTRY, cell.address, 12.5);
    await expect.poll(textFindings, { timeout: 20_000 }).toBe(0);
    await idle();

    // What a co-author types only makes the list old.
    const syncs = host.syncs;
    host.user.typeElsewhere(ENTRY, cell.address, 12.6);
    await page.waitForSelector('.notice-bar[intent=warning]');
    await page.waitForTimeout(2_500);
    expect(host.syncs).toBe(syncs);
    await page.locator('[data-action=check]').click();
    await expect.poll(() => page.locator('.notice-bar[intent=warning]').count()).toBe(0);
    await idle();

    // A warning is explained in the pane; the reason stands in the row.
    const before = contentOf(host);
    const heads = page.locator('section.group.warning .group-head[aria-expanded=false]');
    while ((await heads.count()) > 0) await heads.first().click();
    const warnings = page.locator('section.group.warning .finding-head', { hasText: `${ENTRY}!` });
    let explained = false;
    for (let at = 0; at < (await warnings.count()) && !explained; at += 1) {
      await warnings.nth(at).click();
      const box = page.locator('[data-reason] textarea');
      if ((await box.count()) === 0) continue;
      await box.fill('Đã rà soát với các xã');
      await page.locator('.reason fluent-button').click();
      await page.waitForSelector('.explained');
      await idle();
      explained = true;
    }
    expect(explained).toBe(true);
    const written = Object.entries(differences(before, contentOf(host)));
    expect(written).toHaveLength(1);
    expect(written[0]?.[0]).toMatch(new RegExp(`:${columnOf(model, 'reason')}$`, 'u'));
    expect(written[0]?.[1]).toBe('Đã rà soát với các xã');
    expect(await page.locator('.notice-bar[intent=warning]').count()).toBe(0);

    // Marks come and go.
    const unmarked = contentOf(host);
    await page.locator('[data-action=mark]').click();
    const marks = () => Object.keys(differences(unmarked, contentOf(host))).length;
    await expect.poll(marks, { timeout: 20_000 }).toBeGreaterThan(2);
    await idle();
    for (const text of Object.values(differences(unmarked, contentOf(host)))) {
      expect(text).toContain(CHECK_MARK_PREFIX);
    }
    await page.locator('[data-action=clear-marks]').click();
    await expect.poll(marks, { timeout: 20_000 }).toBe(0);
    await idle();

    // The exchange file holds what stands in the workbook now, errors and all.
    await page.locator('#tab-export').click();
    const downloaded = page.waitForEvent('download');
    await page.locator('[data-action=export]').click();
    const download = await downloaded;
    expect(download.suggestedFilename()).toMatch(/VN12\.106/u);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain(cell.key.split('|')[0]);

    expect(complaints).toEqual([]);
    expect(pane.foreign).toEqual([]);
    expect(host.gaps).toEqual([]);
  });

  it("shows a colleague's reason under a draft, and asks before writing over it", async () => {
    const { host, page, idle } = await open();
    const heads = page.locator('section.group.warning .group-head[aria-expanded=false]');
    while ((await heads.count()) > 0) await heads.first().click();
    const warnings = page.locator('section.group.warning .finding-head', { hasText: `${ENTRY}!` });
    const box = page.locator('[data-reason] textarea');
    for (let at = 0; (await box.count()) === 0; at += 1) await warnings.nth(at).click();
    await idle();
    await box.fill('Lý do của tôi');
    const place = (await page.locator('.finding.open .finding-place').textContent()) ?? '';
    const row = Number(/!\D+(\d+)/u.exec(place)?.[1]);
    const address = cellAddress(row, columnOf(model, 'reason'));
    const standing = () => host.workbook.sheet(ENTRY)?.valueOf(row, columnOf(model, 'reason'));
    host.user.typeElsewhere(ENTRY, address, 'Lý do của đồng nghiệp');

    const write = () => page.locator('.reason fluent-button').first().click();
    await write();
    await page.waitForSelector('.notice-bar[intent=error]');
    expect(standing()).toBe('Lý do của đồng nghiệp');
    // Exporting reads the workbook, but shows the officer nothing of it; the draft is asked about.
    await page.locator('#tab-export').click();
    await page.locator('[data-action=export]').click();
    await expect.poll(() => page.locator('.notices').textContent()).toContain('không có trong tệp CSV');
    const downloaded = page.waitForEvent('download');
    await page.locator('.notices fluent-button', { hasText: 'Lưu không kèm' }).click();
    await downloaded;
    await idle();
    await page.locator('#tab-check').click();
    await write();
    await page.waitForSelector('.notice-bar[intent=error]');
    expect(standing()).toBe('Lý do của đồng nghiệp');

    await page.locator('[data-action=check]').click();
    await page.waitForSelector('.standing-reason');
    expect(await page.locator('.standing-reason').textContent()).toContain(
      'Trong sổ hiện ghi: Lý do của đồng nghiệp',
    );
    expect(await box.inputValue()).toBe('Lý do của tôi');
    await page.locator('.reason fluent-button', { hasText: 'Thay bằng lý do của tôi' }).click();
    await expect.poll(standing, { timeout: 20_000 }).toBe('Lý do của tôi');
    await idle();
    expect(await page.locator('.standing-reason').count()).toBe(0);

    // The other choice gives up what was typed.
    await box.fill('Lý do khác');
    host.user.typeElsewhere(ENTRY, address, 'Của người khác nữa');
    await page.locator('[data-action=check]').click();
    await page.locator('.reason fluent-button', { hasText: 'Giữ lý do trong sổ' }).click();
    expect(await box.inputValue()).toBe('Của người khác nữa');
    expect(standing()).toBe('Của người khác nữa');
    expect(await page.locator('.finding-head', { hasText: 'Lý do: Của người khác nữa' }).count()).toBe(1);
  });

  it('says what to do while a cell is being edited', async () => {
    const { host, page, idle } = await open();
    host.beginCellEdit();
    await page.locator('[data-action=check]').click();
    await page.waitForSelector('.notice-bar[intent=error]');
    expect(await page.locator('.notice-bar[intent=error]').textContent()).toContain('Enter');
    host.endCellEdit();
    await page.locator('[data-action=check]').click();
    await expect.poll(() => page.locator('.notice-bar[intent=error]').count()).toBe(0);
    await idle();
  });

  it('says of any other workbook that it is not one of ours', async () => {
    const { host, page } = await open();
    // The cover says whose it is; the guide does not.
    host.workbook.sheets.splice(2);
    host.workbook.sheets.splice(0, 1);
    await page.locator('[data-action=check]').click();
    await page.waitForSelector('.notice-bar[intent=error]');
    expect(await page.locator('.notices').textContent()).toContain('không phải sổ Chỉ Tiêu');
    expect(await page.locator('.summary, [data-group]:visible').count()).toBe(0);
  });
});
