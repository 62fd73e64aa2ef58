import type { Assignment } from '../../../../core/planner/assignment/assignment.ts';
import type { AssignmentContext } from '../../../../core/planner/assignment/check.ts';
import type { KnownFigure } from '../../../../core/planner/known-figure.ts';
import type { Plan } from '../../../../core/plan/model.ts';
import type { Unit } from '../../../../core/unit/unit.ts';
import { fixtureCatalogue, fixtureUnits, lintFixture } from '../../plan/fixture.ts';

/** An assignment of 100 people to VN12.105 for 2025 by one decision; a test names what differs. */
export function assignment(changes: Partial<Assignment> = {}): Assignment {
  return {
    unit: 'VN12.105',
    indicator: 'people',
    stratum: null,
    year: 2025,
    comparator: 'equal',
    value: 100,
    decision: '10/QĐ-UBND',
    decisionDate: '2024-12-20',
    validFrom: '2025-01-01',
    supersedes: null,
    note: null,
    ...changes,
  };
}

/** A figure of 2024 that is known for sure. */
export function figure(unit: string, indicator: string, value: KnownFigure['value']): KnownFigure {
  return { unit, indicator, stratum: null, period: '2024', vintage: 'final', value, source: null };
}

/** The province with the given number of districts, `VN12.101` onwards. */
export function provinceWith(districts: number): Unit[] {
  const [district, , province] = fixtureUnits;
  if (!district || !province) throw new Error('The fixture has changed.');
  const made = Array.from({ length: districts }, (_, at) => {
    const id = `VN12.${101 + at}`;
    return { ...district, id, name: id };
  });
  return [province, ...made];
}

/** A plan with targets written `indicator kind comparator figure years`. */
export function planWith(lines: string[], units: Unit[] = provinceWith(2)): Plan {
  return { ...lintFixture('lai-chau-2021', '2021', lines).plan, units };
}

/** What assignments are checked against: one plan, its units, and known figures. */
export function contextOf(plan: Plan, figures: KnownFigure[] = []): AssignmentContext {
  return { catalogue: fixtureCatalogue(), plans: [plan], units: plan.units, figures };
}
