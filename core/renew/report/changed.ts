import { entrySaid, reasonsSaid, timeSaid } from '../../consolidate/late-correction.ts';
import { listSheet, type ListCell } from '../../consolidate/sheets/list-sheet.ts';
import type { Language } from '../../base/finding.ts';
import { figureKey } from '../../observation/key.ts';
import { parsePeriod, periodName } from '../../period/period.ts';
import { vietnameseDate } from '../../round/round.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { LateCorrection } from '../../store/closing.ts';
import { stratumOf } from '../../store/entry.ts';
import { labelOf } from '../../workbook/key-label.ts';
import type { ChangedSince } from '../changed-since.ts';
import { named, type ListedFigures } from './figures.ts';
import { reportWords } from './words.ts';

/** Of each closed round how many figures are others since; of one that is as it was nothing. */
export function changedSaid(changed: readonly ChangedSince[], language: Language): string[] {
  return changed.flatMap(({ by, changes }) => {
    const round = parsePeriod(by.closing.round);
    if (changes.length === 0) return [];
    const name = round ? periodName(round, language) : by.closing.round;
    const day = by.at.slice(0, 10);
    return [
      reportWords[language].changed(name, language === 'vi' ? vietnameseDate(day) : day, changes.length),
    ];
  });
}

/** The planner's baselines and assigned values that are others than in the last round, old and new; else no sheet. */
export function givenSheets(given: readonly LateCorrection[], input: ListedFigures): SheetModel[] {
  const { language } = input;
  const { sheets, heads } = reportWords[language];
  const of = { name: sheets.given, heads: heads.given, timeWidth: 22 };
  return correctionSheets(given, of, input, (time) => timeSaid(time, '', language));
}

/** Figures that are others than when their round was closed, old and new; no sheet where none is. */
export function changedSheets(changed: readonly ChangedSince[], input: ListedFigures): SheetModel[] {
  const { sheets, heads } = reportWords[input.language];
  const of = { name: sheets.changed, heads: heads.changed, timeWidth: 9 };
  const changes = changed.flatMap((one) => one.changes);
  return correctionSheets(changes, of, input, (time) => time);
}

/** A line for each value that is another one: unit, indicator, time, before, now, the reasons that are given. */
function correctionSheets(
  corrections: readonly LateCorrection[],
  { name, heads, timeWidth }: { name: string; heads: readonly string[]; timeWidth: number },
  input: ListedFigures,
  timeOf: (time: string) => string,
): SheetModel[] {
  if (corrections.length === 0) return [];
  const { language, line, catalogue } = input;
  const lines = corrections.map((one): ListCell[] => {
    const [unit = '', indicator = '', stratum = '', time = ''] = one.key.split('|');
    return [
      ...named(unit, input),
      labelOf(figureKey(indicator, stratumOf({ stratum })), catalogue, language),
      timeOf(time),
      entrySaid(one.before, language),
      one.isDisputed ? reportWords[language].disputed : entrySaid(one.after, language),
      reasonsSaid(one, language).join('; '),
    ];
  });
  const widths = [16, 24, 40, timeWidth, 14, 14, 44];
  return [listSheet(name, { title: name, line, heads, widths, paper: 'A4' }, lines).sheet];
}
