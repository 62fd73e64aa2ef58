import type { Catalogue } from '../catalogue/catalogue.ts';
import { foldedName } from '../base/name.ts';
import { textField, type BookRow, type PlanningBook, type RawEntry } from './book.ts';
import { placedBy, type PlanTold } from './placed-by.ts';
import { directionChoices, levelChoices, measureChoices, wordOf } from './words.ts';

/** A row of the sheet of new indicators, as it is shown. */
export interface NewIndicator {
  name: string;
  unit: string;
  measure: string;
  numerator: string;
  denominator: string;
  partUnit: string;
  direction: string;
  domain: string;
  body: string;
  level: string;
  /** Why domain and body are proposed; '' where they are not. */
  ground: string;
}

/** What the rows of a book need that the catalogue does not have, filled in as far as the document says it. */
export function wantedIndicators(
  { rows, head }: Pick<PlanningBook, 'rows' | 'head'>,
  catalogue: Catalogue,
): NewIndicator[] {
  const told = { date: textField(head, 'date'), title: textField(head, 'title'), sections: titlesOf(head) };
  const found = new Map<string, NewIndicator>();
  for (const row of rows) {
    if (row.wanted === null || row.wanted.name === '') continue;
    const key = foldedName(row.wanted.name);
    if (!found.has(key)) found.set(key, indicatorOf(row, row.wanted, catalogue, told));
  }
  return [...found.values()];
}

/** Titles of the sections of a plan by their ids. */
function titlesOf({ sections }: PlanningBook['head']): ReadonlyMap<string, string> {
  const all = Array.isArray(sections) ? sections : [];
  return new Map(
    all.flatMap((one) =>
      typeof one === 'object'
        ? [[textField(one as RawEntry, 'id'), textField(one as RawEntry, 'title')]]
        : [],
    ),
  );
}

function indicatorOf(
  row: BookRow,
  { name, unit }: { name: string; unit: string },
  catalogue: Catalogue,
  told: PlanTold,
): NewIndicator {
  const known = [...catalogue.measureUnits.values()].find(({ id }) => foldedName(id) === foldedName(unit));
  const counted = name.replace(/^tỷ lệ /iu, '');
  const shown = known?.id ?? (unit === '' ? unitOfThings(counted, catalogue) : unit);
  const measure = measureOf(shown);
  const direction = directionOf(row, name);
  return {
    name,
    unit: shown,
    measure: measure === null ? '' : wordOf(measureChoices, measure),
    ...partsOf(measure, counted, catalogue),
    direction: direction === null ? '' : wordOf(directionChoices, direction),
    ...placedBy(row, name, catalogue, told),
    level: wordOf(levelChoices, 'province'),
  };
}

/** What is bad the more there is of it. */
const BAD =
  /nghèo|thất nghiệp|thiếu|tử vong|mắc|bệnh|bỏ học|lưu ban|mù chữ|tảo hôn|cận huyết|bạo lực|xâm hại|tai nạn|thương tích|đuối nước|suy dinh dưỡng|thừa cân|béo phì|sinh con thứ|nghiện|ma túy|tội phạm|vi phạm|ô nhiễm|nhà tạm|dột nát|phụ thuộc|lao động trẻ em|vô gia cư|chưa|không/iu;

/** What is done for somebody, and the more of it the better. */
const DONE =
  /^(?:tổ chức|đào tạo|dạy|tập huấn|bồi dưỡng|hỗ trợ|xây dựng|giải quyết|tạo|khám|trồng)(?!\p{L})/iu;

/**
 * Whether more or less of it is better, where the sentence says so: by the comparator, by what moves, or by what is
 * reached or got and is nothing bad. Null where a planner has to say.
 */
function directionOf({ entry }: BookRow, name: string): 'up' | 'down' | null {
  const comparator = textField(entry, 'comparator');
  if (/^(?:above|atLeast)$/u.test(comparator)) return 'up';
  if (/^(?:below|atMost)$/u.test(comparator)) return 'down';
  const [quote, printed] = [textField(entry, 'quote'), textField(entry, 'printed')];
  const led = quote.slice(0, Math.max(0, quote.indexOf(printed))).toLocaleLowerCase('vi');
  const verb = [
    ...led.matchAll(/(?<!\p{L})(giảm|hạ|kéo giảm|nâng|tăng)(?!\p{L}|\s(?:nghèo|cường|cao))/gu),
  ].at(-1)?.[1];
  if (verb !== undefined) return /nâng|tăng/u.test(verb) ? 'up' : 'down';
  const isReached = /đạt\s$/u.test(led) || /\s(?:được|tham gia|biết)\s/u.test(` ${name} `) || DONE.test(name);
  return isReached && !BAD.test(name) ? 'up' : null;
}

/** The counts a share is computed from, as far as its name says them: what has something done, of all of its kind. */
function partsOf(
  measure: ReturnType<typeof measureOf>,
  counted: string,
  catalogue: Catalogue,
): Pick<NewIndicator, 'numerator' | 'denominator' | 'partUnit'> {
  // "Số nhân viên công tác xã hội trên 10.000 dân": the catalogue has the people.
  const perPeople =
    measure === 'rate'
      ? /^(?:số\s)?(.{3,60}?)\s?(?:\strên|\/)\s?[\d.]+\s?(?:vạn |nghìn )?(?:người )?dân$/iu.exec(counted)?.[1]
      : undefined;
  const people = catalogue.indicators.get('population')?.name.vi;
  if (perPeople !== undefined && people !== undefined)
    return { numerator: `Số ${perPeople}`, denominator: people, partUnit: 'người' };
  if (measure !== 'share') return { numerator: '', denominator: '', partUnit: '' };
  const low = counted.charAt(0).toLocaleLowerCase('vi') + counted.slice(1);
  const whole =
    /^(.{4,60}?)\s(?:được|có|đạt|tham gia|bảo đảm|biết|sử dụng|còn|sống|không|bị|mắc|bỏ học|đi học|thực hiện|triển khai|hoàn thành|tiếp cận|hưởng|đáp ứng)(?:\s|$)/u.exec(
      low,
    )?.[1];
  return {
    numerator: `Số ${low}`,
    denominator: whole === undefined ? '' : `Số ${whole}`,
    partUnit: unitOfThings(low, catalogue),
  };
}

/** The unit in which things are counted whose name begins with it: "hộ", "cơ sở", "người"; '' for any other. */
function unitOfThings(name: string, { measureUnits }: Catalogue): string {
  const low = name.toLocaleLowerCase('vi').replace(/^(?:số|mỗi năm)\s+/u, '');
  if (/^(?:trẻ em|trẻ|học sinh|lao động|phụ nữ|dân số|cán bộ|nhân viên|lượt người)(?!\p{L})/u.test(low))
    return 'người';
  const ids = [...measureUnits.keys()].sort((one, other) => other.length - one.length);
  return ids.find((id) => low.startsWith(id) && !/^\p{L}/u.test(low.slice(id.length))) ?? '';
}

/** How a figure in a unit is measured, where the unit says it; null where it does not. */
export function measureOf(unit: string): 'share' | 'rate' | 'amount' | 'count' | null {
  if (unit === '%') return 'share';
  if (unit === '‰' || /\/\s*(?:1\s*)?(?:vạn|nghìn|1[.\d]*0)/u.test(unit)) return 'rate';
  if (/đồng|m²|m³|\bha\b|km|tấn/u.test(unit)) return 'amount';
  return unit === '' ? null : 'count';
}
