import type { Language } from '../base/finding.ts';
import { asReported } from '../base/number.ts';
import { numberText } from '../base/number-text.ts';
import { decimalsOf } from '../catalogue/decimals.ts';
import type { LevelDifference } from './levels.ts';
import { decisionText } from './sheets/decision-text.ts';
import { consolidationWords } from './words.ts';

/** Both figures with who says them: "cộng đơn vị 120, công bố 125". */
export function levelFigures({ column, between, values }: LevelDifference, language: Language): string {
  const { levels } = consolidationWords[language];
  const decimals = decimalsOf(column.indicator);
  return between
    .map((level, at) => `${levels[level]} ${numberText(asReported(values[at] ?? 0, decimals), language)}`)
    .join(', ');
}

/** The decision first, then what those who reported wrote; else what is still to be done. */
export function differenceState(
  { decision, reasons, isComplete }: LevelDifference,
  language: Language,
): string {
  const words = consolidationWords[language];
  const said = [...(decision === null ? [] : [decisionText(decision, language)]), ...reasons].join('; ');
  return said === '' ? (isComplete ? words.needsReason : words.incomplete) : said;
}

/**
 * How many differences there are and what is still to be done about them: "5 chênh lệch: 2 cần lý do hoặc quyết định,
 * 1 đã giải trình, 2 so với tổng còn thiếu đơn vị". Parts of which there are none are left out.
 */
export function levelsCount(differences: readonly LevelDifference[], language: Language): string {
  const isSaid = ({ reasons, decision }: LevelDifference) => reasons.length > 0 || decision !== null;
  const open = differences.filter((one) => one.isOpen).length;
  const said = differences.filter(isSaid).length;
  const waiting = differences.filter((one) => !one.isOpen && !isSaid(one)).length;
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
