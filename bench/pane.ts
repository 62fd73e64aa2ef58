import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { runnerImport } from 'vite';
import type { buildAddin } from '../addin/tools/build-site.ts';
import { loadPlans } from '../generator/commands/selected-plans.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { listPlans } from '../generator/plan-files/load.ts';
import { jobsOf, modelOf } from '../generator/workbook/jobs.ts';
import { ExcelHost } from '../test/host/excel-host.ts';
import { startBrowser } from '../test/engines/chromium.ts';
import { openPane, type Pane } from '../test/host/page/open-pane.ts';
import { serve, type StaticServer } from '../test/engines/static-server.ts';

const ROUNDS = 11;
/** Neither side pays for code that runs for the first time. */
const WARM_UP = 3;
const OPENINGS = 11;

/** A build of the add-in, served, and the workbook it opens. */
interface Site {
  name: string;
  address: string;
  bytes: Uint8Array;
  stop: () => Promise<void>;
}

/**
 * npm run bench:pane -- [--before DIR]: the pane over the largest workbook with sample figures, in the host of
 * the tests, in Chromium. What a check takes, from the click to the painted result, beside a bare read of the
 * same cells by the same office.js; and what opening takes, from the address to the first painted result and to
 * the whole one, each time in a browser window that has never seen the pane.
 *
 * `--before` is another checkout of this repository, built, of which the pane is built as well: openings and checks
 * of the two are measured in turns, and compared. Each opens the workbook its own program makes of the same unit:
 * an earlier pane only refuses one of today.
 */
async function main(): Promise<void> {
  const { before } = parseArgs({ options: { before: { type: 'string' } } }).values;
  const largest = await largestWorkbook();
  const sites = [await siteOf('this checkout', packageRoot(), largest)];
  if (before !== undefined) sites.push(await siteOf('before', resolve(before), largest));
  const browser = await startBrowser();
  try {
    process.stdout.write(
      `${largest.name}: ${largest.cells} cells on ${largest.sheets} sheets; Node ${process.version}, Chromium ${browser.version()}\n\n`,
    );
    const wholes: number[][] = sites.map(() => []);
    const openings = await inTurns(
      OPENINGS,
      0,
      sites.map((site, at) => async () => {
        const { pane } = await open(browser, site);
        const { first, whole } = await openingTimes(pane.page);
        wholes[at]?.push(whole);
        await pane.close();
        return first;
      }),
    );
    const panes = await Promise.all(sites.map((site) => open(browser, site)));
    for (const { pane } of panes) await openingTimes(pane.page);
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
      row(`opening to whole painted result, ${name}`, wholes[at]),
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
              `opening to first result, this checkout / before: ${ratio(openings[0], openings[1])}`,
              `opening to whole result, this checkout / before: ${ratio(wholes[0], wholes[1])}`,
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
async function siteOf(name: string, root: string, { plan, unit }: Largest): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-bench-'));
  const tools = join(root, 'addin/tools/build-site.ts');
  const { module } = await runnerImport<{ buildAddin: typeof buildAddin }>(tools);
  await module.buildAddin(root, folder, { origin: 'https://localhost:3443', officeJs: 'cdn' });
  const server: StaticServer = await serve(folder);
  const stop = async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  const bytes = await workbookOf(root, plan, unit);
  return { name, address: `${server.origin}/taskpane.html?tab=check`, bytes, stop };
}

/** The workbook of a unit with sample figures, by the command of a checkout. */
async function workbookOf(root: string, plan: string, unit: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-bench-'));
  const program = join(root, 'generator/bin/chitieu.mjs');
  try {
    const given = [program, 'generate', plan, '--unit', unit, '--sample', '--out', folder];
    await promisify(execFile)(process.execPath, given, { cwd: root });
    const [file = ''] = await readdir(folder);
    return await readFile(join(folder, file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
async function open(browser: Browser, { address, bytes }: Site): Promise<{ host: ExcelHost; pane: Pane }> {
  const host = await ExcelHost.open(bytes, { flavour: 'desktop' });
  return { host, pane: await openPane(browser, host, { url: address }) };
}

/**
 * Milliseconds from the address until the browser has put what is first known on the screen, and what the check found.
 * The browser itself says when: a mark is put in beside what is waited for, and painted in the same frame. A task that
 * is only run after the frame would come after whatever the pane does next.
 */
function openingTimes(page: Page): Promise<{ first: number; whole: number }> {
  return page.evaluate(async () => {
    const painted = async (selector: string) => {
      await new Promise<void>((resolve) => {
        const isThere = () => document.querySelector(selector) !== null;
        if (isThere()) return resolve();
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true });
      });
      const mark = document.createElement('p');
      mark.textContent = '.';
      mark.setAttribute('elementtiming', selector);
      // Within what is seen, whatever the pane has.
      mark.style.cssText = 'position: fixed; inset: 0 auto auto 0; margin: 0';
      document.body.append(mark);
      return new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          // The time of the frame, where the browser knows it.
          const entries = list.getEntries() as (PerformanceEntry & { identifier: string })[];
          const found = entries.find(({ identifier }) => identifier === selector);
          if (!found) return;
          observer.disconnect();
          resolve(found.startTime);
        }).observe({ type: 'element', buffered: true });
      });
    };
    const [first, whole] = await Promise.all([
      painted('.summary'),
      painted('#app[aria-busy=false] .summary'),
    ]);
    return { first, whole };
  });
}

/** A workbook, whose it is and how much it holds. */
interface Largest {
  name: string;
  plan: string;
  unit: string;
  cells: number;
  sheets: number;
}

/** The workbook with the most cells among those of all plans. */
async function largestWorkbook(): Promise<Largest> {
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
  const [plan] = job.plans;
  if (!plan) throw new Error('A workbook is of no plan.');
  return { name: job.name, plan: plan.file.id, unit: job.unit.id, cells, sheets: model.sheets.length };
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
