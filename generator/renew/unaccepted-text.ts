import type { Language } from '../../core/base/finding.ts';

/** More names nobody reads in one line; the report has them all. */
const MOST_NAMED = 8;

function shortList(names: readonly string[], language: Language): string {
  const rest = names.length - MOST_NAMED;
  const more = rest > 0 ? (language === 'vi' ? ` và ${rest} báo cáo khác` : ` and ${rest} more`) : '';
  return `${names.slice(0, MOST_NAMED).join('; ')}${more}`;
}

/** What became of the figures of returns that nobody has accepted. */
const unacceptedWords: Record<Language, (returns: string, areCarried: boolean) => string> = {
  vi: (returns, areCarried) =>
    areCarried
      ? `Báo cáo còn lỗi, mâu thuẫn hoặc đang giữ lại, số của chúng đi theo, ô nguồn ghi rõ: ${returns}. Hãy xem lại các số ấy trước khi gửi sổ mới.`
      : `Báo cáo còn lỗi, mâu thuẫn hoặc đang giữ lại, số của chúng ở lại trong báo cáo chuyển kỳ: ${returns}. Hãy sửa và nhận lại các báo cáo ấy; muốn chuyển số kèm dấu thì thêm --with-unaccepted.`,
  en: (returns, areCarried) =>
    areCarried
      ? `Returns with errors, in conflict or held back, whose figures come along with a mark in their source: ${returns}. Look at those figures before the new workbooks go out.`
      : `Returns with errors, in conflict or held back, whose figures stay in the roll-over report: ${returns}. Have them corrected and take them in again, or carry their figures marked by --with-unaccepted.`,
};

/** Names the returns that nobody has accepted, and says what became of their figures. */
export function unacceptedText(returns: readonly string[], areCarried: boolean, language: Language): string {
  return unacceptedWords[language](shortList(returns, language), areCarried);
}
