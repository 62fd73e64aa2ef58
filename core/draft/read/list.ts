import { hasPredicate, type Item, onlyLeads, predicateAt } from '../items.ts';

/** The items before this one in the same list: numbers that come one after another and share a predicate behind them. */
export function listBefore(item: Item, items: readonly Item[]): Item[] {
  const list: Item[] = [];
  for (let at = items.indexOf(item); at > 0; at -= 1) {
    const [one, before] = [items[at], items[at - 1]];
    if (one === undefined || before === undefined || before.segment !== one.segment) break;
    if (!onlyLeads(one.before) || hasPredicate(before.after)) break;
    list.unshift(before);
  }
  return list;
}

/** The rate a list shares: "9 bác sỹ, 37 giường bệnh/1 vạn dân". */
export function sharedUnit(item: Item, items: readonly Item[]): string {
  const last = items
    .filter(
      (one) =>
        one.segment === item.segment &&
        one.number.start > item.number.start &&
        listBefore(one, items).includes(item),
    )
    .at(-1);
  const rate = /(?:\/|trên)\s?(?:0?1\s)?[\d.]*\s?(?:vạn|nghìn|ngàn|triệu)?\s?\p{L}+(?:\s\p{L}+)?$/u.exec(
    last?.number.unit ?? '',
  )?.[0];
  if (rate === undefined || !/\d|vạn|nghìn|ngàn|triệu/u.test(rate)) return '';
  const noun = item.after.replace(/,|\svà\s/gu, ' ').trim();
  return noun.length > 30 ? '' : `${noun}${rate}`;
}

/** The words that say what an item is of: its own, and the predicate its list shares; and what stands around. */
export function subjectOf(
  item: Item,
  items: readonly Item[],
  clean: string,
): { own: string; around: string } {
  const at = items.indexOf(item);
  let own = `${item.before} ${item.number.unit === '%' ? '' : item.number.unit} ${item.after}`;
  if (!hasPredicate(item.after)) {
    const after = items.slice(at + 1).filter((one) => listBefore(one, items).includes(item));
    const last = after.at(-1);
    if (last !== undefined) {
      const tail = predicateAt(last.after);
      if (tail >= 0) own += ` ${last.after.slice(tail)}`;
    }
  }
  const before = items[at - 1];
  const isShort =
    contentOf(own)
      .split(' ')
      .filter((word) => word !== '').length < 3;
  const around = before === undefined ? '' : clean.slice(before.start, before.end);
  if (isShort && before !== undefined) own += ` ${subjectOf(before, items, clean).own}`;
  return { own: contentOf(own), around };
}

/** Without the words that lead to a number and years. */
function contentOf(words: string): string {
  return words
    .replaceAll(
      /(?:(?:đến|vào|trong|hết|cuối|từ|giai đoạn)\s){0,3}(?:năm\s)?(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?/gu,
      ' ',
    )
    .replaceAll(/[,:;()./]/gu, ' ')
    .replaceAll(
      /(?:^|\s)(?:phấn đấu|có|đạt|ít nhất|tối thiểu|trên|dưới|khoảng|và|từ|trở lên|trở xuống|xuống|lên|còn)(?=\s|$)/gu,
      ' ',
    )
    .replaceAll(/\s{2,}/gu, ' ')
    .trim();
}
