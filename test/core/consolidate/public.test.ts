import { describe, expect, it } from 'vitest';
import { publicFigures } from '../../../core/consolidate/public/public.ts';
import { publicationOf } from '../../../core/consolidate/public/publication.ts';
import { suppress } from '../../../core/suppress/suppress.ts';
import { knowledge } from '../suppress/attacker.ts';
import { interval } from '../suppress/solver.ts';
import { ALL as ALL_UNITS } from '../../../core/consolidate/consolidate.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { arrived, consolidated, type Sent } from './fixture.ts';

const POOR = 'poor-households|_T';
const POOR_IN_GROUP = 'poor-households|poor-districts';
const ALL = 'households|_T';
const RATE = 'poverty-rate|_T';
const VILLAGES = 'villages|_T';
/** The first two lie outside the group of the poor districts. */
const DISTRICTS = [105, 106, 107, 108, 109, 110, 111, 112].map((code) => `VN12.${code}`);

const found = (poor: readonly string[], more: Sent[] = []) =>
  consolidated(
    arrived([
      ...DISTRICTS.map((unit, at) => ({
        unit,
        figures: { [POOR]: poor[at] ?? '-', [ALL]: '1000', [VILLAGES]: '2' },
      })),
      ...more,
    ]),
  );

const shown = async (poor: readonly string[], column: string, more: Sent[] = []) => {
  const { hidesUnit, hidesTotal } = publicFigures(await found(poor, more));
  return {
    units: DISTRICTS.filter((unit) => hidesUnit(unit, column)),
    totals: hidesTotal(column, ALL),
  };
};

describe('what of a round may be published', () => {
  it('hides a small count with another of the same group of districts, in every column that has them', async () => {
    const poor = ['900', '800', '700', '600', '500', '3', '300', '200'];
    const pair = ['VN12.110', 'VN12.112'];
    expect(await shown(poor, POOR)).toEqual({ units: pair, totals: false });
    expect(await shown(poor, POOR_IN_GROUP)).toMatchObject({ totals: false });
    expect(await shown(poor, RATE)).toEqual({ units: pair, totals: false });
    expect(await shown(poor, VILLAGES)).toEqual({ units: [], totals: false });
  });

  it('publishes no total where somebody reports a small one for the province', async () => {
    const poor = ['900', '800', '700', '600', '500', '400', '300', '200'];
    const own = { unit: 'VN12', reporter: 'VN12.SLDTBXH', figures: { [POOR]: '3' } };
    expect(await shown(poor, POOR, [own])).toEqual({ units: [], totals: true });
    expect(await shown(poor, RATE, [own])).toEqual({ units: [], totals: true });
  });

  it('leaves the whole where its only part is small, and hides the part', async () => {
    const { plans } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === 'thai-binh-2013');
    if (!plan) throw new Error('There is no plan thai-binh-2013.');
    const districts = plan.units.filter(({ level }) => level === 'district').map(({ id }) => id);
    const part = 'poor-households|new-rural-70-communes';
    const sent = districts.map((unit, at) => ({
      unit,
      figures: { [POOR]: String(300 + at), [part]: String(at === 1 ? 3 : 100 + at) },
    }));
    const some = await consolidated(arrived(sent), { plan });
    const { hidesUnit, hidesTotal } = publicFigures(some);
    const hidden = (column: string) => districts.filter((unit) => hidesUnit(unit, column));
    expect(hidden(POOR)).toEqual([]);
    expect(hidden(part)).toEqual([districts[0], districts[1]]);
    expect([hidesTotal(POOR, ALL_UNITS), hidesTotal(part, ALL_UNITS)]).toEqual([false, false]);
    const publication = publicationOf(some);
    const { unknown, rests, constraints } = knowledge(publication, suppress(publication, 5));
    const small = [...unknown, ...rests].filter(({ value }) => value < 5);
    expect(small.length).toBeGreaterThan(0);
    for (const { name } of small) {
      const { low, high } = interval(name, constraints);
      expect(low).toBeLessThanOrEqual(1 + 1e-6);
      expect(high).toBeGreaterThanOrEqual(4 - 1e-6);
    }
  });

  it('leaves no hidden figure that the totals, groups and rates of the same workbook narrow down', async () => {
    const publication = publicationOf(await found(['2', '80', '4', '600', '1', '3', '-', '200']));
    const { unknown, constraints } = knowledge(publication, suppress(publication, 5));
    expect(unknown.length).toBeGreaterThan(3);
    for (const { name } of unknown) {
      const { low, high } = interval(name, constraints);
      expect(low).toBeLessThanOrEqual(1 + 1e-6);
      expect(high).toBeGreaterThanOrEqual(4 - 1e-6);
    }
  });
});
