import { message, type Language } from '../base/finding.ts';
import type { Vintage } from '../observation/vintage.ts';
import { numberText } from '../base/number-text.ts';
import { meant } from '../base/message-pieces.ts';

/** A name in both languages. */
interface Name {
  vi: string;
  en: string;
}

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

/** A row of a baseline file as messages name it. */
export interface NamedBaseline {
  unit: string;
  /** `indicator|stratum` */
  figure: string;
  year: number;
}

/** Findings about assignments, baselines and known figures: files and the grid workbook. */
export const exchangeFileMessages = {
  'row-unit-unknown': message<{ unit: string; closest: string | null }>(
    'error',
    ({ unit, closest }) =>
      `Không có đơn vị "${unit}"${meant.vi(closest)} trong danh sách đơn vị. Hãy sửa mã đơn vị, hoặc đưa danh sách có đơn vị này bằng --units.`,
    ({ unit, closest }) =>
      `There is no unit "${unit}"${meant.en(closest)} in the unit list. Correct the id, or give a list that has it with --units.`,
  ),
  'row-indicator-unknown': message<{ indicator: string; closest: string | null }>(
    'error',
    ({ indicator, closest }) =>
      `Không có chỉ tiêu "${indicator}"${meant.vi(closest)} trong danh mục. Hãy sửa mã chỉ tiêu.`,
    ({ indicator, closest }) =>
      `There is no indicator "${indicator}"${meant.en(closest)} in the catalogue. Correct the id.`,
  ),
  'row-stratum-unknown': message<{ stratum: string; closest: string | null }>(
    'error',
    ({ stratum, closest }) =>
      `Không có phân tổ "${stratum}"${meant.vi(closest)} trong danh mục. Hãy sửa, hoặc để trống nếu là số chung.`,
    ({ stratum, closest }) =>
      `There is no stratum "${stratum}"${meant.en(closest)} in the catalogue. Correct it, or leave it empty for the whole.`,
  ),
  'row-twice': message<{ what: string; firstLine: number }>(
    'error',
    ({ what, firstLine }) => `Số của ${what} đã có ở dòng ${firstLine}. Hãy giữ một dòng.`,
    ({ what, firstLine }) => `The figure of ${what} already stands on line ${firstLine}. Keep one row.`,
  ),
  'row-impossible': message<{ value: number; low: number; high: number }>(
    'error',
    ({ value, low, high }) =>
      `Số ${numberText(value, 'vi')} nằm ngoài giới hạn của chỉ tiêu (từ ${numberText(low, 'vi')} đến ${numberText(high, 'vi')}). Hãy kiểm tra số và đơn vị tính.`,
    ({ value, low, high }) =>
      `The figure ${numberText(value, 'en')} is outside the bounds of the indicator (${numberText(low, 'en')} to ${numberText(high, 'en')}). Check the figure and its unit.`,
  ),

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

  'baseline-empty': message<{ ratio: boolean }>(
    'error',
    ({ ratio }) =>
      `Dòng không có số. Hãy ghi cột value${ratio ? ', hoặc numerator và denominator' : ''}; chưa có số thì bỏ dòng này.`,
    ({ ratio }) =>
      `The row has no figure. Fill the column value${ratio ? ', or numerator and denominator' : ''}; leave the row out while there is none.`,
  ),
  'baseline-half': message<{ missing: 'numerator' | 'denominator' }>(
    'error',
    ({ missing }) => `Thiếu cột ${missing}. Tử số và mẫu số phải đi cùng nhau; hãy ghi thêm.`,
    ({ missing }) => `The column ${missing} is empty. Numerator and denominator go together; add it.`,
  ),
  'baseline-not-a-ratio': message<{ indicator: string }>(
    'error',
    ({ indicator }) =>
      `Chỉ tiêu "${indicator}" không phải tỷ lệ nên không có tử số, mẫu số. Hãy chỉ ghi cột value.`,
    ({ indicator }) =>
      `The indicator "${indicator}" is no share or rate and has no numerator or denominator. Fill only the column value.`,
  ),
  'baseline-denominator': message<{ denominator: number }>(
    'error',
    ({ denominator }) => `Mẫu số là ${numberText(denominator, 'vi')}; cần số lớn hơn 0. Hãy sửa lại.`,
    ({ denominator }) =>
      `The denominator is ${numberText(denominator, 'en')}; more than 0 is expected. Correct it.`,
  ),
  'baseline-disagrees': message<{ value: number; ratio: number; numerator: number; denominator: number }>(
    'error',
    ({ value, ratio, numerator, denominator }) =>
      `Cột value ghi ${numberText(value, 'vi')}, nhưng ${numberText(numerator, 'vi')} trên ${numberText(denominator, 'vi')} là ${numberText(ratio, 'vi')}. Hãy sửa, hoặc chỉ ghi một trong hai cách.`,
    ({ value, ratio, numerator, denominator }) =>
      `The column value has ${numberText(value, 'en')}, but ${numberText(numerator, 'en')} over ${numberText(denominator, 'en')} is ${numberText(ratio, 'en')}. Correct it, or give only one of the two.`,
  ),

  'baselines-wrong-year': message<{ rows: (NamedBaseline & { wanted: number[] })[] }>(
    'warning',
    ({ rows }) =>
      `${rows.length} số gốc không đúng năm mà mục tiêu tăng, giảm mỗi năm lấy làm gốc, nên không dùng được cho mục tiêu ấy: ${few(rows, 'vi', ({ wanted }) => `cần ${wanted.join(' hoặc ')}`)}. Hãy thêm số của đúng năm.`,
    ({ rows }) =>
      `${rows.length} baselines are not of the year a yearly change or growth starts from and cannot serve it: ${few(rows, 'en', ({ wanted }) => `needed: ${wanted.join(' or ')}`)}. Add the figure of that year.`,
  ),
  'baselines-other-year': message<{ rows: (NamedBaseline & { taken: number | null })[] }>(
    'note',
    ({ rows }) =>
      `Không dùng ${rows.length} dòng số gốc, vì cùng chỉ tiêu đã có số của năm khác phù hợp hơn: ${few(rows, 'vi', ({ taken }) => `lấy ${taken ?? 'số in trong kế hoạch'}`)}. Không phải sửa gì nếu đúng ý; muốn dùng số khác thì bỏ dòng của năm được lấy.`,
    ({ rows }) =>
      `${rows.length} baseline rows are not used, because a figure of another year suits better: ${few(rows, 'en', ({ taken }) => `taken: ${taken ?? 'what the plan prints'}`)}. Nothing to do if that is intended; to use another, leave out the row of the year taken.`,
  ),
  'baselines-not-assigned': message<{ rows: NamedBaseline[] }>(
    'warning',
    ({ rows }) =>
      `Không dùng ${rows.length} dòng số gốc, vì đơn vị chưa được giao chỉ tiêu đó hoặc không báo cáo chỉ tiêu đó: ${few(rows, 'vi')}. Nếu đã giao, hãy đưa quyết định bằng --assignments.`,
    ({ rows }) =>
      `${rows.length} baseline rows are not used, because the unit was not assigned that target or does not report it: ${few(rows, 'en')}. If it was assigned, give the decision with --assignments.`,
  ),
  'baselines-of-department': message<{ rows: (NamedBaseline & { province: string })[] }>(
    'warning',
    ({ rows }) =>
      `Không dùng ${rows.length} dòng số gốc ghi theo mã sở, ngành: ${few(rows, 'vi', ({ province }) => `ghi là ${province}`)}. Sở, ngành báo cáo cho cả tỉnh: hãy ghi mã của tỉnh ở cột unit.`,
    ({ rows }) =>
      `${rows.length} baseline rows name a department and are not used: ${few(rows, 'en', ({ province }) => `write ${province}`)}. A department reports for its province: write the province in the column unit.`,
  ),
  'baselines-without-target': message<{ rows: NamedBaseline[] }>(
    'note',
    ({ rows }) =>
      `Không dùng ${rows.length} dòng số gốc, vì kế hoạch đã chọn không có mục tiêu nào bắt đầu từ số gốc của chỉ tiêu: ${few(rows, 'vi')}. Nếu lẽ ra phải dùng, hãy kiểm tra mã chỉ tiêu và phân tổ.`,
    ({ rows }) =>
      `${rows.length} baseline rows are not used, because no target of the chosen plans starts from one: ${few(rows, 'en')}. If one should, check indicator and stratum.`,
  ),

  'figures-unsure': message<{
    rows: { unit: string; figure: string; period: string; vintage: Vintage; wanted: Vintage }[];
  }>(
    'warning',
    ({ rows }) =>
      `Không điền ${rows.length} số đã biết, vì kém chắc chắn hơn cột của kỳ: ${few(
        rows.map((row) => ({ ...row, year: row.period })),
        'vi',
        ({ vintage, wanted }) => `${vintage}, cột cần ${wanted}`,
      )}. Hãy đưa số chắc chắn hơn, hoặc để đơn vị tự nhập.`,
    ({ rows }) =>
      `${rows.length} known figures are not filled in, because they are less sure than their column: ${few(
        rows.map((row) => ({ ...row, year: row.period })),
        'en',
        ({ vintage, wanted }) => `${vintage}, the column takes ${wanted}`,
      )}. Give a surer figure, or leave it to the unit.`,
  ),

  'not-our-grid': message<Record<string, never>>(
    'error',
    () =>
      'Tệp không phải bảng giao chỉ tiêu: không có trang _meta của bảng giao. Hãy đưa tệp do "chitieu assign grid" tạo ra.',
    () =>
      'The file is no assignment grid: it has no _meta sheet of a grid. Give the file that "chitieu assign grid" made.',
  ),
  'grid-newer': message<{ found: string; known: number }>(
    'error',
    ({ found, known }) =>
      `Bảng giao có phiên bản mẫu "${found}", chương trình này chỉ đọc phiên bản ${known}. Hãy cập nhật chương trình.`,
    ({ found, known }) =>
      `The grid has layout version "${found}"; this program reads version ${known}. Update the program.`,
  ),
  'grid-head-missing': message<{ field: GridHeadField }>(
    'error',
    ({ field }) =>
      `Chưa ghi ${headFields[field].vi} ở đầu bảng. Hãy ghi rồi đọc lại; chưa dòng nào được ghi ra.`,
    ({ field }) =>
      `The head of the grid has no ${headFields[field].en}. Enter it and read again; nothing was written.`,
  ),
  'grid-head-invalid': message<{ field: GridHeadField; found: string }>(
    'error',
    ({ field, found }) =>
      `Ô ${headFields[field].vi} ghi "${found}"; cần ${headExpected[field].vi}. Hãy sửa lại.`,
    ({ field, found }) =>
      `The cell for the ${headFields[field].en} holds "${found}"; expected ${headExpected[field].en}. Correct it.`,
  ),
  'grid-cell-not-number': message<{ key: string; unit: string; found: string }>(
    'error',
    ({ key, unit, found }) =>
      `Ô của ${key}, đơn vị ${unit} ghi "${found}": không phải số. Hãy nhập lại bằng số, hoặc để trống nếu không giao.`,
    ({ key, unit, found }) =>
      `The cell of ${key}, unit ${unit} holds "${found}": not a number. Enter a number, or leave it blank if nothing is assigned.`,
  ),
  'grid-cell-emptied': message<{ key: string; unit: string; before: number }>(
    'error',
    ({ key, unit, before }) =>
      `Ô của ${key}, đơn vị ${unit} đã bị xóa trống; trước đó là ${numberText(before, 'vi')}. Ô trống không bãi bỏ được số đã giao: hãy ghi lại số cũ hoặc số mới.`,
    ({ key, unit, before }) =>
      `The cell of ${key}, unit ${unit} was emptied; it held ${numberText(before, 'en')}. A blank does not withdraw what was assigned: enter the old value or a new one.`,
  ),
  'grid-key-missing': message<{ key: string }>(
    'error',
    ({ key }) =>
      `Không còn dòng hoặc cột của "${key}" trong bảng. Hãy khôi phục từ bảng đã tạo, hoặc tạo lại bảng.`,
    ({ key }) =>
      `The row or column of "${key}" is no longer in the grid. Restore it from the grid as made, or make it anew.`,
  ),
  'grid-earlier-missing': message<{ decisions: string[]; count: number }>(
    'error',
    ({ decisions, count }) =>
      `Bảng được tạo từ ${count} số giao của ${decisions.map((one) => `"${one}"`).join(', ')}, nhưng các số này không có trong tệp giao chỉ tiêu đưa vào. Hãy đưa đúng tệp bằng --assignments để số giao trước được giữ lại.`,
    ({ decisions, count }) =>
      `The grid was made from ${count} values of ${decisions.map((one) => `"${one}"`).join(', ')} that are not in the assignments file given. Give the right file with --assignments, so that earlier values are kept.`,
  ),
  'grid-cell-twice': message<{ key: string; unit: string; otherCell: string }>(
    'error',
    ({ key, unit, otherCell }) =>
      `Số giao của ${key}, đơn vị ${unit} có ở hai ô và khác nhau (ô kia: ${otherCell}). Hãy xóa dòng hoặc cột bị sao chép.`,
    ({ key, unit, otherCell }) =>
      `The value of ${key}, unit ${unit} stands in two cells that differ (the other: ${otherCell}). Delete the copied row or column.`,
  ),
  'grid-outdated': message<{ key: string; unit: string; before: string | null; now: string | null }>(
    'error',
    ({ key, unit, before, now }) =>
      `Bảng được tạo khi ${key}, đơn vị ${unit} ${byDecision.vi(before)}; trong tệp giao chỉ tiêu hiện nay ${byDecision.vi(now)}. Hãy đưa đúng tệp bằng --assignments, hoặc tạo lại bảng từ tệp hiện nay.`,
    ({ key, unit, before, now }) =>
      `The grid was made when ${key}, unit ${unit} ${byDecision.en(before)}; in the assignments file it now ${byDecision.en(now)}. Give the right file with --assignments, or make the grid anew from the present one.`,
  ),
  'grid-valid-from-early': message<{
    key: string;
    unit: string;
    validFrom: string;
    decision: string;
    laterFrom: string;
  }>(
    'error',
    ({ key, unit, validFrom, decision, laterFrom }) =>
      `Ngày hiệu lực mới là ${validFrom}, nhưng ${key}, đơn vị ${unit} đã có quyết định "${decision}" hiệu lực từ ${laterFrom}, muộn hơn. Hãy sửa ngày hiệu lực.`,
    ({ key, unit, validFrom, decision, laterFrom }) =>
      `The new values hold from ${validFrom}, but ${key}, unit ${unit} already has the decision "${decision}" from ${laterFrom}, which is later. Correct the date.`,
  ),
};

/** The input cells in the head of the grid. */
export type GridHeadField = 'decision' | 'decisionDate' | 'validFrom';

const headFields: Record<GridHeadField, Name> = {
  decision: { vi: 'số quyết định', en: 'number of the decision' },
  decisionDate: { vi: 'ngày quyết định', en: 'date of the decision' },
  validFrom: { vi: 'ngày có hiệu lực', en: 'date from which it is valid' },
};

const aDate: Name = { vi: 'một ngày, ví dụ 31/12/2024', en: 'a date such as 31/12/2024' };

const headExpected: Record<GridHeadField, Name> = {
  decision: { vi: 'số quyết định bằng chữ', en: 'the number as text' },
  decisionDate: aDate,
  validFrom: aDate,
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

const byDecision = {
  vi: (decision: string | null) =>
    decision === null ? 'chưa được giao' : `do quyết định "${decision}" giao`,
  en: (decision: string | null) => (decision === null ? 'has no value' : `has its value of "${decision}"`),
};

/** How many rows a message names; a file may have thousands. */
const NAMED_ROWS = 5;

/** The first rows of a list, and how many more there are. */
function few<Row extends { unit: string; figure: string; year: number | string }>(
  rows: readonly Row[],
  language: Language,
  more: (row: Row) => string = () => '',
): string {
  const shown = rows.slice(0, NAMED_ROWS).map((row) => {
    const added = more(row);
    return `${row.unit} ${row.figure} ${row.year}${added === '' ? '' : ` (${added})`}`;
  });
  const left = rows.length - shown.length;
  if (left > 0) shown.push(language === 'vi' ? `và ${left} dòng nữa` : `and ${left} more`);
  return shown.join('; ');
}

function list(names: readonly string[]): string {
  return names.length === 0 ? '' : `: ${names.join(', ')}`;
}

function atLine(line: number | null, language: Language): string {
  if (line === null) return '';
  return language === 'vi' ? ` (dòng ${line})` : ` (line ${line})`;
}
