import type { Catalogue } from '../../catalogue/catalogue.ts';
import { PLAIN_KIND } from '../../target/kinds/index.ts';
import { hasPredicate } from '../numbers/predicate.ts';
import { type IndicatorIndex, proposeIndicators } from '../indicator/propose.ts';
import { type Item, onlyLeads } from '../items.ts';

/** "Số giường bệnh đạt": a count and nothing more. */
const COUNT_ALONE =
  /^[\s,;]*(?:và\s|còn\s)?(?:số|tỷ lệ)\s(?<noun>[^\d,;:()%]{2,40}?)(?:\s(?:đạt|là|còn|lên|có|trên|dưới|ít nhất|tối thiểu|khoảng|từ))*:?\s$/u;
const LONGEST_NOUN = 5;

/**
 * The rate a count may be of because the number before it is one: "số bác sĩ trên 10.000 dân đạt 14, số giường bệnh đạt
 * 32". '' where the words before are no count alone.
 * @param last unit of the number before
 */
export function rateGoesOn({ before, after, number }: Item, last: string): string {
  const per = last.includes('/') ? last.slice(last.lastIndexOf('/') + 1) : '';
  if (!/\d|vạn|nghìn|ngàn|triệu/u.test(per) || number.unit !== '') return '';
  const noun = COUNT_ALONE.exec(before)?.groups?.['noun'] ?? (onlyLeads(before) ? nounIn(after) : '');
  const isShort = noun !== '' && noun.split(' ').length <= LONGEST_NOUN;
  return isShort && !hasPredicate(noun) ? `${noun}/${per}` : '';
}

function nounIn(after: string): string {
  return /^\s(\p{L}+(?:\s\p{L}+){0,2})[\s.;,]*$/u.exec(after)?.[1] ?? '';
}

/** Whether the catalogue has such a rate, and names what is counted in it. */
export function isKnownRate(unit: string, index: IndicatorIndex, { indicators }: Catalogue): boolean {
  const [noun = '', per = ''] = unit.split('/');
  const [best] = proposeIndicators(
    { own: `số ${noun} trên ${per}`, around: '', unit, kind: PLAIN_KIND, counted: '' },
    index,
  );
  const name = indicators.get(best?.indicator ?? '')?.name.vi.toLocaleLowerCase('vi') ?? '';
  return best !== undefined && best.score >= CERTAIN && name.includes(noun.trim());
}

/** Less, and the rate that is found may be of something else. */
const CERTAIN = 0.45;
