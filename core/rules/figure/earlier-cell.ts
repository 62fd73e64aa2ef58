import type { Language, Place } from '../../base/finding.ts';

/** The cell of the period before, which may be the wrong one of the two. */
export interface EarlierCell {
  place: Place;
  /** Other figures of its period contradict it, while those beside the figure of the round suit that one. */
  isDoubted: boolean;
}

/** What a warning that compares two periods carries besides, where the earlier cell is in the file. */
export interface WithEarlier {
  earlier?: EarlierCell;
}

/** That either of the two may be wrong, with the address of the earlier one; nothing where it has no place. */
export function eitherMayBeWrong(earlier: EarlierCell | undefined, language: Language): string {
  const at = earlier === undefined ? null : whereIs(earlier.place, language);
  if (earlier === undefined || at === null) return '';
  if (language === 'vi') {
    return earlier.isDoubted
      ? ` Số kỳ trước (${at}) không hợp với các số khác cùng kỳ, nên có lẽ số ấy sai; hãy xem ${at} trước.`
      : ` Một trong hai số có thể sai: xem cả số kỳ trước (${at}).`;
  }
  return earlier.isDoubted
    ? ` The figure of the period before (${at}) does not suit the others of its period, so that it is probably the wrong one; look at ${at} first.`
    : ` Either may be wrong: look at the figure of the period before (${at}), too.`;
}

/** "ô Nhập liệu!E14" of a workbook, "dòng 39" of a CSV table. */
export function whereIs({ sheet, cell, line }: Place, language: Language): string | null {
  const address = [sheet, cell].filter((part) => part !== undefined).join('!');
  if (address !== '') return language === 'vi' ? `ô ${address}` : `cell ${address}`;
  if (line === undefined) return null;
  return language === 'vi' ? `dòng ${line}` : `line ${line}`;
}
