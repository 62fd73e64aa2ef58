import type { Plan } from '../core/plan/model.ts';
import type { Unit } from '../core/unit/unit.ts';

/** All communes of the country since July 2025. */
export const COMMUNES = 3321;

/** A province of so many communes, made up after its first one. */
export function withCommunes(plan: Plan, communes: number): Plan {
  const [province] = plan.units;
  const first = plan.units.find(({ level }) => level === 'commune');
  if (!province || !first) throw new Error(`${plan.file.id} has no commune.`);
  const made = Array.from({ length: communes }, (_, at): Unit => {
    const code = String(at + 1).padStart(5, '0');
    return { ...first, id: `VN12.${code}-2025`, code, name: `Xã số ${at + 1}` };
  });
  return { ...plan, units: [province, ...made] };
}
