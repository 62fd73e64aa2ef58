import type { LeftOutReason } from '../draft/model.ts';
import type { RuleId } from '../draft/rules.ts';
import { ruleTexts } from '../draft/rules.ts';
import { leftOutTexts } from '../draft/left-out-texts.ts';
import type { Comparator, Role } from '../plan/model.ts';
import type { ReadField, TargetKind, YearBasis } from '../plan/schema.ts';
import { kinds } from '../target/kinds/index.ts';

/** A reading in words. */
export interface ReadingShown {
  vi: string;
  en: string;
}

const comparatorWords: Record<Comparator, ReadingShown> = {
  '>': { vi: 'trên', en: 'above' },
  '>=': { vi: 'ít nhất', en: 'at least' },
  '<': { vi: 'dưới', en: 'below' },
  '<=': { vi: 'không quá', en: 'at most' },
  '=': { vi: 'bằng', en: 'equal' },
  '~': { vi: 'khoảng', en: 'about' },
  range: { vi: 'một khoảng', en: 'a range' },
};

const roleWords: Record<Role, ReadingShown> = {
  target: { vi: 'mục tiêu', en: 'a target' },
  baseline: { vi: 'số của hiện tại', en: 'a figure of the present' },
  deadline: { vi: 'việc có thời hạn', en: 'a task with a date' },
};

const basisWords: Record<YearBasis, ReadingShown> = {
  explicit: { vi: 'ghi trong câu', en: 'printed in the sentence' },
  heading: { vi: 'ghi ở đề mục hoặc câu trước', en: 'printed in a heading or an earlier sentence' },
  period: { vi: 'theo kỳ kế hoạch', en: 'by the period of the plan' },
  none: { vi: 'không ghi năm', en: 'without a year' },
};

/** Fields of a row as messages name them. */
export const readFieldWords: Record<ReadField, ReadingShown> = {
  role: { vi: 'vai trò', en: 'role' },
  comparator: { vi: 'so sánh', en: 'comparator' },
  kind: { vi: 'loại', en: 'kind' },
  average: { vi: 'bình quân', en: 'average' },
  year: { vi: 'năm', en: 'year' },
  unit: { vi: 'đơn vị', en: 'unit' },
  indicator: { vi: 'chỉ tiêu', en: 'indicator' },
};

interface YearsShown {
  from: number | null;
  to: number | null;
  base: number | null;
  basis: YearBasis;
  rule?: RuleId;
}

/** Readings in words, one function for each sort of field. */
export const shown = {
  text: (text: string): ReadingShown =>
    text === '' ? { vi: 'số đếm', en: 'a count' } : { vi: text, en: text },
  comparator: (comparator: Comparator | null): ReadingShown =>
    comparator === null ? { vi: 'không có', en: 'none' } : comparatorWords[comparator],
  kind: (kind: TargetKind): ReadingShown => ({ vi: `${kinds[kind].word} (${kind})`, en: kind }),
  average: (isAverage: boolean): ReadingShown =>
    isAverage ? { vi: 'bình quân', en: 'an average' } : { vi: 'từng năm', en: 'each year' },
  role: (role: Role): ReadingShown => roleWords[role],
  leftOut: (reason: LeftOutReason): ReadingShown => {
    const [vi, en] = leftOutTexts[reason];
    return { vi: `không phải mục tiêu (${vi})`, en: `no target (${en})` };
  },
  years: ({ from, to, base, basis, rule }: YearsShown): ReadingShown => {
    const span = to === null ? '–' : from === null || from === to ? String(to) : `${from}–${to}`;
    const [vi, en] = rule === undefined ? [basisWords[basis].vi, basisWords[basis].en] : ruleTexts[rule];
    return {
      vi: `${span}${base === null ? '' : `, gốc ${base}`} (${vi})`,
      en: `${span}${base === null ? '' : `, base ${base}`} (${en})`,
    };
  },
};
