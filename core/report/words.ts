import type { Language } from '../base/finding.ts';
import type { ClosedRound } from '../consolidate/consolidate.ts';
import { changesSaid, countedOtherwiseSaid } from '../consolidate/late-correction.ts';
import type { WholeVerdict } from '../template/sheets/summary/bullet-rows.ts';
import { reportVerdicts, type ReportVerdict } from './judge.ts';

/**
 * Whose baselines and assigned values a province is judged by: of who draws up the report, of the province as it sent
 * them with its closed round, or the former because it sent none that can be read.
 */
export type GivenBy = 'here' | 'sent' | 'notSent';

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
  'hidden',
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
    sentLate: string;
    domains: string;
    bullets: string;
    changes: string;
    coverage: string;
    noVerdict: string;
    levels: string;
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
    cause: string;
    figures: string;
    said: string;
    change: string;
    percent: string;
  };
  rankingHeads: { place: string; unit: string; share: string; verdict: string; difference: string };
  /** What a leader asks first. */
  questions: { met: string; worst: string; notSent: string };
  curve: { path: string; reached: string; goal: string; note: string };
  /** How verdicts are reached, a sentence each. */
  method: readonly string[];
  drawnUp: (day: string) => string;
  figuresUntil: (day: string) => string;
  targetsOf: (count: number) => string;
  placesOf: (name: string) => string;
  onScreen: (units: number) => string;
  /** What is left out of a report for publication. */
  published: (threshold: number) => string;
  noReason: string;
  closed: (
    day: string,
    who: string,
    changed: Pick<ClosedRound, 'by' | 'corrections' | 'disputed' | 'countedOtherwise'>,
  ) => string;
  /** What was in force when the round was closed decides verdicts. */
  judgedAsClosed: (day: string) => string;
  /** Of a year only what the planner gave then does; a figure that was corrected since counts. */
  givenAsClosed: (day: string) => string;
  /** Whose baselines and assigned values they are, where that has to be said. */
  givenBy: Record<GivenBy, string>;
  noneWorst: string;
  noneJudged: string;
  noneLate: string;
  /** Where none is missing and some came in late. */
  onlyLate: (count: number) => string;
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
      late: 'Đơn vị chưa có đủ báo cáo được tính',
      sentLate: 'Đơn vị có báo cáo được tính, gửi sau hạn',
      domains: 'Đánh giá theo lĩnh vực',
      bullets: 'Đánh giá theo từng ý của kế hoạch',
      changes: 'Thay đổi so với năm trước',
      coverage: 'Tình hình báo cáo',
      noVerdict: 'Chỉ tiêu chưa có đánh giá',
      levels: 'Các cấp báo cáo khác nhau',
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
      cause: 'Vì sao',
      figures: 'Số của mỗi cấp',
      said: 'Lý do, quyết định',
      change: 'Chênh lệch',
      percent: '%',
    },
    rankingHeads: {
      place: 'Hạng',
      unit: 'Đơn vị',
      share: 'Đã thực hiện',
      verdict: 'Đánh giá',
      difference: 'Kết quả',
    },
    questions: {
      met: 'Bao nhiêu chỉ tiêu đạt?',
      worst: 'Ba chênh lệch nào lớn nhất?',
      notSent: 'Ai chưa gửi báo cáo?',
    },
    curve: {
      path: 'lộ trình tham chiếu',
      reached: 'thực hiện',
      goal: 'mục tiêu',
      note: 'Đường liền có chấm tròn: thực hiện. Đường đứt: lộ trình tham chiếu. Hình thoi: mục tiêu. Chỉ vẽ chỉ tiêu đã có số.',
    },
    method: [
      'Đánh giá theo giá trị phải đạt của năm; lộ trình tham chiếu chỉ để so, không quyết định đánh giá.',
      'Số của cơ quan công bố quyết định; không có thì dùng số cộng của các đơn vị, chỉ khi mọi đơn vị phải báo cáo đều có số. Tỷ lệ chung là tổng tử số chia tổng mẫu số.',
      '“Chưa kết luận được”: số còn lỗi, mâu thuẫn, bị giữ lại, hoặc tổng còn thiếu đơn vị. Khi ấy số tạm tính luôn ghi kèm bao nhiêu đơn vị đã có số.',
      'Phần còn thiếu là phần của mức phải thay đổi; của giá trị phải đạt, khi không biết mức phải thay đổi hoặc giá trị do quyết định giao. Xếp hạng đơn vị theo phần đã thực hiện.',
    ],
    drawnUp: (day) => `Lập ngày ${day}`,
    figuresUntil: (day) => `số liệu đến ngày ${day}`,
    targetsOf: (count) => `${count} chỉ tiêu`,
    placesOf: (name) => `Xếp hạng: ${name}`,
    onScreen: (units) => `${units} đơn vị: xem trang HTML cùng tên.`,
    published: (threshold) =>
      `Bản để công bố. “Không công bố”: chỉ tiêu có số người hoặc hộ từ 1 đến ${threshold - 1}, hoặc từ số của nó tính ra được một số như vậy, ở kỳ này hoặc năm trước. Lý do của đơn vị và chênh lệch giữa các cấp không đưa vào bản này.`,
    noReason: 'Chưa nêu lý do.',
    judgedAsClosed: (day) =>
      `Kỳ đã khóa sổ: đánh giá theo số có hiệu lực khi khóa (${day}); số nào đổi sau đó thì ghi ở “Số sửa sau khi khóa sổ”, không đổi đánh giá.`,
    givenAsClosed: (day) =>
      `Kỳ đã khóa sổ: đánh giá theo số gốc, chỉ tiêu giao có hiệu lực khi khóa (${day}); đổi sau đó thì ghi ở “Số sửa sau khi khóa sổ”, không đổi đánh giá.`,
    givenBy: {
      here: '',
      sent: 'Số gốc, chỉ tiêu giao: theo tệp của tỉnh khi khóa sổ, gửi kèm bộ số liệu.',
      notSent:
        'Bộ số liệu của tỉnh không kèm tệp số gốc, chỉ tiêu giao đọc được: đánh giá theo tệp của nơi lập báo cáo, có thể khác đánh giá của tỉnh.',
    },
    closed: (day, who, { by, corrections, disputed, countedOtherwise }) =>
      `Kỳ đã khóa sổ ngày ${day} (${who}); ${changesSaid({ by, corrections }, 'vi')}${disputed.length === 0 ? '' : `; ${disputed.length} số đang mâu thuẫn với bản nhận sau khi khóa nên chưa tính`}${countedOtherwiseSaid({ countedOtherwise }, 'vi')}.`,
    noneWorst: 'Không có chỉ tiêu nào chưa đạt hoặc chậm so với lộ trình.',
    noneJudged: 'Chưa chỉ tiêu nào có số để đánh giá, nên chưa biết chênh lệch.',
    noneLate: 'Mọi đơn vị phải báo cáo đều đã gửi đúng hạn và được tính.',
    onlyLate: (count) => `Mọi đơn vị phải báo cáo đều đã có báo cáo được tính; ${count} đơn vị gửi sau hạn.`,
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
      sentLate: 'Units whose return counts and came in late',
      domains: 'Verdicts by domain',
      bullets: 'Verdicts by bullet of the plan',
      changes: 'Changes since last year',
      coverage: 'State of the returns',
      noVerdict: 'Targets without a verdict',
      levels: 'Levels that differ',
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
      cause: 'Why',
      figures: 'Figures of the levels',
      said: 'Reason, decision',
      change: 'Difference',
      percent: '%',
    },
    rankingHeads: {
      place: 'Place',
      unit: 'Unit',
      share: 'Done',
      verdict: 'Verdict',
      difference: 'Result',
    },
    questions: {
      met: 'How many targets are met?',
      worst: 'Which three gaps are the largest?',
      notSent: 'Who has not sent a return?',
    },
    curve: {
      path: 'reference path',
      reached: 'reached',
      goal: 'target',
      note: 'Solid line with dots: reached. Dashed line: reference path. Diamond: target. Only targets with a figure are drawn.',
    },
    method: [
      'A verdict goes by the value in force in the year; the reference path is for comparison and decides nothing.',
      'The figure of the source of record decides; without it the sum of the units does, if all that owe a figure have one. A share is the sum of numerators over the sum of denominators.',
      '“Inconclusive”: the figure has errors, is contradicted or held back, or the sum lacks units. What there is so far always stands with the number of units it is of.',
      'What is missing is a part of the change asked for; of the value, where no change is known or the value was assigned. Units are ranked by the part that is done.',
    ],
    drawnUp: (day) => `Drawn up on ${day}`,
    figuresUntil: (day) => `figures until ${day}`,
    targetsOf: (count) => `${count} targets`,
    placesOf: (name) => `Ranking: ${name}`,
    onScreen: (units) => `${units} units: see the HTML page of the same name.`,
    published: (threshold) =>
      `For publication. “Not published”: a target with a count of persons or households from 1 to ${threshold - 1}, or of which one could be computed, in this round or an earlier year. Reasons and differences between levels are left out.`,
    noReason: 'No reason given.',
    judgedAsClosed: (day) =>
      `The round is closed: verdicts go by what was in force then (${day}); what has changed since stands under “Figures corrected after closing” and changes no verdict.`,
    givenAsClosed: (day) =>
      `The round is closed: verdicts go by the baselines and assigned values in force then (${day}); what has changed of them since stands under “Figures corrected after closing” and changes no verdict.`,
    givenBy: {
      here: '',
      sent: 'Baselines and assigned values are those of the province when it closed the round, sent with its figures.',
      notSent:
        'The province sent no baselines and assigned values that can be read: verdicts go by the files of whoever drew up this report and may differ from the province’s own.',
    },
    closed: (day, who, { by, corrections, disputed, countedOtherwise }) =>
      `The round was closed on ${day} (${who}); ${changesSaid({ by, corrections }, 'en')}${disputed.length === 0 ? '' : `; ${disputed.length} are in conflict with what came in since and are not counted`}${countedOtherwiseSaid({ countedOtherwise }, 'en')}.`,
    noneWorst: 'No target is missed or behind its path.',
    noneJudged: 'No target has a figure to be judged by: gaps are not known yet.',
    noneLate: 'Every unit has sent a return in time that counts.',
    onlyLate: (count) => `Every unit has a return that counts; ${count} came in late.`,
    noneChanged: 'No verdict differs from last year’s.',
    noneRanked: 'No unit has been assigned a target that can be compared in this round.',
    contents: 'Contents',
  },
};
