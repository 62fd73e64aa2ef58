import { numberTokens } from '../base/number.ts';
import { isTypedMark } from './numbers/scan.ts';
import type { LeftOutNumber, LeftOutReason } from './model.ts';
import { isBareRowOfPlace } from './place-rows.ts';
import type { SentenceRows } from './rows.ts';
import type { Sentence } from './sentences.ts';

/** The number of a row, before its name. */
const ORDINAL = /^[\s|]*\d{1,3}$/u;

/** Every number of a sentence that is in none of its rows, with the reason. */
export function accountOf(
  { paragraph, start, end }: Sentence,
  sentence: number,
  { items, reasons, used }: SentenceRows,
): LeftOutNumber[] {
  const isRow = paragraph.block.cell === undefined && isBareRowOfPlace(paragraph.text);
  return numberTokens(paragraph.text.slice(start, end)).flatMap(({ text, index }) => {
    const [from, to] = [start + index, start + index + text.length];
    const touches = (span: { start: number; end: number }): boolean => span.start < to && from < span.end;
    if (used.some(touches)) return [];
    const reason = (): LeftOutReason => {
      if (from < paragraph.from) return 'label';
      if (isRow) return ORDINAL.test(paragraph.text.slice(0, to)) ? 'label' : 'place-row';
      const named = reasons.find(({ number }) => touches(number));
      if (named !== undefined) return named.reason;
      if (isTypedMark(paragraph.text, from)) return 'footnote';
      const inUnit = items.some(({ number }) => number.end <= from && to <= number.unitEnd);
      if (inUnit) return 'denominator';
      const glued = paragraph.text.slice(Math.max(0, from - 1), from);
      if (/[%‰²³[]/u.test(glued)) return 'footnote';
      if (/[\p{L}>]/u.test(glued)) return /[\p{Lu}]/u.test(glued) ? 'name' : 'exponent';
      return /[/.-]/u.test(glued) || /^[/.-]/u.test(paragraph.text.slice(to)) ? 'document-number' : 'unknown';
    };
    return [{ text, line: paragraph.lineAt[from] ?? 1, sentence, reason: reason() }];
  });
}
