import type { DefinedName } from '../../core/sheet/facts.ts';
import { readError } from '../read-error.ts';
import { attribute, attributeIn, scanXml } from '../xml/scan.ts';
import type { ReadSheet } from './cells.ts';
import type { ReadLimits } from '../limits.ts';
import { isTrue } from './flag.ts';
import type { ReadBudget } from './read-budget.ts';
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
  definedNames: DefinedName[];
}

/** A name as stored: it gives the number of its sheet, which may be listed further down. */
interface StoredName {
  name: string;
  sheetIndex: string | undefined;
  hidden: boolean;
  formula: string;
}

/**
 * Reads the workbook part: the sheets in tab order, the defined names, and which calendar dates count by.
 * @throws WorkbookReadError
 */
export function readWorkbookPart(
  bytes: Uint8Array,
  part: string,
  limits: Pick<ReadLimits, 'textLength'>,
  budget: ReadBudget,
): WorkbookPart {
  const sheets: ListedSheet[] = [];
  const names = new Set<string>();
  const storedNames: StoredName[] = [];
  let date1904 = false;
  let inSheets = false;
  let inNames = false;
  let name: StoredName | null = null;
  scanXml(bytes, part, () => ({
    open(element, depth) {
      const main = SPREADSHEET.has(element.uri);
      if (depth === 1) {
        if (!main || element.local !== 'workbook') throw readError('not-a-workbook', { found: 'zip' });
      } else if (depth === 2) {
        inSheets = main && element.local === 'sheets';
        inNames = main && element.local === 'definedNames';
        if (main && element.local === 'workbookPr') date1904 = isTrue(attribute(element, 'date1904'));
      } else if (depth === 3 && inSheets && main && element.local === 'sheet') {
        const sheetName = attribute(element, 'name') ?? '';
        // Programs compare sheet names without case; two that differ only in it could not be opened.
        const key = sheetName.toLowerCase();
        if (names.has(key)) throw readError('duplicate-sheet', { name: sheetName });
        names.add(key);
        sheets.push({
          name: sheetName,
          state: stateOf(attribute(element, 'state')),
          relationship: attributeIn(element, OFFICE_RELATIONSHIPS, 'id') ?? '',
        });
      } else if (depth === 3 && inNames && main && element.local === 'definedName') {
        budget.countEntries(ENTRIES_OF_NAME);
        name = {
          name: attribute(element, 'name') ?? '',
          sheetIndex: attribute(element, 'localSheetId'),
          hidden: isTrue(attribute(element, 'hidden')),
          formula: '',
        };
      }
    },
    text(piece, depth) {
      if (name === null || depth !== 3) return;
      name.formula += piece;
      if (name.formula.length > limits.textLength)
        throw readError('text-too-long', { limit: limits.textLength });
    },
    close(_, depth) {
      if (name === null || depth !== 3) return;
      storedNames.push(name);
      name = null;
    },
  }));
  const definedNames = storedNames.map(({ sheetIndex, ...stored }) => ({
    ...stored,
    sheet: sheetIndex === undefined ? null : (sheets[Number(sheetIndex)]?.name ?? null),
  }));
  return { sheets, date1904, definedNames };
}

/** A name with its formula takes as much room as so many ranges. */
const ENTRIES_OF_NAME = 4;

function stateOf(state: string | undefined): ReadSheet['state'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}
