import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildAddin } from '../addin/tools/build-site.ts';
import { loadPlans } from '../generator/commands/selected-plans.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { listPlans } from '../generator/plan-files/load.ts';
import { jobsOf, modelOf } from '../generator/workbook/jobs.ts';
import { serialize } from '../formats/xlsx/write/serialize.ts';
import { ExcelHost } from '../test/host/excel-host.ts';
import { startBrowser } from '../test/engines/chromium.ts';
import { openPane } from '../test/host/page/open-pane.ts';
import { serve } from '../test/engines/static-server.ts';

const ROUNDS = 11;
/** Neither side pays for code that runs for the first time. */
const WARM_UP = 3;

/**
 * What a check in the pane takes, from the click to the painted result, beside a bare read of the same cells by
 * the same office.js: the largest workbook with sample figures, in the host of the tests, in Chromium.
 */
async function main(): Promise<void> {
  const largest = await largestWorkbook();
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-bench-'));
  await buildAddin(packageRoot(), folder, { origin: 'https://localhost:3443', officeJs: 'cdn' });
  const server = await serve(folder);
  const browser = await startBrowser();
  try {
    const host = await ExcelHost.open(largest.bytes, { flavour: 'desktop' });
    const opening = performance.now();
    const pane = await openPane(browser, host, { url: `${server.origin}/taskpane.html?tab=check` });
    await pane.page.waitForSelector('#app[aria-busy="false"]');
    const opened = performance.now() - opening;
    const [checks, reads]: [number[], number[]] = [[], []];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const check = await checkTime(pane.page);
      const read = await readTime(pane.page);
      if (round >= WARM_UP) {
        checks.push(check);
        reads.push(read);
      }
    }
    const answers = host.requests.filter(({ kind }) => kind === 'sync');
    const bytes = Math.max(...answers.map(({ responseBytes }) => responseBytes));
    const row = (name: string, times: readonly number[]) => [
      name,
      median(times).toFixed(0),
      Math.min(...times).toFixed(0),
      Math.max(...times).toFixed(0),
    ];
    process.stdout.write(
      [
        `${largest.name}: ${largest.cells} cells on ${largest.sheets} sheets, ${(bytes / 2 ** 20).toFixed(2)} MB in the largest answer; Node ${process.version}, Chromium ${browser.version()}\n`,
        textTable(
          ['Step', 'Median ms', 'Least', 'Most'],
          [row('click to painted result', checks), row('bare read of all cells', reads)],
        ),
        `check / bare read: ${(median(checks) / median(reads)).toFixed(2)}\n`,
        `from opening the pane to its first result: ${opened.toFixed(0)} ms\n`,
      ].join('\n'),
    );
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
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

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

await main();
