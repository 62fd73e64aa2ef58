import { nearest } from '../../core/base/closest.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { unitsNamed } from '../../core/unit/named.ts';
import { CommandFailure } from '../failure.ts';

/** How many near names are offered. */
const OFFERED = 3;
/** Of units of one name no more are listed. */
const MOST_NAMESAKES = 10;

/** A unit by id and name, with its days where they are known. */
type Named = Pick<Unit, 'id' | 'name'> & Partial<Pick<Unit, 'validFrom' | 'validTo'>>;

/**
 * The unit somebody means by its id or its name; null where there is none of either.
 * @throws CommandFailure where several have the name
 */
export function unitMeant<Known extends Named>(text: string, units: readonly Known[]): Known | null {
  const [first, ...others] = unitsNamed(text, units);
  if (!first || others.length === 0) return first ?? null;
  const namesakes = [first, ...others].slice(0, MOST_NAMESAKES).map(namesake);
  throw new CommandFailure(
    `Có ${others.length + 1} đơn vị tên "${text}": ${namesakes.join(', ')}${others.length >= MOST_NAMESAKES ? ' …' : ''}. Hãy ghi mã thay cho tên, ví dụ ${(others.find(isNow) ?? first).id} (several units have this name; say the id).`,
  );
}

/** A unit as it is told apart from others of its name: by its id, and by the days it is there. */
function namesake({ id, name, validFrom, validTo }: Named): string {
  const days = [
    ...(validFrom ? [`từ ${vietnameseDate(validFrom)}`] : []),
    ...(validTo ? [`đến ${vietnameseDate(validTo)}`] : []),
  ];
  return `${name} (${[id, days.join(' ')].filter((part) => part !== '').join(', ')})`;
}

/** Whether it has followed another one of its name and has not ended. */
function isNow({ validFrom, validTo }: Named): boolean {
  return Boolean(validFrom) && !validTo;
}

/** What may have been meant, as the end of a sentence; '' where nothing is near. */
export function offer(text: string, known: readonly { id: string; name: string }[]): string {
  const near = nearest(text, known, OFFERED);
  return near.length === 0 ? '' : `; gần giống: ${near.map(({ id, name }) => `${name} (${id})`).join(', ')}`;
}
