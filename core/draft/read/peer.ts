import { isCountNoun } from '../indicator/counted.ts';
import type { Item } from '../items.ts';

/** "4,5 - 5,0 % (1.070 - 1.190 hộ)": a share, and how many that is. */
export function isSameInBrackets({ before, after, number }: Item, items: readonly Item[]): boolean {
  const last = items[items.findIndex((one) => one.number === number) - 1];
  return (
    last?.number.unit === '%' &&
    number.unit === '' &&
    /^\s?\(\s?(?:(?:tương ứng|khoảng|từ)\s)*$/u.test(before) &&
    isCountNoun(/^\s([^()\d]*)\)/u.exec(after)?.[1] ?? '')
  );
}

/** The number before it in its sentence that can say the same of another: one in brackets says it of the same. */
export function peerOf(item: Item, items: readonly Item[]): Item | undefined {
  const at = items.indexOf(item);
  const last = items[at - 1];
  return last !== undefined && isSameInBrackets(last, items) ? items[at - 2] : last;
}

/** Whether a number moves as the one before does, or says nothing of how it moves. */
export function movesAlike({ before }: Item, peer: Item | undefined): boolean {
  const verb = /(?<!\p{L})(giảm|tăng|còn|xuống|lên)(?!\p{L})/u.exec(before)?.[1];
  return verb === undefined || (peer?.before.includes(verb) ?? false);
}
