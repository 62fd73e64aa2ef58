import type { SheetModel } from '../../sheet/model.ts';
import { coverageSentences, provinceCells } from '../../store/provinces-said.ts';
import { listSheet, type ListCell } from './list-sheet.ts';
import type { BookRequest } from './request.ts';

/** Every province of the country with the state of its round; no sheet where the round is that of a province. */
export function provincesSheets({
  provinces,
  words,
  language,
  title,
  line,
  paper,
}: Pick<BookRequest, 'provinces' | 'words' | 'language' | 'title' | 'line' | 'paper'>): SheetModel[] {
  if (provinces === undefined) return [];
  const lines = provinces.map((one): ListCell[] => [
    ...provinceCells(one, language),
    one.closed?.by ?? '',
    ...(one.plans.length === 0 ? ['', '', ''] : [one.received, one.units, one.corrections.length]),
    one.daysLate ?? '',
  ]);
  const widths = [14, 34, 20, 8, 13, 13, 30, 12, 12, 12, 10];
  const sheet = listSheet(
    words.sheets.provinces,
    {
      title: `${title}: ${words.sheets.provinces}`,
      line,
      notes: coverageSentences(provinces, language, 'owing'),
      heads: words.provinceHeads,
      widths,
      paper,
    },
    lines,
  );
  return [sheet.sheet];
}
