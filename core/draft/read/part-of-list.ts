import { countedIn } from '../indicator/counted.ts';
import type { Item } from '../items.ts';
import type { DraftRow, Read } from '../model.ts';
import type { PlacedParagraph } from '../outline.ts';
import { isGroupNoun } from './part.ts';
import type { KindRead } from './kind-read.ts';
import type { FoundYears } from './year.ts';

/** What was read of a number before another. */
export interface Earlier {
  kind: KindRead;
  name: string;
  /** The first of its rows. */
  row: DraftRow | undefined;
  /** The district or commune it is of. */
  unit: string | null;
  years: Read<FoundYears>;
}

const LEADS_TO_PARTS = /(?:gồm|gồm có|trong đó|cụ thể|chia ra)(?:\scó)?\s?:\s*$/u;

/** The number whose parts the paragraphs below are: "Hỗ trợ nhà ở cho 1.265 hộ, trong đó:"; null where none is divided. */
export function dividedBelow({ clean }: PlacedParagraph, read: readonly Earlier[]): Earlier | null {
  if (!LEADS_TO_PARTS.test(clean)) return null;
  const counts = read.filter(({ row, kind }) => row?.role.value === 'target' && !kind.average);
  return counts.filter(({ row }) => row?.unit === '').at(-1) ?? counts.at(-1) ?? null;
}

const IS_YEAR = /^(?:(?:trong|đến|các)\s)?(?:năm|giai đoạn)(?!\p{L})/u;
const LONGEST = 12;

/**
 * What a number of a list is called that is a part of the number above the list: "- Người có công: 388 hộ"; '' where it is
 * that of a year, null where it is no part.
 */
export function partOfList(item: Item, items: readonly Item[], whole: Earlier | null): string | null {
  const { row } = whole ?? {};
  if (row === undefined || items.find(({ segment }) => segment === item.segment) !== item) return null;
  const { before, after, number } = item;
  const name = before.replace(/^[^\p{L}]*/u, '').replace(/\s?:?\s$/u, '');
  const isCount = row.unit === '' && number.unit === '';
  const isSame = firstWord(countedIn(after)) === firstWord(row.counted) || /^\s?[,.;(]|^\s*$/u.test(after);
  const isMore = (number.value ?? Infinity) > (row.value ?? Infinity);
  if (name === '' || name.split(' ').length > LONGEST || /tỷ lệ|(?:^|\s)(?:đạt|còn|lên|xuống)$/u.test(name))
    return null;
  if (IS_YEAR.test(name)) return isCount && isSame && !isMore ? '' : null;
  if (isCount) return isSame && !isMore ? name : null;
  return number.unit === row.unit && isGroupNoun(name) ? name : null;
}

function firstWord(counted: string): string {
  return counted.split(' ')[0] ?? '';
}

/** Years of a part: those beside it, else those of what it is a part of. */
export function yearsOfPart(own: Read<FoundYears>, whole: Earlier): Read<FoundYears> {
  return /^year-(?:plan|heading|none|plan-not-over)$/u.test(own.rule) ? whole.years : own;
}
