/// <reference types="office-js" />
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { sheetNames } from '../../core/workbook/contract.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../engines/availability.ts';
import { ExcelHost, type HostOptions } from './excel-host.ts';
import { districtModel } from './generated-workbook.ts';
import { startBrowser } from '../engines/chromium.ts';
import { openPane, type Pane, type PaneOptions } from './page/open-pane.ts';
import { serve, type StaticServer } from '../engines/static-server.ts';

/** A page as small as can be that has a ribbon command and keeps what it hears. */
const PAGE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Ngăn</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script>
  window.heard = [];
  window.ready = Office.onReady();
  Office.actions.associate('writeMark', async (event) => {
    await Excel.run(async (context) => {
      context.workbook.settings.add('pressed', event.source.id);
      await context.sync();
    });
    event.completed();
  });
</script></head><body><img src="https://elsewhere.invalid/x.png" alt=""></body></html>`;

interface TestPage {
  ready: Promise<{ host: string; platform: string }>;
  heard: string[];
}

describeWithEngine('chromium', 'office.js in a browser', () => {
  let browser: Browser;
  let server: StaticServer;
  let bytes: Uint8Array;
  let pane: Pane | undefined;
  beforeAll(async () => {
    bytes = await serialize(await districtModel());
    server = await serve({ '/pane.html': PAGE });
    browser = await startBrowser();
  });
  afterEach(() => pane?.close());
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(options: HostOptions = {}, page: Partial<PaneOptions> = {}) {
    const host = await ExcelHost.open(bytes, { flavour: 'desktop', ...options });
    pane = await openPane(browser, host, { url: `${server.origin}/pane.html`, ...page });
    await pane.page.evaluate(() => (window as unknown as TestPage).ready);
    return { host, pane };
  }

  it('takes the page for a task pane of Excel for Windows', async () => {
    const { pane } = await open();
    const facts = await pane.page.evaluate(async () => ({
      ...(await (window as unknown as TestPage).ready),
      language: Office.context.displayLanguage,
      mode: Office.context.document.mode,
      has19: Office.context.requirements.isSetSupported('ExcelApi', '1.9'),
      has110: Office.context.requirements.isSetSupported('ExcelApi', '1.10'),
      sharedRuntime: Office.context.requirements.isSetSupported('SharedRuntime', '1.1'),
    }));
    expect(facts).toEqual({
      host: 'Excel',
      platform: 'PC',
      addin: null,
      language: 'vi-VN',
      mode: 'readWrite',
      has19: true,
      has110: false,
      sharedRuntime: false,
    });
  });

  it('reads a generated workbook with one sync', async () => {
    const { host, pane } = await open();
    const read = await pane.page.evaluate(
      (name) =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem(name).getUsedRange(true);
          range.load('values,rowCount');
          await context.sync();
          return [range.rowCount, range.values.length];
        }),
      sheetNames.entry,
    );
    const used = host.workbook.sheet(sheetNames.entry)?.usedArea(true);
    expect(read).toEqual([used?.rows, used?.rows]);
    expect(host.syncs).toBe(1);
  });

  it('runs a command of the ribbon to its end', async () => {
    const { host, pane } = await open();
    await pane.runCommand('writeMark', 'MarkButton');
    expect(host.workbook.settings.get('pressed')).toBe('MarkButton');
    await expect(pane.runCommand('nothing')).rejects.toThrow(/nothing ended with Office error/u);
  });

  it('passes on changes of the workbook', async () => {
    const { host, pane } = await open();
    await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.onChanged.add(async (event) => {
          (window as unknown as TestPage).heard.push(`${event.address} ${event.source}`);
        });
        await context.sync();
      }),
    );
    host.user.protect(sheetNames.entry, false);
    host.user.type(sheetNames.entry, 'Z9', 5);
    await pane.page.waitForFunction(() => (window as unknown as TestPage).heard.length > 0);
    expect(await pane.page.evaluate(() => (window as unknown as TestPage).heard)).toEqual(['Z9 Local']);
  });

  it('waits for the end of cell editing, or fails at once', async () => {
    const { host, pane } = await open();
    host.beginCellEdit();
    const failed = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.load('items/name');
        await context.sync();
        return 'no error';
      }).catch((error: OfficeExtension.Error) => error.code),
    );
    expect(failed).toBe('InvalidOperationInCellEditMode');
    const delayed = pane.page.evaluate(() =>
      Excel.run({ delayForCellEdit: true }, async (context) => {
        context.workbook.worksheets.load('items/name');
        await context.sync();
        return 'done';
      }),
    );
    await expect.poll(() => host.waiting).toBe(1);
    host.endCellEdit();
    expect(await delayed).toBe('done');
  });

  it('names errors of the host as Excel does', async () => {
    const { pane } = await open({ payloadLimit: 3_000 });
    const codes = await pane.page.evaluate(async (name) => {
      const attempt = (act: (sheet: Excel.Worksheet) => void) =>
        Excel.run(async (context) => {
          act(context.workbook.worksheets.getItem(name));
          await context.sync();
          return 'no error';
        }).catch((error: OfficeExtension.Error) => error.code);
      return [
        await attempt((sheet) => (sheet.getRange('A1').values = [['x']])),
        await attempt((sheet) => void sheet.getUsedRange().load('values')),
        await attempt((sheet) => (sheet.getRange('A1').values = [['x'.repeat(3_000)]])),
      ];
    }, sheetNames.entry);
    expect(codes).toEqual([
      'AccessDenied',
      'ResponsePayloadSizeLimitExceeded',
      'RequestPayloadSizeLimitExceeded',
    ]);
  });

  it('keeps the settings of the document', async () => {
    const { host, pane } = await open();
    await pane.page.evaluate(
      () =>
        new Promise<void>((saved) => {
          Office.context.document.settings.set('code', { a: 1 });
          Office.context.document.settings.saveAsync(() => saved());
        }),
    );
    expect([...host.workbook.settings]).toEqual([['code', { a: 1 }]]);
  });

  it('opens the workbook for reading', async () => {
    const { pane } = await open({ readOnly: true });
    expect(await pane.page.evaluate(() => Office.context.document.mode)).toBe('readOnly');
  });

  it('lets nothing out of this machine, and says what was asked for', async () => {
    const { pane } = await open();
    expect(pane.foreign).toContain('https://elsewhere.invalid/x.png');
  });
});
