import { expect } from 'vitest';
import { readReturned, type ReturnedWorkbook } from '../../core/returned/read.ts';
import type { ReadWorkbook } from '../../formats/xlsx/cells.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';

/** What must survive whatever is done to the file. */
export type Entries = Pick<ReturnedWorkbook, 'observations' | 'baselines' | 'remarks' | 'byUnit'>;

/** Figures, baselines and remarks, of communes too, of a file that is read without a finding. */
export async function read(bytes: Uint8Array): Promise<Entries> {
  return entriesOf(await readWorkbook(bytes));
}

/** The same of a file that was read into cells. */
export function entriesOf(workbook: ReadWorkbook): Entries {
  const { observations, baselines, remarks, byUnit } = wholeOf(workbook);
  return { observations, baselines, remarks, byUnit };
}

/** Figures, baselines, remarks and the definition of a file that is read without a finding. */
export async function readWhole(bytes: Uint8Array): Promise<Whole> {
  return wholeOf(await readWorkbook(bytes));
}

type Whole = Entries & Pick<ReturnedWorkbook, 'definition'>;

function wholeOf({ sheets }: ReadWorkbook): Whole {
  const { value, findings } = readReturned(sheets);
  expect(findings).toEqual([]);
  if (!value) throw new Error('The workbook was not read.');
  expect(value.definition).not.toBeNull();
  const { observations, baselines, remarks, definition } = value;
  // Programs write cells anew; what they hold is what counts.
  const byUnit = value.byUnit.map((one) => ({ ...one, entries: [] }));
  return { observations, baselines, remarks, byUnit, definition };
}
