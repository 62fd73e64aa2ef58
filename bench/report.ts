import type { Catalogue } from '../core/catalogue/catalogue.ts';
import type { Plan } from '../core/plan/model.ts';
import { reportView } from '../core/report/view.ts';
import type { Entry } from '../core/store/entry.ts';
import { sampleFigures } from '../core/workbook/sample/sample.ts';
import { placed } from '../core/workbook/placed.ts';
import { reportDocx } from '../formats/word/report.ts';
import { reportHtml } from '../formats/html/report.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { gatherReports } from '../generator/report/gather.ts';
import { pngOf } from '../generator/report/png.ts';
import { MemoryStore } from '../generator/store/memory.ts';
import { jobsOf, requestOf } from '../generator/workbook/jobs.ts';
import { NO_FILES, type PlannerFiles } from '../generator/workbook/known.ts';
import { BLANK, madeUp, returnOf } from './made-up.ts';
import { measured, peakMemory, type Cost } from './measure.ts';

const ROUND = '2026';
/** Communes of Lai Châu, and of all 34 provinces together since July 2025. */
const PROVINCE = 38;
const COUNTRY = { provinces: 34, communes: 3321 };

/** What `chitieu report` takes over one province after another, each with so many made-up communes. */
async function main(communes: number, provinces: number): Promise<void> {
  const costs = [noCost(), noCost(), noCost(), noCost()] as const;
  let lines: string[] = [];
  for (let at = 0; at < provinces; at += 1) lines = await reportOn(communes, costs);
  const [gathering, view, html, docx] = costs;
  const all = costs.reduce((sum, { cpu }) => sum + cpu, 0);
  const row = (name: string, { wall, cpu }: Cost) => [name, wall.toFixed(0), cpu.toFixed(0)];
  process.stdout.write(
    [
      `${provinces} × ${communes} communes; ${lines[0]}; Node ${process.version}\n`,
      textTable(
        ['Step', 'Wall ms', 'CPU ms'],
        [
          row('figures in force, totals of every year', gathering),
          row('verdicts, places, sentences', view),
          row(`page (${lines[1]})`, html),
          row(`Word document (${lines[2]})`, docx),
        ],
      ),
      `together: ${(all / 1000).toFixed(1)} s CPU, ${(all / 1000 / provinces).toFixed(1)} s a province; peak memory (RSS): ${peakMemory().toFixed(0)} MB\n\n`,
    ].join('\n'),
  );
}

/** Draws up one report and adds what its steps took. @returns how much it was of what */
async function reportOn(
  communes: number,
  [gathering, view, html, docx]: readonly [Cost, Cost, Cost, Cost],
): Promise<string[]> {
  const { plan, catalogue } = await madeUp(communes);
  const { store, files, entries } = await filled(plan, catalogue);
  const wanted = { round: ROUND, plans: [plan] as const, catalogue, files, today: '2027-02-01' };
  const [input] = await measured(gathering, () => gatherReports(store, { ...wanted, language: 'vi' }));
  if (!input) throw new Error('There is no report.');
  const drawn = await measured(view, () => reportView(input));
  const page = await measured(html, () => reportHtml(drawn));
  const document = await measured(docx, () => reportDocx(drawn, pngOf));
  const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  return [
    `${entries} figures, ${drawn.targets.length} targets each`,
    megabytes(Buffer.byteLength(page)),
    megabytes(document.length),
  ];
}

/** A store with a return of every unit, and a value assigned to each commune for each of its figures. */
async function filled(
  plan: Plan,
  catalogue: Catalogue,
): Promise<{ store: MemoryStore; files: PlannerFiles; entries: number }> {
  const store = new MemoryStore(null);
  const assignments: PlannerFiles['assignments'][number][] = [];
  let count = 0;
  for (const [at, job] of jobsOf([plan], catalogue, { round: ROUND }).entries()) {
    const request = requestOf(job, catalogue);
    const known = sampleFigures(request.plans, request.catalogue, job.unit, { gaps: false });
    const { asked, layout } = placed(request);
    const entries = asked.figures.flatMap(({ indicator, stratum, key }) =>
      layout.inputYears.flatMap((year): Entry[] => {
        const figure = known.figure(key, year);
        if (figure === null) return [];
        const said = typeof figure === 'number' ? { value: String(figure) } : { sign: figure };
        const of = { indicator: indicator.id, stratum: stratum?.id ?? '_T', period: String(year) };
        return [
          {
            ...BLANK,
            unit: job.unit.id,
            reporter: job.reporter.id,
            place: null,
            ...of,
            value: null,
            ...said,
          },
        ];
      }),
    );
    count += entries.length;
    const one = returnOf(at + 1, ROUND);
    await store.take({ ...one, unit: job.unit.id, reporter: job.reporter.id }, entries, []);
    if (job.reporter.level !== 'commune') continue;
    for (const { indicator, stratum } of asked.series)
      assignments.push({
        unit: job.unit.id,
        indicator: indicator.id,
        stratum: stratum?.id ?? null,
        year: Number(ROUND),
        comparator: 'atLeast',
        value: 50,
        decision: '15/QĐ-UBND',
        decisionDate: '2026-01-10',
        validFrom: '2026-01-10',
        supersedes: null,
        note: null,
      });
  }
  return { store, files: { ...NO_FILES, assignments }, entries: count };
}

function noCost(): Cost {
  return { wall: 0, cpu: 0 };
}

await main(PROVINCE, 1);
// All communes in one report, as no province has them.
await main(COUNTRY.communes, 1);
await main(Math.ceil(COUNTRY.communes / COUNTRY.provinces), COUNTRY.provinces);
