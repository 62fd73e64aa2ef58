import type { Language } from '../../base/finding.ts';
import type { Vintage } from '../../observation/vintage.ts';
import { sheetNames } from '../../workbook/contract.ts';
import type { Outcome, Why } from '../line.ts';

type Both = Record<Language, string>;

export const outcomeWords: Record<Outcome, Both> = {
  carried: { vi: 'Chuyển nguyên', en: 'Carried' },
  converted: { vi: 'Chuyển đổi', en: 'Converted' },
  'kept-aside': { vi: 'Để lại', en: 'Kept aside' },
  'needs-decision': { vi: 'Cần quyết', en: 'Needs a decision' },
};

/** Why a figure is in no new workbook, and what can be done about it. */
export const whyWords: Record<Why, Both> = {
  retired: { vi: 'Chỉ tiêu thôi theo dõi', en: 'Nobody is asked for it any more' },
  break: { vi: 'Định nghĩa khác: đứt chuỗi, không nối', en: 'Another definition: a break, never joined' },
  split: {
    vi: 'Chỉ tiêu được tách; phần của mỗi chỉ tiêu không suy ra được',
    en: 'Split; no part is known from the whole',
  },
  'no-column': { vi: 'Sổ mới không có cột của kỳ này', en: 'The new workbook has no column for the period' },
  named: {
    vi: 'Kỳ đầu của kế hoạch không có cột năm trước; số ghi ở cột nguồn của dòng',
    en: "A plan's first round has no column for the year before; named in the row's source",
  },
  'not-asked': {
    vi: 'Sổ mới của đơn vị không hỏi chỉ tiêu này',
    en: 'The new workbook of the unit does not ask for it',
  },
  'nothing-asked': {
    vi: 'Kỳ mới không hỏi gì đơn vị nên đơn vị không có sổ',
    en: 'Nothing is asked of the unit in the new round, so it has no workbook',
  },
  'unit-part': {
    vi: 'Đơn vị được chia; không ước lượng phần, số ở lại với đơn vị cũ',
    en: 'The unit was divided; a part is never estimated',
  },
  elsewhere: {
    vi: 'Địa bàn nay thuộc đơn vị không có trong các sổ mới',
    en: 'The ground now belongs to a unit that has none of the new workbooks',
  },
  incomplete: { vi: 'Chưa cộng được vì thiếu số của', en: 'Not added up: no figure of' },
  'made-anew': {
    vi: 'Tỷ lệ được tính lại từ tổng tử số và tổng mẫu số',
    en: 'Made anew of summed numerators and denominators',
  },
  'not-additive': {
    vi: 'Không cộng được, và thiếu tử số hoặc mẫu số',
    en: 'Does not add up, and numerator or denominator is missing',
  },
  'this-round': {
    vi: 'Số của chính kỳ này: đơn vị đã báo cáo, số ở lại trong báo cáo ấy',
    en: 'Of the very round: its reporter has sent it, and it stays in that return',
  },
  'own-figure': { vi: 'Đơn vị mới đã có số riêng của kỳ này', en: 'The new unit has a figure of its own' },
  given: {
    vi: 'Người lập kế hoạch cấp số khác, chắc chắn không kém',
    en: 'The planner gives another figure that is as sure',
  },
  'less-sure': {
    vi: 'Kém chắc chắn hơn cột của kỳ đang báo cáo',
    en: 'Less sure than the column of the round',
  },
  beside: { vi: 'Số khác đang có hiệu lực; số này của', en: 'Another figure is in force; this one is of' },
  replaced: { vi: 'Đã được bản sau thay', en: 'Replaced by a later return' },
  'other-baseline': {
    vi: 'Số gốc của năm khác, hoặc đã có số gốc khác',
    en: 'A baseline of another year, or another one is taken',
  },
  before: {
    vi: 'Số của lần chuyển kỳ trước; nay báo cáo ghi số khác',
    en: 'Of an earlier renewal; returns say another figure now',
  },
  undecided: { vi: 'Bảng đổi chỉ tiêu chưa quyết', en: 'The change map leaves it open' },
  'not-in-map': {
    vi: 'Kế hoạch mới không hỏi, bảng đổi chỉ tiêu không ghi',
    en: 'Not asked for, and in no change map',
  },
  'unknown-unit': {
    vi: 'Không biết đơn vị này thành đơn vị nào',
    en: 'Nobody knows what became of the unit',
  },
  conflict: { vi: 'Số mâu thuẫn, chưa ai quyết', en: 'A conflict that nobody has decided' },
  unread: { vi: 'Ô không phải số', en: 'The cell holds no figure' },
  'held-back': { vi: 'Báo cáo đang giữ lại, chưa ai cho vào', en: 'The return is held back' },
  unaccepted: {
    vi: 'Báo cáo còn lỗi hoặc mâu thuẫn, chưa ai nhận: sửa và nhận lại, hoặc chuyển kèm dấu bằng --with-unaccepted',
    en: 'The return has errors or conflicts and nobody has accepted it: have it corrected, or carry it marked by --with-unaccepted',
  },
};

export const vintageNames: Record<Vintage, Both> = {
  estimate: { vi: 'Ước', en: 'Estimate' },
  preliminary: { vi: 'Sơ bộ', en: 'Preliminary' },
  final: { vi: 'Chính thức', en: 'Final' },
};

/** Words of the report workbook. */
export interface ReportWords {
  title: string;
  sheets: {
    summary: string;
    open: string;
    sums: string;
    series: string;
    figures: string;
    /** Figures that are others than when their round was closed. */
    changed: string;
    /** Baselines and assigned values that are others than in the last round. */
    given: string;
  };
  dryRun: string;
  left: (left: { reasons: number; marks: number; verdicts: number }) => string;
  /** How many earlier figures units have of which nothing is asked any more. */
  ofUnasked: (count: number) => string;
  agrees: string;
  differs: string;
  unchanged: (count: number) => string;
  /** How many carried figures of the year before the check doubts, and what it doubts of one. */
  doubts: (count: number) => string;
  doubted: (title: string) => string;
  /** A closed round, when it was closed, and how many of its figures are others since. */
  changed: (round: string, day: string, count: number) => string;
  /** How many baselines and assigned values of the planner are others than in the last round. */
  given: (count: number) => string;
  /** Different figures came in since, and nobody has said which one holds. */
  disputed: string;
  notRead: string;
  /** Where a cell is that stands in the table by commune of a body. */
  inTableOf: (body: string) => string;
  /** A part of an earlier report of the round that somebody has edited. */
  leftOver: (file: string) => string;
  openBaseline: (year: number) => string;
  newUnits: string;
  ofProvince: string;
  ofUnits: string;
  actual: string;
  actualBefore: (year: number) => string;
  /** From one year on, up to the one before another. */
  actualBetween: (from: number, next: number) => string;
  actualFrom: (year: number) => string;
  plan: (plan: string) => string;
  broken: (year: number, why: string) => string;
  follows: (name: string, why: string) => string;
  /** What years of a row are made of. */
  madeOf: (names: string) => string;
  heads: {
    summary: string[];
    open: string[];
    changed: string[];
    given: string[];
    earlier: string[];
    now: string[];
    figures: string[];
    /** Of the files that list the figures, where these are many. */
    parts: string[];
    series: string[];
  };
}

export const reportWords: Record<Language, ReportWords> = {
  vi: {
    title: 'BÁO CÁO CHUYỂN KỲ',
    sheets: {
      summary: 'Kết quả',
      open: 'Cần quyết',
      sums: 'Đối chiếu tổng',
      series: 'Chuỗi số liệu',
      figures: 'Từng số',
      changed: 'Sửa sau khóa sổ',
      given: 'Số gốc, chỉ tiêu giao đã đổi',
    },
    dryRun: 'Chạy thử: chưa ghi sổ nào.',
    left: ({ reasons, marks, verdicts }) =>
      `Không chuyển sang kỳ mới: ${reasons} lý do, ${marks} ô đánh dấu, ${verdicts} tự đánh giá, mọi chữ ký và ngày ký.`,
    ofUnasked: (count) =>
      `${count} số kỳ trước là của các đơn vị không có sổ ấy: để lại, liệt kê từng số ở trang Từng số.`,
    agrees: 'Tổng trước và sau khớp ở mọi chỉ tiêu, nhóm và kỳ.',
    differs: 'Tổng trước và sau KHÔNG khớp: xem trang Đối chiếu tổng. Không dùng các sổ này.',
    unchanged: (count) =>
      `${count} số ước, sơ bộ của kỳ trước trở lại y như đã điền sẵn: chưa ai xác nhận là chính thức, vẫn giữ nguyên mức độ.`,
    doubts: (count) =>
      `${count} điểm cần quyết về số năm trước đã điền vào sổ mới, theo các phép kiểm tra: xem trang Cần quyết. Số đúng thì ghi lý do hoặc chấp nhận báo cáo; số sai thì sửa báo cáo, hoặc cấp số đúng trong tệp số đã biết, rồi chuyển lại.`,
    doubted: (title) => `Số đã điền, chưa ai giải thích: ${title}`,
    changed: (round, day, count) =>
      `Kỳ ${round} đã khóa sổ ngày ${day}; ${count} số nay khác với số lúc khóa. Số chuyển đi là số đang có hiệu lực; số lúc khóa, số nay và lý do ở trang "Sửa sau khóa sổ".`,
    given: (count) =>
      `${count} số gốc, chỉ tiêu giao nay khác với kỳ trước; sổ mới theo số nay. Số cũ, số nay và lý do ở trang "Số gốc, chỉ tiêu giao đã đổi".`,
    disputed: 'đang mâu thuẫn',
    inTableOf: (body) => `trang ${sheetNames.communes}, sổ của ${body}`,
    notRead: 'Tệp không đọc được hoặc không nhận',
    leftOver: (file) =>
      `Giữ nguyên ${file}: phần của báo cáo lần trước, đã có người sửa. Báo cáo lần này ít số hơn và không có phần ấy: hãy xem những chỗ đã sửa, rồi chuyển tệp đi nơi khác.`,
    openBaseline: (year) =>
      `Chưa có số gốc: số năm ${year} chưa phải chính thức. Hãy ghi số gốc vào tệp số gốc.`,
    newUnits: 'Đơn vị mới',
    ofProvince: 'cấp tỉnh',
    ofUnits: 'đơn vị dưới tỉnh',
    actual: 'Thực hiện',
    actualBefore: (year) => `Thực hiện, đến năm ${year - 1}`,
    actualBetween: (from, next) => `Thực hiện, từ năm ${from} đến năm ${next - 1}`,
    actualFrom: (year) => `Thực hiện, từ năm ${year}`,
    plan: (plan) => `Mục tiêu, ${plan}`,
    broken: (year, why) => `Đứt chuỗi từ năm ${year}${why === '' ? '' : `: ${why}`}`,
    madeOf: (names) => `Có năm làm từ số khác: ${names}`,
    follows: (name, why) => `Đứt chuỗi; nối tiếp là “${name}”: ${why}`,
    heads: {
      summary: ['Kết quả', 'Lý do', 'Số lượng'],
      open: ['Mã đơn vị', 'Đơn vị', 'Chỉ tiêu', 'Kỳ', 'Số', 'Việc cần quyết', 'Chi tiết', 'Nguồn'],
      changed: ['Mã đơn vị', 'Đơn vị', 'Chỉ tiêu', 'Kỳ', 'Số lúc khóa sổ', 'Số nay', 'Lý do'],
      given: ['Mã đơn vị', 'Đơn vị', 'Chỉ tiêu', 'Số gốc hay số giao', 'Ở kỳ trước', 'Nay', 'Lý do'],
      earlier: [
        'Chỉ tiêu',
        'Nhóm',
        'Kỳ',
        'Số lượng trước',
        'Tổng trước',
        'Chuyển nguyên',
        'Chuyển đổi',
        'Để lại',
        'Cần quyết',
        'Chênh lệch',
      ],
      now: [
        'Chỉ tiêu',
        'Nhóm',
        'Kỳ',
        'Số lượng trong sổ mới',
        'Tổng trong sổ mới',
        'Tổng từ số cũ',
        'Chênh lệch',
      ],
      figures: [
        'Mã đơn vị',
        'Đơn vị',
        'Chỉ tiêu',
        'Mã chỉ tiêu',
        'Kỳ',
        'Mức độ',
        'Số',
        'Kết quả',
        'Lý do',
        'Chi tiết',
        'Vào ô',
        'Nguồn',
      ],
      parts: ['Tệp ghi từng số', 'Từ số thứ', 'Đến số thứ', 'Đơn vị của số đầu', 'Đơn vị của số cuối'],
      series: ['Chỉ tiêu', 'Đơn vị', 'Dòng', 'Ghi chú'],
    },
  },
  en: {
    title: 'ROLL-OVER REPORT',
    sheets: {
      summary: 'Result',
      open: 'To decide',
      sums: 'Sums',
      series: 'Series',
      figures: 'Figures',
      changed: 'Changed since closing',
      given: 'Baselines, assigned changed',
    },
    dryRun: 'A dry run: no workbook was written.',
    left: ({ reasons, marks, verdicts }) =>
      `Not carried: ${reasons} reasons, ${marks} marks, ${verdicts} own verdicts, all signatures and their dates.`,
    ofUnasked: (count) =>
      `${count} earlier figures are of these units without a workbook: kept aside, each is on the sheet Figures.`,
    agrees: 'Sums before and after agree for every figure, group and period.',
    differs: 'Sums before and after do NOT agree: see the sheet Sums. Do not use these workbooks.',
    unchanged: (count) =>
      `${count} estimates and preliminary figures came back as they had been filled in: nobody has made them final, and they stay what they are.`,
    doubts: (count) =>
      `${count} points to decide about figures of the year before that are filled in, by the rules of the check: see the sheet "To decide". Of a right figure give the reason or accept the return; have a wrong one corrected, or give the right one among the known figures, and renew again.`,
    doubted: (title) => `Filled in, nobody has explained it: ${title}`,
    changed: (round, day, count) =>
      `The round ${round} was closed on ${day}; ${count} figures are others now. What is carried is in force now; both figures and the reasons are on the sheet "Changed since closing".`,
    given: (count) =>
      `${count} baselines or assigned values are others than in the last round; the new workbooks go by those of now. Old, new and reason are on the sheet "Baselines, assigned changed".`,
    disputed: 'in conflict',
    inTableOf: (body) => `sheet ${sheetNames.communes}, workbook of ${body}`,
    notRead: 'Files that could not be read or were not taken',
    leftOver: (file) =>
      `${file} stays: a part of the report before, which somebody has edited. This report has fewer figures and no such part: look at what was edited, then move the file elsewhere.`,
    openBaseline: (year) => `No baseline: the figure of ${year} is not final. Put it into the baseline file.`,
    newUnits: 'New units',
    ofProvince: 'province',
    ofUnits: 'units below it',
    actual: 'Actual',
    actualBefore: (year) => `Actual, to ${year - 1}`,
    actualBetween: (from, next) => `Actual, ${from} to ${next - 1}`,
    actualFrom: (year) => `Actual, from ${year}`,
    plan: (plan) => `Target, ${plan}`,
    broken: (year, why) => `A break from ${year}${why === '' ? '' : `: ${why}`}`,
    madeOf: (names) => `Some years are made of: ${names}`,
    follows: (name, why) => `A break; “${name}” follows: ${why}`,
    heads: {
      summary: ['Outcome', 'Reason', 'Count'],
      open: ['Unit id', 'Unit', 'Figure', 'Period', 'Value', 'To decide', 'Details', 'Source'],
      changed: ['Unit id', 'Unit', 'Figure', 'Period', 'When closed', 'Now', 'Reason'],
      given: ['Unit id', 'Unit', 'Figure', 'Baseline or assigned', 'In the last round', 'Now', 'Reason'],
      earlier: [
        'Figure',
        'Group',
        'Period',
        'Count before',
        'Sum before',
        'Carried',
        'Converted',
        'Kept aside',
        'To decide',
        'Difference',
      ],
      now: [
        'Figure',
        'Group',
        'Period',
        'Count in new workbooks',
        'Sum in new workbooks',
        'Sum of earlier figures',
        'Difference',
      ],
      figures: [
        'Unit id',
        'Unit',
        'Figure',
        'Key',
        'Period',
        'How sure',
        'Value',
        'Outcome',
        'Reason',
        'Details',
        'Into',
        'Source',
      ],
      parts: ['File that lists figures', 'From figure', 'To figure', 'Unit of the first', 'Unit of the last'],
      series: ['Figure', 'Unit', 'Row', 'Note'],
    },
  },
};
