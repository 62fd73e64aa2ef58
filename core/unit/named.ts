import { foldedName } from '../base/name.ts';
import type { Unit } from './unit.ts';

/** What stands before the name of a place, longer ones first. */
const KINDS = /^(?:thành phố|thị trấn|thị xã|đặc khu|tỉnh|huyện|quận|phường|xã|sở) /u;

type Named = Pick<Unit, 'id' | 'name'>;

/**
 * The units a text means: the one of that id, however it is written in capitals; else those of that name, with or
 * without what they are ("Sìn Hồ" for "Huyện Sìn Hồ"). Part of a name names nobody.
 */
export function unitsNamed<Known extends Named>(text: string, units: readonly Known[]): Known[] {
  const wanted = text.trim();
  const byId = units.filter(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  if (byId.length > 0) return byId;
  const name = compared(wanted);
  if (name === '') return [];
  const whole = units.filter((one) => compared(one.name) === name);
  return whole.length > 0 ? whole : units.filter((one) => bare(one.name) === name);
}

/** As names are compared; a name is fully lower case so that what is typed in capitals is the same. */
function compared(name: string): string {
  return foldedName(name.toLocaleLowerCase('vi'));
}

function bare(name: string): string {
  return foldedName(name.normalize('NFC').toLocaleLowerCase('vi').replace(KINDS, ''));
}
