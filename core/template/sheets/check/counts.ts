import { baselineRules } from '../../../rules/baseline/rules/index.ts';
import type { RuleDefinition } from '../../../rules/rule.ts';
import { valueRules } from '../../../rules/value-rules.ts';
import { quoted } from '../../../target/formula.ts';
import { absoluteAddress, cellAddress } from '../../../sheet/address.ts';
import { sheetNames } from '../../../workbook/contract.ts';
import { put, sheetReference } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import {
  areaRange,
  COLUMN,
  columnOf,
  columnRange,
  isCounted,
  isFormRule,
  LAST_COLUMN,
  LINE_STEP,
  numberOf,
  WEIGHT,
  WEIGHT_STEP,
} from './columns.ts';
import { progressOf } from '../left-to-enter.ts';
import type { CheckCounts, CheckLines } from './lines.ts';
import { ranksOf, weightOf } from './ranks.ts';

/** What the counts come to, in the words of the check. */
export const CONCLUSIONS = {
  blocked: 'Chưa thể chấp nhận: còn lỗi phải sửa hoặc còn số phải nhập.',
  toExplain: 'Cần giải trình: không có lỗi, còn cảnh báo chưa có lý do.',
  accepted: 'Không thấy lỗi; mọi cảnh báo đều đã có lý do.',
} as const;
/** The last of them where the table by commune is not filled in, which the rules of the sheet do not look at. */
const COMMUNES_LEFT = `Không thấy lỗi ở các trang khác; trang "${sheetNames.communes}" còn ô chưa có số.`;

/** First row of the counts. */
const TOP = 6;
const COUNT_ROWS = [
  { name: 'errors', word: 'Lỗi phải sửa' },
  { name: 'baselines', word: 'Trong đó ở trang Số gốc' },
  { name: 'left', word: 'Số còn phải nhập' },
  { name: 'open', word: 'Cảnh báo chưa giải trình' },
  { name: 'explained', word: 'Cảnh báo đã giải trình' },
] as const;

type CountName = (typeof COUNT_ROWS)[number]['name'];

/** Last row of the counts over all rules. */
export const COUNTS_END = TOP + 1 + COUNT_ROWS.length;

/** Rows that the counts by rule take, with their head. */
export const RULE_ROWS = 1 + Math.max(...['error', 'warning'].map((one) => ofSeverity(one).length));

/** Reference to a count, from another sheet. */
export function countCell(name: CountName): string {
  const at = COUNT_ROWS.findIndex((one) => one.name === name);
  return sheetReference(sheetNames.check, absoluteAddress(TOP + 2 + at, COLUMN.label));
}

/** Conclusion and counts over all rules. */
export function putCounts(sheet: SheetModel, lines: CheckLines): void {
  const { counts, communes } = lines;
  const accepted = communes
    ? `IF(${absoluteAddress(TOP + 2, COLUMN.period)}>0,${quoted(COMMUNES_LEFT)},${quoted(CONCLUSIONS.accepted)})`
    : quoted(CONCLUSIONS.accepted);
  const conclusion = conclusionOf(counts);
  // What is left of the table by commune is a warning of the check, and blocks nothing.
  const ofCommunes = communes ? `-${absoluteAddress(TOP + 2, COLUMN.period)}` : '';
  const at = (name: CountName) =>
    absoluteAddress(TOP + 2 + COUNT_ROWS.findIndex((one) => one.name === name), COLUMN.label);
  put(sheet, TOP - 1, COLUMN.number, 'label', 'Kết luận:');
  put(sheet, TOP - 1, COLUMN.title, 'label', {
    formula: `IF(${at('errors')}+${at('left')}${ofCommunes}>0,${quoted(CONCLUSIONS.blocked)},IF(${at('open')}>0,${quoted(CONCLUSIONS.toExplain)},${accepted}))`,
    result: conclusion === CONCLUSIONS.accepted && communes?.left ? COMMUNES_LEFT : conclusion,
    tag: 'check.count',
  });
  sheet.merges.push(`${cellAddress(TOP - 1, COLUMN.title)}:${cellAddress(TOP - 1, COLUMN.period)}`);
  putAcross(sheet, TOP + 1, 'header', 'Tất cả');
  put(sheet, TOP + 1, COLUMN.label, 'header', 'Số');
  const ranks = areaRange(lines.top, COLUMN.form, lines.bottom, LAST_COLUMN);
  const [open, explained] = [WEIGHT.open * WEIGHT_STEP, WEIGHT.explained * WEIGHT_STEP];
  const formulas: Record<CountName, string> = {
    errors: `COUNTIFS(${ranks},">0",${ranks},"<${open}")+${at('baselines')}`,
    baselines: baselineCount(lines),
    left: `SUM(${columnRange(COLUMN.left, lines.top, lines.bottom)})${communes ? `+${communes.formula}` : ''}`,
    open: `COUNTIFS(${ranks},">=${open}",${ranks},"<${explained}")`,
    explained: `COUNTIF(${ranks},">=${explained}")`,
  };
  COUNT_ROWS.forEach(({ name, word }, offset) => {
    const row = TOP + 2 + offset;
    putAcross(sheet, row, 'small', word);
    const all = name === 'left' ? progressOf(lines).left : counts[name];
    putCount(sheet, row, COLUMN.label, formulas[name], all);
  });
  if (communes) putCommunes(sheet, communes);
}

/** What is left to do in the table by commune, beside the counts; its rows are judged by the check alone. */
function putCommunes(sheet: SheetModel, { formula, left }: NonNullable<CheckLines['communes']>): void {
  put(sheet, TOP + 1, COLUMN.name, 'header', `Trang "${sheetNames.communes}"`);
  put(sheet, TOP + 1, COLUMN.period, 'header', 'Số');
  put(sheet, TOP + 2, COLUMN.name, 'small', 'Ô trống, hoặc không phải số, dấu hợp lệ');
  putCount(sheet, TOP + 2, COLUMN.period, formula, left);
  put(sheet, TOP + 3, COLUMN.name, 'small', 'Số từng xã: do phần kiểm tra (tiện ích,');
  put(sheet, TOP + 4, COLUMN.name, 'small', 'trang web hoặc nơi nhận) xét, không ở đây.');
}

/** How often each rule finds something, from row `top` on; below the findings and not printed. */
export function putCountsByRule(sheet: SheetModel, lines: CheckLines, top: number): void {
  putRules(sheet, lines, top, 'error', {
    word: COLUMN.fix,
    counts: [{ column: COLUMN.reason, head: 'Lỗi', from: WEIGHT.error }],
  });
  putRules(sheet, lines, top, 'warning', {
    word: COLUMN.name,
    counts: [
      { column: COLUMN.period, head: 'Chưa giải trình', from: WEIGHT.open },
      { column: COLUMN.sheet, head: 'Đã giải trình', from: WEIGHT.explained },
    ],
  });
}

/** Rows of Số gốc beside which an error stands. */
function baselineCount({ baselines }: CheckLines): string {
  if (baselines === null) return '0';
  const errors = baselineRules.filter(({ severity }) => severity === 'error');
  return errors.map(({ word }) => `COUNTIF(${baselines},${quoted(word)})`).join('+');
}

function conclusionOf({ errors, left, open }: CheckCounts): string {
  if (errors + left > 0) return CONCLUSIONS.blocked;
  return open > 0 ? CONCLUSIONS.toExplain : CONCLUSIONS.accepted;
}

function ofSeverity(severity: string) {
  return valueRules.filter((rule) => rule.severity === severity);
}

function putRules(
  sheet: SheetModel,
  lines: CheckLines,
  top: number,
  severity: 'error' | 'warning',
  place: { word: number; counts: { column: number; head: string; from: 1 | 2 | 3 }[] },
): void {
  put(
    sheet,
    top,
    place.word,
    'header',
    severity === 'error' ? 'Lỗi theo nội dung' : 'Cảnh báo theo nội dung',
  );
  for (const { column, head } of place.counts) put(sheet, top, column, 'header', head);
  const ranks = ranksOf(lines);
  ofSeverity(severity).forEach((rule, at) => {
    const row = top + 1 + at;
    put(sheet, row, place.word, 'small', rule.text.vi.title);
    for (const { column, from } of place.counts) {
      const ofRule = ranks.filter(
        (rank) => rank % LINE_STEP === numberOf(rule.code) && weightOf(rank) === from,
      );
      const result = isCounted(rule) ? lines.counts.missing : ofRule.length;
      putCount(sheet, row, column, countFormula(rule, lines, from), result);
    }
  });
}

function countFormula(rule: RuleDefinition, { top, bottom }: CheckLines, weight: 1 | 2 | 3): string {
  if (isCounted(rule)) return `SUM(${columnRange(COLUMN.missing, top, bottom)})`;
  if (isFormRule(rule)) return `COUNTIF(${columnRange(COLUMN.broken, top, bottom)},${numberOf(rule.code)})`;
  const range = columnRange(columnOf(rule.code), top, bottom);
  const [from, to] = [weight * WEIGHT_STEP, (weight + 1) * WEIGHT_STEP];
  return `COUNTIFS(${range},">=${from}",${range},"<${to}")`;
}

function putCount(sheet: SheetModel, row: number, column: number, formula: string, result: number): void {
  put(sheet, row, column, 'centered', { formula, result, format: '0', tag: 'check.count' });
}

/** A word over the columns left of the counts. */
function putAcross(sheet: SheetModel, row: number, style: 'header' | 'small', word: string): void {
  const [from, to] = [COLUMN.number, COLUMN.title];
  put(sheet, row, from, style, word);
  for (let column = from + 1; column <= to; column += 1) put(sheet, row, column, style);
  sheet.merges.push(`${cellAddress(row, from)}:${cellAddress(row, to)}`);
}
