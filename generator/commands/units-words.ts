import type { Language } from '../../core/base/finding.ts';
import type { LinkPart } from '../../core/unit/link.ts';
import type { NationalUnit } from '../../core/unit/national.ts';

/** What the commands over units say. */
export interface UnitsWords {
  levels: Record<NationalUnit['level'], string>;
  counted: (count: number, level: NationalUnit['level']) => string;
  /** Heads of the table. */
  heads: readonly [string, string, string, string];
  /** The sorts of communes, which their names begin with. */
  sorts: Record<'Xã' | 'Phường' | 'Thị trấn' | 'Đặc khu', string>;
  onDay: (day: string, counts: string) => string;
  noUnits: string;
  notThen: (day: string, name: string, instead: string) => string;
  rightUntil: (day: string) => string;
  since: (day: string, unverified: boolean, change: string) => string;
  unknown: (code: string) => string;
  parts: Record<LinkPart, string>;
  before: string;
  after: string;
  from: (day: string) => string;
  to: (day: string) => string;
  decision: string;
  unverified: string;
  /** What of a unit may be unverified. */
  fields: Record<string, string>;
  indicators: (names: readonly string[], more: number) => string;
  group: (old: number, now: number) => string;
  ofGroup: { old: string; new: string };
  more: (count: number) => string;
  exact: Record<'unclear' | 'unchanged' | 'broken' | 'sum' | 'passed' | 'byIndicator', string>;
}

const levelsVi = {
  country: 'cả nước',
  province: 'cấp tỉnh',
  district: 'cấp huyện',
  commune: 'cấp xã',
  department: 'sở, ngành',
};
const levelsEn = {
  country: 'country',
  province: 'province',
  district: 'district',
  commune: 'commune',
  department: 'department',
};

export const unitsWords: Record<Language, UnitsWords> = {
  vi: {
    levels: levelsVi,
    counted: (count, level) => `${count} ${levelsVi[level]}`,
    heads: ['Mã', 'Cấp', 'Thuộc', 'Tên'],
    sorts: { Xã: 'xã', Phường: 'phường', 'Thị trấn': 'thị trấn', 'Đặc khu': 'đặc khu' },
    onDay: (day, counts) => `Ngày ${day}: ${counts}.`,
    noUnits: 'không có đơn vị nào',
    notThen: (day, name, instead) =>
      `Ngày ${day} không có đơn vị ${name}. Hãy dùng ${instead} hoặc chọn ngày khác bằng --at.`,
    rightUntil: (day) =>
      `Danh sách đơn vị đúng đến ngày ${day}; thay đổi sau ngày ấy chưa có trong danh sách.`,
    since: (day, unverified, change) => `Từ ngày ${day}${unverified ? ' (chưa kiểm chứng)' : ''}: ${change}.`,
    unknown: (code) =>
      `Không có đơn vị nào mang mã "${code}". Cần mã đơn vị (VN12, VN12.106, VN12.03388-2025), mã sở, ngành (VN12.SYT) hoặc mã trong danh mục của Cục Thống kê (12, 106, 03388); xem chitieu units --province VN12.`,
    parts: {
      whole: 'toàn bộ',
      part: 'một phần diện tích và dân số',
      area: 'chỉ diện tích, không có dân',
      people: 'chỉ dân số, không có diện tích',
      'all-people': 'một phần diện tích, toàn bộ dân số',
      'all-area': 'toàn bộ diện tích, một phần dân số',
    },
    before: 'Trước là',
    after: 'Nay thành',
    from: (day) => ` từ ngày ${day}`,
    to: (day) => ` đến ngày ${day}`,
    decision: 'Văn bản',
    unverified: 'Chưa kiểm chứng',
    fields: {
      code: 'mã',
      name: 'tên',
      validFrom: 'ngày bắt đầu',
      validTo: 'ngày kết thúc',
      successor: 'cơ quan kế tiếp',
      decision: 'văn bản',
    },
    indicators: (names, more) =>
      `${names.length + more} chỉ tiêu: ${names.join('; ')}${more > 0 ? `; và ${more} chỉ tiêu nữa (xem --json)` : ''}`,
    group: (old, now) => `Nhóm chỉ đúng khi cộng chung (${old} đơn vị cũ, ${now} đơn vị mới)`,
    ofGroup: { old: 'cũ', new: 'mới' },
    more: (count) => `và ${count} đơn vị nữa (xem --json)`,
    exact: {
      unclear: 'Không rõ số liệu có liền mạch không.',
      unchanged: 'Không thay đổi.',
      broken: 'Số liệu không nối được: có phần bị chia, không ước lượng; chuỗi số bị ngắt.',
      sum: 'Số đếm của các đơn vị cũ cộng lại đúng bằng số của đơn vị này.',
      passed: 'Số đếm chuyển trọn sang đơn vị mới.',
      byIndicator: 'Số liệu đi theo chỉ tiêu: cơ quan nhận chỉ tiêu nào thì công bố tiếp số của chỉ tiêu ấy.',
    },
  },
  en: {
    levels: levelsEn,
    counted: (count, level) => `${count} ${levelsEn[level]}${count === 1 ? '' : 's'}`,
    heads: ['Id', 'Level', 'Below', 'Name'],
    sorts: { Xã: 'rural communes', Phường: 'wards', 'Thị trấn': 'townships', 'Đặc khu': 'special zones' },
    onDay: (day, counts) => `On ${day}: ${counts}.`,
    noUnits: 'no units',
    notThen: (day, name, instead) =>
      `On ${day} there is no ${name}. Use ${instead} or choose another day with --at.`,
    rightUntil: (day) => `The lists of units are right until ${day}; later changes are not in them.`,
    since: (day, unverified, change) => `Since ${day}${unverified ? ' (unverified)' : ''}: ${change}.`,
    unknown: (code) =>
      `No unit has the code "${code}". Give the id of a unit (VN12, VN12.106, VN12.03388-2025) or a department (VN12.SYT), or a code of the Statistics Office's list (12, 106, 03388); see chitieu units --province VN12.`,
    parts: {
      whole: 'the whole',
      part: 'part of its area and people',
      area: 'area only, no people',
      people: 'people only, no area',
      'all-people': 'part of its area, all of its people',
      'all-area': 'all of its area, part of its people',
    },
    before: 'Was',
    after: 'Became',
    from: (day) => ` from ${day}`,
    to: (day) => ` until ${day}`,
    decision: 'Document',
    unverified: 'Unverified',
    fields: {
      code: 'code',
      name: 'name',
      validFrom: 'first day',
      validTo: 'last day',
      successor: 'successor',
      decision: 'document',
    },
    indicators: (names, more) =>
      `${names.length + more} indicators: ${names.join('; ')}${more > 0 ? `; and ${more} more (see --json)` : ''}`,
    group: (old, now) => `Right only as a sum of the group (${old} units before, ${now} since)`,
    ofGroup: { old: 'before', new: 'since' },
    more: (count) => `and ${count} more (see --json)`,
    exact: {
      unclear: 'Whether figures carry over is not known.',
      unchanged: 'Unchanged.',
      broken:
        'Figures do not carry over: a part was divided, and nothing is estimated; the series breaks off.',
      sum: 'Counts of the earlier units add up to exactly those of this one.',
      passed: 'Counts pass whole to the new unit.',
      byIndicator: 'Figures go by indicator: whoever took one over goes on publishing it.',
    },
  },
};
