import { describe, it } from 'vitest';
import { openPostgres } from '../../../generator/store/postgres/store.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { coordinator, oneServer } from './homes.ts';
import { requireSameFigures } from './same-figures.ts';

describeWithEngine('postgres', 'figures copied out of servers as columns', () => {
  describe.each([
    ['one server', () => oneServer()],
    ['a coordinator with three servers', () => coordinator()],
  ] as const)('from %s', (_, made) => {
    it.each([
      ['the whole country', null],
      ['a province', 'VN12'],
    ])('are the same as those of the entries, asked for %s', async (_of, province) => {
      const address = await made();
      const open = (isAsked: boolean) => openPostgres(address, { province, isAsked });
      await requireSameFigures(await open(false), () => open(true));
    });
  });
});
