import type { DraftCell } from './model.ts';

/** A row that is nothing but a commune or a district, or all of them together. */
const PLACE =
  /^(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố|TP\.?|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)\s\p{Lu}[^,;:]{1,40}$/u;
const ALL = /^(?:tổng cộng|tổng số|cộng|toàn tỉnh|toàn thành phố)$/iu;

/** Whether a row is called by a place: then its column says what the figure is of. */
export function isOfPlace(label: string): boolean {
  return PLACE.test(label.normalize('NFC').trim()) || ALL.test(label.normalize('NFC').trim());
}

/** The commune or district of a row; null of all of them. */
export function placeOf({ rowLabel }: DraftCell): string | null {
  return ALL.test(rowLabel.normalize('NFC').trim()) ? null : rowLabel;
}

/** What a column is of, without years, units and what says that it is an aim. */
export function nameOfColumn(heading: string): string {
  return heading
    .split(' / ')
    .map((part) =>
      part
        .replace(/\s?\([^()]*\)\s*$/u, '')
        .replaceAll(
          /(?:đến|trong|hết)?\s?(?:năm|giai đoạn)\s(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?/giu,
          ' ',
        )
        .replace(/^(?:kế hoạch|chỉ tiêu|mục tiêu|phấn đấu)(?:\sgiao)?\s*$/iu, ' ')
        .replaceAll(/\s{2,}/gu, ' ')
        .trim(),
    )
    .filter((part) => /\p{L}{2}/u.test(part))
    .join(' ');
}
