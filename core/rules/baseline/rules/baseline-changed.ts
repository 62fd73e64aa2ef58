import type { Language } from '../../../base/finding.ts';
import { compare } from '../../../base/number.ts';
import { literal, quoted } from '../../../target/formula.ts';
import type { Baseline } from '../../../workbook/request.ts';
import { isBlankFormula, isNumber } from '../../figure/cell.ts';
import { shown } from '../../figure/wording.ts';
import type { BaselineRefs, BaselineRuleOf, FoundInBaseline } from '../baseline-rule.ts';

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
    return changesOf(given, baseline, unit);
  },
  formula: ({ given }, refs) => {
    const changed = given && isChangedFormula(given, refs);
    if (given === null || changed === null) return null;
    return `IF(${changed},${isOldSourceFormula(given.source, refs.source)},FALSE)`;
  },
  text: {
    vi: {
      title: 'Số gốc điền sẵn bị sửa',
      meaning:
        'Số gốc và năm gốc do người lập kế hoạch điền sẵn kèm nguồn; mọi lộ trình tính từ đó. Sửa được khi có văn bản khác, và cột "Nguồn số liệu" phải ghi văn bản ấy; giữ nguyên nguồn cũ thì không ai biết số nào đúng.',
      example:
        'Số gốc điền sẵn 24,31 % theo quyết định công nhận, nay ghi 21,3 %, cột nguồn vẫn ghi quyết định ấy.',
      fix: 'Đưa ô về số điền sẵn; nếu số đã được đính chính, ghi văn bản mới ở cột "Nguồn số liệu" của dòng.',
      message: (data) => `${changedWords(data, 'vi')}, số điền sẵn là ${givenWords(data, 'vi')}.`,
      expected: (data) => `${valueOf(data, data.given, 'vi')}, hoặc nguồn mới ở cột "Nguồn số liệu"`,
    },
    en: {
      title: 'Baseline filled in beforehand changed',
      meaning:
        'Baselines and their years are filled in by the planner with their source; every path starts from them. They may be changed by another document, which then stands in the column of sources.',
      example: 'Filled in with 24.31 % by a decision, now 21.3 % and still by that decision.',
      fix: 'Put the baseline back; if it was corrected, name the new document in the column of sources.',
      message: (data) => `${changedWords(data, 'en')}, it was filled in with ${givenWords(data, 'en')}.`,
      expected: (data) => `${valueOf(data, data.given, 'en')}, or the new source beside it`,
    },
  },
};

/** What of a baseline is not what was filled in, whatever its source. */
export function changesOf(
  given: Baseline,
  baseline: Baseline,
  unit: string,
): FoundInBaseline<BaselineChanged>[] {
  return (['value', 'year'] as const).flatMap((at) => {
    const [before, found] = [given[at], baseline[at]];
    if (before === null || (found !== null && compare(found, before) === 0)) return [];
    const data = { at, found, given: before, source: given.source, unit: at === 'value' ? unit : '' };
    return [{ at, found, data }];
  });
}

/** {@link changesOf} finds something; null where it never does. */
export function isChangedFormula(given: Baseline, refs: BaselineRefs): string | null {
  const changed = (['value', 'year'] as const).flatMap((at) => {
    const before = given[at];
    const cell = refs[at];
    return before === null ? [] : [`IF(${isNumber(cell)},ROUND(${cell}-${literal(before)},6)<>0,TRUE)`];
  });
  if (changed.length === 0) return null;
  return changed.length === 1 ? changed.join('') : `OR(${changed.join(',')})`;
}

/** "Số gốc của … ghi 21,3 %". */
export function changedWords(data: BaselineChanged & { name: string }, language: Language): string {
  const { at, found, name } = data;
  if (language === 'vi') {
    const holds = found === null ? 'bị xóa' : `ghi ${valueOf(data, found, 'vi')}`;
    return `${at === 'year' ? 'Năm gốc' : 'Số gốc'} của "${name}" ${holds}`;
  }
  const holds = found === null ? 'was cleared' : `is ${valueOf(data, found, 'en')}`;
  return `The ${at === 'year' ? 'base year' : 'baseline'} of "${name}" ${holds}`;
}

/** "24,31 % (nguồn: …)". */
export function givenWords(data: BaselineChanged, language: Language): string {
  const source = data.source === null ? '' : ` (${language === 'vi' ? 'nguồn' : 'source'}: ${data.source})`;
  return `${valueOf(data, data.given, language)}${source}`;
}

/** A year has no groups of digits. */
function valueOf({ at, unit }: BaselineChanged, value: number, language: Language): string {
  return at === 'year' ? String(value) : shown(value, unit, language);
}

/** Whether a source is named that is not the one filled in. */
export function hasNewSource(given: Baseline['source'], typed: Baseline['source']): boolean {
  const text = spaced(typed ?? '');
  return text !== '' && startOf(text, given) !== wordsOf(given).text;
}

/** The source is blank, or the one filled in: not {@link hasNewSource}. */
export function isOldSourceFormula(given: Baseline['source'], cell: string): string {
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
