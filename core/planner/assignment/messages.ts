import { message, type Language } from '../../base/finding.ts';
import { numberText } from '../../base/number-text.ts';

/** A name in both languages. */
type Name = Readonly<Record<Language, string>>;

/** Which value of a year a message is about. */
export interface AssignedSubject {
  /** Indicator, with its stratum. */
  name: Name;
  year: number;
  /** Name of the unit whose value the units below it make up. */
  above: string;
}

/** The units' values put together, beside the value they have to make up. */
interface Totals extends AssignedSubject {
  total: number;
  expected: number;
  /** `total` less `expected`. */
  difference: number;
  /** Where the expected value comes from: a decision or a plan. */
  origin: { kind: 'decision' | 'plan'; id: string };
  /** Names of the units that have no value. */
  without: string[];
}

/** Why the values of some units could not be compared with the one above. */
export type NotCheckedReason =
  | 'not-additive'
  | 'growth-of-ratio'
  | 'no-value-above'
  | 'units-without-value'
  | 'no-weights'
  | 'kinds-differ';

/** Findings about what units were assigned. */
export const assignmentMessages = {
  'assignment-without-target': message<{ indicator: string; year: number }>(
    'warning',
    ({ indicator, year }) =>
      `Không kế hoạch nào đang dùng có mục tiêu bằng số cho "${indicator}" trong năm ${year}, nên số giao này không được dùng để đánh giá. Hãy kiểm tra mã chỉ tiêu, phân tổ và năm.`,
    ({ indicator, year }) =>
      `No live plan has a target with a value for "${indicator}" in ${year}, so nothing is judged by this assignment. Check indicator, stratum and year.`,
  ),
  'assignment-kinds-differ': message<{ indicator: string; year: number; units: string[] }>(
    'warning',
    ({ indicator, year, units }) =>
      `Các mục tiêu của "${indicator}" năm ${year} tính theo những đơn vị khác nhau (${units.join('; ')}), nên chưa rõ số giao theo đơn vị nào. Hãy ghi rõ ở cột note và chọn một kế hoạch khi kiểm tra.`,
    ({ indicator, year, units }) =>
      `The targets for "${indicator}" in ${year} are given in different units (${units.join('; ')}), so it is not clear which one is assigned. Say so in the note, and check with one plan.`,
  ),
  'assignment-twice': message<{ decision: string; firstLine: number | null }>(
    'error',
    ({ decision, firstLine }) =>
      `Quyết định "${decision}" đã giao chỉ tiêu này cho đơn vị này${atLine(firstLine, 'vi')}. Hãy giữ một dòng.`,
    ({ decision, firstLine }) =>
      `The decision "${decision}" already assigns this to the unit${atLine(firstLine, 'en')}. Keep one row.`,
  ),
  'supersedes-missing': message<{ decision: string; supersedes: string }>(
    'error',
    ({ decision, supersedes }) =>
      `Quyết định "${decision}" thay thế "${supersedes}", nhưng tệp không có dòng nào của "${supersedes}" cho cùng đơn vị, chỉ tiêu và năm. Hãy thêm dòng đó (số giao trước phải được giữ), hoặc sửa cột supersedes.`,
    ({ decision, supersedes }) =>
      `The decision "${decision}" supersedes "${supersedes}", but the file has no row of "${supersedes}" for the same unit, indicator and year. Add it (earlier values are kept), or correct the column supersedes.`,
  ),
  'supersedes-circle': message<{ decision: string; supersedes: string }>(
    'error',
    ({ decision, supersedes }) =>
      `Quyết định "${decision}" thay thế "${supersedes}", mà "${supersedes}" lại thay thế "${decision}". Hãy sửa cột supersedes.`,
    ({ decision, supersedes }) =>
      `The decision "${decision}" supersedes "${supersedes}", which in turn supersedes "${decision}". Correct the column supersedes.`,
  ),
  'supersedes-order': message<{
    decision: string;
    supersedes: string;
    validFrom: string;
    earlierFrom: string;
  }>(
    'error',
    ({ decision, supersedes, validFrom, earlierFrom }) =>
      `Quyết định "${decision}" có hiệu lực từ ${validFrom}, trước quyết định "${supersedes}" mà nó thay thế (${earlierFrom}). Hãy sửa ngày hiệu lực hoặc cột supersedes.`,
    ({ decision, supersedes, validFrom, earlierFrom }) =>
      `The decision "${decision}" is valid from ${validFrom}, before "${supersedes}" which it supersedes (${earlierFrom}). Correct the date or the column supersedes.`,
  ),
  'assignment-contradiction': message<{
    decision: string;
    value: number;
    other: string;
    otherValue: number;
    otherLine: number | null;
  }>(
    'error',
    ({ decision, value, other, otherValue, otherLine }) =>
      `Quyết định "${decision}" giao ${numberText(value, 'vi')}, quyết định "${other}"${atLine(otherLine, 'vi')} giao ${numberText(otherValue, 'vi')} cho cùng đơn vị, chỉ tiêu và năm, mà không quyết định nào thay thế quyết định kia. Hãy ghi số quyết định bị thay thế vào cột supersedes.`,
    ({ decision, value, other, otherValue, otherLine }) =>
      `The decision "${decision}" assigns ${numberText(value, 'en')}, the decision "${other}"${atLine(otherLine, 'en')} ${numberText(otherValue, 'en')} for the same unit, indicator and year, and neither supersedes the other. Write the superseded decision into the column supersedes.`,
  ),

  'assigned-sum-behind': message<Totals>(
    'warning',
    (data) =>
      `${subject.vi(data)}: tổng số giao cho các đơn vị là ${totals.vi(data)}${without.vi(data)}. Hãy giao cho đủ, hoặc giải trình.`,
    (data) =>
      `${subject.en(data)}: the values of the units add up to ${totals.en(data)}${without.en(data)}. Assign the rest, or explain.`,
  ),
  'assigned-sum-beyond': message<Totals>(
    'note',
    (data) =>
      `${subject.vi(data)}: tổng số giao cho các đơn vị là ${totals.vi(data)}${without.vi(data)}. Không cần sửa nếu đã chủ ý.`,
    (data) =>
      `${subject.en(data)}: the values of the units add up to ${totals.en(data)}${without.en(data)}. Nothing to do if that is intended.`,
  ),
  'assigned-mean-behind': message<Totals>(
    'warning',
    (data) =>
      `${subject.vi(data)}: bình quân có trọng số của số giao cho các đơn vị là ${totals.vi(data)}. Hãy giao lại cho đạt, hoặc giải trình.`,
    (data) =>
      `${subject.en(data)}: the weighted mean of the units' values is ${totals.en(data)}. Assign anew, or explain.`,
  ),
  'assigned-mean-beyond': message<Totals>(
    'note',
    (data) =>
      `${subject.vi(data)}: bình quân có trọng số của số giao cho các đơn vị là ${totals.vi(data)}. Không cần sửa nếu đã chủ ý.`,
    (data) =>
      `${subject.en(data)}: the weighted mean of the units' values is ${totals.en(data)}. Nothing to do if that is intended.`,
  ),
  'assigned-not-checked': message<
    AssignedSubject & { reason: NotCheckedReason; units: string[]; weight: Name | null }
  >(
    'note',
    ({ reason, units, weight, ...rest }) =>
      `${subject.vi(rest)}: chưa đối chiếu được số giao với số của ${rest.above}, vì ${notChecked[reason].vi}${list(weight === null ? [] : [weight.vi])}${list(units)}.`,
    ({ reason, units, weight, ...rest }) =>
      `${subject.en(rest)}: the values could not be compared with that of ${rest.above}, because ${notChecked[reason].en}${list(weight === null ? [] : [weight.en])}${list(units)}.`,
  ),
};

const notChecked: Record<NotCheckedReason, Name> = {
  'not-additive': {
    vi: 'chỉ tiêu này không cộng, không tính bình quân từ các đơn vị được',
    en: 'the units of this indicator neither add up nor average',
  },
  'growth-of-ratio': {
    vi: 'tốc độ tăng của một tỷ lệ không tính bình quân được',
    en: 'growth rates of a ratio have no mean',
  },
  'no-value-above': {
    vi: 'cấp trên không có giá trị phải đạt trong năm',
    en: 'the unit above has no value in force in that year',
  },
  'units-without-value': { vi: 'có đơn vị chưa được giao', en: 'some units have no value yet' },
  'no-weights': {
    vi: 'chưa biết hết số dùng làm trọng số (đưa bằng --figures)',
    en: 'the weights are not all known (give them with --figures)',
  },
  'kinds-differ': {
    vi: 'các mục tiêu tính theo những đơn vị khác nhau',
    en: 'the targets are given in different units',
  },
};

const subject = {
  vi: ({ name, year, above }: AssignedSubject) => `${name.vi}, năm ${year}, ${above}`,
  en: ({ name, year, above }: AssignedSubject) => `${name.en}, ${year}, ${above}`,
};

const totals = {
  vi: ({ total, expected, difference, origin }: Totals) =>
    `${numberText(total, 'vi')}, ${difference < 0 ? 'thấp hơn' : 'cao hơn'} ${numberText(Math.abs(difference), 'vi')} so với ${numberText(expected, 'vi')} ${origin.kind === 'decision' ? `của quyết định "${origin.id}"` : `của kế hoạch ${origin.id}`}`,
  en: ({ total, expected, difference, origin }: Totals) =>
    `${numberText(total, 'en')}, ${numberText(Math.abs(difference), 'en')} ${difference < 0 ? 'less' : 'more'} than ${numberText(expected, 'en')} of the ${origin.kind === 'decision' ? `decision "${origin.id}"` : `plan ${origin.id}`}`,
};

const without = {
  vi: ({ without: units }: Totals) => (units.length === 0 ? '' : `; chưa giao: ${units.join(', ')}`),
  en: ({ without: units }: Totals) => (units.length === 0 ? '' : `; not assigned: ${units.join(', ')}`),
};

function list(names: readonly string[]): string {
  return names.length === 0 ? '' : `: ${names.join(', ')}`;
}

function atLine(line: number | null, language: Language): string {
  if (line === null) return '';
  return language === 'vi' ? ` (dòng ${line})` : ` (line ${line})`;
}
