/// <reference types="office-js" />
import { vi } from 'vitest';
import { ExcelBench } from '../../addin/office/excel-bench.ts';
import type { Patience } from '../../addin/office/run.ts';
import { ExcelHost, type HostOptions } from '../host/excel-host.ts';
import { excelInNode } from '../host/node-excel.ts';

/** A workbook in the host with the add-in's bench on it, in this process. */
export interface BenchInNode {
  host: ExcelHost;
  bench: ExcelBench;
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
  // The events of a page that the bench listens to; this process is none.
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  return { host, bench: new ExcelBench('vi-VN', patience) };
}

/** Members that change the workbook, the selection, or how Excel works meanwhile. */
const CHANGES =
  /^(?:Values|Formulas|Color|Clear|Select|Activate|Calculate|Suspend.*|Protect|Unprotect|Add|Delete)$/u;

/** What a host was asked to do beyond reading, by name. */
export function changesAsked(host: ExcelHost): string[] {
  return host.requests.flatMap(({ uses }) => uses.filter((name) => CHANGES.test(name)));
}
