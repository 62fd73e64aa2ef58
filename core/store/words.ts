import type { Language } from '../base/finding.ts';
import { observationsTable } from '../exchange/tables.ts';
import type { Decision } from './model.ts';
import type { ProvinceState } from './provinces.ts';
import { unitStates, type RegisterLine, type UnitState } from './register.ts';

/** How a state of a unit is called. */
export const unitStateWords: Record<UnitState, Record<Language, string>> = {
  'not-received': { vi: 'chưa nhận', en: 'not received' },
  refused: { vi: 'không nhận', en: 'refused' },
  'held-back': { vi: 'giữ lại', en: 'held back' },
  conflicting: { vi: 'mâu thuẫn', en: 'conflicting' },
  blocked: { vi: 'còn lỗi', en: 'blocked' },
  'to-explain': { vi: 'chờ giải trình', en: 'to explain' },
  accepted: { vi: 'chấp nhận', en: 'accepted' },
  'not-owed': { vi: 'không phải nộp', en: 'not owed' },
};

/** How a state of a province is called in the round of the country. */
export const provinceStateWords: Record<ProvinceState, Record<Language, string>> = {
  sent: { vi: 'đã gửi', en: 'sent' },
  corrected: { vi: 'đã gửi, có sửa', en: 'sent, corrected' },
  conflicting: { vi: 'mâu thuẫn', en: 'conflicting' },
  'held-back': { vi: 'giữ lại', en: 'held back' },
  // On a server that all share it may have closed the round itself: the country's store counts none but sets.
  'not-closed': { vi: 'chưa gửi bộ', en: 'no set sent' },
  'not-received': { vi: 'chưa nhận', en: 'not received' },
  'no-plan': { vi: 'chưa có kế hoạch', en: 'no plan here' },
};

/** Heads of the register's columns. */
export const registerHeads: Record<Language, readonly string[]> = {
  vi: ['Mã', 'Đơn vị', 'Trạng thái', 'Bản', 'Ngày nhận', 'Số', 'Lỗi', 'CB', 'Trễ'],
  en: ['Id', 'Unit', 'State', 'Return', 'Received', 'Figures', 'Err', 'Warn', 'Late'],
};

/** How sure a figure is, in the words of the exchange. */
export const vintageNames: ReadonlyMap<string, Record<Language, string>> = new Map(
  Object.entries(observationsTable.columns.find(({ name }) => name === 'vintage')?.words ?? {}),
);

/** Whether a unit has sent returns on some of the plans it reports on, and none on another. */
export function hasSentPart({ state, missing }: Pick<RegisterLine, 'state' | 'missing'>): boolean {
  return state === 'not-received' && missing.length > 0;
}

const inPart: Record<Language, string> = { vi: 'nhận một phần', en: 'received in part' };

/** What a unit is in the register; one that has sent some of its plans is not named among the silent. */
export function stateSaid(line: Pick<RegisterLine, 'state' | 'missing'>, language: Language): string {
  if (!hasSentPart(line)) return unitStateWords[line.state][language];
  return inPart[language];
}

/** How many units are what, in the order of the states; those that none is are left out. */
export function statesSaid(
  lines: readonly Pick<RegisterLine, 'state' | 'missing'>[],
  language: Language,
): { state: UnitState; word: string; count: number }[] {
  return unitStates.flatMap((state) => {
    const own = lines.filter((line) => line.state === state).map((line) => stateSaid(line, language));
    return [...new Set(own)].map((word) => ({
      state,
      word,
      count: own.filter((each) => each === word).length,
    }));
  });
}

/** How many of those that are not received have come in part, after their count; '' where none has. */
export function inPartSaid(
  lines: readonly Pick<RegisterLine, 'state' | 'missing'>[],
  state: UnitState,
  language: Language,
): string {
  const count = lines.filter((line) => line.state === state && hasSentPart(line)).length;
  if (count === 0) return '';
  return language === 'vi' ? ` (trong đó ${count} ${inPart.vi})` : ` (${count} of them ${inPart.en})`;
}

/** What else there is to know of a unit. */
export function registerNotes(line: RegisterLine, language: Language): string[] {
  const { notOwed, waiting, plans, missing, due, state } = line;
  const vi = language === 'vi';
  const part = hasSentPart(line) ? `${inPart[language]}: ` : '';
  return [
    ...(notOwed !== null && state === 'not-owed' ? [notOwed.said[language]] : []),
    ...(state === 'not-owed' && line.return !== null
      ? [vi ? 'đã nhận sổ, không có số nào' : 'its workbook has come and has no figures']
      : []),
    ...(waiting > 0
      ? [vi ? `${waiting} tệp đang giữ lại hoặc không nhận` : `${waiting} files held back or refused`]
      : []),
    ...(missing.length > 0 ? [`${part}${missingSaid(plans.length, missing, language)}`] : []),
    ...(due === null && state !== 'not-owed' ? [vi ? 'chưa quy định hạn nộp' : 'no due day is known'] : []),
  ];
}

function missingSaid(owed: number, missing: readonly string[], language: Language): string {
  const come = owed - missing.length;
  return language === 'vi'
    ? `đã nhận ${come}/${owed} kế hoạch, còn thiếu ${missing.join(', ')}`
    : `${come} of ${owed} plans received, still missing ${missing.join(', ')}`;
}

/** What was decided. */
export const decisionWords: Record<Decision['kind'], Record<Language, string>> = {
  release: { vi: 'cho vào', en: 'let in' },
  withdraw: { vi: 'rút', en: 'withdrawn' },
  corrects: { vi: 'thay bản khác', en: 'replaces another' },
  accept: { vi: 'chấp nhận', en: 'accepted' },
  choose: { vi: 'chọn số', en: 'figure chosen' },
  close: { vi: 'khóa sổ', en: 'round closed' },
  reopen: { vi: 'mở sổ', en: 'round reopened' },
  explain: { vi: 'giải trình chênh lệch', en: 'difference explained' },
  publish: { vi: 'công bố', en: 'published' },
  undo: { vi: 'bỏ quyết định', en: 'undone' },
};
