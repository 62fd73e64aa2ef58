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
  const { language, line, catalogue } = input;
  const words = reportWords[language];
  if (given.length === 0) return [];
  const lines = given.map((one): ListCell[] => {
    const [unit = '', indicator = '', stratum = '', time = ''] = one.key.split('|');
    return [
      ...named(unit, input),
      labelOf(figureKey(indicator, stratumOf({ stratum })), catalogue, language),
      timeSaid(time, '', language),
      entrySaid(one.before, language),
      entrySaid(one.after, language),
      reasonsSaid(one, language).join('; '),
    ];
  });
  const name = words.sheets.given;
  const widths = [16, 24, 40, 22, 14, 14, 44];
  return [listSheet(name, { title: name, line, heads: words.heads.given, widths, paper: 'A4' }, lines).sheet];
}

/** Figures that are others than when their round was closed, old and new; no sheet where none is. */
export function changedSheets(changed: readonly ChangedSince[], input: ListedFigures): SheetModel[] {
  const { language, line, catalogue } = input;
  const words = reportWords[language];
  const lines = changed.flatMap(({ changes }) =>
    changes.map((one): ListCell[] => {
      const [unit = '', indicator = '', stratum = '', period = ''] = one.key.split('|');
      return [
        ...named(unit, input),
        labelOf(figureKey(indicator, stratumOf({ stratum })), catalogue, language),
        period,
        entrySaid(one.before, language),
        one.isDisputed ? words.disputed : entrySaid(one.after, language),
        reasonsSaid(one, language).join('; '),
      ];
    }),
  );
  if (lines.length === 0) return [];
  const name = words.sheets.changed;
  const widths = [16, 24, 40, 9, 14, 14, 44];
  return [
    listSheet(name, { title: name, line, heads: words.heads.changed, widths, paper: 'A4' }, lines).sheet,
  ];
}
