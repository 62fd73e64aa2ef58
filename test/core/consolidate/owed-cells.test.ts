import { expect, it } from 'vitest';
import { cameIn, owedInAll } from '../../../core/consolidate/owed-cells.ts';
import { PLANNER } from '../../../core/store/given.ts';
import { figuresInForce } from '../../../core/store/in-force.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { recordIn } from '../../../generator/register/draw-up.ts';
import { arrived, consolidated, laiChau, sentFor, type Sent } from './fixture.ts';

/** Shares with and without parts, a group of districts, bodies, every sign, blocked and doubtful returns, given figures. */
async function mixed(seed: number) {
  const { plan, catalogue } = await laiChau();
  const blank = await consolidated(arrived([]));
  const sent: Sent[] = sentFor(blank, [plan], seed);
  // What the planner gives for the province stands for every body that says nothing.
  const given = Object.fromEntries(blank.columns.slice(0, 5).map(({ key }) => [key, '7']));
  const said = { state: 'new' as const };
  const [province = { unit: 'VN12', figures: {} }] = sent.filter(
    ({ unit, reporter }) => unit === 'VN12' && reporter === 'VN12',
  );
  for (const key of Object.keys(given)) delete province.figures[key];
  const store = arrived([
    ...sent,
    { unit: 'VN12', reporter: PLANNER, figures: given, said, of: { vintage: 'estimate' } },
  ]);
  return { store, catalogue, found: await consolidated(store) };
}

it.each([1, 7, 42])(
  'what units owe is known, "...", left or missing, and nothing else (%i)',
  async (seed) => {
    const { found } = await mixed(seed);
    const counts = { owed: 0, counted: 0, unknown: 0, left: 0, missing: 0 };
    const wholes = new Map(found.columns.map(({ key, asked }) => [key, asked]));
    for (const { unit, ...row } of found.rows) {
      const own = { ...counts, ...{ owed: 0, counted: 0, unknown: 0, left: 0, missing: 0 } };
      for (const { key, parts, ofBody, asked, whole } of found.columns) {
        // A share is computed, a body owes what it reports, and who gives the whole of itself has given its part of a group.
        if (parts !== null || ofBody || !asked.has(unit.id)) continue;
        if (whole !== null && wholes.get(whole)?.has(unit.id)) continue;
        const { sign, value, counts: isIn } = found.cell(unit.id, key);
        own.owed += 1;
        if (value === null && sign === null) own.missing += 1;
        else if (!isIn) own.left += 1;
        else if (sign === '...') own.unknown += 1;
        else own.counted += 1;
      }
      const { owed, counted, unknown, left } = row;
      expect({ owed, counted, unknown, left }).toEqual({
        owed: own.owed,
        counted: own.counted,
        unknown: own.unknown,
        left: own.left,
      });
      for (const one of ['owed', 'counted', 'unknown', 'left', 'missing'] as const) counts[one] += own[one];
    }
    expect(owedInAll(found.rows)).toEqual(counts);
    expect(counts.counted + counts.unknown + counts.left + counts.missing).toBe(counts.owed);
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
  },
);

it.each([1, 7, 42])(
  'every figure that came in is counted once, and each thing as often as a closing counts it (%i)',
  async (seed) => {
    const { store, found, catalogue } = await mixed(seed);
    const { all, counted, unknown, left, places } = cameIn(found);
    expect(counted + unknown + left).toBe(all);
    const figures = store.entries.filter(({ value, sign }) => value !== null || sign !== null);
    const inForce = figuresInForce(store.returns, store.entries, {
      standing: standingOf([]),
      recordOf: recordIn(catalogue),
    });
    // A closing has no conflict but those that it leaves open, of which it counts none.
    const open = inForce.filter(({ figure, conflicts }) => figure === null && conflicts.length > 0).length;
    expect(places - open).toBe(inForce.filter(({ figure }) => figure !== null).length);
    expect(all).toBe(figures.length);
  },
);
