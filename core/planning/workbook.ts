import type { Catalogue } from '../catalogue/catalogue.ts';
import { newSheet, put } from '../sheet/draft.ts';
import type { SheetModel, WorkbookModel } from '../sheet/model.ts';
import { chunksOf } from '../workbook/definition-text.ts';
import type { PlanningBook } from './book.ts';
import { textField } from './book.ts';
import { PLANNING_MARKER, planningSheets } from './contract.ts';
import { listsSheet } from './lists.ts';
import {
  documentSheet,
  headSheet,
  indicatorsSheet,
  leftOutSheet,
  unitsSheet,
  type UnitGroups,
} from './other-sheets.ts';
import { targetsSheet } from './targets-sheet.ts';
import { wantedIndicators } from './wanted.ts';

/** The planning workbook: what a planner checks and completes, and hidden all of it as it was made. */
export function planningWorkbook(
  book: PlanningBook,
  catalogue: Catalogue,
  groups: UnitGroups,
): WorkbookModel {
  const lists = listsSheet(catalogue);
  const numberOf = new Map(book.rows.map(({ entry }, at) => [textField(entry, 'id'), at + 1]));
  return {
    title: `Sổ lập kế hoạch ${textField(book.head, 'id')}`,
    created: '2025-01-01',
    sheets: [
      headSheet(book),
      targetsSheet(book.rows, catalogue, lists),
      indicatorsSheet(wantedIndicators(book, catalogue), lists),
      leftOutSheet(book.leftOut),
      documentSheet(book.sentences, numberOf),
      ...(groups.columns.length === 0 ? [] : [unitsSheet(groups)]),
      lists.sheet,
      metaSheet(book),
    ],
  };
}

/** The book as text in pieces; a cell holds 32 767 characters. */
function metaSheet(book: PlanningBook): SheetModel {
  const sheet = newSheet(planningSheets.meta, [12, 12, 60], { state: 'veryHidden', rows: new Map() });
  const entries = [
    ['info', 'marker', PLANNING_MARKER],
    ...chunksOf(JSON.stringify(book)).map((part, at) => ['book', String(at), part]),
  ];
  entries.forEach((entry, row) => {
    entry.forEach((text, column) => put(sheet, 1 + row, 2 + column, 'meta', text));
  });
  return sheet;
}
