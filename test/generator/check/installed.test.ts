import { beforeAll, describe, expect, it } from 'vitest';
import type { ReturnIdentity } from '../../../core/returned/return-identity.ts';
import { installedOf, type Installed } from '../../../generator/check/installed.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

let installed: Installed;
beforeAll(async () => {
  installed = installedOf(await loadSeeds());
});

const identity = (plans: string[], definition: ReturnIdentity['definition']): ReturnIdentity => ({
  isOurs: true,
  layout: '2',
  unit: 'VN12',
  reporter: 'VN12',
  round: '2022',
  isSample: false,
  plans: new Map(plans.map((id) => [id, ''])),
  definition,
});

describe('what is expected of a return', () => {
  it('is its unit and its plan, where the plan is installed', () => {
    const { plans, units } = installed.expectationOf(identity(['lai-chau-2021'], 'whole'));
    expect(plans?.get('lai-chau-2021')).toMatch(/^[0-9a-f]{64}$/u);
    expect(units?.has('VN12.106')).toBe(true);
    expect(units?.has('VN12.BHXH')).toBe(true);
    expect(units?.has('VN51')).toBe(false);
  });

  it('is nothing for a workbook that carries a plan of its own', () => {
    expect(installed.expectationOf(identity(['ha-giang-2021'], 'whole'))).toEqual({});
    expect(installed.expectationOf(identity(['lai-chau-2021', 'ha-giang-2021'], 'whole'))).toEqual({});
  });

  it('is an installed plan for what carries none', () => {
    for (const definition of ['missing', 'damaged', 'none'] as const) {
      const { plans, units } = installed.expectationOf(identity(['ha-giang-2021'], definition));
      expect(plans?.size).toBe(5);
      expect(units).toBeUndefined();
    }
  });
});
