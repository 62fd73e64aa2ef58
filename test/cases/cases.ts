import { readFile } from 'node:fs/promises';
import { readFacts } from '../../formats/xlsx/facts.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';

/** A file that somebody made, and what must come of it. */
export interface Case {
  /** Below `test/cases`. */
  file: string;
  /** What was done to a workbook of ours; figures are invented. */
  done: string;
  must: string;
}

/** Every case file; what comes of each is asserted in the test named after its kind. */
export const cases = {
  'reason-na': {
    file: 'workbook/reason-na.xlsx',
    done: '#N/A as a reason',
    must: 'explains nothing',
  },
  'reason-dot': {
    file: 'workbook/reason-dot.xlsx',
    done: '"." as the reason of a slip and of a gap',
    must: 'explains nothing',
  },
  'sources-converted': {
    file: 'workbook/sources-converted.xlsx',
    done: '"Convert to number" on the sheet Nguồn',
    must: 'nothing untrue is said, acceptance is not blocked',
  },
  'sorted-visible-block': {
    file: 'workbook/sorted-visible-block.xlsx',
    done: 'columns B:L sorted, the column of keys not',
    must: 'repaired by name, as every name disagrees in one consistent way',
  },
  'row-deleted': {
    file: 'workbook/row-deleted.xlsx',
    done: 'a keyed row deleted',
    must: 'the repair says which figure is blank now',
  },
} as const satisfies Record<string, Case>;

/** The bytes of a case's file. */
export async function caseBytes({ file }: Case): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(file, import.meta.url)));
}

/** What stands in the workbook of a case. */
export async function caseFacts(one: Case): Promise<WorkbookFacts> {
  return readFacts(await caseBytes(one));
}
