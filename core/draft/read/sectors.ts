import type { Item } from '../items.ts';

const ONE = String.raw`(?:(?:nông|lâm|ngư|diêm)(?:\s?nghiệp)?|thủy sản|thuỷ sản|công nghiệp|xây dựng|dịch vụ|thương mại|du lịch|chăn nuôi|trồng trọt|tiểu thủ công nghiệp|khai khoáng|chế biến)`;
/** "khu vực nông, lâm, thủy sản", "công nghiệp - xây dựng": what the work or the output of a province is divided into. */
const SECTOR = new RegExp(
  String.raw`^(?:(?:cơ cấu|lao động|khu vực|các ngành|ngành|lĩnh vực|nhóm ngành|trong|tỷ trọng|tỷ lệ)\s)*${ONE}(?:(?:,\s|\s?-\s?|\svà\s|\s)${ONE})*$`,
  'u',
);
/** What leads from a sector to its number. */
const LEADS = new Set(
  'giảm tăng bình quân đạt là chiếm còn trên dưới ít nhất tối thiểu khoảng từ lên xuống hơn'.split(' '),
);

/** The sector of the economy that is all the words before a number name; null where they say anything else. */
export function sectorOf({ before }: Item): string | null {
  const led = before.replace(/:\s*$/u, ' ');
  const all = led
    .slice(led.lastIndexOf(':') + 1)
    .replace(/^[\s,;(]*(?:(?:và|còn|trong đó)\s)?/u, '')
    .split(/\s/u)
    .filter((word) => word !== '');
  while (LEADS.has(all.at(-1) ?? '')) all.pop();
  const words = all.join(' ');
  return SECTOR.test(words) ? words : null;
}

/** The sector a number is of where a number beside it is of another: each has its own part of what was said of all. */
export function sectorBeside(item: Item, items: readonly Item[]): string | null {
  const own = sectorOf(item);
  const at = items.indexOf(item);
  const isOne = [items[at - 1], items[at + 1]].some((other) => {
    const sector = other && other.number.unit === item.number.unit ? sectorOf(other) : null;
    return sector !== null && sector !== own;
  });
  return own !== null && isOne ? own : null;
}
