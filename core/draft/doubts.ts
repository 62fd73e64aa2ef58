import { kinds } from '../target/kinds/index.ts';
import { REMOVED, type Item } from './items.ts';
import type { Doubt, DraftRow } from './model.ts';
import { isLessThanBefore } from './read/move-kind.ts';
import type { FoundGroups } from './read/groups.ts';

/** Below this the best indicator shares little with the words. */
export const WEAK = 0.45;
/** Nearer than this to the best, the second is as likely. */
const CLOSE = 0.06;
/** A share that moves by as many per cent may move by points or by a part of itself. */
const MUCH = 10;

/**
 * Why a person should look at a row before accepting it, what is most often wrong first.
 * @param isNameShort whether the likely indicator lacks the words that say which of its things are meant
 */
export function doubtsOf(row: DraftRow, groups: FoundGroups, item: Item, isNameShort: boolean): Doubt[] {
  const [best, second] = row.proposals;
  const doubts: (Doubt | false)[] = [
    groups.missing !== null && 'stratum-words',
    groups.isTogether && 'together',
    row.cell?.flat?.isPlaced === false && 'column-unclear',
    (row.years.rule === 'year-list' || (row.years.rule === 'year-each' && row.years.value.from === null)) &&
      'years-listed',
    kinds[row.kind.value].isRelative &&
      /^(?:[^,;.]{0,30}?so với)?\s(?:cả\s|bình quân\s|mức\s)*(?:giai đoạn|nhiệm kỳ|thời kỳ)/u.test(
        item.after,
      ) &&
      'base-period',
    row.unit === '%' && item.number.said === null && REMOVED.test(item.before) && 'share-removed',
    row.kind.rule === 'kind-each-year' && 'each-year',
    isStockMoved(row, item) && 'stock-moved',
    isPointsOverYears(row, item) && 'points-over-years',
    // "Đạt 1/20": half of what is printed.
    row.unit === '' && row.value !== null && /^\/\d{1,2}(?!\d|[.,]\d)/u.test(item.after) && 'number-format',
    item.number.said !== null && 'said-in-words',
    row.printed === null && item.number.said === null && 'no-digits',
    row.kind.rule === 'kind-relative-other' && 'base-other',
    /(?:mỗi|hằng|hàng)\s(?:tháng|quý|tuần)(?!\p{L})[^,;]*$/u.test(item.before) &&
      row.unit === '' &&
      'other-period',
    saysPointsOrPercent(row, item) && 'points-or-percent',
    (row.kind.rule === 'kind-relative-no-base' ||
      // Points over the whole time are no part of what was.
      isPointsOverYears(row, item) ||
      (row.kind.rule === 'kind-points' && isLessThanBefore(item)) ||
      // "Giảm tỷ lệ hộ nghèo đạt 6 %": down to it, or by it.
      (row.kind.rule === 'kind-level' &&
        row.unit === '%' &&
        /(?:^|[\s,])giảm\s[^;,]*\sđạt\s$/u.test(item.before))) &&
      'change-unclear',
    (row.kind.rule === 'kind-total' ||
      (row.kind.rule === 'kind-flow-one-year' && row.years.rule === 'year-cell') ||
      row.kind.rule === 'kind-ensure' ||
      row.kind.rule === 'kind-every-year') &&
      'kind-unclear',
    row.years.rule === 'year-plan' && 'year-of-plan',
    (row.years.rule === 'year-sentence-end' || row.years.rule === 'year-paragraph') && 'year-far',
    (row.years.rule === 'year-over-parts' || row.years.rule === 'year-plan-not-over') && 'year-over-parts',
    row.comparator.rule === 'comparator-list' && 'comparator-inherited',
    row.value === null && row.low === null && row.printed !== null && 'number-format',
    best !== undefined && best.score >= WEAK && (isNameShort || isOfShare(row, item)) && 'indicator-words',
    (best === undefined || best.score < WEAK) && 'indicator-weak',
    best !== undefined &&
      best.score >= WEAK &&
      second !== undefined &&
      best.score - second.score < CLOSE &&
      'indicator-close',
    groups.strata.length > 1 && 'several-groups',
    row.role.rule === 'role-past' && 'role-unclear',
  ];
  return doubts.filter((doubt) => doubt !== false);
}

/** "Tỷ lệ hộ nghèo giảm một phần ba", "… giảm 50 %": a part of a share, while only counts are compared with another year. */
function isOfShare({ kind, subject }: DraftRow, { before }: Item): boolean {
  return (
    kinds[kind.value].isRelative &&
    [before, subject].some((words) =>
      /(?:^|[^\p{L}])(?:tỷ lệ|tỉ lệ|tỷ suất|tỷ trọng)(?!\p{L})[^,;]*$/u.test(words),
    )
  );
}

/** "Giảm 4,2 điểm phần trăm so với năm 2024": points, while only counts are compared with another year. */
function isPointsOverYears({ kind, unit }: DraftRow, { after }: Item): boolean {
  return kinds[kind.value].isRelative && /^điểm/u.test(`${unit}${after}`.replace(/^%\s?/u, ''));
}

/** "Tăng thêm 120 bác sĩ", "giảm 500 hộ nghèo so với năm 2025": by how many, neither how many there are nor a sum. */
function isStockMoved({ kind, unit, cell }: DraftRow, { before }: Item): boolean {
  const { isStanding, moves, addsUp, isOfPeriod } = kinds[kind.value];
  return (
    !/^(?:%|‰|phần|điểm)/u.test(unit) &&
    cell === null &&
    ((isStanding && moves) || (addsUp && isOfPeriod)) &&
    STOCK_MOVES.test(before) &&
    !/việc làm/u.test(before)
  );
}

const STOCK_MOVES =
  /(?:^|[^\p{L}])(?:(?:^\W*|[,;:.]\s|(?<!\p{L})(?:có|bổ sung|được|sẽ|phấn đấu)\s)thêm|(?:tăng|nâng)(?:\s[^,;:\d]*)?\sthêm|giảm(?:\s[^,;:\d]*)?\sthêm|tăng|giảm)(?:\s(?:ít nhất|tối thiểu|khoảng|trên|hơn|được|từ))*\s$/u;

/** "Tỷ lệ … tăng 20 %": points of it, or a fifth of what it was. Small moves of a share are points by convention. */
function saysPointsOrPercent({ kind, value, high, unit }: DraftRow, { before, after }: Item): boolean {
  if (kind.rule !== 'kind-points' || unit !== '%' || /^\s?điểm/u.test(after)) return false;
  return (value ?? high ?? 0) >= MUCH && /(?:tăng|giảm|nâng)/u.test(before);
}
