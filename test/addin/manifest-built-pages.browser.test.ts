import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOfficeJsFiles } from '../../addin/build/office-js.ts';
import { precacheOf } from '../../addin/build/precache.ts';
import { pageConfig } from '../../addin/build/page-config.ts';
import { servedFiles } from '../../addin/tools/manifest-facts.ts';
import { projectRoot } from '../../addin/tools/project-root.ts';
import { describeWithEngine } from '../engines/availability.ts';
import { startBrowser } from '../engines/chromium.ts';
import { builtAddin, ORIGIN } from './built-site.ts';
import { builtSite } from './page/built-page.ts';
import { serve, type StaticServer } from '../engines/static-server.ts';

/** The pages that the manifest names and the page that goes without it, as they are built. */
const ROOT = projectRoot();
const CDN = 'https://appsforoffice.microsoft.com';

let folder: string;
const built = (...parts: string[]) => join(folder, ...parts);
const html = (...parts: string[]) => readFileSync(built(...parts), 'utf8');

/** The security policy of a built page, as a browser reads it. */
function policyOf(...parts: string[]): string {
  const [, policy = ''] =
    /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/u.exec(html(...parts)) ?? [];
  return policy.replaceAll('&#39;', "'");
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-pages-'));
  await cp(await builtAddin('cdn'), built('cdn'), { recursive: true });
  await cp(await builtAddin('local'), built('local'), { recursive: true });
  await cp(await builtSite('page', pageConfig), built('page'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const pages: [string, string][] = [
  ['cdn', 'taskpane.html'],
  ['cdn', 'commands.html'],
  ['local', 'taskpane.html'],
  ['local', 'commands.html'],
  ['page', 'index.html'],
  ['page', 'help.html'],
];

describe.each(pages)('%s/%s', (flavour, page) => {
  it('states its policy before anything the policy governs', () => {
    const [head = ''] = html(flavour, page).split('</head>');
    const first = /<(?:script|link|style)\b/u.exec(head)?.index ?? Infinity;
    expect(head.indexOf('Content-Security-Policy')).toBeGreaterThan(0);
    expect(head.indexOf('Content-Security-Policy')).toBeLessThan(first);
    expect(policyOf(flavour, page)).toMatch(/^default-src 'none';/u);
    expect(policyOf(flavour, page)).not.toMatch(/unsafe-|\*|http:|data:/u);
  });

  it('says its encoding where browsers look for it', () => {
    expect(Buffer.from(html(flavour, page)).indexOf('charset="utf-8"')).toBeLessThan(1024);
  });

  it('holds nothing inline', () => {
    const text = html(flavour, page);
    expect(text).not.toMatch(/<style\b|\sstyle=|\son[a-z]+=|javascript:/u);
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)/u);
  });

  it('names only files and places that are there', () => {
    const text = html(flavour, page);
    const isThere = (path: string) =>
      path.startsWith('#') ? text.includes(`id="${path.slice(1)}"`) : existsSync(built(flavour, path));
    const named = [...text.matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(1);
    const own = named.filter((path) => !path.startsWith(`${CDN}/`));
    expect(own.filter((path) => !isThere(path))).toEqual([]);
  });
});

it('writes the manifest for the origin it is built for', () => {
  expect(html('cdn', 'manifest.xml')).toContain(`"${ORIGIN}/taskpane.html"`);
  expect(html('cdn', 'manifest.xml')).not.toContain('"https://localhost');
});

it('takes office.js from Microsoft unless told otherwise, and allows that server only then', () => {
  expect(html('cdn', 'taskpane.html')).toContain(`src="${CDN}/lib/1/hosted/office.js"`);
  expect(policyOf('cdn', 'taskpane.html')).toContain(`script-src 'self' ${CDN};`);
  expect(policyOf('local', 'taskpane.html')).toContain("script-src 'self';");
  expect(html('local', 'taskpane.html')).not.toContain(CDN);
});

it('copies office.js unchanged, with its licence', () => {
  const source = join(ROOT, 'node_modules/@microsoft/office-js');
  for (const file of localOfficeJsFiles) {
    const copy = readFileSync(built('local/office-js', file));
    expect(copy.equals(readFileSync(join(source, 'dist', file))), file).toBe(true);
  }
  expect(existsSync(built('local/office-js/LICENSE.md'))).toBe(true);
});

it('publishes no source maps', async () => {
  for (const flavour of ['cdn', 'local', 'page']) {
    const files = [...(await servedFiles(built(flavour))).keys()];
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  }
});

describe('the standalone page', () => {
  it('never mentions office.js', async () => {
    for (const file of (await servedFiles(built('page'))).keys()) {
      if (/\.(?:html|js)$/u.test(file))
        expect(html('page', file), file).not.toMatch(/office\.js|appsforoffice/u);
    }
  });

  it('keeps every one of its files for use without network', async () => {
    const worker = html('page', 'service-worker.js');
    const files = [...(await servedFiles(built('page'))).keys()].filter(
      (file) => file !== 'service-worker.js',
    );
    expect(files).toContain('index.html');
    expect(files.filter((file) => !worker.includes(file))).toEqual([]);
  });

  it('is another version when one of its files changes', async () => {
    const small = await mkdtemp(join(tmpdir(), 'chitieu-precache-'));
    await writeFile(join(small, 'a.txt'), 'one');
    const before = await precacheOf(small, []);
    expect(await precacheOf(small, [])).toEqual(before);
    await writeFile(join(small, 'a.txt'), 'two');
    const after = await precacheOf(small, []);
    await rm(small, { recursive: true });
    expect(after.files).toEqual(before.files);
    expect(after.version).not.toBe(before.version);
  });
});

describeWithEngine('chromium', 'in Chromium', () => {
  let browser: Browser;
  let server: StaticServer;
  let address: string;

  beforeAll(async () => {
    browser = await startBrowser();
    server = await serve(folder);
    address = server.origin;
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** Opens an address; everything the page complains about and every host it asks is noted. */
  async function open(url: string) {
    const context = await browser.newContext({ locale: 'vi-VN' });
    const page = await context.newPage();
    const complaints: string[] = [];
    const hosts = new Set<string>();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(url);
    await page.locator('h1').waitFor();
    return { context, page, complaints, hosts };
  }

  it('opens the standalone page without complaint and without asking anybody else', async () => {
    const { context, page, complaints, hosts } = await open(`${address}/page/`);
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual([new URL(address).host]);
    expect(await page.locator('#old-browser').isHidden()).toBe(true);
    await context.close();
  });

  it('opens it again without network', async () => {
    const { context, page } = await open(`${address}/page/`);
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await context.setOffline(true);
    await page.goto(`${address}/page/?from=bookmark`);
    expect(await page.locator('h1').textContent()).toBe('Chỉ Tiêu');
    await context.close();
  });

  it('opens it from a folder', async () => {
    const { context, complaints, hosts } = await open(pathToFileURL(built('page/index.html')).href);
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual(['']);
    await context.close();
  });

  it('tells where the pane belongs when its address is opened outside of Excel', async () => {
    const { context, page, complaints, hosts } = await open(`${address}/local/taskpane.html`);
    expect(await page.locator('h1').textContent()).toBe('Chỉ Tiêu chạy trong Excel');
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual([new URL(address).host]);
    await context.close();
  });

  it('says so when office.js cannot be loaded', async () => {
    const context = await browser.newContext({ locale: 'vi-VN' });
    await context.route(`${CDN}/**`, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`${address}/cdn/taskpane.html`);
    await page.locator('h1').waitFor();
    expect(await page.locator('#app').textContent()).toMatch(/Không tải được thư viện Office/u);
    await context.close();
  });

  it('shows its notice where scripts are off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${address}/page/`);
    expect(await page.locator('noscript').textContent()).toMatch(/cần JavaScript/u);
    await context.close();
  });
});
