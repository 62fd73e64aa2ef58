import { beforeAll, describe, expect, it } from 'vitest';
import { noticedIn, type Noticed } from '../../../bench/draft/silent-errors.ts';
import { theCatalogue, thePlans } from '../draft/seeds.ts';

/** Wrong readings that load and look right: they decide verdicts, and only a second reader can notice them. */
describe('targets entered wrongly, one field at a time', () => {
  let noticed: Noticed;
  beforeAll(async () => {
    const catalogue = await theCatalogue();
    noticed = noticedIn(
      (await thePlans(catalogue)).map(({ plan }) => plan),
      catalogue,
    );
  });

  it.each(['comparator', 'year', 'kind', 'indicator at random'] as const)('are noticed: %s', (slip) => {
    const { made, noticed: seen, missed } = noticed.slips[slip];
    expect(made).toBeGreaterThan(150);
    expect(seen / made, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('are told from right ones, of which at most 2 % are doubted', () => {
    const { rows, doubted } = noticed.right;
    expect(doubted.length / rows, doubted.join('\n')).toBeLessThanOrEqual(0.02);
  });
});
