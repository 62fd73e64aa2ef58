import { type Finding, type Place, reporter } from '../base/finding.ts';
import { planMessages } from './messages.ts';
import { COMPARISON_DECIMALS, parsePrinted, round } from '../base/number.ts';
import { type FoldedText, fold } from '../base/text.ts';

const report = reporter(planMessages);

/** Number words that multiply; they are part of some units ("triệu đồng") and not of others ("hộ"). */
const SCALE = /(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?![\p{L}\p{N}])/u;
const TRAILING_SCALE = new RegExp(String.raw`\s(${SCALE.source})$`, 'u');
const FOLLOWING_SCALE = new RegExp(String.raw`^\s(${SCALE.source})`, 'u');
const FOLLOWING_RANGE = /^\s?[-–—]\s?\d+(?:[.,]\d+)*/u;
const DASH_AFTER_DIGIT = /\d\s?[-–—]\s?$/u;

/** A printed figure in the indicator's unit; one value, or the ends of a range. */
export interface Figure {
  value: number | null;
  low: number | null;
  high: number | null;
}

/**
 * Reads a printed figure in the unit of its indicator. A scale word multiplies only where it is not part of
 * the unit, so it is refused inside `printed` where it is, and required where the document has it and the
 * unit has not. One end of a range is refused too.
 * @param unit id of the unit of measure; null where there is none (no indicator found)
 * @param at index of the number in the folded document
 */
export function readFigure(
  cited: { id: string; printed: string },
  unit: string | null,
  document: FoldedText,
  at: number,
  place: () => Place,
): { figure: Figure | null; findings: Finding[] } {
  const { id } = cited;
  const printed = fold(cited.printed);
  const parsed = parsePrinted(printed);
  if (parsed === null || !Object.values(parsed).every(Number.isFinite))
    return { figure: null, findings: [report('printed-not-a-number', place(), { id, printed })] };

  const findings: Finding[] = [];
  const end = at + printed.length;
  const context = sameLine(document, at, end);
  const scale = TRAILING_SCALE.exec(printed)?.[1];
  const followingScale = FOLLOWING_SCALE.exec(document.text.slice(end, end + 10))?.[1];
  if (unit !== null && scale !== undefined && words(unit).includes(scale)) {
    findings.push(report('printed-scale-in-unit', place(), { id, printed, scale, unit }));
  }
  if (
    unit !== null &&
    scale === undefined &&
    followingScale !== undefined &&
    !words(unit).includes(followingScale)
  ) {
    findings.push(report('printed-misses-scale', place(), { id, printed, scale: followingScale, unit }));
  }
  if ('value' in parsed) {
    const before = rangeBefore(context.before);
    const after = FOLLOWING_RANGE.exec(context.after)?.[0] ?? '';
    if (before !== '' || after !== '') {
      findings.push(
        report('printed-cuts-range', place(), { id, printed, context: before + printed + after }),
      );
    }
    return { figure: { value: cut(parsed.value), low: null, high: null }, findings };
  }
  const { low, high } = parsed;
  if (low >= high) findings.push(report('printed-range-order', place(), { id, printed, low, high }));
  return { figure: { value: null, low: cut(low), high: cut(high) }, findings };
}

/** Whether two figures are the same. */
export function sameFigure(left: Figure, right: Figure): boolean {
  return left.value === right.value && left.low === right.low && left.high === right.high;
}

/** More letters than a number and a dash beside another number have. */
const BESIDE = 60;

/**
 * The text close to a number on its own line: a dash at the start of the next line is a bullet, not a range. A line of
 * a document is a paragraph, and its far ends say nothing of a range.
 */
function sameLine(document: FoldedText, at: number, end: number): { before: string; after: string } {
  let first = at;
  const from = Math.max(0, at - BESIDE);
  while (first > from && document.lineAt[first - 1] === document.lineAt[at]) first -= 1;
  let last = end;
  const to = Math.min(document.text.length, end + BESIDE);
  while (last < to && document.lineAt[last] === document.lineAt[end - 1]) last += 1;
  return { before: document.text.slice(first, at), after: document.text.slice(end, last) };
}

function words(unit: string): string[] {
  return unit.normalize('NFC').split(/[^\p{L}\p{N}]+/u);
}

/** Multiplying "1,83" by a million must not leave a trace of binary fractions. */
function cut(value: number): number {
  return round(value, COMPARISON_DECIMALS);
}

/** The number and the dash a text ends with, as in `1,5 - `; '' where it does not. */
function rangeBefore(text: string): string {
  const dash = DASH_AFTER_DIGIT.exec(text);
  if (dash === null) return '';
  let start = dash.index;
  while (/[\d.,]/u.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start).replace(/^[.,]+/u, '');
}
