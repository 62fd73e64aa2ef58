import type { LeftOutReason } from './model.ts';
import { isBareRowOfPlace } from './place-rows.ts';
import { partOfAnother } from './numbers/attribute.ts';
import { notQuantity } from './numbers/not-quantity.ts';
import type { PrintedNumber } from './numbers/printed-number.ts';
import { printedNumbers } from './numbers/scan.ts';
import type { Sentence } from './sentences.ts';

/** A number that is no quantity, with the reason. */
export interface Excluded {
  number: PrintedNumber;
  reason: LeftOutReason;
}

/**
 * The quantities of a sentence, in order.
 * @param reasons takes every other number of it
 */
export function quantitiesOf({ paragraph, start, end }: Sentence, reasons: Excluded[]): PrintedNumber[] {
  const { text, clean, from } = paragraph;
  // What each of its figures is of stood over a column: accountOf says so of all of them.
  if (paragraph.block.cell === undefined && isBareRowOfPlace(text)) return [];
  // "4- 95 % người dân": the number of a clause is no end of a range.
  const unlabelled = `${' '.repeat(from)}${clean.slice(from)}`;
  const all = printedNumbers(text, unlabelled).filter(
    (number) => number.start >= Math.max(start, from) && number.end <= end,
  );
  const left: PrintedNumber[] = [];
  let unitEnd = 0;
  for (const number of all) {
    if (number.start < unitEnd) continue;
    const reason = isQuoted(text, number, start)
      ? 'quoted'
      : number.said === null
        ? notQuantity(number, clean)
        : null;
    if (isOfNamed(text, number)) reasons.push({ number, reason: 'attribute' });
    else if (reason === null) {
      left.push(number);
      unitEnd = number.unitEnd;
    } else reasons.push({ number, reason });
  }
  return withoutParts(left, clean, start, reasons);
}

/** Quantities that stand for themselves; the others are parts of what these are of. */
function withoutParts(
  quantities: readonly PrintedNumber[],
  clean: string,
  start: number,
  reasons: Excluded[],
): PrintedNumber[] {
  let left = [...quantities];
  // Twice: what is part of a name makes room for the rest to be judged.
  for (const round of [1, 2]) {
    const segments = bySegment(left, clean, start);
    left = segments.flatMap((segment) => {
      const kept: PrintedNumber[] = [];
      segment.forEach((number, index) => {
        const rest = [...kept, ...segment.slice(index)];
        const reason =
          segment.length > MOST_IN_SEGMENT ? 'unknown' : partOfAnother(number, rest, left, clean);
        if (reason === null || (round === 1 && reason === 'threshold')) kept.push(number);
        else reasons.push({ number, reason });
      });
      return kept;
    });
  }
  return left.filter((number) => {
    const isShare = isShareOfPart(number, reasons, clean);
    if (isShare) reasons.push({ number, reason: 'attribute' });
    return !isShare;
  });
}

/** "… với khoảng 35.000 thành viên, trong đó tối thiểu 70 % là người cao tuổi": a share of what is itself no target. */
function isShareOfPart({ start, unit }: PrintedNumber, reasons: readonly Excluded[], clean: string): boolean {
  const of = reasons
    .filter(({ number, reason }) => reason === 'attribute' && number.end <= start && number.unit === '')
    .at(-1)?.number;
  return (
    unit === '%' &&
    of !== undefined &&
    /^[^,;:.%\d]{1,40}(?:,\strong đó(?:\s(?:có|ít nhất|tối thiểu|trên|khoảng))*\s|\s\((?:chiếm|bằng|tương đương|khoảng)\s)$/u.test(
      clean.slice(of.end, start),
    )
  );
}

/** More numbers between two semicolons are a table that lost its form, not a sentence. */
const MOST_IN_SEGMENT = 60;

function bySegment(numbers: readonly PrintedNumber[], clean: string, start: number): PrintedNumber[][] {
  const segments: PrintedNumber[][] = [];
  let before = start;
  for (const number of numbers) {
    const last = segments.at(-1);
    if (last === undefined || clean.slice(before, number.start).includes(';')) segments.push([number]);
    else last.push(number);
    before = number.start;
  }
  return segments;
}

/** "Tỷ lệ hộ nghèo 02 huyện Trạm Tấu, Mù Cang Chải giảm …": how many places are named that a figure is of. */
function isOfNamed(text: string, { start, unitEnd, unit }: PrintedNumber): boolean {
  return (
    unit === '' &&
    /(?:tỷ lệ|tỉ lệ|mức|thu nhập)\s[^,;:.%\d]*$/iu.test(text.slice(Math.max(0, start - 60), start)) &&
    /^\s(?:huyện|xã|phường|thôn|bản|tỉnh)\s\p{Lu}/u.test(text.slice(unitEnd))
  );
}

/** Inside quotation marks a number belongs to a name. */
function isQuoted(text: string, { start }: PrintedNumber, from: number): boolean {
  const before = text.slice(from, start);
  const open = before.lastIndexOf('“');
  if (open >= 0 && before.indexOf('”', open) < 0 && text.indexOf('”', start) >= 0) return true;
  return (before.match(/"/gu) ?? []).length % 2 === 1 && text.indexOf('"', start) >= 0;
}
