import type { Language } from '../base/finding.ts';
import type { Unit } from './unit.ts';

/** So many units are named where many are meant. */
const NAMED = 3;

/** Units by name and id, of many the first: "Xã Mù Cả (VN12.03433-2025), … và 63 đơn vị khác". */
export function fewUnits(units: readonly Pick<Unit, 'id' | 'name'>[], language: Language): string {
  const named = units.slice(0, NAMED).map(({ id, name }) => `${name} (${id})`);
  const rest = units.length - named.length;
  const more =
    rest === 0
      ? ''
      : language === 'vi'
        ? ` và ${rest} đơn vị khác`
        : rest === 1
          ? ' and 1 other'
          : ` and ${rest} others`;
  return `${named.join(', ')}${more}`;
}
