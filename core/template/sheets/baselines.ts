import { baseYearOf } from '../../target/rate.ts';
import { cellAddress } from '../../sheet/address.ts';
import { KEY_MARKER, columnKey, identityKey, identityOf } from '../../workbook/contract.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import { figureFormat } from '../../workbook/formats.ts';
import type { Layout } from '../../workbook/layout.ts';
import type { SheetModel, Validation } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { figureName } from '../../workbook/wording.ts';
import { quoted } from '../../target/formula.ts';
import type { BaselineRefs } from '../../rules/baseline/baseline-rule.ts';
import { baselineRules } from '../../rules/baseline/rules/index.ts';
import { foundIn, type JudgedBaseline } from '../../rules/baseline/judge-baselines.ts';
import { putHeading } from './heading.ts';
import { kindOf } from '../../target/kinds/index.ts';

const NAME_WIDTH = 58;
const SOURCE_WIDTH = 50;
const PLANS_WIDTH = 18;
const FLAG_WIDTH = 18;

/** The baseline sheet: the figure and year from which each reference path starts, and where it comes from. */
export function baselinesSheet(
  request: WorkbookRequest,
  layout: Layout,
  judged: readonly JudgedBaseline[],
): SheetModel {
  const { baselines } = layout;
  const widths = [6, NAME_WIDTH, 16, 10, 16, SOURCE_WIDTH];
  if (baselines.plansColumn !== null) widths.push(PLANS_WIDTH);
  widths.push(FLAG_WIDTH);
  const sheet = newSheet(baselines.sheet, widths, {
    freeze: { rows: baselines.headerRow + 1, columns: 4 },
    titleRows: [baselines.headerRow, baselines.headerRow + 1],
  });
  putHeading(
    sheet,
    request,
    'SỐ GỐC CỦA CÁC CHỈ TIÊU',
    'Số gốc do cơ quan kế hoạch nhập. Chưa có số gốc thì không có lộ trình tham chiếu; mức tăng, giảm chưa đánh giá được.',
  );
  put(sheet, 1, 1, 'hiddenKey', KEY_MARKER);
  put(sheet, 1, 2, 'hiddenKey', identityKey(identityOf(request)));
  put(sheet, 1, baselines.yearColumn, 'hiddenKey', columnKey('_', '_', 'baseYear'));
  put(sheet, 1, baselines.valueColumn, 'hiddenKey', columnKey('_', '_', 'baseValue'));
  put(sheet, 1, baselines.sourceColumn, 'hiddenKey', columnKey('_', '_', 'baseSource'));
  const words = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm gốc', 'Số gốc', 'Nguồn số liệu'];
  words.forEach((word, at) => put(sheet, baselines.headerRow, 2 + at, 'header', word));
  ['A', 'B', 'C', '1', '2', 'D'].forEach((mark, at) =>
    put(sheet, baselines.headerRow + 1, 2 + at, 'header', mark),
  );
  if (baselines.plansColumn !== null) {
    put(sheet, baselines.headerRow, baselines.plansColumn, 'header', 'Kế hoạch dùng số gốc');
    put(sheet, baselines.headerRow + 1, baselines.plansColumn, 'header', 'E');
    setHeight(sheet, baselines.headerRow, 33);
  }
  put(sheet, baselines.headerRow, baselines.flagColumn, 'header', 'Kiểm tra');
  put(sheet, baselines.headerRow + 1, baselines.flagColumn, 'header', 'F');
  judged.forEach((one, at) => putBaseline(sheet, layout, one, at + 1));
  const [first, last] = [baselines.rows[0]?.row ?? 0, baselines.rows.at(-1)?.row ?? 0];
  const range = (column: number) => `${cellAddress(first, column)}:${cellAddress(last, column)}`;
  const flag = `$${cellAddress(first, baselines.flagColumn)}`;
  const errors = baselineRules.filter(({ severity }) => severity === 'error');
  const wrong = `OR(${errors.map(({ word }) => `${flag}=${quoted(word)}`).join(',')})`;
  for (const column of [baselines.yearColumn, baselines.valueColumn]) {
    const cell = cellAddress(first, column);
    // What is no number is marked, too: nothing starts from it.
    const isText = `IF(ISERROR(${cell}),TRUE,AND(LEN(TRIM(${cell}))>0,NOT(ISNUMBER(${cell}))))`;
    sheet.conditional.push({ range: range(column), condition: `OR(${wrong},${isText})`, look: 'bad' });
  }
  sheet.conditional.push({ range: range(baselines.flagColumn), condition: wrong, look: 'bad' });
  return sheet;
}

/**
 * The row of a baseline.
 * @param number of the row, counted from 1
 */
export function putBaseline(sheet: SheetModel, layout: Layout, one: JudgedBaseline, number: number): void {
  const { baselines } = layout;
  const { row, series, plans } = one.row;
  const known = one.baseline;
  const needed = kindOf(series).isRate ? ` – cần số năm ${baseYearOf(series.segments[0])}` : '';
  const name = `${figureName(series.indicator, series.stratum)}${needed}`;
  put(sheet, row, 1, 'hiddenKey', one.row.key);
  put(sheet, row, 2, 'centered', String(number));
  put(sheet, row, 3, 'wrapped', name);
  put(sheet, row, 4, 'centered', series.indicator.unit);
  put(sheet, row, baselines.yearColumn, 'input', {
    ...(known.year === null ? {} : { value: known.year }),
    format: '0',
    validation: yearValidation(cellAddress(row, baselines.yearColumn)),
  });
  put(sheet, row, baselines.valueColumn, 'input', {
    ...(known.value === null ? {} : { value: known.value }),
    format: figureFormat(series.indicator),
    validation: valueValidation(cellAddress(row, baselines.valueColumn), series.indicator.unit),
  });
  put(
    sheet,
    row,
    baselines.sourceColumn,
    'inputText',
    known.source === null ? null : { value: known.source, own: true },
  );
  put(sheet, row, baselines.flagColumn, 'verdict', {
    formula: flagFormula(one, {
      year: cellAddress(row, baselines.yearColumn),
      value: cellAddress(row, baselines.valueColumn),
      source: cellAddress(row, baselines.sourceColumn),
    }),
    result: foundIn(one)?.word ?? '',
    tag: 'check.baseline',
  });
  const usedBy = wrappedHeight(plans.join('\n'), PLANS_WIDTH, 13);
  if (baselines.plansColumn !== null) put(sheet, row, baselines.plansColumn, 'small', plans.join('\n'));
  setHeight(
    sheet,
    row,
    Math.max(wrappedHeight(name, NAME_WIDTH), wrappedHeight(known.source ?? '', SOURCE_WIDTH), usedBy),
  );
}

/** The word of the first rule that finds something, in Excel. */
function flagFormula({ context, found }: JudgedBaseline, refs: BaselineRefs): string {
  return found.reduceRight((otherwise, { rule }) => {
    const condition = rule.formula(context, refs);
    return condition === null ? otherwise : `IF(${condition},${quoted(rule.word)},${otherwise})`;
  }, '""');
}

function yearValidation(address: string): Validation {
  return {
    rule: {
      condition: `AND(ISNUMBER(${address}),${address}=INT(${address}),${address}>=1990,${address}<=2100)`,
    },
    promptTitle: 'Năm gốc',
    prompt: 'Năm của số gốc, ví dụ 2020.',
    errorTitle: 'Chưa đúng',
    error: 'Nhập một năm, từ 1990 đến 2100.',
  };
}

function valueValidation(address: string, unit: string): Validation {
  return {
    rule: { condition: `ISNUMBER(${address})` },
    promptTitle: 'Số gốc',
    prompt: `Số của năm gốc, đơn vị tính: ${unit}. Ghi văn bản nguồn ở cột bên cạnh.`,
    errorTitle: 'Chưa đúng',
    error: 'Nhập một số.',
  };
}
