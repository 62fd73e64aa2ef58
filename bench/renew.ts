import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { parseRowKey } from '../core/observation/key.ts';
import { periodBefore } from '../core/round/round.ts';
import { SAYS_NOTHING, type Entry } from '../core/store/entry.ts';
import { departmentsEver } from '../core/workbook/departments.ts';
import { placed } from '../core/workbook/placed.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { earlierFigures } from '../generator/renew/earlier-figures.ts';
import { renewed } from '../generator/renew/renew.ts';
import { unitLinks } from '../generator/renew/unit-links.ts';
import { MemoryStore } from '../generator/store/memory.ts';
import { reportingOf, requestOf, type WorkbookJob } from '../generator/workbook/jobs.ts';
import { makeWorkbooks } from '../generator/workbook/make-many.ts';
import { communeJobs, COMMUNES, ROUND } from './communes.ts';
import { measured, peakMemory, type Cost } from './measure.ts';

/** Both cores of a common machine. */
const THREADS = 2;

/** What the next cycle of the communes of the country takes: figures out of a store, the roll-over, the workbooks. */
async function main(communes: number): Promise<void> {
  const root = packageRoot();
  const { plan, catalogue, jobs } = await communeJobs(root, communes);
  const store = await filledStore(jobs, catalogue);
  const own = [...plan.units, ...departmentsEver(plan, catalogue)];
  const units = await unitLinks(root, [plan.file.province], own);

  const costs = { gather: noCost(), roll: noCost(), make: noCost() };
  const rules = { catalogue, nameOf: (id: string) => units.unitOf(id)?.name ?? id, withUnaccepted: false };
  const earlier = await measured(costs.gather, () => earlierFigures(store, rules));
  const made = await measured(costs.roll, () => renewed({ earlier, jobs, maps: [], units, catalogue }));
  let bytes = 0;
  await measured(costs.make, async () => {
    const order = { jobs: made.jobs, catalogue };
    for await (const one of makeWorkbooks(order, THREADS)) bytes += one.bytes.length;
  });

  const row = (name: string, { wall, cpu }: Cost) => [
    name,
    (wall / 1000).toFixed(1),
    (cpu / 1000).toFixed(1),
  ];
  process.stdout.write(
    [
      `${communes} communes, ${made.rolled.figures.length} figures carried, plan ${plan.file.id}, round ${ROUND}; Node ${process.version}\n`,
      textTable(
        ['Step', 'Wall s', 'CPU s'],
        [
          row('figures out of the store', costs.gather),
          row('roll-over, sums and proof', costs.roll),
          row(`workbooks, ${THREADS} threads`, costs.make),
        ],
      ),
      `${(bytes / communes / 1024).toFixed(0)} KB a workbook; peak memory (RSS): ${peakMemory().toFixed(0)} MB\n`,
    ].join('\n'),
  );
}

/** A store with an accepted return of the year before of each unit, all its figures in it. */
async function filledStore(jobs: readonly WorkbookJob[], catalogue: Catalogue): Promise<MemoryStore> {
  const store = new MemoryStore(null);
  for (const [at, job] of jobs.entries()) {
    const period = periodBefore(reportingOf(job));
    const { unit, plans } = job;
    const { asked, layout } = placed(requestOf(job, catalogue));
    const entries = asked.figures.flatMap(({ key }, row): Entry[] => {
      const figure = parseRowKey(key);
      if (figure === null || layout.figureCell(key, period) === null) return [];
      const of = { table: 'observations' as const, unit: unit.id, reporter: unit.id, period };
      const { indicator, stratum } = figure;
      const said = { vintage: 'final', value: String(100 + row + at), place: `Nhập liệu!F${row + 8}` };
      return [{ ...SAYS_NOTHING, ...of, indicator, stratum: stratum ?? '_T', ...said }];
    });
    const head = { unit: unit.id, reporter: unit.id, round: period, plans: plans.map(({ file }) => file.id) };
    const counts = { errors: 0, warnings: 0, owed: entries.length, entered: entries.length };
    await store.take(
      {
        ...head,
        state: 'new',
        why: [],
        received: '2026-01-15T08:00:00+07:00',
        by: null,
        sha256: String(at),
        content: String(at),
        corrects: null,
        sameAs: null,
        judged: { acceptance: 'accepted', ...counts },
        reading: null,
        program: '0',
      },
      entries,
      [{ name: `${unit.id}.xlsx`, bytes: new Uint8Array() }],
    );
  }
  return store;
}

function noCost(): Cost {
  return { wall: 0, cpu: 0 };
}

await main(Number(process.argv[2] ?? COMMUNES));
