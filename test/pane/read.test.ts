import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { structureRules } from '../../core/check/structure/rules/index.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import type { Flavour } from '../host/excel-host.ts';
import { changesAsked, openBench } from './excel-for-tests.ts';
import { reporters, sampleModel, wrongBytes } from './wrong-workbook.ts';

afterEach(() => vi.unstubAllGlobals());

interface OfFile {
  bytes: Uint8Array;
  /** What is said of the file itself. */
  inFile: Pick<ReturnType<typeof checkWorkbook>, 'report' | 'gaps' | 'progress'>;
}

const made = new Map<string, Promise<OfFile>>();

/** A wrongly filled workbook and what its file is judged to be, whatever reads it. */
function fileOf(plan: string, reporter: string): Promise<OfFile> {
  const known = made.get(plan) ?? makeFile(plan, reporter);
  made.set(plan, known);
  return known;
}

async function makeFile(plan: string, reporter: string): Promise<OfFile> {
  const bytes = await wrongBytes(await sampleModel(plan, reporter));
  const { report, gaps, progress } = checkWorkbook(await readFacts(bytes));
  return { bytes, inFile: { report, gaps, progress } };
}

const ofFiles = new Set(structureRules.filter(({ needs }) => needs === 'file').map(({ code }) => code));

describe.each(['web', 'desktop'] satisfies Flavour[])('a workbook read from Excel %s', (flavour) => {
  it.each(reporters)('%s of %s is judged as its file is', async (plan, reporter) => {
    const { bytes, inFile } = await fileOf(plan, reporter);
    const { host, bench } = await openBench(bytes, { flavour });

    const facts = await bench.read();
    const inExcel = checkWorkbook(facts, { has: facts.has });

    expect(inExcel.report.findings.length).toBeGreaterThan(5);
    expect(inExcel.report.findings).toEqual(inFile.report.findings.filter(({ code }) => !ofFiles.has(code)));
    expect(inExcel.gaps).toEqual(inFile.gaps);
    expect(inExcel.progress).toEqual(inFile.progress);
    expect(facts.sheets.at(-1)).toMatchObject({ name: sheetNames.meta, state: 'veryHidden' });
    expect(facts.sheets.map(({ isProtected }) => isProtected)).toContain(true);

    // One sync for the list of sheets, one for all cells; the rest is office.js tidying up.
    expect(host.requests.map(({ kind }) => kind)).toEqual(['sync', 'sync', 'cleanup']);
    expect(changesAsked(host)).toEqual([]);
    expect(host.references.size).toBe(0);
    const [list, cells] = host.requests;
    expect(list?.responseBytes).toBeLessThan(10_000);
    expect(cells?.requestBytes).toBeLessThan(60_000);
    // Excel on the web refuses more than 5 MB; the hidden lines of the check are half of what there is.
    expect(cells?.responseBytes).toBeLessThan(4_500_000);
  });
});
