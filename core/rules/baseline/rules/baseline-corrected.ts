import type { BaselineRuleOf } from '../baseline-rule.ts';
import {
  changedWords,
  changesOf,
  givenWords,
  hasNewSource,
  isChangedFormula,
  isOldSourceFormula,
  type BaselineChanged,
} from './baseline-changed.ts';

/** A baseline filled in beforehand and corrected by another document: told, and nothing to do. */
export const baselineCorrected: BaselineRuleOf<BaselineChanged & { by: string }> = {
  code: 'baseline-corrected',
  severity: 'note',
  word: 'Đã đính chính',
  check: ({ given, indicator: { unit } }, baseline) => {
    if (given === null || !hasNewSource(given.source, baseline.source)) return [];
    const by = baseline.source?.trim() ?? '';
    return changesOf(given, baseline, unit).map((one) => ({ ...one, data: { ...one.data, by } }));
  },
  formula: ({ given }, refs) => {
    const changed = given && isChangedFormula(given, refs);
    if (given === null || changed === null) return null;
    return `IF(${changed},NOT(${isOldSourceFormula(given.source, refs.source)}),FALSE)`;
  },
  text: {
    vi: {
      title: 'Đính chính số gốc',
      meaning:
        'Số gốc điền sẵn được sửa và cột "Nguồn số liệu" ghi văn bản khác: số mới được dùng, lộ trình và kết quả tính lại từ đó. Cơ quan kế hoạch cần biết để đính chính cho các đơn vị khác.',
      example: 'Số gốc điền sẵn 24,31 %, nay ghi 21,3 %, nguồn "Quyết định 99/QĐ-UBND".',
      fix: 'Không phải làm gì; nếu sửa nhầm, đưa số gốc và nguồn về như khi điền sẵn.',
      message: (data) =>
        `${changedWords(data, 'vi')} theo "${data.by}", thay cho số điền sẵn ${givenWords(data, 'vi')}.`,
      expected: (data) => `số điền sẵn ${givenWords(data, 'vi')}, hoặc văn bản đính chính`,
    },
    en: {
      title: 'Baseline corrected',
      meaning:
        'A baseline filled in beforehand was changed and another document is named as its source: the new one counts, paths and verdicts start from it. The planning office has to know, for the other units.',
      example: 'Filled in with 24.31 %, now 21.3 % by "Quyết định 99/QĐ-UBND".',
      fix: 'Nothing to do; put baseline and source back if it was changed by mistake.',
      message: (data) =>
        `${changedWords(data, 'en')} by "${data.by}", in place of ${givenWords(data, 'en')} filled in beforehand.`,
      expected: (data) => `${givenWords(data, 'en')} as filled in, or the document that corrects it`,
    },
  },
};
