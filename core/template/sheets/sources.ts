import type { Statement } from '../../plan/model.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import { statementFormat } from '../../workbook/formats.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { formNumber, type Layout } from '../../workbook/layout.ts';
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
const QUOTE_WIDTH = 64;
const NAME_WIDTH = 34;
const AGENCY_WIDTH = 24;
const KIND_WIDTH = 13;
/** Letters of the texts to a digit of the default font. */
const LETTERS_TO_DIGIT = 1.25;
const LINE_HEIGHT = 12;

/**
 * The sources: the sentence of the plan behind every target of the reporter, numbered as on the form; for a
 * province also the plan's present-state figures and deadlines.
 */
export function sourcesSheet(
  request: WorkbookRequest,
  layout: Layout,
): {
  sheet: SheetModel;
  rowOf: (statement: Statement) => number;
} {
  const { plans } = request;
  const widths = [5, 9, NAME_WIDTH, KIND_WIDTH, 8, 9, 9, 7, 7, 10, 5, 8, QUOTE_WIDTH, AGENCY_WIDTH];
  const sheet = newSheet(sheetNames.sources, widths, {
    freeze: { rows: HEADER_ROW, columns: 4 },
    titleRows: [HEADER_ROW, HEADER_ROW],
    letters: 10,
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
  const listed = listedStatements(request, layout);
  const statements = listed.map(({ statement }) => statement);
  listed.forEach((one, at) => putStatement(sheet, HEADER_ROW + 1 + at, one));
  return {
    sheet,
    rowOf(statement) {
      const at = statements.indexOf(statement);
      if (at < 0) throw new Error(`No plan of the workbook has the statement "${statement.id}".`);
      return HEADER_ROW + 1 + at;
    },
  };
}

/** A statement with its number: that of the form, with a letter where an indicator has several. */
interface Listed {
  number: string;
  statement: Statement;
}

function listedStatements({ plans, reporter }: WorkbookRequest, layout: Layout): Listed[] {
  const byNumber = new Map<string, Statement[]>();
  for (const series of layout.domains.flatMap((one) => one.series)) {
    const number = formNumber(layout, series);
    const own = series.segments.map(({ statement }) => statement);
    byNumber.set(number, [...new Set([...(byNumber.get(number) ?? []), ...own])]);
  }
  const targets = [...byNumber].flatMap(([number, own]) =>
    own.map((statement, at) => ({
      number: own.length > 1 ? `${number}${LETTERS[at] ?? ''}` : number,
      statement,
    })),
  );
  if (reporter.level !== 'province') return targets;
  const shown = new Set(targets.map(({ statement }) => statement));
  const others = plans
    .flatMap((plan): Statement[] => [...plan.targets, ...plan.baselines, ...plan.deadlines])
    .filter((statement) => !shown.has(statement));
  return [...targets, ...others.map((statement) => ({ number: '–', statement }))];
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function putStatement(sheet: SheetModel, row: number, { number, statement }: Listed): void {
  const { indicator, comparator } = statement;
  const name = indicator ? figureName(indicator, statement.stratum) : (statement.note ?? statement.id);
  const format = indicator ? statementFormat(statement, indicator) : '0';
  const quote = statement.citations
    .map((citation) => citation.quote.replaceAll(/\s+/gu, ' ').trim())
    .join(' / ');
  const citation = statement.impliedReason ? `${quote} [không ghi số: ${statement.impliedReason}]` : quote;
  const unit = indicator ? ` (${targetUnit({ indicator, kind: statement.kind })})` : '';
  const kind = `${kindOf(statement).word}${statement.average ? ' (bình quân)' : ''}`;
  put(sheet, row, 2, 'centered', number);
  put(sheet, row, 3, 'small', roleWords[statement.role]);
  put(sheet, row, 4, 'wrapped', `${name}${unit}`);
  put(sheet, row, 5, 'small', kind);
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
    Math.max(
      heightOf(citation, QUOTE_WIDTH),
      heightOf(`${name}${unit}`, NAME_WIDTH),
      heightOf(statement.leadAgency ?? '', AGENCY_WIDTH),
      heightOf(kind, KIND_WIDTH),
      2 * LINE_HEIGHT + 2,
    ),
  );

  function putNumber(column: number, value: number | null, numberFormat: string): void {
    put(sheet, row, column, 'centered', value === null ? null : { value, format: numberFormat });
  }
}

function heightOf(text: string, width: number): number {
  return wrappedHeight(text, width * LETTERS_TO_DIGIT, LINE_HEIGHT);
}
