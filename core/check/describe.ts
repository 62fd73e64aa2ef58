import type { Language } from '../base/finding.ts';
import { excerpt } from '../base/message-pieces.ts';
import { numberText, readableNumber } from '../base/number-text.ts';
import { whereIs } from '../rules/figure/earlier-cell.ts';
import { renderPlace, severityWords } from '../wording/place.ts';
import { returnMessage } from '../wording/return-message.ts';
import type { CheckFinding, RuleDefinition } from '../rules/rule.ts';
import { readable } from './structure/fold.ts';
import { labelled, labelOf, type KeyNames } from '../workbook/key-label.ts';

/** A finding in words; every part is text, empty where there is nothing to say. */
export interface DescribedFinding {
  severity: string;
  /** Heading of the rule. */
  title: string;
  /** `Nhập liệu!F12`. */
  place: string;
  /** Name of the indicator with its stratum; empty for a finding about the whole file. */
  label: string;
  period: string;
  found: string;
  message: string;
  expected: string;
  fix: string;
  /** The officer's reason; empty while there is none. */
  explanation: string;
}

/** Heading of what a reader found, whose messages say all there is. */
const READING = { vi: 'Đọc tệp', en: 'Reading the file' } as const;
/** What stands for characters that nobody sees. */
const INVISIBLE = { vi: 'ký tự không nhìn thấy', en: 'characters nobody sees' } as const;

/**
 * A finding of a check in one language, be it of a rule or of the reader.
 * @param rules definitions of all rules that ran
 * @throws Error for a code nobody has: a program error
 */
export function describeFinding(
  finding: CheckFinding,
  language: Language,
  { catalogue, rules }: { catalogue: KeyNames; rules: readonly RuleDefinition[] },
): DescribedFinding {
  const definition = rules.find(({ code }) => code === finding.code);
  const text = definition?.text[language];
  // The rule that made the finding made its data for its own wording.
  const data = labelled(readable(finding.data), catalogue, language) as never;
  return {
    severity: severityWords[finding.severity][language],
    title: text?.title ?? READING[language],
    place: renderPlace(finding.place, language),
    label: nameOf(finding.key, catalogue, language),
    period: finding.period ?? '',
    found: text ? foundText(finding, catalogue, language) : '',
    message: [
      text ? text.message(data) : returnMessage({ ...finding, data }, language),
      seenBeside(finding, catalogue, language),
      notExplained(finding, language),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    expected: text?.expected(data) ?? '',
    fix: text?.fix ?? '',
    explanation: finding.explanation ?? '',
  };
}

/** What a key stands for; a key of nobody has no name. */
function nameOf(key: string | null, catalogue: KeyNames, language: Language): string {
  const label = labelOf(key, catalogue, language);
  return label.includes('|') ? '' : label;
}

/** Which other cell is to be looked at, as a sentence; empty for none. */
function seenBeside({ beside }: CheckFinding, catalogue: KeyNames, language: Language): string {
  if (!beside) return '';
  const [name, at] = [nameOf(beside.key, catalogue, language), whereIs(beside.place, language)];
  const cell = at === null ? `"${name}"` : `"${name}" (${at})`;
  if (beside.why === 'slipped') {
    return language === 'vi'
      ? `Có lẽ chính ${cell} sai: xem cảnh báo ở ô ấy và sửa ở đó trước.`
      : `Probably ${cell} is the wrong one: look at the warning there and correct it first.`;
  }
  return language === 'vi'
    ? `Số này đúng bằng số của ${cell}: có lẽ chép nhầm dòng.`
    : `It is the very figure of ${cell}: perhaps copied from that row.`;
}

/** What is to be said of a reason that explains nothing. */
function notExplained({ notExplained: not }: CheckFinding, language: Language): string {
  if (!not) return '';
  const isSeen = /[^\p{C}\p{Z}]/u.test(not.written);
  const written = isSeen ? `"${excerpt(not.written, 40)}"` : INVISIBLE[language];
  if (language === 'vi') {
    return not.why === 'no-words'
      ? `Cột lý do ghi ${written}, chưa phải lời giải thích.`
      : `Lý do ${written} đã giải thích cảnh báo khác của dòng; cảnh báo này cần lý do riêng, ghi sau dấu chấm phẩy.`;
  }
  return not.why === 'no-words'
    ? `The reason column holds ${written}, which explains nothing.`
    : `The reason ${written} explains another warning of the row; this one wants its own, after a semicolon.`;
}

/** Whether a number of a finding is a year, which has no groups of digits. */
function isOfYear(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'at' in data && data.at === 'year';
}

/** Only a figure's cell is said to be blank: a finding about a sheet or the file has found nothing anywhere. */
function foundText({ found, period, data }: CheckFinding, catalogue: KeyNames, language: Language): string {
  if (found === null || found === '') return period === null ? '' : { vi: 'ô trống', en: 'blank' }[language];
  if (typeof found === 'number' && isOfYear(data)) return String(found);
  return typeof found === 'number'
    ? numberText(readableNumber(found), language)
    : `"${labelOf(found, catalogue, language)}"`;
}
