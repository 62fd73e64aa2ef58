import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { runnerImport } from 'vite';
import type { buildAddin } from '../addin/tools/build-site.ts';
import { loadPlans } from '../generator/commands/selected-plans.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { listPlans } from '../generator/plan-files/load.ts';
import { jobsOf, modelOf } from '../generator/workbook/jobs.ts';
import { serialize } from '../formats/xlsx/write/serialize.ts';
import { ExcelHost } from '../test/host/excel-host.ts';
import { startBrowser } from '../test/engines/chromium.ts';
import { openPane, type Pane } from '../test/host/page/open-pane.ts';
import { serve, type StaticServer } from '../test/engines/static-server.ts';

const ROUNDS = 11;
/** Neither side pays for code that runs for the first time. */
const WARM_UP = 3;
const OPENINGS = 11;

/** A build of the add-in, served. */
interface Site {
  name: string;
  address: string;
  stop: () => Promise<void>;
}

/**
 * npm run bench:pane -- [--before DIR]: the pane over the largest workbook with sample figures, in the host of
 * the tests, in Chromium. What a check takes, from the click to the painted result, beside a bare read of the
 * same cells by the same office.js; and what opening takes, from the address to the first painted result, each
 * time in a browser window that has never seen the pane.
 *
 * `--before` is another checkout of this repository, of which the pane is built as well: openings and checks of
 * the two are measured in turns, and compared.
 */
async function main(): Promise<void> {
  const { before } = parseArgs({ options: { before: { type: 'string' } } }).values;
  const largest = await largestWorkbook();
  const sites = [await siteOf('this checkout', packageRoot())];
  if (before !== undefined) sites.push(await siteOf('before', resolve(before)));
  const browser = await startBrowser();
  try {
    process.stdout.write(
      `${largest.name}: ${largest.cells} cells on ${largest.sheets} sheets; Node ${process.version}, Chromium ${browser.version()}\n\n`,
    );
    const openings = await inTurns(
      OPENINGS,
      0,
      sites.map((site) => async () => {
        const { pane } = await open(browser, site, largest.bytes);
        const time = await openingTime(pane.page);
        await pane.close();
        return time;
      }),
    );
    const panes = await Promise.all(sites.map((site) => open(browser, site, largest.bytes)));
    for (const { pane } of panes) await openingTime(pane.page);
    const steps = await inTurns(
      ROUNDS,
      WARM_UP,
      panes.flatMap(({ pane: { page } }) => [() => checkTime(page), () => readTime(page)]),
    );
    const checks = sites.map((_, at) => steps[2 * at] ?? []);
    const reads = sites.map((_, at) => steps[2 * at + 1] ?? []);
    const answers = panes[0]?.host.requests.map(({ responseBytes }) => responseBytes) ?? [];
    const rows = sites.flatMap(({ name }, at) => [
      row(`opening to first painted result, ${name}`, openings[at]),
      row(`click to painted result, ${name}`, checks[at]),
      row(`bare read of all cells, ${name}`, reads[at]),
    ]);
    process.stdout.write(
      [
        textTable(['Step', 'Median ms', 'Least', 'Most'], rows),
        `largest answer: ${(Math.max(...answers) / 2 ** 20).toFixed(2)} MB`,
        ...sites.map(({ name }, at) => `check / bare read, ${name}: ${ratio(checks[at], reads[at])}`),
        ...(before === undefined
          ? []
          : [
              `opening, this checkout / before: ${ratio(openings[0], openings[1])}`,
              `check, this checkout / before: ${ratio(checks[0], checks[1])}`,
            ]),
        '',
      ].join('\n'),
    );
  } finally {
    await browser.close();
    for (const { stop } of sites) await stop();
  }
}

/** Builds the pane of a checkout by its own tools, and serves it. */
async function siteOf(name: string, root: string): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-bench-'));
  const tools = join(root, 'addin/tools/build-site.ts');
  const { module } = await runnerImport<{ buildAddin: typeof buildAddin }>(tools);
  await module.buildAddin(root, folder, { origin: 'https://localhost:3443', officeJs: 'cdn' });
  const server: StaticServer = await serve(folder);
  const stop = async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { name, address: `${server.origin}/taskpane.html?tab=check`, stop };
}

/** Measures each of some things, one after the other, again and again: what else the machine does hits all alike. */
async function inTurns(
  rounds: number,
  warmUp: number,
  measures: readonly (() => Promise<number>)[],
): Promise<number[][]> {
  const times: number[][] = measures.map(() => []);
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [at, measure] of measures.entries()) {
      const time = await measure();
      if (round >= warmUp) times[at]?.push(time);
    }
  }
  return times;
}

/** Opens the pane over the workbook, in a browser window that has never seen it. */
async function open(
  browser: Browser,
  { address }: Site,
  bytes: Uint8Array,
): Promise<{ host: ExcelHost; pane: Pane }> {
  const host = await ExcelHost.open(bytes, { flavour: 'desktop' });
  return { host, pane: await openPane(browser, host, { url: address }) };
}

/** Milliseconds from the address until the browser has painted what the first check found. */
function openingTime(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      const isDone = () => document.querySelector('#app[aria-busy=false] .summary') !== null;
      if (isDone()) return resolve();
      const observer = new MutationObserver(() => {
        if (!isDone()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    });
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 0)));
    return performance.now();
  });
}

/** The workbook with the most cells among those of all plans. */
async function largestWorkbook(): Promise<{
  name: string;
  cells: number;
  sheets: number;
  bytes: Uint8Array;
}> {
  const root = packageRoot();
  const { catalogue, plans } = await loadPlans(root, await listPlans(root));
  if (catalogue === null) throw new Error('seeds/catalogue.yaml does not load; run chitieu plan lint.');
  const provinces = plans.flatMap(({ plan }) =>
    jobsOf([plan], catalogue, { sample: true }).filter(
      ({ unit, reporter }) => unit.level === 'province' && reporter === unit,
    ),
  );
  const sized = provinces.map((job) => {
    const model = modelOf(job, catalogue);
    return { job, model, cells: model.sheets.reduce((sum, { cells }) => sum + cells.size, 0) };
  });
  const [largest] = sized.sort((a, b) => b.cells - a.cells);
  if (!largest) throw new Error('The seeds have no plan of a province.');
  const { job, model, cells } = largest;
  return { name: job.name, cells, sheets: model.sheets.length, bytes: await serialize(model) };
}

/** Milliseconds from the click until the browser has painted what the check found. */
function checkTime(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const app = document.getElementById('app');
    const button = document.querySelector<HTMLElement>('[data-action=check]');
    if (app === null || button === null) throw new Error('The pane is not there.');
    let wasBusy = false;
    const done = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        const isBusy = app.getAttribute('aria-busy') === 'true';
        wasBusy ||= isBusy;
        if (!wasBusy || isBusy) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(app, { attributes: true, attributeFilter: ['aria-busy'] });
    });
    const start = performance.now();
    button.click();
    await done;
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 0)));
    return performance.now() - start;
  });
}

/** Milliseconds for the values and formulas of all sheets, and nothing done with them. */
function readTime(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      for (const sheet of worksheets.items) sheet.getUsedRange(true).load('values,formulas');
      await context.sync();
    });
    return performance.now() - start;
  });
}

function row(name: string, times: readonly number[] = []): string[] {
  return [name, ...[median(times), Math.min(...times), Math.max(...times)].map((time) => time.toFixed(0))];
}

function ratio(times: readonly number[] = [], others: readonly number[] = []): string {
  return (median(times) / median(others)).toFixed(2);
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

await main();
