import { message } from '../../base/finding.ts';
import { numberText } from '../../base/number-text.ts';
import { few } from '../few-rows.ts';

/** A row of a baseline file as messages name it. */
export interface NamedBaseline {
  unit: string;
  /** `indicator|stratum` */
  figure: string;
  year: number;
}

/** A percentage that was given as a fraction. */
export interface NamedFraction extends NamedBaseline {
  value: number;
}

/** Findings about baselines: rows that say too little or contradict themselves, and those nothing starts from. */
export const baselineMessages = {
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
      `${rows.length} số gốc không đúng năm mà mục tiêu tăng, giảm lấy làm gốc, nên không dùng được cho mục tiêu ấy: ${few(rows, 'vi', ({ wanted }) => `cần ${wanted.join(' hoặc ')}`)}. Hãy thêm số của đúng năm.`,
    ({ rows }) =>
      `${rows.length} baselines are not of the year a change starts from and cannot serve it: ${few(rows, 'en', ({ wanted }) => `needed: ${wanted.join(' or ')}`)}. Add the figure of that year.`,
  ),
  'as-fractions': message<{ rows: NamedFraction[] }>(
    'warning',
    ({ rows }) =>
      `${rows.length} tỷ lệ ghi từ 1 trở xuống trong khi kế hoạch hoặc số khác của dòng từ 10 % trở lên: ${few(rows, 'vi', ({ value }) => `ghi ${numberText(value, 'vi')}, có lẽ ${numberText(hundredfold(value), 'vi')} %`)}. Đơn vị tính là %: 25 % thì ghi 25. Từ số như vậy không đánh giá được gì.`,
    ({ rows }) =>
      `${rows.length} percentages are 1 or less while the plan or another figure of the row is 10 % and more: ${few(rows, 'en', ({ value }) => `${numberText(value, 'en')}, perhaps ${numberText(hundredfold(value), 'en')} %`)}. The unit is %: write 25 for 25 %. Nothing is judged from such a figure.`,
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
};

function hundredfold(value: number): number {
  return Number((100 * value).toPrecision(12));
}
