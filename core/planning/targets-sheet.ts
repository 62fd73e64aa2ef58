import type { Catalogue } from '../catalogue/catalogue.ts';
import { absoluteAddress, cellAddress } from '../sheet/address.ts';
import { newSheet, put, setHeight, wrappedHeight, type CellExtra } from '../sheet/draft.ts';
import { MAX_ROW_HEIGHT } from '../sheet/page.ts';
import type { SheetModel, Validation } from '../sheet/model.ts';
import { textField, type BookRow, type RawEntry } from './book.ts';
import {
  KEY_COLUMN,
  KEY_ROW,
  newIndicator,
  planningSheets,
  targetColumns,
  withId,
  type TargetColumn,
} from './contract.ts';
import type { Lists } from './lists.ts';
import {
  comparatorChoices,
  decisionChoices,
  kindChoices,
  roleChoices,
  wordOf,
  yearBasisChoices,
  yesChoices,
} from './words.ts';

const HEADER = 4;
const FIRST_ROW = HEADER + 1;
/** Indicators to choose from stand this far behind the last column, hidden. */
const CHOICES_AFTER = 2;
const MOST_CHOICES = 6;

/** One row for each target, baseline and deadline. */
export function targetsSheet(rows: readonly BookRow[], catalogue: Catalogue, lists: Lists): SheetModel {
  const widths = targetColumns.map(({ width }) => width);
  const sheet = newSheet(
    planningSheets.targets,
    [...widths, 4, ...Array.from({ length: MOST_CHOICES }, () => 8)],
    {
      freeze: { rows: HEADER, columns: 5 },
      titleRows: [HEADER, HEADER],
      paper: 'A3',
      printTo: 1 + targetColumns.length,
    },
  );
  const firstChoice = 2 + targetColumns.length + CHOICES_AFTER;
  for (let at = 0; at < MOST_CHOICES; at += 1) {
    const column = sheet.columns[firstChoice - 1 + at];
    if (column) column.hidden = true;
  }
  put(sheet, 2, 2, 'title', 'MỤC TIÊU');
  put(
    sheet,
    3,
    2,
    'note',
    'Mỗi dòng một mục tiêu. Đọc câu và số đỏ, xem dòng có ghi "Vì sao nên xem" trước; sửa ở ô nền vàng, chọn từ danh sách của ô. Không sửa câu và số.',
  );
  put(sheet, KEY_ROW, KEY_COLUMN, 'hiddenKey', 'targets');
  targetColumns.forEach(({ field, head }, at) => {
    put(sheet, KEY_ROW, 2 + at, 'hiddenKey', field);
    put(sheet, HEADER, 2 + at, 'header', head);
  });
  setHeight(sheet, HEADER, 33);
  [...rows, ...blankRows()].forEach((row, at) => {
    putRow(sheet, FIRST_ROW + at, at + 1, row, catalogue, lists, firstChoice);
  });
  return sheet;
}

function putRow(
  sheet: SheetModel,
  at: number,
  number: number,
  row: BookRow,
  catalogue: Catalogue,
  lists: Lists,
  firstChoice: number,
): void {
  put(sheet, at, KEY_COLUMN, 'hiddenKey', textField(row.entry, 'id'));
  const choices = choicesOf(row, catalogue);
  choices.forEach((choice, index) => put(sheet, at, firstChoice + index, 'hiddenKey', choice));
  const from =
    choices.length === 0
      ? lists.range.indicators
      : `${absoluteAddress(at, firstChoice)}:${absoluteAddress(at, firstChoice + choices.length - 1)}`;
  let height = 30;
  targetColumns.forEach((column, index) => {
    const shown = shownIn(column.field, row, number, catalogue);
    const extra: CellExtra = {
      ...(shown === ''
        ? {}
        : { value: isYear(column.field) && /^\d{4}$/u.test(shown) ? Number(shown) : shown }),
      ...(column.field === 'sentence' && row.at !== null ? { bold: row.at } : {}),
      ...(isTyped(column, row)
        ? { validation: validationOf(column, lists, from ?? '', cellAddress(at, 2 + index)) }
        : {}),
      ...(isYear(column.field) ? { format: '0' } : {}),
    };
    const style = isTyped(column, row) && !column.typed ? 'inputText' : styleOf(column);
    put(sheet, at, 2 + index, style, extra);
    if (shown !== '') height = Math.max(height, wrappedHeight(shown, column.width, 14));
  });
  setHeight(sheet, at, Math.min(height, MAX_ROW_HEIGHT));
}

/** Rows for targets that the program did not find. */
export function blankRows(): BookRow[] {
  return Array.from({ length: BLANK_ROWS }, (_, at) => ({
    role: 'target',
    entry: { id: `${ADDED}${at + 1}` },
    decision: 'accept',
    why: '',
    sentence: '',
    at: null,
    proposals: [],
    wanted: null,
  }));
}

const BLANK_ROWS = 10;
/** Ids of rows that a planner added. */
export const ADDED = 'them-';

/** Of a row that is added the sentence and the number are typed too. */
function isTyped({ field, typed }: TargetColumn, { entry }: BookRow): boolean {
  return typed || (textField(entry, 'id').startsWith(ADDED) && /^(?:sentence|printed)$/u.test(field));
}

function styleOf({ field, typed }: TargetColumn): 'centered' | 'wrapped' | 'small' | 'inputText' | 'input' {
  if (typed) return isYear(field) ? 'input' : 'inputText';
  return field === 'sentence' ? 'wrapped' : field === 'why' ? 'small' : 'centered';
}

function isYear(field: string): boolean {
  return field === 'yearFrom' || field === 'yearTo' || field === 'baseYear';
}

/** Indicators to choose from: the one it has, those proposed, and a new one. */
function choicesOf({ entry, proposals, wanted, sentence }: BookRow, catalogue: Catalogue): string[] {
  const ids = [...new Set([textField(entry, 'indicator'), ...proposals])];
  const known = ids.flatMap((id) => {
    const indicator = catalogue.indicators.get(id);
    return indicator === undefined ? [] : [withId(indicator.name.vi, id)];
  });
  const name = wanted?.name ?? sentence.slice(0, 80);
  if (name === '') return [];
  return [...known.slice(0, MOST_CHOICES - 1), newIndicator(name)];
}

/** What a column shows of a row; what is typed there is compared with it when the workbook comes back. */
export function shownIn(field: string, row: BookRow, number: number, catalogue: Catalogue): string {
  const { entry, role, decision, why, sentence, wanted } = row;
  const value = textField(entry, field);
  switch (field) {
    case '#':
      return String(number);
    case 'sentence':
      return sentence;
    case 'printed': {
      const { implied } = entry;
      if (value !== '' || typeof implied !== 'object' || Array.isArray(implied)) return value;
      const said = textField(implied as RawEntry, 'value');
      return said === '' ? '' : `(${said.replace('.', ',')})`;
    }
    case 'why':
      return why;
    case 'decision':
      return wordOf(decisionChoices, decision);
    case 'role':
      return wordOf(roleChoices, role);
    case 'indicator': {
      if (value === '') return wanted === null ? '' : newIndicator(wanted.name);
      return withId(catalogue.indicators.get(value)?.name.vi ?? value, value);
    }
    case 'stratum':
      if (value === '') return row.newGroup === undefined ? '' : newIndicator(row.newGroup);
      return withId(catalogue.strata.get(value)?.name.vi ?? value, value);
    case 'kind':
      return value === '' ? '' : wordOf(kindChoices, value);
    case 'comparator':
      return value === '' ? '' : wordOf(comparatorChoices, value);
    case 'yearBasis':
      return value === '' ? '' : wordOf(yearBasisChoices, value);
    case 'average':
      return value === 'yes' ? wordOf(yesChoices, 'yes') : '';
    default:
      return value;
  }
}

function validationOf(
  { field, head, list, help = '' }: TargetColumn,
  lists: Lists,
  indicators: string,
  address: string,
): Validation {
  const words = {
    promptTitle: head.slice(0, 32),
    prompt: help,
    errorTitle: 'Chưa đúng',
    error: isYear(field) ? 'Hãy ghi một năm, ví dụ 2030.' : 'Hãy chọn từ danh sách của ô.',
  };
  if (field === 'indicator')
    return {
      ...words,
      rule: { from: indicators, open: true },
      error: 'Ngoài danh sách gợi ý: chương trình sẽ tìm theo tên hoặc mã trong Danh mục.',
    };
  if (field === 'stratum')
    return {
      ...words,
      rule: { from: lists.range.strata ?? '', open: true },
      error: 'Ngoài danh sách: nhóm chưa có thì ghi "mới: " và tên nhóm.',
    };
  if (list !== undefined) return { ...words, rule: { from: lists.range[list] ?? '' } };
  const isYearOrBlank = `OR(${address}="",AND(ISNUMBER(${address}),${address}>=1900,${address}<2100))`;
  return { ...words, rule: { condition: isYear(field) ? isYearOrBlank : 'TRUE' } };
}
