import { message, type Language } from '../../base/finding.ts';
import type { Direction } from '../../catalogue/schema.ts';
import { few } from '../few-rows.ts';
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
  /** Names of those whose value is asked about by itself. */
  doubted: string[];
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
  'assigned-impossible': message<AssignedNumber & { low: number | null; high: number | null }>(
    'error',
    (data) =>
      `${given.vi(data)}: nằm ngoài giới hạn của chỉ tiêu${bounds.vi(data)}. Hãy kiểm tra số và đơn vị tính.`,
    (data) =>
      `${given.en(data)}: outside the bounds of the indicator${bounds.en(data)}. Check the number and its unit.`,
  ),
  'assigned-size-negative': message<AssignedNumber & { direction: Direction }>(
    'error',
    (data) =>
      `${given.vi(data)}: chỉ tiêu này giao theo mức ${movement.vi(data.direction)}, viết không có dấu trừ: ${movement.vi(data.direction)} ${numberText(Math.abs(data.value), 'vi')} thì ghi ${numberText(Math.abs(data.value), 'vi')}.`,
    (data) =>
      `${given.en(data)}: assigned here is the size of a ${movement.en(data.direction)}, without a sign: for a ${movement.en(data.direction)} of ${numberText(Math.abs(data.value), 'en')} write ${numberText(Math.abs(data.value), 'en')}.`,
  ),
  'assigned-not-whole': message<AssignedNumber>(
    'error',
    (data) => `${given.vi(data)}: chỉ tiêu này đếm từng đơn vị, không có phần lẻ. Hãy giao một số nguyên.`,
    (data) =>
      `${given.en(data)}: this indicator counts whole things and has no fractions. Assign a whole number.`,
  ),
  'assigned-level-for-change': message<
    AssignedNumber & { direction: Direction; printed: number; before: number | null }
  >(
    'error',
    (data) =>
      `${given.vi(data)}: có phải là mức đạt đến, không phải mức ${movement.vi(data.direction)} trong năm? Kế hoạch ghi ${numberText(data.printed, 'vi')} ${data.unit.vi}${lastYear.vi(data.before)}. Hãy ghi mức ${movement.vi(data.direction)}. ${ASK_FOR_NOTE.vi}`,
    (data) =>
      `${given.en(data)}: is that the level to reach rather than the yearly ${movement.en(data.direction)}? The plan prints ${numberText(data.printed, 'en')} ${data.unit.en}${lastYear.en(data.before)}. Write the size of the ${movement.en(data.direction)}. ${ASK_FOR_NOTE.en}`,
  ),
  'assigned-part-of-one': message<AssignedNumber & { meant: number }>(
    'error',
    (data) =>
      `${given.vi(data)}: có phải ${numberText(data.meant, 'vi')} ${data.unit.vi}? Số phần trăm ghi đủ, không chia cho 100: hãy ghi ${numberText(data.meant, 'vi')}. ${ASK_FOR_NOTE.vi}`,
    (data) =>
      `${given.en(data)}: is ${numberText(data.meant, 'en')} ${data.unit.en} meant? Per cent are written whole, not divided by 100: write ${numberText(data.meant, 'en')}. ${ASK_FOR_NOTE.en}`,
  ),
  'assigned-out-of-line': message<
    AssignedNumber & { who: string; low: number; high: number; others: number; meant: number }
  >(
    'warning',
    (data) =>
      `${given.vi(data)} cho ${data.who}, trong khi ${data.others} đơn vị khác cùng cấp được giao từ ${numberText(data.low, 'vi')} đến ${numberText(data.high, 'vi')}: có phải ${numberText(data.meant, 'vi')}? Hãy xem lại số. ${ASK_FOR_NOTE.vi}`,
    (data) =>
      `${given.en(data)} to ${data.who}, while ${data.others} other units of its level were assigned from ${numberText(data.low, 'en')} to ${numberText(data.high, 'en')}: is ${numberText(data.meant, 'en')} meant? Look at it again. ${ASK_FOR_NOTE.en}`,
  ),
  'assigned-beyond-whole': message<AssignedNumber & { who: string; above: string; most: number }>(
    'warning',
    (data) =>
      `${given.vi(data)} cho ${data.who}, nhiều hơn cả mức ${numberText(data.most, 'vi')} mà tất cả các đơn vị của ${data.above} cộng lại phải đạt. Hãy xem lại số và đơn vị tính. ${ASK_FOR_NOTE.vi}`,
    (data) =>
      `${given.en(data)} to ${data.who}, more than the ${numberText(data.most, 'en')} that all units of ${data.above} together have to reach. Look at the number and its unit again. ${ASK_FOR_NOTE.en}`,
  ),
  'assigned-always-met': message<AssignedNumber>(
    'warning',
    (data) =>
      `${given.vi(data)}: giao 0 thì đơn vị nào cũng đạt. Nếu không giao, hãy để trống. ${ASK_FOR_NOTE.vi}`,
    (data) =>
      `${given.en(data)}: with 0 every unit meets it. Leave it blank if nothing is assigned. ${ASK_FOR_NOTE.en}`,
  ),
  'assignment-after-year': message<{ year: number; validFrom: string }>(
    'warning',
    ({ year, validFrom }) =>
      `Số giao cho năm ${year} nhưng có hiệu lực từ ${validFrom}, khi năm ${year} đã hết: sổ của năm ${year} không dùng số này. Hãy kiểm tra ngày hiệu lực và năm.`,
    ({ year, validFrom }) =>
      `The value is for ${year} but valid from ${validFrom}, when ${year} is over: no workbook of ${year} uses it. Check the date and the year.`,
  ),
  'assignment-decided-after-year': message<{ year: number; decisionDate: string }>(
    'warning',
    ({ year, decisionDate }) =>
      `Quyết định giao cho năm ${year} ghi ngày ${decisionDate}, khi năm ${year} đã hết. Hãy kiểm tra ngày quyết định và năm.`,
    ({ year, decisionDate }) =>
      `The decision for ${year} is dated ${decisionDate}, when ${year} is over. Check the date of the decision and the year.`,
  ),
  'assignment-not-asked': message<{
    unit: string;
    indicator: Name;
    body: string;
    why: 'not-asked' | 'group' | 'other-body' | 'other-time';
  }>(
    'warning',
    ({ unit, indicator, body, why }) =>
      `Không sổ nào dùng số giao này: ${notAsked[why].vi({ unit, name: indicator.vi, body })}`,
    ({ unit, indicator, body, why }) =>
      `No workbook uses this value: ${notAsked[why].en({ unit, name: indicator.en, body })}`,
  ),
  'assignments-later': message<{
    rows: { unit: string; figure: string; year: number; validFrom: string; cutOff: string }[];
  }>(
    'warning',
    ({ rows }) =>
      `Kỳ này không dùng ${rows.length} số giao, vì có hiệu lực sau ngày tính số liệu của kỳ: ${few(rows, 'vi', ({ validFrom, cutOff }) => `từ ${validFrom}, kỳ tính đến ${cutOff}`)}. Không phải sửa gì nếu đúng ý.`,
    ({ rows }) =>
      `${rows.length} assigned values are not used in this round, because they begin after its cut-off: ${few(rows, 'en', ({ validFrom, cutOff }) => `from ${validFrom}, cut-off ${cutOff}`)}. Nothing to do if that is intended.`,
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
      `${subject.vi(data)}: tổng số giao cho các đơn vị là ${totals.vi(data)}${without.vi(data)}. ${intended.vi(data)}`,
    (data) =>
      `${subject.en(data)}: the values of the units add up to ${totals.en(data)}${without.en(data)}. ${intended.en(data)}`,
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
      `${subject.vi(data)}: bình quân có trọng số của số giao cho các đơn vị là ${totals.vi(data)}. ${intended.vi(data)}`,
    (data) =>
      `${subject.en(data)}: the weighted mean of the units' values is ${totals.en(data)}. ${intended.en(data)}`,
  ),
  'assigned-not-checked': message<
    AssignedSubject & { reason: NotCheckedReason; units: string[]; weight: Name | null }
  >(
    'note',
    ({ reason, units, weight, ...rest }) =>
      `${subject.vi(rest)}: chưa đối chiếu được số giao với số của ${rest.above}, vì ${notChecked[reason].vi}${list(weight === null ? [] : [weight.vi], 'vi')}${list(units, 'vi')}.`,
    ({ reason, units, weight, ...rest }) =>
      `${subject.en(rest)}: the values could not be compared with that of ${rest.above}, because ${notChecked[reason].en}${list(weight === null ? [] : [weight.en], 'en')}${list(units, 'en')}.`,
  ),
};

/** An assigned value with the unit of its target. */
interface AssignedNumber {
  value: number;
  unit: Name;
  indicator: Name;
}

const given = {
  vi: ({ value, unit, indicator }: AssignedNumber) =>
    `Số giao của "${indicator.vi}" là ${numberText(value, 'vi')} ${unit.vi}`,
  en: ({ value, unit, indicator }: AssignedNumber) =>
    `The value assigned for "${indicator.en}" is ${numberText(value, 'en')} ${unit.en}`,
};

const bounds = {
  vi: ({ low, high }: { low: number | null; high: number | null }) =>
    `${low === null ? '' : `, từ ${numberText(low, 'vi')}`}${high === null ? '' : ` đến ${numberText(high, 'vi')}`}`,
  en: ({ low, high }: { low: number | null; high: number | null }) =>
    `${low === null ? '' : `, from ${numberText(low, 'en')}`}${high === null ? '' : ` to ${numberText(high, 'en')}`}`,
};

const movement = {
  vi: (direction: Direction) => (direction === 'down' ? 'giảm' : 'tăng'),
  en: (direction: Direction) => (direction === 'down' ? 'cut' : 'rise'),
};

const lastYear = {
  vi: (before: number | null) =>
    before === null ? '' : `; năm trước đơn vị ở mức ${numberText(before, 'vi')}`,
  en: (before: number | null) =>
    before === null ? '' : `; last year the unit stood at ${numberText(before, 'en')}`,
};

/** The way out for a value that is right all the same. */
const ASK_FOR_NOTE: Name = {
  vi: 'Nếu số giao đúng như vậy, ghi dòng này vào tệp CSV số giao, kèm lý do ở cột note.',
  en: 'If it is right as it stands, write the row into the assignments file, with the reason in the column note.',
};

interface NotAskedNames {
  unit: string;
  name: string;
  body: string;
}

const notAsked = {
  'other-time': {
    vi: ({ unit }: NotAskedNames) =>
      `${unit} không có trong năm ấy. Hãy giao cho đơn vị của năm ấy (xem chitieu units trace).`,
    en: ({ unit }: NotAskedNames) =>
      `${unit} does not exist in that year. Assign it to the units of the year (see chitieu units trace).`,
  },
  'not-asked': {
    vi: ({ unit, name, body }: NotAskedNames) =>
      `${unit} không báo cáo "${name}"; số này do ${body} báo cáo. Hãy giao cho ${body} hoặc cho tỉnh nếu muốn theo dõi trong sổ.`,
    en: ({ unit, name, body }: NotAskedNames) =>
      `${unit} does not report "${name}"; ${body} does. Assign it to ${body} or to the province to see it in a workbook.`,
  },
  group: {
    vi: ({ unit, name }: NotAskedNames) =>
      `"${name}" ở đây là số chung của cả nhóm đơn vị, không phải của riêng ${unit}. Hãy giao số của nhóm ở dòng của tỉnh; số riêng của ${unit} để trống cột stratum.`,
    en: ({ unit, name }: NotAskedNames) =>
      `"${name}" is here the figure of a group of units together, not of ${unit} alone. Assign the group's on a row of the province; for ${unit} alone leave the stratum empty.`,
  },
  'other-body': {
    vi: ({ unit, name, body }: NotAskedNames) =>
      `${unit} không có số "${name}"; số này do ${body} báo cáo. Hãy ghi mã của ${body} hoặc mã của tỉnh ở cột unit.`,
    en: ({ unit, name, body }: NotAskedNames) =>
      `${unit} does not hold "${name}"; ${body} reports it. Write the id of ${body} or of the province in the column unit.`,
  },
};

const notChecked: Record<NotCheckedReason, Name> = {
  'not-additive': {
    vi: 'chỉ tiêu này không cộng, không tính bình quân từ các đơn vị được',
    en: 'the units of this indicator neither add up nor average',
  },
  'growth-of-ratio': {
    vi: 'mức tăng, giảm theo phần trăm này không tính bình quân từ các đơn vị được',
    en: 'changes in per cent like this one have no mean over the units',
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

/** What goes beyond is meant, unless one of the values is in doubt itself. */
const intended = {
  vi: ({ doubted }: Totals) =>
    doubted.length === 0
      ? 'Không cần sửa nếu đã chủ ý.'
      : `Trước hết hãy xem số giao đang được hỏi lại${list(doubted, 'vi')}.`,
  en: ({ doubted }: Totals) =>
    doubted.length === 0
      ? 'Nothing to do if that is intended.'
      : `First look at the values asked about${list(doubted, 'en')}.`,
};

const without = {
  vi: ({ without: units }: Totals) => (units.length === 0 ? '' : `; chưa giao${list(units, 'vi')}`),
  en: ({ without: units }: Totals) => (units.length === 0 ? '' : `; not assigned${list(units, 'en')}`),
};

/** How many units a message names; a province has up to 168 communes. */
const NAMED_UNITS = 12;

function list(names: readonly string[], language: Language): string {
  if (names.length === 0) return '';
  const more = names.length - NAMED_UNITS;
  const rest = language === 'vi' ? ` và ${more} đơn vị nữa` : ` and ${more} more`;
  return `: ${names.slice(0, NAMED_UNITS).join(', ')}${more > 0 ? rest : ''}`;
}

function atLine(line: number | null, language: Language): string {
  if (line === null) return '';
  return language === 'vi' ? ` (dòng ${line})` : ` (line ${line})`;
}
