import type { TargetKind } from '../../plan/schema.ts';
import { kinds } from '../../target/kinds/index.ts';
import { type Item, onlyLeads } from '../items.ts';
import type { KindRead } from './kind-read.ts';
import { isBarePart } from './part.ts';

/** What a part takes over from the number it is a part of; null where it is a part of none. */
export type KindOfHead = { kind: TargetKind; average: boolean } | null;

/** @param value of the part: that all of one thing is ensured says nothing of a share of another */
export function kindOfHead(kind: KindRead | undefined, value: number | null = null): KindOfHead {
  return kind === undefined || (kind.rule === 'kind-ensure' && value !== null && value !== 100)
    ? null
    : { kind: kind.value, average: kind.average };
}

/** Of what is done, so many more are done too. */
export function goesOnAs(kind: KindRead | undefined): boolean {
  return kind !== undefined && kinds[kind.value].addsUp;
}

/** "Trong đó, có 45 mô hình": nothing but what leads from a whole to its part. */
function isLedPart({ before, number }: Item): boolean {
  const led = /^[^\p{L}]*trong đó(?!\p{L})[,:]?\s(.*)$/su.exec(before)?.[1];
  return (
    number.unit === '' && led !== undefined && onlyLeads(led) && !/(?:đạt|còn|là|lên|xuống)\s/u.test(led)
  );
}

/** What is done or moves every year is the same of a part that the next sentence names without a verb. */
export function kindOfCarried(item: Item, carried: readonly KindRead[]): KindOfHead {
  const last = carried.at(-1);
  const { before, after, number } = item;
  // "… hằng năm cho 28.000 người. Trong đó, đào tạo nghề trình độ sơ cấp cho 12.000 người"
  const isPartDone =
    number.unit === '' &&
    /^[^\p{L}]*trong đó(?!\p{L})[^;:%\d]*\scho\s$/u.test(before) &&
    /^\s\p{L}/u.test(after);
  if (last === undefined || !(isPartDone || isBarePart(item) || isLedPart(item))) return null;
  const isShare = /^(?:%|‰|phần|điểm)/u.test(item.number.unit);
  return (isShare ? kinds[last.value].isRate : kinds[last.value].addsUp) ? kindOfHead(last) : null;
}
