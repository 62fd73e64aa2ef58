import { parseArgs } from 'node:util';
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { numberIn } from '../core/rules/figure/cell.ts';
import { communeRequests } from '../core/workbook/commune-request.ts';
import { placed, type PlacedRequest } from '../core/workbook/placed.ts';
import { loadPlans } from '../generator/commands/selected-plans.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { listPlans } from '../generator/plan-files/load.ts';
import { jobsOf, requestOf, type WorkbookJob } from '../generator/workbook/jobs.ts';
import { Floor, type Placed } from './slips/floor.ts';
import { HABITS } from './slips/habits.ts';
import { isNature, natures, type NatureName } from './slips/nature.ts';
import { randomOf, type Random } from './slips/random.ts';
import { cellsOf, KNOWN, leastKnown, noticed, type Known, type Near } from './slips/noticed.ts';
import { EXCHANGE, LARGE_TRANSPOSITION, slips, type Slipped, type TrueCell } from './slips/slips.ts';
import { truthOf } from './slips/truth.ts';

/** Of a province's communes, and of their rows in a table, this part is drawn. */
const DRAWN_COMMUNES = 0.2;
/** Communes have reported since this year. */
const COMMUNES_FROM = 2025;

/** A form that is filled in. */
interface Form {
  name: string;
  blank: PlacedRequest;
}

/**
 * Makes many true forms, puts one slip into each, and says how many the check notices.
 * @param sample a word by which units, years and figures are drawn: another one measures on forms no rule was
 * fitted to
 * @param nature how units and years differ
 * @param only words that the names of the forms and of the slips have to hold
 */
async function main(
  seeds: number,
  sample: string,
  nature: NatureName,
  showsFalse: boolean,
  only: { form: string; slip: string },
): Promise<void> {
  const root = packageRoot();
  const { catalogue, plans } = await loadPlans(root, await listPlans(root));
  if (!catalogue) throw new Error('The catalogue does not load.');
  const rows: string[][] = [];
  const byRule = new Map<string, number>();
  const tried = slips.filter(({ name }) => name.includes(only.slip));
  for (const habit of HABITS.filter(({ name }) => name.includes(only.form))) {
    const said = new Map(
      tried.map(({ name }) => [name, { noticed: 0, made: 0, missed: new Map<Known, number>() }]),
    );
    const correct = { warned: 0, cells: 0, forms: 0 };
    const [floor, pairs, sizes] = [new Floor(), new Floor(), new Floor()];
    const byPair = { made: 0, withoutReference: 0 };
    for (const { plan } of plans) {
      const units = plan.units.filter(({ level }) => level === (habit.isOfCommunes ? 'commune' : 'district'));
      if (habit.isOfCommunes && units.length === 0) continue;
      const [from, to] = [plan.file.firstRound, plan.file.period.to].map((text) =>
        Number(String(text).slice(0, 4)),
      );
      const drawn = randomOf(`${sample} ${plan.file.id}`);
      const later = () => Math.min(to ?? 0, (from ?? 0) + 1 + Math.floor(drawn.uniform() * 4));
      const first = habit.isOfCommunes ? Math.max(from ?? 0, COMMUNES_FROM) : (from ?? 0);
      if (first > (to ?? 0)) continue;
      const rounds = habit.hasHistory ? [...new Set([later(), later()])] : [first];
      for (const round of rounds.map((one) => Math.max(one, first))) {
        const jobs = jobsOf([plan], catalogue, { round: String(round) });
        const forms = jobs.flatMap((job) =>
          habit.isOfCommunes
            ? communeForms(job, catalogue, drawn)
            : drawn.uniform() < 0.5
              ? [{ name: job.name, blank: placed(requestOf(job, catalogue)) }]
              : [],
        );
        for (const { name: form, blank } of forms) {
          for (let seed = 0; seed < seeds; seed += 1) {
            const name = `${sample} ${form} ${seed}`;
            const truth = truthOf(blank, units.length, name, natures[nature]);
            const cells = cellsOf(blank, habit, truth, round);
            if (cells.length < 2) continue;
            const random = randomOf(`${name} ${habit.name}`);
            const { found, known } = noticed(blank, habit, truth, round, new Map());
            correct.cells += cells.length;
            correct.forms += 1;
            for (const pair of pairsOf(cells)) pairs.right(ratioOf(pair));
            for (const { key, figure } of cells) {
              sizes.right({ key, closeness: key, ratio: figure });
              floor.right(placedAt(key, figure, known.get(key)));
              const codes = found.get(key);
              if (!codes) continue;
              correct.warned += 1;
              for (const code of codes) byRule.set(code, (byRule.get(code) ?? 0) + 1);
              if (showsFalse)
                process.stdout.write(
                  `false: ${habit.name}: ${name}: ${key}: ${[...codes].join(' ')} ${truth.figure(key, round - 1)} -> ${truth.figure(key, round)} (${known.get(key)?.closeness} ${known.get(key)?.expected})\n`,
                );
            }
            for (const slip of tried) {
              const slipped = slip.make(cells, random);
              if (!slipped) continue;
              const count = said.get(slip.name);
              if (!count) continue;
              const after = noticed(blank, habit, truth, round, slipped);
              count.made += 1;
              if (slip.name === EXCHANGE) {
                const both = [...slipped.keys()].map((key) => known.get(key)?.closeness ?? 'nothing');
                pairs.slip(ratioOf(exchangedPair(cells, slipped)));
                byPair.made += 1;
                if (both.some((one) => one === 'nothing' || one === 'hardly')) byPair.withoutReference += 1;
              }
              if (OF_100.has(slip.name))
                for (const [key, typed] of slipped) sizes.slip({ key, closeness: key, ratio: typed });
              if (slip.name === LARGE_TRANSPOSITION)
                for (const [key, typed] of slipped) floor.slip(placedAt(key, typed, known.get(key)));
              if ([...slipped.keys()].some((key) => after.found.has(key))) {
                count.noticed += 1;
                continue;
              }
              const how = leastKnown([...slipped.keys()].map((key) => after.known.get(key)));
              count.missed.set(how, (count.missed.get(how) ?? 0) + 1);
              if (showsFalse)
                process.stdout.write(
                  `missed: ${habit.name}: ${slip.name}: ${name}: ${[...slipped].map(([key, typed]) => `${key} ${truth.figure(key, round - 1)} -> ${truth.figure(key, round)} typed ${typed} (${after.known.get(key)?.closeness} ${after.known.get(key)?.expected})`).join('; ')}\n`,
                );
            }
          }
        }
      }
    }
    for (const [name, { noticed: seen, made, missed }] of said)
      rows.push([
        habit.name,
        name,
        share(seen, made),
        String(made),
        ...KNOWN.map((known) => String(missed.get(known) ?? 0)),
      ]);
    const { slips: transposed, within } = floor.within;
    rows.push([
      habit.name,
      `${LARGE_TRANSPOSITION}, outside what is right`,
      share(transposed - within, transposed),
      `${transposed}`,
      ...KNOWN.map(() => ''),
    ]);
    for (const [name, { slips: made, within: inside }] of [
      [`${EXCHANGE}, outside what is right`, pairs.within],
      ['× 100 and ÷ 100, outside what is right', sizes.within],
    ] as const)
      rows.push([habit.name, name, share(made - inside, made), `${made}`, ...KNOWN.map(() => '')]);
    rows.push([
      habit.name,
      `${EXCHANGE}, one of which nothing close is known`,
      share(byPair.withoutReference, byPair.made),
      `${byPair.made}`,
      ...KNOWN.map(() => ''),
    ]);
    rows.push([
      habit.name,
      'warnings on correct figures',
      share(correct.warned, correct.cells),
      `${correct.cells}`,
      ...KNOWN.map(() => ''),
    ]);
  }
  process.stdout.write(
    textTable(['Form', 'Slip', 'Noticed', 'Of', ...KNOWN.map((known) => `missed: ${known}`)], rows),
  );
  process.stdout.write(
    textTable(
      ['Rule on correct figures', 'Times'],
      [...byRule].map(([code, times]) => [code, String(times)]),
    ),
  );
}

/** The form of a commune, and the rows of communes in the table of a body. */
function communeForms(job: WorkbookJob, catalogue: Catalogue, drawn: Random): Form[] {
  if (job.unit.level === 'commune')
    return drawn.uniform() < DRAWN_COMMUNES
      ? [{ name: job.name, blank: placed(requestOf(job, catalogue)) }]
      : [];
  const request = requestOf(job, catalogue);
  const rowOf = communeRequests(request);
  return (request.byCommune?.units ?? [])
    .filter(() => drawn.uniform() < DRAWN_COMMUNES)
    .map((commune) => ({ name: `${job.name} ${commune.id}`, blank: rowOf(commune) }));
}

/** Slips that leave a figure of another size. */
const OF_100: ReadonlySet<string> = new Set(['× 100', '÷ 100']);

/** Cells one under the other. */
function pairsOf(cells: readonly TrueCell[]): [TrueCell, TrueCell][] {
  return cells.slice(1).flatMap((cell, at) => {
    const above = cells[at];
    return above ? [[above, cell] as [TrueCell, TrueCell]] : [];
  });
}

/** What two cells under each other are to each other: what is known best of counts of one unit. */
function ratioOf([one, other]: readonly [TrueCell, TrueCell]): Placed {
  const ratio = one.figure > 0 && other.figure > 0 ? one.figure / other.figure : null;
  const key = `${one.key} ${other.key}`;
  // Other pairs say nothing of this one.
  return { key, closeness: key, ratio };
}

/** Two cells as they were typed into each other's place. */
function exchangedPair(cells: readonly TrueCell[], slipped: Slipped): [TrueCell, TrueCell] {
  const [one, other] = cells.flatMap((cell) => {
    const typed = slipped.get(cell.key);
    return typed === undefined ? [] : [{ ...cell, figure: typed }];
  });
  if (!one || !other) throw new Error('Two cells are exchanged.');
  return [one, other];
}

/** A figure beside what it was expected to be near. */
function placedAt(key: string, figure: number, near: Near | undefined): Placed {
  const expected = numberIn(near?.expected ?? null);
  const ratio = expected === null || expected <= 0 ? null : figure / expected;
  return { key, closeness: near?.closeness ?? 'nothing', ratio };
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
}

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    sample: { type: 'string', default: '' },
    nature: { type: 'string', default: 'even' },
    form: { type: 'string', default: '' },
    slip: { type: 'string', default: '' },
    details: { type: 'boolean', default: false },
  },
});
if (!isNature(options.nature)) throw new Error(`--nature is one of ${Object.keys(natures).join(', ')}.`);
await main(Number(options.seeds), options.sample, options.nature, options.details, options);
