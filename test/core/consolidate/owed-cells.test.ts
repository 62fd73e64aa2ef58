import { expect, it } from 'vitest';
import { cameIn } from '../../../core/consolidate/came-in.ts';
import { owedInAll } from '../../../core/consolidate/owed-cells.ts';
import { PLANNER } from '../../../core/store/given.ts';
import { figuresInForce } from '../../../core/store/in-force.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { seriesOf } from '../../../core/target/plan-series.ts';
import { consolidate } from '../../../core/consolidate/consolidate.ts';
import { figureTable } from '../../../core/consolidate/figure-table.ts';
import { firstYear } from '../../../core/period/first-year.ts';
import type { WorkbookModel } from '../../../core/sheet/model.ts';
import { sheetNames } from '../../../core/workbook/contract.ts';
import { jobsOf, modelOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { recordIn } from '../../../generator/register/draw-up.ts';
import { arrived, consolidated, laiChau, sentFor, type Sent } from './fixture.ts';

/** Shares with and without parts, a group of districts, bodies, every sign, blocked and doubtful returns, given figures. */
async function mixed(seed: number) {
  const { plan, catalogue } = await laiChau();
  const blank = await consolidated(arrived([]));
  // What the planner gives for the province stands for every body that says nothing.
  const given = Object.fromEntries(blank.columns.slice(0, 5).map(({ key }) => [key, '7']));
  const said = { state: 'new' as const };
  const sent = sentFor(blank, [plan], seed).map((one): Sent => {
    if (one.unit !== 'VN12' || one.reporter !== 'VN12') return one;
    const others = Object.entries(one.figures).filter(([key]) => !(key in given));
    return { ...one, figures: Object.fromEntries(others) };
  });
  const store = arrived([
    ...sent,
    { unit: 'VN12', reporter: PLANNER, figures: given, said, of: { vintage: 'estimate' } },
  ]);
  return { store, plan, catalogue, found: await consolidated(store) };
}

it.each([1, 7, 42])(
  'what units owe is known, "...", left or missing, and nothing else (%i)',
  async (seed) => {
    const { found, plan } = await mixed(seed);
    const keyOf = (id: string, stratum: { id: string } | null) => `${id}|${stratum?.id ?? '_T'}`;
    const series = seriesOf(plan);
    const targets = new Set(series.map(({ indicator, stratum }) => keyOf(indicator.id, stratum)));
    const numerators = new Map(
      series.flatMap(({ indicator, stratum }) =>
        indicator.numerator === undefined
          ? []
          : [[keyOf(indicator.id, stratum), keyOf(indicator.numerator, stratum)]],
      ),
    );
    const counts = { owed: 0, counted: 0, unknown: 0, left: 0, missing: 0 };
    const wholes = new Map(found.columns.map(({ key, owing }) => [key, owing]));
    for (const { unit, ...row } of found.rows) {
      const own = { ...counts, ...{ owed: 0, counted: 0, unknown: 0, left: 0, missing: 0 } };
      for (const { key, ofBody, owing, whole } of found.columns) {
        // What is only a part of a share is not owed by itself; a body owes what it reports; who gives the whole of itself
        // has given its part of a group.
        if (!targets.has(key) || ofBody || !owing.has(unit.id)) continue;
        if (whole !== null && wholes.get(whole)?.has(unit.id)) continue;
        const cells = [key, numerators.get(key)].flatMap((one) =>
          one === undefined ? [] : [found.cell(unit.id, one)],
        );
        const said = cells.filter(({ value, sign }) => value !== null || sign !== null);
        own.owed += 1;
        if (said.length === 0) own.missing += 1;
        else if (said.some((one) => one.counts && one.sign !== '...')) own.counted += 1;
        else if (said.some((one) => one.counts)) own.unknown += 1;
        else own.left += 1;
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

/** How many figures a form says at its foot that its unit has to report. */
function printedOn({ sheets }: WorkbookModel): unknown {
  const cells = sheets.flatMap((sheet) => (sheet.name === sheetNames.entry ? [...sheet.cells.values()] : []));
  const label = cells.find(({ value }) => value === 'Số phải báo cáo trong kỳ');
  return cells.find(({ row, value }) => row === label?.row && typeof value === 'number')?.value;
}

it('a unit owes what its form says that it has to report', async () => {
  const { plans, catalogue } = await loadSeeds();
  const seen = new Set<string>();
  for (const plan of plans)
    for (const year of new Set([plan.file.period.from, plan.file.period.to])) {
      const round = String(Math.max(year, firstYear(plan.file.firstRound)));
      const input = {
        round,
        level: null,
        plans: [plan] as const,
        catalogue,
        returns: [],
        figures: figureTable([]),
      };
      const rules = {
        lines: [],
        closed: null,
        standing: standingOf([]),
        conflicting: new Set<number>(),
        acceptedOnly: false,
      };
      const { rows } = consolidate({ ...input, ...rules });
      const owed = new Map(rows.map((row) => [row.unit.id, row.owed]));
      for (const job of jobsOf([plan], catalogue, { round })) {
        const like = `${plan.file.id} ${round} ${job.reporter.level} ${job.reporter.tags.join(' ')}`;
        if (!owed.has(job.reporter.id) || seen.has(like)) continue;
        seen.add(like);
        expect([like, owed.get(job.reporter.id)]).toEqual([like, printedOn(modelOf(job, catalogue))]);
      }
    }
  expect(seen.size).toBeGreaterThan(10);
});
