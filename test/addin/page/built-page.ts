import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { build, type InlineConfig } from 'vite';
import { pageConfig } from '../../../addin/build/page-config.ts';
import { projectRoot } from '../../../addin/tools/project-root.ts';
import { startBrowser } from '../../engines/chromium.ts';
import { madeOnce } from '../../engines/made-once.ts';
import { serve } from '../../engines/static-server.ts';

/** The standalone page, built and served, with a browser to open it in. */
export interface BuiltPage {
  address: string;
  open: (options?: BrowserContextOptions) => Promise<OpenPage>;
  /** Opens it as a file of this computer, without any server. */
  openFromFolder: () => Promise<OpenPage>;
  close: () => Promise<void>;
}

/** The page in a window of its own, with all it did that users do not see. */
export interface OpenPage {
  context: BrowserContext;
  page: Page;
  /** Errors, also those of the security policy. */
  complaints: string[];
  /** Addresses of everything it asked for. */
  requests: string[];
}

/** What is built into a folder. */
export type SiteConfig = (root: string, outDir: string) => InlineConfig;

/** The page with stretched texts. */
export const stretchedPage: SiteConfig = (root, outDir) => ({ ...pageConfig(root, outDir), mode: 'pseudo' });

/** The page as it is published, or another site, built once in a run; it must not be changed. */
export async function builtSite(name: string, config: SiteConfig): Promise<string> {
  const [site = ''] = await madeOnce([name], async ([mine]) => {
    await build({ ...config(projectRoot(), mine?.path ?? ''), logLevel: 'error' });
  });
  return site;
}

/** Serves the page as it is published, or another site. */
export async function buildAndServe(name = 'page', config: SiteConfig = pageConfig): Promise<BuiltPage> {
  const site = await builtSite(name, config);
  const server = await serve(site);
  const browser = await startBrowser();
  return {
    address: server.origin,
    open: (options) => openPage(browser, server.origin, options),
    openFromFolder: () => openPage(browser, pathToFileURL(site).href, {}),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ locale: 'vi-VN', acceptDownloads: true, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  context.on('request', (request) => requests.push(request.url()));
  await page.goto(address.startsWith('file:') ? `${address}/index.html` : `${address}/`);
  return { context, page, complaints, requests };
}

/** Opens a workbook by the file dialogue's input and waits until it was checked. */
export async function openWorkbook(page: Page, file: { name: string; bytes: Uint8Array }): Promise<void> {
  await chooseFile(page, file);
  await page.locator('.pane .summary').waitFor();
  await idle(page);
}

/** Chooses a file as in the file dialogue. */
export function chooseFile(page: Page, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<void> {
  return page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

/** Waits until the pane is done with what it was asked for. */
export async function idle(page: Page): Promise<void> {
  await page.locator('.pane[aria-busy="false"]').waitFor();
}

/** The bytes of what a press downloads. */
export async function downloads(
  page: Page,
  count: number,
  press: () => Promise<void>,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const all = new Promise<void>((resolve, reject) => {
    page.on('download', (download) => {
      download
        .path()
        .then(async (path) => {
          files.set(download.suggestedFilename(), new Uint8Array(await readFile(path)));
          if (files.size === count) resolve();
        })
        .catch(reject);
    });
  });
  await press();
  await all;
  return files;
}

/** Rules of accessibility that the page breaks, each with the elements concerned. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  // The security policy refuses scripts from elsewhere; the driver's own world is not under it.
  const source = await readFile(path, 'utf8');
  await page.evaluate(source);
  const found: unknown = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
        id + ' ' + target.join(' ') + ': ' + failureSummary)))`,
  );
  return found as string[];
}

/** How many pixels of the page lie beyond the right edge of the window. */
export async function overflow(page: Page): Promise<number> {
  return (await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )) as number;
}
