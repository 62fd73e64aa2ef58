import type { Draft } from './model.ts';
import type { PlacedParagraph } from './outline.ts';
import { isTitle } from './title.ts';
import { isNameOfDocument, type YearPhrase, yearPhrases } from './year-phrases.ts';

/** The head of a document ends where its first numbered part begins. */
function headOf(placed: readonly PlacedParagraph[]): PlacedParagraph[] {
  const first = placed.findIndex(
    ({ label }) => label !== null && /^(?:part|capital|roman|number-1)$/u.test(label.sort),
  );
  return placed.slice(0, first < 0 ? 12 : Math.max(first, 1));
}

/** "Lai Châu, ngày 12 tháng 3 năm 2021"; else the latest day that the head mentions. */
export function dateOf(placed: readonly PlacedParagraph[]): Draft['date'] {
  const head = headOf(placed);
  for (const { clean } of head) {
    const day = /\p{L}, ngày\s?(\d{0,2})\s?tháng\s?(\d{0,2})\s?năm\s((?:19|20)\d{2})/u.exec(clean);
    if (day) return { value: isoOf(day[3], day[2], day[1]), rule: 'date-head' };
  }
  const own =
    /(?:kèm theo|\(\s?(?:đã )?(?:được )?thông qua (?:tại|ngày))[^)]*ngày\s(\d{1,2})\s?(?:tháng|\/)\s?(\d{1,2})\s?(?:năm|\/)\s?((?:19|20)\d{2})/u;
  for (const { clean } of head) {
    const day = own.exec(clean);
    if (day) return { value: isoOf(day[3], day[2], day[1]), rule: 'date-head' };
  }
  // A plan is not older than the documents it mentions; the day itself is theirs.
  const years = placed.flatMap(({ clean }) => [
    ...[
      ...clean.matchAll(
        /(?<!trước )(?:ngày )?\d{1,2}(?:[/.-]|\stháng\s)\d{1,2}(?:[/.-]|\snăm\s)((?:19|20)\d{2})/gu,
      ),
    ].map(({ index, 1: year }) =>
      /trước (?:ngày )?$/u.test(clean.slice(Math.max(0, index - 12), index)) ? '' : (year ?? ''),
    ),
    ...[...clean.matchAll(/\d\/((?:19|20)\d{2})\/\p{L}/gu)].map(({ 1: year }) => year ?? ''),
  ]);
  const latest = years.sort().at(-1) ?? '';
  return latest === '' ? null : { value: latest, rule: 'date-latest' };
}

function isoOf(year = '', month = '', day = ''): string {
  if (month === '') return year;
  const padded = `${year}-${month.padStart(2, '0')}`;
  return day === '' ? padded : `${padded}-${day.padStart(2, '0')}`;
}

/** "Kế hoạch hoạt động năm" */
const PLAN_OF =
  /(?:kế hoạch|nhiệm vụ|chỉ tiêu)(?:\s(?!thực hiện|triển khai|giai đoạn)\p{L}+){0,6}\s(?:trong\s)?$/u;
/** "… của Dự án", "… thực hiện Chương trình": whose longer period follows. */
const OF_PROGRAMME =
  /^\s(?:(?:trên địa bàn\s[^,;]*?\s)?(?:của|thực hiện|triển khai|trong khuôn khổ|thuộc)\s)(?:thực hiện\s)?(?:các\s)?(?:dự án|chương trình|đề án|chiến lược|nghị quyết|kế hoạch)/u;

/** The period the title names, where it does not end before the document; else up to the last year of an aim. */
export function periodOf(placed: readonly PlacedParagraph[], firstYear: number | null): Draft['period'] {
  const title = titleOf(placed);
  const named = yearPhrases(title).filter(
    ({ to, isBase, isVision, start }) =>
      !isBase && !isVision && to >= (firstYear ?? 0) && !isOfOther(title, start),
  );
  // "Kế hoạch năm 2019 thực hiện Chương trình … giai đoạn 2018 - 2020": the year comes first.
  const ofPlan = named.find(({ start, from }) => from === null && PLAN_OF.test(title.slice(0, start)));
  const own =
    ofPlan !== undefined && OF_PROGRAMME.test(title.slice(ofPlan.end))
      ? ofPlan
      : (named.filter(({ from }) => from !== null).at(-1) ?? named.at(-1));
  if (own !== undefined) {
    const from =
      own.from ??
      (/năm\s\d{4}$/u.test(title.slice(own.start, own.end)) && (!own.isDue || own.isWithin)
        ? own.to
        : (firstYear ?? own.to));
    const begun = isTerm(title, own) && namesPlanOfTerm(placed, own) ? from + 1 : from;
    return { value: { from: Math.min(begun, own.to), to: own.to }, rule: 'period-title' };
  }
  const introduced = introducedPeriod(placed, firstYear) ?? announcedPeriod(placed, firstYear);
  if (introduced !== null) return { value: introduced, rule: 'period-title' };
  const aimed = placed.filter(({ role }) => role === 'targets' || role === 'tasks');
  // Where no heading comes to aims, all that is said by when it is due.
  const last = lastDue(aimed, firstYear) ?? lastDue(placed, firstYear);
  if (last !== null)
    return { value: { from: firstYear ?? firstUpTo(placed, last), to: last }, rule: 'period-years' };
  // "Kế hoạch … năm 2019": the only years there are.
  const years = placed.flatMap(({ clean }) => yearPhrases(clean));
  const only = years.find(
    ({ isBase, isVision, to }) => !isBase && !isVision && to >= (firstYear ?? Infinity),
  );
  return only === undefined
    ? null
    : { value: { from: only.from ?? only.to, to: only.to }, rule: 'period-years' };
}

/** "nhiệm kỳ 2025 - 2030" */
function isTerm(title: string, { start, end, from }: YearPhrase): boolean {
  return from !== null && /nhiệm kỳ\s/u.test(title.slice(Math.max(0, start - 'nhiệm kỳ '.length), end));
}

/** A congress sits in the last year of the plan before: "giai đoạn 2026 - 2030" is what its aims are of. */
function namesPlanOfTerm(placed: readonly PlacedParagraph[], { from, to }: YearPhrase): boolean {
  return placed.some(({ clean }) =>
    yearPhrases(clean).some((one) => from !== null && one.from === from + 1 && one.to === to),
  );
}

/** "… đề ra Chương trình hành động giai đoạn 2026 - 2030 như sau:" */
const INTRODUCES =
  /(?:^|\s)(?:ban hành|đề ra|xây dựng|phê duyệt|thông qua)\s(?:kế hoạch|chương trình|đề án|nghị quyết)(?!\p{L})[^;.]*\ssau(?: đây)?\s?:?\W*$/u;

/** The period of the sentence that leads from the head to the plan; null where it names none that begins no earlier. */
function introducedPeriod(
  placed: readonly PlacedParagraph[],
  firstYear: number | null,
): { from: number; to: number } | null {
  for (const { clean } of headOf(placed)) {
    const at = INTRODUCES.exec(clean)?.index;
    if (at === undefined) continue;
    const period = yearPhrases(clean).find(
      ({ start, from, isVision }) => start > at && from !== null && from >= (firstYear ?? 0) && !isVision,
    );
    if (period?.from) return { from: period.from, to: period.to };
  }
  return null;
}

/** "UBND tỉnh vừa ban hành Kế hoạch … năm 2024": how a report on a plan names it. */
const ANNOUNCES =
  /(?:^|\s)(?:(?:vừa|đã|mới)\s(?:ký\s|có\s)?(?:ban hành|phê duyệt|triển khai|thông qua|đề ra|xây dựng|công bố)\s|vừa có\s|ban hành\s(?=kế hoạch\s(?:số\s)?\d))(?:quyết định[^.;:]{0,40}?\s)?(?:kế hoạch|chương trình|đề án)(?!\p{L})/u;

/** The period of the plan that a report is about; null where it announces none. */
function announcedPeriod(
  placed: readonly PlacedParagraph[],
  firstYear: number | null,
): { from: number; to: number } | null {
  for (const { clean } of headOf(placed)) {
    const at = ANNOUNCES.exec(clean)?.index;
    const end = at === undefined ? -1 : clean.slice(at).search(/[.;](?=\s|$)/u);
    const one = yearPhrases(clean).find(
      ({ start, to, isBase, isVision }) =>
        at !== undefined &&
        start > at &&
        (end < 0 || start < at + end) &&
        to >= (firstYear ?? 0) &&
        !isBase &&
        !isVision,
    );
    if (one === undefined) continue;
    const first = one.isDue && one.from === null ? (firstYear ?? one.to) : (one.from ?? one.to);
    return { from: Math.min(Math.max(first, firstYear ?? first), one.to), to: one.to };
  }
  return null;
}

/** Where no day is given: the year in which a period begins that ends then, else the first by which something is due. */
function firstUpTo(placed: readonly PlacedParagraph[], last: number): number {
  const phrases = placed
    .flatMap(({ clean }) => yearPhrases(clean))
    .filter(({ isBase, isVision }) => !isBase && !isVision);
  const period = phrases.find(({ from, to }) => from !== null && to === last)?.from;
  return period ?? Math.min(last, ...phrases.filter(({ isDue }) => isDue).map(({ to }) => to));
}

/** The last year by which something is due. */
function lastDue(placed: readonly PlacedParagraph[], firstYear: number | null): number | null {
  const years = placed.flatMap(({ clean }) =>
    yearPhrases(clean)
      .filter(
        ({ isBase, isVision, isDue, start, to }) =>
          !isBase && !isVision && isDue && to >= (firstYear ?? 0) && !isNameOfDocument(clean.slice(0, start)),
      )
      .map(({ to }) => to),
  );
  return years.length === 0 ? null : Math.max(...years);
}

/** The line of place and day, which may stand below the title. */
const DATED = /\p{L}, ngày\s?\d{0,2}\s?tháng\s?\d{0,2}\s?năm\s(?:19|20)\d{2}\W*$/u;

/** What stands in capitals or bold under the name of the sort of document. */
export function titleOf(placed: readonly PlacedParagraph[]): string {
  const at = placed.findIndex(({ clean }) =>
    /^\W*(?:kế hoạch|chương trình(?: hành động)?|đề án|nghị quyết|quyết định|báo cáo)\W*$/u.test(clean),
  );
  if (at < 0) return titleLine(headOf(placed));
  const lines = placed.slice(at, at + 4);
  const end = lines.findIndex(({ label }, index) => index > 0 && label !== null);
  return lines
    .slice(0, end < 0 ? undefined : end)
    .filter(
      ({ clean }) =>
        !DATED.test(clean) &&
        !/^\W*(?:căn cứ|thực hiện [^,]*(?:,.*[.;:,]\s*$|,.*\ssố\s\d)|thực hiện [^,]*\ssố\s\d|ngày|kèm theo|ban hành kèm|\((?:đã |được )*(?:thông qua|ban hành))/u.test(
          clean,
        ) &&
        clean.length < 500,
    )
    .map(({ clean }) => clean.replaceAll(PASSED, ' '))
    .join(' ');
}

/** "(Thông qua tại kỳ họp thứ 6, ngày 11 tháng 7 năm 2026)": when, not until when. */
const PASSED = /\((?:đã |được )*(?:thông qua|ban hành|kèm theo)[^()]*\)?/gu;

/** A title that begins with the name of the sort of document; else the first line that is no date and no sentence. */
function titleLine(head: readonly PlacedParagraph[]): string {
  const lines = head
    .map(({ clean }) => clean)
    .filter((clean) => !/\p{L}, ngày\s?\d{0,2}\s?tháng/u.test(clean) && !/[.;:]\s*$/u.test(clean));
  return lines.find((clean) => isTitle(clean)) ?? lines[0] ?? '';
}

/** In quotation marks stands the name of another document, but for that of the plan which is approved. */
function isOfOther(text: string, at: number): boolean {
  const open = Math.max(...['“', '"'].map((mark) => text.lastIndexOf(mark, at)));
  return isQuoted(text, at) && !/(?:phê duyệt|ban hành)\s(?:\p{L}+\s){1,4}$/u.test(text.slice(0, open));
}

function isQuoted(text: string, at: number): boolean {
  return (text.slice(0, at).match(/[“”"]/gu) ?? []).length % 2 === 1;
}
