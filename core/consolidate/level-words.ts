import type { Language } from '../base/finding.ts';
import { asReported } from '../base/number.ts';
import { numberText } from '../base/number-text.ts';
import { decimalsOf } from '../catalogue/decimals.ts';
import type { LevelDifference } from './levels.ts';
import { decisionText } from './sheets/decision-text.ts';
import { consolidationWords } from './words.ts';

/** Both figures with who says them: "cộng đơn vị 120 hộ (mới 7/8 đơn vị), công bố 125 hộ"; how many units only where some lack. */
export function levelFigures(
  { column, between, values, isComplete, coverage }: LevelDifference,
  language: Language,
): string {
  const { levels, ofUnits } = consolidationWords[language];
  const decimals = decimalsOf(column.indicator);
  return between
    .map((level, at) => {
      const figure = `${levels[level]} ${numberText(asReported(values[at] ?? 0, decimals), language)} ${column.indicator.unit}`;
      return level === 'units' && !isComplete
        ? `${figure} (${ofUnits(coverage.entered, coverage.of)})`
        : figure;
    })
    .join(', ');
}

/**
 * That units are missing, whatever was said beside it; then the decision, then what those who reported wrote; else
 * what is still to be done.
 */
export function differenceState(
  { decision, reasons, isComplete, isEarly }: LevelDifference,
  language: Language,
): string {
  const words = consolidationWords[language];
  const said = [...(decision === null ? [] : [decisionText(decision, language)]), ...reasons];
  if (isEarly) return [words.incomplete, ...said].join('; ');
  if (!isComplete) return [words.alreadyMore, ...(said.length === 0 ? [words.needsReason] : said)].join('; ');
  return said.length === 0 ? words.needsReason : said.join('; ');
}

/**
 * How many differences there are and what is still to be done about them: "5 chênh lệch: 2 cần lý do hoặc quyết định,
 * 1 đã giải trình, 2 so với tổng còn thiếu đơn vị". A note does not make an incomplete sum whole: what it was written
 * about may be gone with the units that are missing. Parts of which there are none are left out.
 */
export function levelsCount(differences: readonly LevelDifference[], language: Language): string {
  const open = differences.filter(({ isOpen }) => isOpen).length;
  const said = differences.filter(({ isOpen, isEarly }) => !isEarly && !isOpen).length;
  const waiting = differences.filter(({ isEarly }) => isEarly).length;
  const vi = language === 'vi';
  const parts = [
    [open, vi ? 'cần lý do hoặc quyết định' : 'without a reason or a decision'],
    [said, vi ? 'đã có lý do hoặc quyết định' : 'with a reason or a decision'],
    [
      waiting,
      vi
        ? 'so với tổng còn thiếu đơn vị, chưa cần giải trình'
        : 'against a sum that lacks units, for which it is too early',
    ],
  ] as const;
  const listed = parts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : []));
  const all = vi
    ? `${differences.length} chênh lệch giữa các cấp`
    : `${differences.length} difference${differences.length === 1 ? '' : 's'} between levels`;
  return listed.length === 0 ? all : `${all}: ${listed.join(', ')}`;
}
