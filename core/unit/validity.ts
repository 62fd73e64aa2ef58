import type { Unit } from './unit.ts';

/** Whether a unit exists on a day (ISO date). */
export function existsOn({ validFrom, validTo }: Unit, date: string): boolean {
  return (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo);
}
