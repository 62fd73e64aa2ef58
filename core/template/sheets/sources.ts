import type { Statement } from '../../plan/model.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import { statementFormat } from '../../workbook/formats.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import {
  comparatorWords,
  figureName,
  roleWords,
  targetUnit,
  yearBasisWords,
} from '../../workbook/wording.ts';
import { putHeading } from './heading.ts';
import { kindOf } from '../../target/kinds/index.ts';

const HEADER_ROW = 6;
const QUOTE_WIDTH = 56;
const NAME_WIDTH = 30;

/** The sources: the sentence of the plan behind every target, present-state figure and deadline. */
export function sourcesSheet(request: WorkbookRequest): {
  sheet: SheetModel;
  rowOf: (statement: Statement) => number;
} {
  const { plans } = request;
  const widths = [4, 10, NAME_WIDTH, 15, 9, 10, 10, 7, 7, 11, 6, 9, QUOTE_WIDTH, 18];
  const sheet = newSheet(sheetNames.sources, widths, {
    freeze: { rows: HEADER_ROW, columns: 4 },
    titleRows: [HEADER_ROW, HEADER_ROW],
  });
  putHeading(
    sheet,
    request,
    'NGUỒN CỦA CÁC CHỈ TIÊU',
    `Trích nguyên văn: ${plans.map((plan) => plan.file.title).join('; ')}`,
  );
  const words = [
    'TT',
    'Vai trò',
    'Chỉ tiêu',
    'Loại',
    'So sánh',
    'Mức / mức thấp',
    'Mức cao',
    'Từ năm',
    'Đến năm',
    'Căn cứ năm',
    'Dòng',
    'Mục',
    'Trích dẫn',
    'Cơ quan chủ trì',
  ];
  words.forEach((word, at) => put(sheet, HEADER_ROW, 2 + at, 'header', word));
  setHeight(sheet, HEADER_ROW, 32);
  const statements = plans.flatMap((plan): Statement[] => [
    ...plan.targets,
    ...plan.baselines,
    ...plan.deadlines,
  ]);
  statements.forEach((statement, at) => putStatement(sheet, HEADER_ROW + 1 + at, at + 1, statement));
  return {
    sheet,
    rowOf(statement) {
      const at = statements.indexOf(statement);
      if (at < 0) throw new Error(`No plan of the workbook has the statement "${statement.id}".`);
      return HEADER_ROW + 1 + at;
    },
  };
}

function putStatement(sheet: SheetModel, row: number, number: number, statement: Statement): void {
  const { indicator, comparator } = statement;
  const name = indicator ? figureName(indicator, statement.stratum) : (statement.note ?? statement.id);
  const format = indicator ? statementFormat(statement, indicator) : '0';
  const quote = statement.citations
    .map((citation) => citation.quote.replaceAll(/\s+/gu, ' ').trim())
    .join(' / ');
  const citation = statement.impliedReason ? `${quote} [không ghi số: ${statement.impliedReason}]` : quote;
  const unit = indicator ? ` (${targetUnit({ indicator, kind: statement.kind })})` : '';
  put(sheet, row, 2, 'centered', String(number));
  put(sheet, row, 3, 'small', roleWords[statement.role]);
  put(sheet, row, 4, 'wrapped', `${name}${unit}`);
  put(sheet, row, 5, 'small', `${kindOf(statement).word}${statement.average ? ' (bình quân)' : ''}`);
  put(sheet, row, 6, 'small', comparator ? comparatorWords[comparator] : null);
  putNumber(7, comparator === 'range' ? statement.low : statement.value, format);
  putNumber(8, comparator === 'range' ? statement.high : null, format);
  putNumber(9, statement.yearFrom, '0');
  putNumber(10, statement.yearTo, '0');
  put(sheet, row, 11, 'small', yearBasisWords[statement.yearBasis]);
  put(sheet, row, 12, 'centered', { value: statement.citations[0].line, format: '0' });
  put(sheet, row, 13, 'small', statement.section);
  put(sheet, row, 14, 'wrapped', citation);
  put(sheet, row, 15, 'small', statement.leadAgency);
  setHeight(
    sheet,
    row,
    Math.max(wrappedHeight(citation, QUOTE_WIDTH), wrappedHeight(`${name}${unit}`, NAME_WIDTH), 33),
  );

  function putNumber(column: number, value: number | null, numberFormat: string): void {
    put(sheet, row, column, 'centered', value === null ? null : { value, format: numberFormat });
  }
}
