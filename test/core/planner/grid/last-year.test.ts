import { describe, expect, it } from 'vitest';
import { lastYear, layOutGrid } from '../../../../core/planner/grid/grid-layout.ts';
import { gridSubject } from '../../../../core/planner/grid/grid-request.ts';
import { loadSeeds } from '../../../workbook/seed-workbooks.ts';

const { catalogue, plans } = await loadSeeds();
const INSURED = 'health-insurance-coverage|_T';

/** What the grid of 2025 shows of last year for a share, with some of its figures known. */
function shown(known: Record<string, number>): number | null | 'no row' {
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('The plan does not load.');
  const figures = Object.entries(known).map(([indicator, value]) => ({
    ...{ unit: 'VN12.105', indicator, stratum: null, period: '2024', vintage: 'final' as const },
    ...{ value, source: null },
  }));
  const baseline = () => ({ year: null, value: null });
  const request = { ...gridSubject(plan, catalogue, 2025), assignments: [], figures, baseline };
  const row = layOutGrid(request)?.rows.find((one) => 'key' in one && one.key === INSURED);
  if (!row || !('key' in row)) throw new Error('The grid has no such row.');
  return row.lastYearRow === null ? 'no row' : lastYear(request, row, 'VN12.105');
}

const { numerator = '', denominator = '' } = catalogue.indicators.get('health-insurance-coverage') ?? {};

describe('last year of a share in the grid', () => {
  it('is the quotient of its parts where nobody has the share itself', () => {
    expect(shown({ [numerator]: 28_500, [denominator]: 30_000 })).toBe(95);
  });

  it('is the share itself where it is known', () => {
    expect(shown({ 'health-insurance-coverage': 94.8, [numerator]: 28_500, [denominator]: 30_000 })).toBe(
      94.8,
    );
  });

  it.each([
    { [numerator]: 28_500 },
    { [denominator]: 30_000 },
    { [numerator]: 28_500, [denominator]: 0 },
    {},
  ])('is nothing of %j', (known) => {
    expect(shown(known)).toBe('no row');
  });
});
