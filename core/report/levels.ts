import type { Language } from '../base/finding.ts';
import { asReported } from '../base/number.ts';
import { numberText } from '../base/number-text.ts';
import { decimalsOf } from '../catalogue/decimals.ts';
import type { Consolidation } from '../consolidate/consolidate.ts';
import { levelDifferences, type LevelDifference } from '../consolidate/levels.ts';
import { differenceState, levelFigures, levelsCount } from '../consolidate/level-words.ts';
import { shareSaid } from './sentences.ts';
import { nameOfFigure } from './targets.ts';

/** Two levels that say different figures of the same. */
export interface LevelView {
  name: string;
  /** Both figures with who says them: "cộng đơn vị 120 hộ (mới 7/8 đơn vị), công bố 125 hộ". */
  figures: string;
  difference: string;
  /** Of the second figure; empty where that is 0. */
  share: string;
  /** The decision and the reasons, or what is still to be done. */
  said: string;
}

/** Where the levels contradict each other: how many places, the largest of them, and all one by one. */
export function levelsOf(found: Consolidation, language: Language): { sentence: string; rows: LevelView[] } {
  const differences = levelDifferences(found);
  const [first] = differences;
  if (!first) return { sentence: '', rows: [] };
  const most = language === 'vi' ? 'Lớn nhất' : 'The largest';
  return {
    sentence: `${levelsCount(differences, language)}. ${most}: ${first.column.indicator.name[language]}, ${levelFigures(first, language)}.`,
    rows: differences.map((one) => levelView(one, language)),
  };
}

function levelView(one: LevelDifference, language: Language): LevelView {
  const { column, difference, share } = one;
  const sign = difference > 0 ? '+' : '';
  const decimals = decimalsOf(column.indicator);
  return {
    name: nameOfFigure(column, language),
    figures: levelFigures(one, language),
    difference: `${sign}${numberText(asReported(difference, decimals), language)} ${column.indicator.unit}`,
    share: share === null ? '' : `${sign}${shareSaid(share, language)}`,
    said: differenceState(one, language),
  };
}
