/** A line that begins with the name of a sort of document, as titles do. */
const TITLE =
  /^\W*(?:kế hoạch|chương trình|đề án|dự án|nghị quyết|quyết định|chiến lược|quy hoạch|báo cáo|về việc|phê duyệt|ban hành)(?!\p{L})/u;

/** Whether a line is a title by its words; it is told in lower case. */
export function isTitle(clean: string): boolean {
  return TITLE.test(clean);
}
