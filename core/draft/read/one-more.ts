import { countedIn } from '../indicator/counted.ts';
import { type Item, onlyLeads } from '../items.ts';

/** Whether a verb says that what is counted comes to what there is. */
const ADDED = /(?<!\p{L})(?:thêm|mới)(?:\s(?:ít nhất|tối thiểu|khoảng|trên|từ|hơn|được))*\s$/u;

/** "Có thêm 10 xã đạt chuẩn nâng cao, 4 xã đạt chuẩn kiểu mẫu": the second counts the same and goes on with the verb of the first. */
export function isOneMore(item: Item, last: Item): boolean {
  const [noun] = countedIn(item.after).split(' ');
  const isSameNoun = noun !== undefined && noun !== '' && noun === countedIn(last.after).split(' ')[0];
  return (
    isSameNoun &&
    last.segment === item.segment &&
    ADDED.test(last.before) &&
    onlyLeads(item.before) &&
    !/trong đó|riêng/u.test(item.before) &&
    !/(?:19|20)\d{2}/u.test(item.before)
  );
}
