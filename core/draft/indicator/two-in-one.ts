import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IndicatorProposal } from '../model.ts';
import { isStopped, syllablesOf } from './words.ts';

/** Below this the best is a guess, and what is near it says nothing. */
const LIKELY = 0.35;
/** As much of the score of the best the other has to reach. */
const NEAR = 0.6;
/** A word or two between what the two are told apart by: "phát thanh và truyền hình". */
const GAP = 1;
const LEAST_WORDS = 2;

/**
 * The other indicator of a number that is of two, null where it is of one: the words name side by side what tells the two likeliest apart ("100 % tỷ lệ
 * phủ sóng phát thanh và truyền hình").
 * @param own the words of the number
 */
export function otherNamed(
  own: string,
  [best, ...others]: readonly IndicatorProposal[],
  { indicators }: Catalogue,
): IndicatorProposal | null {
  if (best === undefined || best.score < LIKELY) return null;
  const words = syllablesOf(own);
  const named = (id: string): ReadonlySet<string> =>
    new Set(syllablesOf(indicators.get(id)?.name.vi ?? '').filter((one) => !isStopped(one)));
  const first = named(best.indicator);
  const found = others.find(({ indicator, score }) => {
    if (score < best.score * NEAR) return false;
    const second = named(indicator);
    const shared = [...first].filter((one) => second.has(one));
    const [one, other] = [spanOf(first, second, words), spanOf(second, first, words)];
    return shared.length > 0 && one !== null && other !== null && isBeside(one, other);
  });
  return found ?? null;
}

type Span = readonly [from: number, to: number];

/** Where the words stand, without others between them, that a name has and another has not; null where they do not. */
function spanOf(
  name: ReadonlySet<string>,
  other: ReadonlySet<string>,
  words: readonly string[],
): Span | null {
  const wanted = [...name].filter((one) => !other.has(one));
  if (wanted.length < LEAST_WORDS) return null;
  const from = words.findIndex((_, at) => wanted.every((one, step) => words[at + step] === one));
  return from < 0 ? null : [from, from + wanted.length - 1];
}

function isBeside(one: Span, other: Span): boolean {
  const [left, right] = one[0] < other[0] ? [one, other] : [other, one];
  const gap = right[0] - left[1] - 1;
  return gap >= 0 && gap <= GAP;
}
