import { perOf } from '../../catalogue/per.ts';
import { acceptedSigns } from '../../observation/figure.ts';
import { quoted } from '../../target/formula.ts';
import { cellAddress, columnLetters } from '../address.ts';
import { columnKey, KEY_MARKER } from '../contract.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../draft.ts';
import { figureFormat } from '../formats.ts';
import type { AskedFigure } from '../asked.ts';
import type { InputSheetLayout, Layout } from '../layout.ts';
import type { SheetModel, Validation } from '../model.ts';
import type { WorkbookRequest } from '../request.ts';
import { figureName } from '../wording.ts';
import { putHeading } from './heading.ts';

const NAME_WIDTH = 58;
const PROMPT_LENGTH = 250;

/**
 * An input sheet: one row per figure, one column per year, then the mark and reason columns. Keys stand in
 * the hidden first column and the hidden first row.
 */
export function inputSheet(
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
  words: { title: string; hint: string },
): SheetModel {
  const { inputYears } = layout;
  const sheet = newSheet(input.sheet, [6, NAME_WIDTH, 16, ...inputYears.map(() => 14), 12, 34], {
    freeze: { rows: input.headerRow + 1, columns: 4 },
    titleRows: [input.headerRow, input.headerRow + 1],
  });
  putHeading(sheet, request, words.title, words.hint);
  putHeader(sheet, input, inputYears);
  for (const row of input.rows) {
    if ('heading' in row) {
      for (let column = 2; column <= input.reasonColumn; column += 1) {
        put(sheet, row.row, column, 'section', column === 2 ? row.heading : null);
      }
      continue;
    }
    const { figure } = row;
    const label = labelOf(figure, row.number);
    put(sheet, row.row, 1, 'hiddenKey', figure.key);
    put(sheet, row.row, 2, 'centered', row.number);
    put(sheet, row.row, 3, 'wrapped', label);
    put(sheet, row.row, 4, 'centered', figure.indicator.unit);
    setHeight(sheet, row.row, wrappedHeight(label, NAME_WIDTH));
    inputYears.forEach((year, offset) => {
      const column = input.firstYearColumn + offset;
      const known = request.known.figure(figure.key, year);
      put(sheet, row.row, column, 'input', {
        ...(known === null ? {} : { value: known }),
        format: figureFormat(figure.indicator, request.catalogue),
        validation: figureValidation(
          figure,
          cellAddress(row.row, column),
          row.series?.segments[0].statement.citations[0].quote,
        ),
      });
    });
    put(sheet, row.row, input.markColumn, 'inputText', null);
    put(sheet, row.row, input.reasonColumn, 'inputText', null);
  }
  const last = input.rows.at(-1)?.row ?? input.headerRow + 1;
  const inputs = `${columnLetters(input.firstYearColumn)}${input.headerRow + 2}:${columnLetters(input.markColumn - 1)}${last}`;
  const first = cellAddress(input.headerRow + 2, input.firstYearColumn);
  sheet.conditional.push({
    range: inputs,
    condition: `AND($A${input.headerRow + 2}<>"",LEN(TRIM(${first}))>0)`,
    look: 'filled',
  });
  return sheet;
}

function putHeader(sheet: SheetModel, input: InputSheetLayout, inputYears: readonly number[]): void {
  const { headerRow } = input;
  put(sheet, 1, 1, 'hiddenKey', KEY_MARKER);
  ['TT', 'Chỉ tiêu', 'Đơn vị tính'].forEach((word, at) => put(sheet, headerRow, 2 + at, 'header', word));
  ['A', 'B', 'C'].forEach((letter, at) => put(sheet, headerRow + 1, 2 + at, 'header', letter));
  inputYears.forEach((year, offset) => {
    const column = input.firstYearColumn + offset;
    put(sheet, 1, column, 'hiddenKey', columnKey(String(year), 'final', 'value'));
    put(sheet, headerRow, column, 'header', `Thực hiện năm ${year}`);
    put(sheet, headerRow + 1, column, 'header', String(offset + 1));
  });
  const period = String(inputYears.at(-1) ?? '');
  put(sheet, 1, input.markColumn, 'hiddenKey', columnKey(period, 'final', 'mark'));
  put(sheet, headerRow, input.markColumn, 'header', 'Đánh dấu');
  put(sheet, headerRow + 1, input.markColumn, 'header', String(inputYears.length + 1));
  put(sheet, 1, input.reasonColumn, 'hiddenKey', columnKey(period, 'final', 'reason'));
  put(sheet, headerRow, input.reasonColumn, 'header', 'Lý do, ghi chú');
  put(sheet, headerRow + 1, input.reasonColumn, 'header', String(inputYears.length + 2));
  setHeight(sheet, headerRow, 36);
}

function labelOf(figure: AskedFigure, number: string): string {
  const name = figureName(figure.indicator, figure.stratum);
  if (figure.part === 'published' && perOf(figure.indicator) !== null) {
    return `${name} (nhập khi chỉ có số đã công bố)`;
  }
  return figure.part === 'numerator' && number.includes('.') ? `– Tử số: ${name}` : name;
}

/** What an input cell takes: a number within the hard bounds, or one of the signs. */
function figureValidation(figure: AskedFigure, address: string, quote: string | undefined): Validation {
  const { indicator } = figure;
  const [low, high] = indicator.hard ?? [null, null];
  const conditions = [`ISNUMBER(${address})`];
  if (low !== null) conditions.push(`${address}>=${low}`);
  if (high !== null) conditions.push(`${address}<=${high}`);
  if (indicator.measure === 'count') conditions.push(`${address}=INT(${address})`);
  if (indicator.measure === 'yes-no') conditions.push(`OR(${address}=0,${address}=1)`);
  const signs = acceptedSigns.map((sign) => `${address}=${quoted(sign)}`);
  const allowed = [
    indicator.measure === 'yes-no' ? '1 (có) hoặc 0 (không)' : `số, đơn vị tính: ${indicator.unit}`,
    low !== null && high !== null && indicator.measure !== 'yes-no' ? `từ ${low} đến ${high}` : null,
    indicator.measure === 'count' ? 'số nguyên' : null,
  ].filter((part) => part !== null);
  const takes = `Nhập ${allowed.join(', ')}; hoặc "-" không phát sinh, "..." chưa có số, "x" không áp dụng.`;
  return {
    // Text passes the number tests on its own terms: only the listed signs are texts that are taken.
    rule: { condition: `IF(ISNUMBER(${address}),AND(${conditions.join(',')}),OR(${signs.join(',')}))` },
    promptTitle: 'Số liệu',
    prompt: cut(quote === undefined ? takes : `${takes} Kế hoạch: ${quote}`),
    errorTitle: 'Chưa đúng',
    error: cut(takes, 220),
  };
}

function cut(text: string, length = PROMPT_LENGTH): string {
  // An attribute holds no line break: XML readers make it a space.
  const folded = text.replaceAll(/\s+/gu, ' ');
  return folded.length <= length ? folded : `${folded.slice(0, length - 1)}…`;
}
