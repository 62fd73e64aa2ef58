import { isNumberColumn, type TextRow, type TextTable } from '../plan/table-text.ts';

/** The row of a table that a later one says a part of. */
export interface UpperRow {
  label: string;
  /** Whether it has figures itself: then the part is one of its groups, else it only names what the part is of. */
  hasFigures: boolean;
}

/** "- Nữ", "+ Thành thị", "Trong đó: nữ" */
const PART = /^(?:[-+*•]\s*|trong đó|riêng)/iu;
const LEADS = /^(?:[-+*•]\s*)?(?:(?:trong đó|riêng)\s?:?\s*)?(?:[-+*•]\s*)?/iu;
/** A label with such a noun says itself what it is of. */
const OWN_NOUN =
  /^(?:tổng|tỷ lệ|tỉ lệ|tỷ suất|tỷ số|tỷ trọng|số|mức|diện tích|thu nhập|tuổi thọ|chỉ số|tốc độ|năng suất|độ che phủ|quy mô|giải quyết|đào tạo|tuyển sinh|xây dựng|hỗ trợ)(?!\p{L})/iu;
const FIGURE = /^(?:[≥≤<>~]\s?)?\d[\d.,\s/-]*%?$/u;

/** What a row of a table is called without what marks it as a part: "nữ" of "Trong đó: nữ". */
export function partName(label: string): string {
  return label.replace(LEADS, '').trim();
}

/** For each row of a table the one above that it is a part of; null for those that stand for themselves. */
export function upperRows({ rows, headings }: TextTable): (UpperRow | null)[] {
  const numbers = headings.findIndex(isNumberColumn);
  let upper: UpperRow | null = null;
  return rows.map((row) => {
    if (row.isHeading || row.label === '') return null;
    const isPart = PART.test(row.label) || /^[-+]$/u.test(row.cells[numbers]?.text ?? '');
    if (!isPart)
      upper = { label: row.label.replace(/[:;.]{1,3}$/u, ''), hasFigures: hasFigures(row, numbers) };
    return isPart && !OWN_NOUN.test(partName(row.label)) ? upper : null;
  });
}

function hasFigures({ cells }: TextRow, numbers: number): boolean {
  return cells.some(({ text }, at) => at !== numbers && FIGURE.test(text));
}
