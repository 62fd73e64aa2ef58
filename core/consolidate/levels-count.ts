import type { Language } from '../base/finding.ts';
import type { LevelDifference } from './levels.ts';

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
