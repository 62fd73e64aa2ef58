import type { Catalogue } from '../core/catalogue/catalogue.ts';
import type { Plan } from '../core/plan/model.ts';
import { SAYS_NOTHING } from '../core/store/entry.ts';
import type { StoredReturn } from '../core/store/model.ts';
import { loadPlans } from '../generator/commands/selected-plans.ts';
import { packageRoot } from '../generator/package-root.ts';

/** The plan whose communes are made up. */
const PLAN = 'lai-chau-2024';

/** A plan with so many made-up communes in the place of its own. */
export async function madeUp(communes: number): Promise<{ plan: Plan; catalogue: Catalogue }> {
  const { catalogue, plans } = await loadPlans(packageRoot(), [PLAN]);
  const plan = plans[0]?.plan;
  const [province] = plan?.units ?? [];
  const like = plan?.units.find(({ level }) => level === 'commune');
  if (!catalogue || !plan || !province || !like) throw new Error(`${PLAN} does not load.`);
  const units = Array.from({ length: communes }, (_, at) => ({
    ...like,
    id: `VN12.9${String(at).padStart(4, '0')}`,
    name: `Xã ${at}`,
  }));
  return { catalogue, plan: { ...plan, units: [province, ...units] } };
}

/** What entries of made-up figures have in common. */
export const BLANK = { ...SAYS_NOTHING, table: 'observations', vintage: 'preliminary' } as const;

/** A made-up return that is accepted. */
export function returnOf(number: number, round: string): StoredReturn {
  const unit = `VN12.9${number}`;
  return {
    number,
    unit,
    reporter: unit,
    round,
    plans: [PLAN],
    state: 'new',
    why: [],
    received: '2026-01-20T08:00:00+07:00',
    by: null,
    files: [{ name: `${PLAN}_${unit}_${round}.xlsx`, sha256: String(number).padStart(64, '0') }],
    sha256: String(number),
    content: String(number),
    corrects: null,
    sameAs: null,
    reading: null,
    judged: { acceptance: 'accepted', errors: 0, warnings: 0, owed: 1, entered: 1 },
    program: 'bench',
  };
}
