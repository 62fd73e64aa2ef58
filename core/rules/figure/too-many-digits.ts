import { compare } from '../../base/number.ts';
import type { Language } from '../../base/finding.ts';
import { numberIn, type RawCell } from './cell.ts';
import { shown } from './wording.ts';

/** What a figure is multiplied by where it has a digit or more too many. */
const TOO_MANY = [10, 100, 1_000] as const;
/** How far it may lie from that many times last year's: as of a slip of the unit. A convention. */
const BAND = [0.8, 1.25] as const;

/** A figure that cannot be and is about ten, a hundred or a thousand times that of the period before. */
export interface TimesPrevious {
  times: number;
  previous: number;
}

/** How many times the figure of the period before it is; null where that does not tell what slipped. */
export function timesPrevious(figure: number, cell: RawCell | null): TimesPrevious | null {
  const previous = cell === null ? null : numberIn(cell);
  if (previous === null || previous <= 0) return null;
  const [low, high] = BAND;
  const times = TOO_MANY.find(
    (by) => compare(figure, low * by * previous) >= 0 && compare(figure, high * by * previous) <= 0,
  );
  return times === undefined ? null : { times, previous };
}

/** That a figure has perhaps a digit too many, as a sentence after another; nothing where nothing tells. */
export function perhapsTooMany(of: TimesPrevious | null, unit: string, language: Language): string {
  if (of === null) return '';
  const [times, before] = [shown(of.times, '', language), shown(of.previous, unit, language)];
  return language === 'vi'
    ? ` Số này gấp khoảng ${times} lần kỳ trước (${before}): có lẽ thừa chữ số 0 hoặc nhầm đơn vị tính.`
    : ` It is about ${times} times the period before (${before}): perhaps a zero too many or a wrong unit.`;
}
