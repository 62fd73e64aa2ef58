import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeZip } from '../../../formats/zip/write.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { buildAndServe, chooseFile, openWorkbook, type BuiltPage, type OpenPage } from './built-page.ts';
import { filledWorkbook } from './filled-workbook.ts';

/** Files that are none of ours, broken or made to do harm. */
describeWithEngine('chromium', 'the standalone page refuses', () => {
  let site: BuiltPage;

  beforeAll(async () => {
    site = await buildAndServe();
  });
  afterAll(() => site.close());

  const text = (content: string) => new TextEncoder().encode(content);

  async function refusal({ page }: OpenPage, name: string, bytes: Uint8Array): Promise<string> {
    await chooseFile(page, { name, bytes });
    const bar = page.locator('.page-head .notice-bar', { hasText: name });
    await bar.waitFor();
    return (await bar.textContent()) ?? '';
  }

  it('what is no workbook, and says what it is', async () => {
    const open = await site.open();
    expect(await refusal(open, 'trong.xlsx', new Uint8Array())).toMatch(/^Không mở được trong\.xlsx.*rỗng/u);
    expect(await refusal(open, 'bao-cao.xlsx', text('%PDF-1.7 …'))).toMatch(/PDF/u);
    expect(await refusal(open, 'web.xlsx', text('<html><script>alert(1)</script></html>'))).toMatch(/HTML/u);
    expect(await refusal(open, 'so.observations.csv', text('unit,period\nVN12,2024\n'))).toMatch(
      /chitieu check/u,
    );
    expect(await refusal(open, 'rac.xlsx', new Uint8Array(5000).fill(0))).toMatch(/không nhận ra/u);
    expect(await refusal(open, 'cut.xlsx', text('PK\u0003\u0004 nothing else'))).toMatch(/cắt cụt|mục lục/u);
    expect(open.complaints).toEqual([]);
    await open.context.close();
  });

  it('a zip that is small and would be enormous', async () => {
    const open = await site.open();
    const zeros = new Uint8Array(200 * 1024 * 1024);
    const bomb = await writeZip([
      { name: '[Content_Types].xml', data: text('<Types/>') },
      { name: '_rels/.rels', data: zeros },
    ]);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal(open, 'bom.xlsx', bomb)).toMatch(/giải nén vượt 128 MB/u);
    // The page is still alive.
    expect(await open.page.locator('fluent-button[data-action="open"]').isVisible()).toBe(true);
    await open.context.close();
  });

  it('a workbook of somebody else, and keeps ours open when the next file is broken', async () => {
    const open = await site.open();
    const foreign = new ExcelJS.Workbook();
    foreign.addWorksheet('Sheet1').getCell('A1').value = '<img src=x onerror=alert(1)>';
    const bytes = new Uint8Array(await foreign.xlsx.writeBuffer());
    expect(await refusal(open, 'la.xlsx', bytes)).toMatch(/không phải sổ Chỉ Tiêu/u);
    expect(await open.page.locator('.pane').count()).toBe(0);

    const ours = await filledWorkbook('lai-chau-2021', 'VN12.BHXH');
    await openWorkbook(open.page, ours);
    expect(await refusal(open, 'la.xlsx', bytes)).toMatch(/không phải sổ Chỉ Tiêu/u);
    expect(await open.page.locator('.file-name').textContent()).toBe(ours.name);
    expect(await refusal(open, 'hong.xlsx', text('PK'))).toMatch(/^Không mở được hong\.xlsx/u);
    expect(await open.page.locator('.file-name').textContent()).toBe(ours.name);
    expect(await open.page.locator('.pane .summary').isVisible()).toBe(true);
    await open.page.locator('.page-head .notice-bar fluent-button').click();
    expect(await open.page.locator('.page-head .notice-bar').count()).toBe(0);
    await open.context.close();
  });

  it('several files at once', async () => {
    const open = await site.open();
    await open.page.evaluate(`{
      const data = new DataTransfer();
      data.items.add(new File(['a'], 'mot.xlsx'));
      data.items.add(new File(['b'], 'hai.xlsx'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }`);
    const bar = open.page.locator('.page-head .notice-bar');
    await bar.waitFor();
    expect(await bar.textContent()).toMatch(/mot\.xlsx, hai\.xlsx.*Mỗi lần mở một tệp/u);
    await open.context.close();
  });

  it('to lose texts of a workbook into its own markup', async () => {
    const open = await site.open();
    const payload = '<img src=x onerror="document.title=1">';
    const workbook = await filledWorkbook('lai-chau-2021', 'VN12.BHXH', {
      typed: new Map([['pension-coverage|_T|2023', payload]]),
    });
    await openWorkbook(open.page, workbook);
    expect(await open.page.locator('.pane').textContent()).toContain(payload);
    expect(await open.page.locator('.pane img').count()).toBe(0);
    expect(open.complaints).toEqual([]);
    await open.context.close();
  });
});
