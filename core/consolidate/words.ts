import type { Language } from '../base/finding.ts';
import type { Level } from '../catalogue/schema.ts';
import type { Vintage } from '../observation/vintage.ts';
import { unitStateWords } from '../store/words.ts';
import type { CellState } from './cell-state.ts';
import type { ClosedRound, GivenDoubt } from './consolidate.ts';
import { changesSaid, countedOtherwiseSaid } from './late-correction.ts';
import type { SaidBy } from './levels.ts';
import type { Decides } from './province.ts';

/** Everything a consolidated workbook says, in one language. */
export interface ConsolidationWords {
  sheets: {
    provinces: string;
    overview: string;
    left: string;
    levels: string;
    corrections: string;
    sources: string;
  };
  provinceHeads: readonly string[];
  title: string;
  /** After a number of units. */
  counted: Record<Level, string>;
  usual: (vintage: string) => string;
  acceptedOnly: string;
  marks: string;
  outside: (count: number) => string;
  closed: (
    day: string,
    who: string,
    changed: Pick<ClosedRound, 'by' | 'corrections' | 'disputed' | 'countedOtherwise'>,
  ) => string;
  notAsItWas: string;
  /** Nobody knows whether what the planner gives has changed. */
  givenDoubt: Record<GivenDoubt, string>;
  correctionHeads: readonly string[];
  otherwiseDrawn: (stratum: string, by: string, others: string) => string;
  unitHeads: readonly string[];
  gridHeads: readonly [id: string, unit: string, state: string];
  whole: string;
  adds: { sum: string; ratio: string; none: string };
  source: (count: number) => string;
  all: string;
  totalRows: {
    total: string;
    entered: string;
    of: string;
    whole: string;
    record: string;
    own: string;
    decided: string;
    by: string;
  };
  completeness: { none: string; all: string; some: string };
  decides: Record<Decides, string>;
  vintages: Record<Vintage, string>;
  /** Signs beside a figure, where its vintage is not the usual one of the round. */
  vintageMarks: Record<Vintage, string>;
  states: Record<CellState, string>;
  /** Signs in the place of a figure that was reported and does not count. */
  stateMarks: Partial<Record<CellState, string>>;
  levelHeads: readonly string[];
  levels: Record<SaidBy, string>;
  levelsNote: string;
  levelsAgree: string;
  needsReason: string;
  incomplete: string;
  /** Of a sum that lacks units. */
  alreadyMore: string;
  /** How many units are in a sum that lacks some. */
  ofUnits: (entered: number, of: number) => string;
  leftHeads: readonly string[];
  leftNone: string;
  sourceHeads: readonly string[];
}

const vi: ConsolidationWords = {
  sheets: {
    provinces: 'Các tỉnh',
    overview: 'Đơn vị',
    left: 'Chưa tính',
    levels: 'So các cấp',
    corrections: 'Sửa sau khóa sổ',
    sources: 'Nguồn số',
  },
  title: 'Tổng hợp báo cáo',
  counted: { province: 'tỉnh', district: 'đơn vị cấp huyện', commune: 'đơn vị cấp xã' },
  usual: (vintage) => `Không ghi gì bên cạnh: số ${vintage} của báo cáo đã chấp nhận.`,
  acceptedOnly: 'Chỉ tính báo cáo đã chấp nhận.',
  marks:
    '*: báo cáo còn chờ giải trình; ư: số ước; sb: sơ bộ; ct: chính thức; lỗi, mt, giữ, gt: có số nhưng chưa tính (còn lỗi, mâu thuẫn, giữ lại, chờ giải trình); k: không phải báo cáo. "-" tính là 0; "..." chưa có số; "x" không tính vào tử số và mẫu số.',
  outside: (count) => `${count} số liệu của kỳ không thuộc các kế hoạch này nên không có ở đây.`,
  closed: (day, who, { by, corrections, disputed, countedOtherwise }) =>
    `Kỳ đã khóa sổ ngày ${day} (${who}); ${changesSaid({ by, corrections }, 'vi')}${corrections.length === 0 ? '' : ', ở trang "Sửa sau khóa sổ"'}${disputed.length === 0 ? '' : `; ${disputed.length} số đang mâu thuẫn với bản nhận sau khi khóa nên chưa tính, ở trang "Chưa tính"; chọn số bằng "chitieu resolve"`}${countedOtherwiseSaid({ countedOtherwise }, 'vi')}.`,
  notAsItWas:
    'Mã kiểm lúc khóa sổ không khớp với kho hiện nay: hãy chạy "chitieu store verify" trước khi dùng số này.',
  givenDoubt: {
    unread:
      'Chưa biết số gốc, chỉ tiêu giao có đổi từ lúc khóa sổ hay không: tệp của người lập kế hoạch không đọc được với các kế hoạch này; "chitieu report" nêu từng lỗi.',
    unkept:
      'Kỳ do bản chương trình trước khóa sổ, chưa giữ tệp số gốc và chỉ tiêu giao của lúc ấy: không biết chúng có đổi từ đó hay không, và đánh giá theo tệp hiện nay.',
  },
  correctionHeads: [
    'Mã',
    'Đơn vị',
    'Chỉ tiêu',
    'Phân tổ',
    'Số lúc khóa',
    'Số nay',
    'Có tính',
    'Bản cũ',
    'Bản mới',
    'Lý do',
  ],
  otherwiseDrawn: (stratum, by, others) =>
    `${stratum}: kế hoạch ${others} xếp đơn vị vào nhóm khác với ${by}; ở đây theo ${by}.`,
  provinceHeads: [
    'Mã',
    'Tỉnh',
    'Trạng thái',
    'Bộ',
    'Ngày nhận',
    'Khóa sổ',
    'Người khóa',
    'Đơn vị đã có',
    'Đơn vị phải có',
    'Số sửa sau khóa',
    'Số ngày trễ',
  ],
  unitHeads: ['Mã', 'Đơn vị', 'Trạng thái', 'Bản', 'Ngày nhận', 'Số đã có', 'Số phải có'],
  gridHeads: ['Mã', 'Đơn vị', 'Trạng thái'],
  whole: 'Toàn bộ',
  adds: { sum: 'cộng', ratio: 'tổng tử ÷ tổng mẫu', none: 'không cộng' },
  source: (count) => `Nguồn: ${count} số`,
  all: 'Tất cả đơn vị',
  totalRows: {
    total: 'Cộng các đơn vị',
    entered: 'Đơn vị có số',
    of: 'Đơn vị phải có số',
    whole: 'Đủ hay thiếu',
    record: 'Cơ quan công bố',
    own: 'Tỉnh báo cáo',
    decided: 'Số dùng',
    by: 'Lấy theo',
  },
  completeness: { none: 'chưa có số', all: 'đủ', some: 'thiếu' },
  decides: { record: 'công bố', own: 'tỉnh', units: 'cộng đơn vị' },
  vintages: { estimate: 'ước', preliminary: 'sơ bộ', final: 'chính thức' },
  vintageMarks: { estimate: 'ư', preliminary: 'sb', final: 'ct' },
  states: {
    ...cellStateWords('vi'),
    missing: 'chưa có số',
    'not-asked': 'không phải báo cáo',
  },
  stateMarks: { blocked: 'lỗi', conflicting: 'mt', 'held-back': 'giữ', 'to-explain': 'gt' },
  levelHeads: [
    'Chỉ tiêu',
    'Phân tổ',
    'Của',
    'So',
    'Số thứ nhất',
    'Số thứ hai',
    'Chênh lệch',
    '%',
    'Có số',
    'Phải có',
    'Lý do, quyết định',
    'Mã',
  ],
  levels: { units: 'cộng đơn vị', own: 'tỉnh báo cáo', record: 'công bố' },
  levelsNote:
    'Chênh lệch = số thứ nhất trừ số thứ hai. Trước hết là những chênh lệch mà báo cáo gửi thêm không làm mất, phần chênh lớn xếp trước; sau đó là tổng còn thiếu đơn vị.',
  levelsAgree: 'Các cấp không nói khác nhau ở chỉ tiêu nào có thể so.',
  needsReason: 'cần lý do hoặc quyết định',
  incomplete: 'tổng còn thiếu đơn vị',
  alreadyMore: 'tổng còn thiếu đơn vị mà đã lớn hơn',
  ofUnits: (entered, of) => `mới ${entered}/${of} đơn vị`,
  leftHeads: ['Mã', 'Đơn vị', 'Chỉ tiêu', 'Phân tổ', 'Số', 'Vì sao chưa tính', 'Bản', 'Tệp', 'Ô'],
  leftNone: 'Mọi số đã nhận mà các kế hoạch này hỏi đều được tính.',
  sourceHeads: [
    'Chỉ tiêu',
    'Phân tổ',
    'Mã',
    'Đơn vị',
    'Người báo cáo',
    'Số',
    'Loại số',
    'Trạng thái',
    'Bản',
    'Tệp',
    'Ô',
    'Nhận lúc',
    'Giải trình',
    'Quyết định',
    'SHA-256 của tệp',
  ],
};

const en: ConsolidationWords = {
  sheets: {
    provinces: 'Provinces',
    overview: 'Units',
    left: 'Not counted',
    levels: 'Levels compared',
    corrections: 'Corrections',
    sources: 'Sources of figures',
  },
  title: 'Returns consolidated',
  counted: { province: 'provinces', district: 'districts', commune: 'communes' },
  usual: (vintage) => `Nothing beside a figure: ${vintage}, of an accepted return.`,
  acceptedOnly: 'Accepted returns only.',
  marks:
    '*: of a return that is still to be explained; e: estimate; p: preliminary; f: final; err, conf, held, expl: reported but not counted (errors, conflict, held back, to be explained); k: not owed. "-" counts as 0; "..." is not known; "x" leaves numerator and denominator.',
  outside: (count) => `${count} figures of the round belong to none of these plans and are not here.`,
  closed: (day, who, { by, corrections, disputed, countedOtherwise }) =>
    `The round was closed on ${day} (${who}); ${changesSaid({ by, corrections }, 'en')}${corrections.length === 0 ? '' : ', see "Corrections"'}${disputed.length === 0 ? '' : `; ${disputed.length} are in conflict with what came in since and are not counted, see "Not counted"; choose with "chitieu resolve"`}${countedOtherwiseSaid({ countedOtherwise }, 'en')}.`,
  notAsItWas:
    'The checksum of the closing does not agree with the store: run "chitieu store verify" before using these figures.',
  givenDoubt: {
    unread:
      'Whether baselines or assigned values have changed since is not known: the planner’s files cannot be read with these plans; "chitieu report" names every error.',
    unkept:
      'The round was closed by an earlier version, which kept no files of baselines and assigned values: whether they have changed since is not known, and verdicts go by those of now.',
  },
  correctionHeads: [
    'Id',
    'Unit',
    'Indicator',
    'Stratum',
    'At closing',
    'Now',
    'Counted',
    'Return then',
    'Return now',
    'Reason',
  ],
  otherwiseDrawn: (stratum, by, others) =>
    `${stratum}: the plan ${others} puts other units into this group than ${by}; here it is as in ${by}.`,
  provinceHeads: [
    'Id',
    'Province',
    'State',
    'Set',
    'Received',
    'Closed',
    'Closed by',
    'Units there',
    'Units owing',
    'Corrected since',
    'Days late',
  ],
  unitHeads: ['Id', 'Unit', 'State', 'Return', 'Received', 'Figures known', 'Figures owed'],
  gridHeads: ['Id', 'Unit', 'State'],
  whole: 'Whole',
  adds: { sum: 'sum', ratio: 'Σ numerators ÷ Σ denominators', none: 'does not add up' },
  source: (count) => `Source: ${count}`,
  all: 'All units',
  totalRows: {
    total: 'Units together',
    entered: 'Units with a figure',
    of: 'Units that owe one',
    whole: 'Complete?',
    record: 'Source of record',
    own: 'Province reports',
    decided: 'Figure used',
    by: 'Taken from',
  },
  completeness: { none: 'no figure', all: 'complete', some: 'incomplete' },
  decides: { record: 'record', own: 'province', units: 'units' },
  vintages: { estimate: 'estimate', preliminary: 'preliminary', final: 'final' },
  vintageMarks: { estimate: 'e', preliminary: 'p', final: 'f' },
  states: { ...cellStateWords('en'), missing: 'no figure', 'not-asked': 'not owed' },
  stateMarks: { blocked: 'err', conflicting: 'conf', 'held-back': 'held', 'to-explain': 'expl' },
  levelHeads: [
    'Indicator',
    'Stratum',
    'Of',
    'Compared',
    'First',
    'Second',
    'Difference',
    '%',
    'Known',
    'Owed',
    'Reason, decision',
    'Id',
  ],
  levels: { units: 'units together', own: 'province reports', record: 'source of record' },
  levelsNote:
    'Difference: first less second. What further returns will not mend comes first, the largest part first; then sums that are still incomplete.',
  levelsAgree: 'The levels agree wherever they can be compared.',
  needsReason: 'wants a reason or a decision',
  incomplete: 'units are missing',
  alreadyMore: 'units are missing, and the sum is already more',
  ofUnits: (entered, of) => `${entered} of ${of} units`,
  leftHeads: [
    'Id',
    'Unit',
    'Indicator',
    'Stratum',
    'Figure',
    'Why it does not count',
    'Return',
    'File',
    'Cell',
  ],
  leftNone: 'Every figure that came in and that these plans ask for counts.',
  sourceHeads: [
    'Indicator',
    'Stratum',
    'Id',
    'Unit',
    'Reporter',
    'Figure',
    'Vintage',
    'State',
    'Return',
    'File',
    'Cell',
    'Received',
    'Explained',
    'Decision',
    'SHA-256 of the file',
  ],
};

/** What a figure shares with the return it is of is called the same. */
function cellStateWords(language: Language) {
  return {
    accepted: unitStateWords.accepted[language],
    'to-explain': unitStateWords['to-explain'][language],
    blocked: unitStateWords.blocked[language],
    conflicting: unitStateWords.conflicting[language],
    'held-back': unitStateWords['held-back'][language],
  };
}

export const consolidationWords: Record<Language, ConsolidationWords> = { vi, en };
