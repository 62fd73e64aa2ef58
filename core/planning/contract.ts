/** What the planning workbook is found by when it comes back: names of sheets, keys of rows and columns. */

export const PLANNING_MARKER = 'chitieu-plan:1';

export const planningSheets = {
  head: 'Kế hoạch',
  targets: 'Mục tiêu',
  indicators: 'Chỉ tiêu mới',
  leftOut: 'Số để ngoài',
  document: 'Văn bản',
  units: 'Nhóm đơn vị',
  lists: 'Danh mục',
  meta: '_meta',
} as const;

/** Row of the keys of columns, column of the keys of rows; both are hidden. */
export const KEY_ROW = 1;
export const KEY_COLUMN = 1;

/** A choice that is typed in words and kept as an id: "Tỷ lệ hộ nghèo [poverty-rate]". */
export function withId(name: string, id: string): string {
  return `${name} [${id}]`;
}

/** The id at the end of such a text; null where there is none. */
export function idIn(text: string): string | null {
  return /\[([a-z0-9-]+)\]\s*$/u.exec(text)?.[1] ?? null;
}

const NEW = 'mới: ';

/** How an indicator that the catalogue does not have yet is chosen. */
export function newIndicator(name: string): string {
  return `${NEW}${name}`;
}

/** The name of a new indicator; null for any other text. */
export function newNameIn(text: string): string | null {
  const match = /^\s*mới\s*(?:\([^)]*\)\s*)?:\s*(\S.*)$/iu.exec(text.normalize('NFC'));
  return match?.[1]?.trim() ?? null;
}

/** Whether a group is of whole units, or of some of the people, households or schools of each. */
export type GroupCovers = 'units' | 'part';

/** Whether a new group is said to be of a part of each unit: "mới (một phần): Các xã biên giới". */
export function isSaidPart(text: string): boolean {
  return /^\s*mới\s*\(\s*một phần\s*\)/iu.test(text.normalize('NFC'));
}

/** Whether a group sounds like whole units, so that nobody but the planner knows: "Các xã biên giới". */
export function soundsLikeUnits(name: string): boolean {
  return /^(?:(?:các|những|nhóm)\s)?(?:\d+\s)?(?:huyện|xã|phường|thị trấn|thị xã|thành phố|địa bàn|vùng|khu vực|miền)(?!\p{L})/iu.test(
    name.normalize('NFC').trim(),
  );
}

/** Fields of the head in the workbook, by their place in the plan file. */
export const headFields: readonly (readonly [path: string, label: string, help: string])[] = [
  ['title', 'Tên kế hoạch', 'như in ở đầu văn bản'],
  ['issuer', 'Cơ quan ban hành', ''],
  ['number', 'Số, ký hiệu', 'bỏ trống nếu văn bản chưa có số'],
  ['date', 'Ngày ban hành', 'năm, năm-tháng hoặc năm-tháng-ngày: 2025-03-12'],
  ['province', 'Mã tỉnh', 'ví dụ VN12; VN là cả nước'],
  ['period.from', 'Kỳ kế hoạch từ năm', ''],
  ['period.to', 'đến năm', ''],
  ['firstRound', 'Kỳ báo cáo đầu tiên', 'ví dụ 2025, 2025-S1'],
  ['form.code', 'Biểu số', 'in ở góc biểu'],
  ['form.basis', 'Ban hành kèm theo', 'in dưới biểu số'],
  ['form.receiver', 'Đơn vị nhận báo cáo', 'của mọi cấp; nhiều cấp khác nhau thì ghi ở tệp kế hoạch'],
  ['form.signer', 'Chức danh người ký', ''],
  ['form.preparer', 'Chức danh người lập biểu', ''],
];

/** What may be chosen in a column of targets. */
export type ListName = 'decisions' | 'roles' | 'strata' | 'kinds' | 'comparators' | 'yearBases' | 'yes';

/** A column of the sheet of targets. `field` is its key; of those that are typed the field of the plan file. */
export interface TargetColumn {
  field: string;
  head: string;
  width: number;
  /** Whether somebody types here. */
  typed: boolean;
  list?: ListName;
  help?: string;
}

export const targetColumns: readonly TargetColumn[] = [
  { field: '#', head: 'TT', width: 5, typed: false },
  { field: 'line', head: 'Dòng', width: 6, typed: false },
  { field: 'sentence', head: 'Câu trong văn bản', width: 56, typed: false },
  { field: 'printed', head: 'Số trong câu', width: 11, typed: false },
  { field: 'why', head: 'Vì sao nên xem', width: 34, typed: false },
  {
    field: 'decision',
    head: 'Nhận, bỏ, hỏi',
    width: 9,
    typed: true,
    list: 'decisions',
    help: 'Nhận: vào kế hoạch. Bỏ: không phải mục tiêu. Hỏi: để lại, chưa vào kế hoạch.',
  },
  {
    field: 'role',
    head: 'Là',
    width: 13,
    typed: true,
    list: 'roles',
    help: 'Chỉ tiêu phải đạt, hay số hiện trạng làm gốc.',
  },
  {
    field: 'indicator',
    head: 'Chỉ tiêu',
    width: 40,
    typed: true,
    help: 'Chọn một chỉ tiêu gợi ý, gõ chỉ tiêu khác ở trang Danh mục, hoặc chọn "mới: …" rồi điền trang Chỉ tiêu mới.',
  },
  {
    field: 'stratum',
    head: 'Nhóm',
    width: 24,
    typed: true,
    list: 'strata',
    help: 'Bỏ trống là toàn bộ. Nhóm chưa có trong danh sách thì ghi "mới: " và tên nhóm, ví dụ mới: Các xã đặc biệt khó khăn.',
  },
  {
    field: 'kind',
    head: 'Loại',
    width: 22,
    typed: true,
    list: 'kinds',
    help: 'Mức đạt đến, duy trì, mỗi năm, cả giai đoạn …',
  },
  {
    field: 'comparator',
    head: 'So sánh',
    width: 10,
    typed: true,
    list: 'comparators',
    help: 'Theo từ trong câu: ít nhất, dưới, khoảng …',
  },
  {
    field: 'yearFrom',
    head: 'Từ năm',
    width: 8,
    typed: true,
    help: 'Năm đầu của giai đoạn; mức đạt đến thì bỏ trống.',
  },
  {
    field: 'yearTo',
    head: 'Đến năm',
    width: 8,
    typed: true,
    help: 'Năm phải đạt, hoặc năm cuối của giai đoạn.',
  },
  {
    field: 'baseYear',
    head: 'Năm gốc',
    width: 8,
    typed: true,
    help: 'Chỉ với mức tăng, giảm: so với năm nào.',
  },
  {
    field: 'yearBasis',
    head: 'Năm lấy ở đâu',
    width: 14,
    typed: true,
    list: 'yearBases',
    help: 'Năm ghi trong câu, ở đề mục, hay theo kỳ kế hoạch.',
  },
  {
    field: 'average',
    head: 'Bình quân',
    width: 9,
    typed: true,
    list: 'yes',
    help: 'Ghi "có" nếu câu nói "bình quân".',
  },
  {
    field: 'leadAgency',
    head: 'Cơ quan chủ trì',
    width: 22,
    typed: true,
    help: 'Bỏ trống là theo danh mục.',
  },
  { field: 'note', head: 'Ghi chú', width: 28, typed: true, help: 'In trong sổ, cạnh mục tiêu.' },
];

/** A column of the sheet of new indicators. */
export interface IndicatorColumn {
  field: string;
  head: string;
  width: number;
  list?: 'units' | 'measures' | 'directions' | 'domains' | 'bodies' | 'levels';
  help: string;
}

export const indicatorColumns: readonly IndicatorColumn[] = [
  { field: 'name', head: 'Tên chỉ tiêu', width: 44, help: 'Đúng như sau chữ "mới:" ở trang Mục tiêu.' },
  {
    field: 'unit',
    head: 'Đơn vị tính',
    width: 16,
    list: 'units',
    help: 'Chọn trong danh mục, hoặc gõ đơn vị khác.',
  },
  {
    field: 'measure',
    head: 'Cách đo',
    width: 24,
    list: 'measures',
    help: 'Số đếm không có phần lẻ; tỷ lệ cần tử số và mẫu số.',
  },
  {
    field: 'numerator',
    head: 'Tử số là',
    width: 34,
    help: 'Chỉ với tỷ lệ, tỷ suất: đếm gì? Ví dụ "Số hộ nghèo". Có sẵn thì ghi đúng tên trong danh mục.',
  },
  { field: 'denominator', head: 'Mẫu số là', width: 34, help: 'Chia cho gì? Ví dụ "Số hộ dân cư".' },
  {
    field: 'partUnit',
    head: 'Đếm bằng',
    width: 10,
    list: 'units',
    help: 'Đơn vị của tử số và mẫu số: người, hộ, xã …',
  },
  { field: 'direction', head: 'Chiều tốt', width: 18, list: 'directions', help: 'Bắt buộc.' },
  {
    field: 'domain',
    head: 'Lĩnh vực',
    width: 26,
    list: 'domains',
    help: 'Trang của sổ mà chỉ tiêu đứng ở đó.',
  },
  { field: 'body', head: 'Cơ quan giữ số', width: 28, list: 'bodies', help: 'Số của ai là số chính thức.' },
  { field: 'level', head: 'Có số đến cấp', width: 11, list: 'levels', help: 'Cấp thấp nhất có số.' },
  {
    field: 'ground',
    head: 'Vì sao đề xuất',
    width: 44,
    help: 'Lĩnh vực và cơ quan máy đề xuất theo đâu: xem lại rồi sửa nếu cần.',
  },
];

/** Rows of the sheet of new indicators that are there to be filled in. */
export const BLANK_INDICATORS = 12;
