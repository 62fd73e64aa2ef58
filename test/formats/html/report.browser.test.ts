import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportHtml } from '../../../formats/html/report.ts';
import { accessibilityProblems, overflow } from '../../addin/page/built-page.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { startBrowser } from '../../engines/chromium.ts';
import { reportPages, yearReport } from './pages.ts';

const KINDS = [
  'a year',
  'a half-year that was closed and corrected',
  'a quarter',
  'a year, for publication',
  'a year, in English',
  'the country',
];

describeWithEngine('chromium', 'the report in Chromium', () => {
  let browser: Browser;
  let folder: string;
  const pages: Record<string, string> = {};
  let addresses: Record<string, string>;

  beforeAll(async () => {
    browser = await startBrowser();
    folder = await mkdtemp(join(tmpdir(), 'chitieu-report-'));
    for (const [name, html] of Object.entries(await reportPages())) {
      const path = join(folder, `${Object.keys(pages).length}.html`);
      await writeFile(path, html);
      pages[name] = pathToFileURL(path).href;
    }
    const view = await yearReport();
    const names = Array.from({ length: 12 }, (_, at) => `Xã Tủa Sín Chải ${at}`).join(', ');
    const notSent = `40: ${names} và 28 đơn vị, cơ quan khác. 42 đã gửi nhưng còn thiếu báo cáo về lai-chau-2021: ${names} và 30 đơn vị, cơ quan khác.`;
    const silent = join(folder, 'silent.html');
    await writeFile(silent, await reportHtml({ ...view, coverage: { ...view.coverage, notSent } }));
    addresses = { 'most have sent': pages['a year'] ?? '', 'few have sent': pathToFileURL(silent).href };
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  it.each(KINDS.flatMap((kind) => [1280, 400].map((width): [string, number] => [kind, width])))(
    'on %s breaks no rule of accessibility and fits a window of %d pixels',
    async (kind, width) => {
      const address = pages[kind] ?? '';
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('request', (request) => {
        if (request.url() !== address) said.push(request.url());
      });
      await page.goto(address);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      // Nothing was refused by the policy, and nothing asked for.
      expect(said).toEqual([]);
      await page.close();
    },
  );

  it.each(['most have sent', 'few have sent'])(
    'prints its answers on the first page of A4: %s',
    async (of) => {
      const page = await browser.newPage();
      await page.goto(addresses[of] ?? '');
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 660, height: 1000 });
      const height = (await page.evaluate(
        'document.querySelector(".front").getBoundingClientRect().bottom',
      )) as number;
      // A4 less the margins, at 96 pixels an inch.
      expect(height).toBeLessThan(1010);
      await page.close();
    },
  );
});
