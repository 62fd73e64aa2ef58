import { expect, it } from 'vitest';
import { unitRowSchema } from '../../../core/unit/unit.ts';
import { existsOn } from '../../../core/unit/validity.ts';

const unit = (validFrom: string, validTo: string) =>
  unitRowSchema.parse({
    ...{ id: 'VN12.105', code: '105', name: 'Thành phố', level: 'district', parent: 'VN12' },
    ...{ validFrom, validTo, successors: '', tags: '', unverified: '' },
  });

it('a unit exists from its first to its last day', () => {
  const days = ['2013-12-26', '2013-12-27', '2025-06-30', '2025-07-01'];
  const on = (from: string, to: string) => days.map((day) => existsOn(unit(from, to), day));
  expect(on('2013-12-27', '2025-06-30')).toEqual([false, true, true, false]);
  expect(on('', '2025-06-30')).toEqual([true, true, true, false]);
  expect(on('2013-12-27', '')).toEqual([false, true, true, true]);
});
