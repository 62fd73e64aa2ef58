import type { Language } from '../base/finding.ts';
import { digitsText } from '../base/number-text.ts';
import { NO_VINTAGE } from '../exchange/tables.ts';
import { parsePeriod, periodName } from '../period/period.ts';
import { figureText, type Entry } from './entry.ts';
import { vintageNames } from './words.ts';

/** Entries as people are shown them: no code of the exchange stands in what is printed for them. */

/** The number as it is written in a language, or the sign; what was typed instead of one as it is. */
export function figureShown(entry: Pick<Entry, 'value' | 'sign' | 'unread'>, language: Language): string {
  return entry.value === null ? figureText(entry) || (entry.unread ?? '') : digitsText(entry.value, language);
}

/** How sure the figure is; empty where there is none. */
export function vintageShown({ vintage }: Pick<Entry, 'vintage'>, language: Language): string {
  return vintage === NO_VINTAGE ? '' : (vintageNames.get(vintage)?.[language] ?? '');
}

/** The period of a figure; of a baseline or an assigned value its year and what it is. */
export function periodShown(
  { table, period, year }: Pick<Entry, 'table' | 'period' | 'year'>,
  language: Language,
): string {
  const vi = language === 'vi';
  if (table === 'baselines') return vi ? `số gốc năm ${year ?? ''}` : `baseline of ${year ?? ''}`;
  if (table === 'assignments') return vi ? `giao năm ${year ?? ''}` : `assigned for ${year ?? ''}`;
  const parsed = parsePeriod(period);
  return parsed ? periodName(parsed, language) : period;
}
