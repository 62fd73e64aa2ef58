import type { Language } from '../base/finding.ts';
import type { WholeVerdict } from '../template/sheets/summary/bullet-rows.ts';
import { reportVerdicts, type ReportVerdict } from './judge.ts';

/** Word of a verdict. */
export function verdictWord(verdict: ReportVerdict, language: Language): string {
  return reportVerdicts[verdict][language];
}

/** The order in which verdicts are counted and listed: what is done first, what is not known last. */
export const verdictOrder = [
  'exceeded',
  'met',
  'notMet',
  'notDue',
  'open',
  'notEvaluable',
  'noFigure',
  'notAssigned',
] as const satisfies readonly ReportVerdict[];

/** Words of a bullet as a whole. */
export const wholeWords: Record<WholeVerdict, Record<Language, string>> = {
  met: reportVerdicts.met,
  notMet: reportVerdicts.notMet,
  open: { vi: 'Chưa kết luận', en: 'Open' },
};

/** Everything the report says beside its figures, in one language. */
export interface ReportWords {
  title: string;
  /** Heads of the sections, in order. */
  sections: {
    answers: string;
    worst: string;
    late: string;
    domains: string;
    bullets: string;
    changes: string;
    coverage: string;
    plots: string;
    grid: string;
    ranking: string;
    corrections: string;
    method: string;
  };
  heads: {
    number: string;
    domain: string;
    target: string;
    bullet: string;
    whole: string;
    verdict: string;
    reached: string;
    demand: string;
    difference: string;
    source: string;
    reason: string;
    share: string;
    unit: string;
    state: string;
    due: string;
    days: string;
    note: string;
    before: string;
    after: string;
    place: string;
    counted: string;
    count: string;
  };
  curve: { path: string; reached: string; year: string };
  noReason: string;
  noneWorst: string;
  noneLate: string;
  noneChanged: string;
  noneRanked: string;
  contents: string;
}

export const reportWords: Record<Language, ReportWords> = {
  vi: {
    title: 'Báo cáo kết quả thực hiện chỉ tiêu',
    sections: {
      answers: 'Trả lời nhanh',
      worst: 'Chênh lệch lớn nhất và lý do',
      late: 'Đơn vị chưa có báo cáo được tính',
      domains: 'Đánh giá theo lĩnh vực',
      bullets: 'Đánh giá theo từng ý của kế hoạch',
      changes: 'Thay đổi so với năm trước',
      coverage: 'Tình hình báo cáo',
      plots: 'Lộ trình và thực hiện',
      grid: 'Chỉ tiêu của từng đơn vị',
      ranking: 'Xếp hạng đơn vị theo từng chỉ tiêu',
      corrections: 'Số sửa sau khi khóa sổ',
      method: 'Cách đánh giá',
    },
    heads: {
      number: 'TT',
      domain: 'Lĩnh vực',
      target: 'Chỉ tiêu',
      bullet: 'Ý của kế hoạch',
      whole: 'Cả ý',
      verdict: 'Đánh giá',
      reached: 'Thực hiện',
      demand: 'Phải đạt',
      difference: 'Kết quả',
      source: 'Lấy theo',
      reason: 'Lý do của đơn vị báo cáo',
      share: 'Còn thiếu',
      unit: 'Đơn vị',
      state: 'Trạng thái',
      due: 'Hạn gửi',
      days: 'Ngày trễ',
      note: 'Ghi chú',
      before: 'Năm trước',
      after: 'Kỳ này',
      place: 'Hạng',
      counted: 'Chỉ tiêu tính ở kỳ này / của ý',
      count: 'Cộng',
    },
    curve: { path: 'Lộ trình', reached: 'Thực hiện', year: 'Năm' },
    noReason: 'Chưa nêu lý do.',
    noneWorst: 'Không có chỉ tiêu nào chưa đạt hoặc chậm so với lộ trình.',
    noneLate: 'Mọi đơn vị phải báo cáo đều đã gửi đúng hạn và được tính.',
    noneChanged: 'Không có đánh giá nào thay đổi so với năm trước.',
    noneRanked: 'Chưa đơn vị nào được giao chỉ tiêu có thể so sánh ở kỳ này.',
    contents: 'Nội dung',
  },
  en: {
    title: 'Report on the targets',
    sections: {
      answers: 'In brief',
      worst: 'Largest gaps and their reasons',
      late: 'Units without a return that counts',
      domains: 'Verdicts by domain',
      bullets: 'Verdicts by bullet of the plan',
      changes: 'Changes since last year',
      coverage: 'State of the returns',
      plots: 'Path and result',
      grid: 'Targets of each unit',
      ranking: 'Units ranked by target',
      corrections: 'Figures corrected after closing',
      method: 'How verdicts are reached',
    },
    heads: {
      number: 'No.',
      domain: 'Domain',
      target: 'Target',
      bullet: 'Bullet of the plan',
      whole: 'Bullet as a whole',
      verdict: 'Verdict',
      reached: 'Reached',
      demand: 'Asked for',
      difference: 'Result',
      source: 'Taken from',
      reason: 'Reason given',
      share: 'Missing',
      unit: 'Unit',
      state: 'State',
      due: 'Due',
      days: 'Days late',
      note: 'Note',
      before: 'Last year',
      after: 'This round',
      place: 'Place',
      counted: 'Targets counted in the round / of the bullet',
      count: 'Total',
    },
    curve: { path: 'Path', reached: 'Reached', year: 'Year' },
    noReason: 'No reason given.',
    noneWorst: 'No target is missed or behind its path.',
    noneLate: 'Every unit has sent a return in time that counts.',
    noneChanged: 'No verdict differs from last year’s.',
    noneRanked: 'No unit has been assigned a target that can be compared in this round.',
    contents: 'Contents',
  },
};
