/// <reference types="office-js" />
import { vi } from 'vitest';
import { ExcelBench } from '../../addin/office/excel-bench.ts';
import type { Patience } from '../../addin/office/run.ts';
import { ExcelHost, type HostOptions } from '../host/excel-host.ts';
import { excelInNode } from '../host/node-excel.ts';
import { forEachCell } from '../host/workbook/area.ts';
import type { HostSheet } from '../host/workbook/host-sheet.ts';

/** A workbook in the host with the add-in's bench on it, in this process. */
export interface BenchInNode {
  host: ExcelHost;
  bench: ExcelBench;
  /** Where the events of the page arrive. */
  page: EventTarget;
}

/** Opens a workbook; whichever was opened last is the one that `Excel` means. */
export async function openBench(
  bytes: Uint8Array,
  options: HostOptions = {},
  patience?: Patience,
): Promise<BenchInNode> {
  const host = await ExcelHost.open(bytes, options);
  const { Excel } = excelInNode(host);
  vi.stubGlobal('Excel', Excel);
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  return { host, bench: new ExcelBench('vi-VN', patience), page };
}

/** Members that change the workbook, the selection, or how Excel works meanwhile. */
const CHANGES =
  /^(?:Values|Formulas|Color|Clear|Select|Activate|Calculate|Suspend.*|Protect|Unprotect|Add|Delete)$/u;

/** What a host was asked to do beyond reading, by name. */
export function changesAsked(host: ExcelHost): string[] {
  return host.requests.flatMap(({ uses }) => uses.filter((name) => CHANGES.test(name)));
}

/** Everything that stands in the workbook, by `sheet!row:column`. */
export function contentOf({ workbook }: ExcelHost): Map<string, unknown> {
  const content = new Map<string, unknown>();
  for (const sheet of workbook.sheets) {
    const area = sheet.usedArea(true);
    if (area === null) continue;
    forEachCell(area, (row, column) => {
      const formula = sheet.formulaOf(row, column);
      if (formula !== '') content.set(`${sheet.name}!${row}:${column}`, formula);
    });
  }
  return content;
}

/** What differs between two contents, as they stand afterwards; '' for what is gone. */
export function differences(before: Map<string, unknown>, after: Map<string, unknown>) {
  const places = new Set([...before.keys(), ...after.keys()]);
  return Object.fromEntries(
    [...places]
      .filter((place) => before.get(place) !== after.get(place))
      .map((place) => [place, after.get(place) ?? '']),
  );
}

/** Lets events that are on their way arrive. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}

/** A row and all it holds change places with another, as by sorting. */
export function swapRows(sheet: HostSheet, one: number, other: number): void {
  const columns = sheet.usedArea(false)?.columns ?? 0;
  for (let column = 1; column <= columns; column += 1) {
    const [here, there] = [sheet.cell(one, column), sheet.cell(other, column)];
    sheet.setContent(one, column, there?.value ?? null, there?.formula ?? null);
    sheet.setContent(other, column, here?.value ?? null, here?.formula ?? null);
  }
}
