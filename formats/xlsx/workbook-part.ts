import { readError } from '../read-error.ts';
import { attribute, attributeIn, scanXml } from '../xml/scan.ts';
import type { ReadSheet } from './cells.ts';
import { OFFICE_RELATIONSHIPS, SPREADSHEET } from './namespaces.ts';

/** A sheet as the workbook part lists it. */
export interface ListedSheet {
  name: string;
  state: ReadSheet['state'];
  /** Id of the relationship that leads to the sheet's part. */
  relationship: string;
}

/** What the workbook part says. */
export interface WorkbookPart {
  sheets: ListedSheet[];
  date1904: boolean;
}

/**
 * Reads the workbook part: the sheets in tab order, and which calendar dates count by.
 * @throws WorkbookReadError
 */
export function readWorkbookPart(bytes: Uint8Array, part: string): WorkbookPart {
  const sheets: ListedSheet[] = [];
  const names = new Set<string>();
  let date1904 = false;
  let inSheets = false;
  scanXml(bytes, part, () => ({
    open(element, depth) {
      const main = SPREADSHEET.has(element.uri);
      if (depth === 1) {
        if (!main || element.local !== 'workbook') throw readError('not-a-workbook', { found: 'unknown' });
      } else if (depth === 2) {
        inSheets = main && element.local === 'sheets';
        if (main && element.local === 'workbookPr') date1904 = isTrue(attribute(element, 'date1904'));
      } else if (depth === 3 && inSheets && main && element.local === 'sheet') {
        const name = attribute(element, 'name') ?? '';
        // Programs compare sheet names without case; two that differ only in it could not be opened.
        const key = name.toLowerCase();
        if (names.has(key)) throw readError('duplicate-sheet', { name });
        names.add(key);
        sheets.push({
          name,
          state: stateOf(attribute(element, 'state')),
          relationship: attributeIn(element, OFFICE_RELATIONSHIPS, 'id') ?? '',
        });
      }
    },
  }));
  return { sheets, date1904 };
}

function stateOf(state: string | undefined): ReadSheet['state'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

function isTrue(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}
