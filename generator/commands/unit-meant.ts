import { nearest } from '../../core/base/closest.ts';
import { unitsNamed } from '../../core/unit/named.ts';
import { CommandFailure } from '../failure.ts';

/** How many near names are offered. */
const OFFERED = 3;
/** Of units of one name no more are listed. */
const MOST_NAMESAKES = 10;

/**
 * The unit somebody means by its id or its name; null where there is none of either.
 * @throws CommandFailure where several have the name
 */
export function unitMeant<Known extends { id: string; name: string }>(
  text: string,
  units: readonly Known[],
): Known | null {
  const [first, ...others] = unitsNamed(text, units);
  if (!first || others.length === 0) return first ?? null;
  const namesakes = [first, ...others].slice(0, MOST_NAMESAKES).map(({ id, name }) => `${name} (${id})`);
  throw new CommandFailure(
    `Có ${others.length + 1} đơn vị tên "${text}": ${namesakes.join(', ')}${others.length >= MOST_NAMESAKES ? ' …' : ''}. Hãy ghi mã (several units have this name; say the id).`,
  );
}

/** What may have been meant, as the end of a sentence; '' where nothing is near. */
export function offer(text: string, known: readonly { id: string; name: string }[]): string {
  const near = nearest(text, known, OFFERED);
  return near.length === 0 ? '' : `; gần giống: ${near.map(({ id, name }) => `${name} (${id})`).join(', ')}`;
}
