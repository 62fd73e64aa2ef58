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
  'slip-083': {
    file: 'workbook/slip-083.xlsx',
    done: '83,4% typed into F46, so that 0.834 is stored',
    must: 'a warning with what it may be: 83,4',
  },
  'prefilled-changed': {
    file: 'workbook/prefilled-changed.xlsx',
    done: 'E14, filled in with 2 934 and its decision, changed to 3 600',
    must: 'an error that names both values and the source',
  },
  'wrong-column': {
    file: 'workbook/wrong-column.xlsx',
    done: 'the whole form typed into the year before',
    must: 'said as the wrong column; six official figures are overwritten',
  },
  'format-thousands': {
    file: 'workbook/format-thousands.xlsx',
    done: 'F14 = 18 926 in the format #,##0,',
    must: 'an error: the page shows 19',
  },
  'format-adds-zeros': {
    file: 'workbook/format-adds-zeros.xlsx',
    done: 'F14 = 18 926 in the format 0"000"',
    must: 'an error: the page shows 18926000',
  },
  'linked-blank': {
    file: 'workbook/linked-blank.xlsx',
    done: 'F37 is a formula that refers to a blank cell',
    must: 'no figure; the formula is named',
  },
  'impossible-base': {
    file: 'workbook/impossible-base.xlsx',
    done: 'the baseline of a poverty rate is 139',
    must: 'an error on the baseline; nothing is judged from it',
  },
  'assigned-negative-cut': {
    file: 'workbook/assigned-negative-cut.xlsx',
    done: 'a cut assigned as −3; poverty rose from 24 to 25',
    must: 'not judged: nobody can be asked for that',
  },
  'poverty-zero': {
    file: 'workbook/poverty-zero.xlsx',
    done: 'poverty fell from 0,34 to 0 %, a cut of 0,5 points was assigned',
    must: 'met: nothing is left to cut',
  },
  'assigned-shortfall': {
    file: 'workbook/assigned-shortfall.xlsx',
    done: '8 100 of 10 000 assigned, 13 villages where 10 were assigned',
    must: '19 % and no reason wanted; 30 % and one wanted',
  },
  'about-neutral-within': {
    file: 'workbook/about-neutral-within.xlsx',
    done: '1 740 000 people where the plan says about 1 830 000',
    must: '90 000 fewer, within the tolerance: met',
  },
  'baseline-equals-target': {
    file: 'workbook/baseline-equals-target.xlsx',
    done: 'baseline 38,1, target 38, figure 10',
    must: 'missed; ranked by the value, since no change was asked for',
  },
  'impossible-pace': {
    file: 'workbook/impossible-pace.xlsx',
    done: '4 % are left, two years to go',
    must: 'at most 2 a year',
  },
  'together-2030': {
    file: 'workbook/together-2030.xlsx',
    done: '18,5 where the newer of two plans asks for 19',
    must: 'both are judged, the newer is missed',
  },
  'rounds-up-to-100': {
    file: 'workbook/rounds-up-to-100.xlsx',
    done: '29 999 of 30 000; 8,96 against 9',
    must: 'what is printed and the verdict agree',
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
