import type { Language } from '../../../base/finding.ts';
import { compare } from '../../../base/number.ts';
import { literal, quoted } from '../../../target/formula.ts';
import type { Baseline } from '../../../workbook/request.ts';
import { isBlankFormula, isNumber } from '../../figure/cell.ts';
import { shown } from '../../figure/wording.ts';
import type { BaselineRuleOf } from '../baseline-rule.ts';

/** A baseline that holds something else than the planner filled in. */
export interface BaselineChanged {
  at: 'year' | 'value';
  found: number | null;
  given: number;
  source: string | null;
  unit: string;
}

/** Texts in a formula may not be longer than 255 characters. */
const LONGEST = 200;

/** A baseline filled in beforehand and changed, while its source still is the one filled in. */
export const baselineChanged: BaselineRuleOf<BaselineChanged> = {
  code: 'baseline-changed',
  severity: 'error',
  word: 'Khác số điền sẵn',
  check: ({ given, indicator: { unit } }, baseline) => {
    if (given === null || hasNewSource(given.source, baseline.source)) return [];
    return (['value', 'year'] as const).flatMap((at) => {
      const [before, found] = [given[at], baseline[at]];
      if (before === null || (found !== null && compare(found, before) === 0)) return [];
      const data = { at, found, given: before, source: given.source, unit: at === 'value' ? unit : '' };
      return [{ at, found, data }];
    });
  },
  formula: ({ given }, refs) => {
    if (given === null) return null;
    const changed = (['value', 'year'] as const).flatMap((at) => {
      const before = given[at];
      const cell = refs[at];
      return before === null ? [] : [`IF(${isNumber(cell)},ROUND(${cell}-${literal(before)},6)<>0,TRUE)`];
    });
    if (changed.length === 0) return null;
    const either = changed.length === 1 ? changed.join('') : `OR(${changed.join(',')})`;
    return `IF(${either},${isOldSourceFormula(given.source, refs.source)},FALSE)`;
  },
  text: {
    vi: {
      title: 'Số gốc điền sẵn bị sửa',
      meaning:
        'Số gốc và năm gốc do người lập kế hoạch điền sẵn kèm nguồn; mọi lộ trình tính từ đó. Sửa được khi có văn bản khác, và cột "Nguồn số liệu" phải ghi văn bản ấy; giữ nguyên nguồn cũ thì không ai biết số nào đúng.',
      example:
        'Số gốc điền sẵn 24,31 % theo quyết định công nhận, nay ghi 21,3 %, cột nguồn vẫn ghi quyết định ấy.',
      fix: 'Đưa ô về số điền sẵn; nếu số đã được đính chính, ghi văn bản mới ở cột "Nguồn số liệu" của dòng.',
      message: (data) =>
        `${data.at === 'year' ? 'Năm gốc' : 'Số gốc'} của "${data.name}" ${data.found === null ? 'bị xóa' : `ghi ${valueOf(data, data.found, 'vi')}`}, số điền sẵn là ${valueOf(data, data.given, 'vi')}${data.source === null ? '' : ` (nguồn: ${data.source})`}.`,
      expected: (data) => `${valueOf(data, data.given, 'vi')}, hoặc nguồn mới ở cột "Nguồn số liệu"`,
    },
    en: {
      title: 'Baseline filled in beforehand changed',
      meaning:
        'Baselines and their years are filled in by the planner with their source; every path starts from them. They may be changed by another document, which then stands in the column of sources.',
      example: 'Filled in with 24.31 % by a decision, now 21.3 % and still by that decision.',
      fix: 'Put the baseline back; if it was corrected, name the new document in the column of sources.',
      message: (data) =>
        `The ${data.at === 'year' ? 'base year' : 'baseline'} of "${data.name}" ${data.found === null ? 'was cleared' : `is ${valueOf(data, data.found, 'en')}`}, it was filled in with ${valueOf(data, data.given, 'en')}${data.source === null ? '' : ` (source: ${data.source})`}.`,
      expected: (data) => `${valueOf(data, data.given, 'en')}, or the new source beside it`,
    },
  },
};

/** A year has no groups of digits. */
function valueOf({ at, unit }: BaselineChanged, value: number, language: Language): string {
  return at === 'year' ? String(value) : shown(value, unit, language);
}

function hasNewSource(given: Baseline['source'], typed: Baseline['source']): boolean {
  const text = spaced(typed ?? '');
  return text !== '' && startOf(text, given) !== wordsOf(given).text;
}

/** Neither blank nor another source than the one filled in. */
function isOldSourceFormula(given: Baseline['source'], cell: string): string {
  const { text, isWhole } = wordsOf(given);
  const start = isWhole ? `TRIM(${cell})` : `LEFT(TRIM(${cell}),${text.length})`;
  const isSame = `IF(ISERROR(${cell}),FALSE,EXACT(${start},${quoted(text)}))`;
  return `IF(${isBlankFormula(cell)},TRUE,${isSame})`;
}

/** A source as far as a formula can hold it: one line of no more than {@link LONGEST} characters. */
function wordsOf(given: Baseline['source']): { text: string; isWhole: boolean } {
  const source = spaced(given ?? '');
  const end = Math.min(LONGEST, ...['\n', '\r'].map((one) => source.indexOf(one)).filter((at) => at >= 0));
  return { text: source.slice(0, end), isWhole: source.length <= end };
}

function startOf(text: string, given: Baseline['source']): string {
  const words = wordsOf(given);
  return words.isWhole ? text : text.slice(0, words.text.length);
}

/** As TRIM leaves it. */
function spaced(text: string): string {
  return text.split(' ').filter(Boolean).join(' ');
}
