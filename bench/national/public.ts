import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reportView } from '../../core/report/view.ts';
import { closingText, inForceAt } from '../../core/store/closing.ts';
import { textTable } from '../../generator/commands/text-table.ts';
import { reportFiles } from '../../generator/report/report-files.ts';
import { gatherReports } from '../../generator/report/gather.ts';
import { writeReports } from '../../generator/report/write-report.ts';
import { sha256Of } from '../../generator/store/originals.ts';
import type { Store } from '../../generator/store/store.ts';
import { NO_FILES } from '../../generator/workbook/known.ts';
import { measured, peakMemory, type Cost } from '../measure.ts';
import { COMMUNES, madeUpCountry, ROUND } from './country.ts';
import { fileOfDuckDb, fill } from './homes.ts';
import { ofHouseholds } from './households.ts';

const TODAY = '2026-02-01';

/**
 * What `chitieu report --public` takes over all provinces and communes of the country, of counts of households some of
 * which are small: gathering with what is to be hidden, which is found over all provinces together, then the page and
 * the document of each province.
 */
async function main(communes: number, threshold: number, folder: string): Promise<void> {
  const country = ofHouseholds(await madeUpCountry(communes));
  if (!existsSync(join(folder, 'store'))) {
    const filled = await fileOfDuckDb(folder).open(false);
    await fill(filled, country);
    await close(filled);
    await filled.close();
  }
  const [gathering, drawing]: [Cost, Cost] = [
    { wall: 0, cpu: 0 },
    { wall: 0, cpu: 0 },
  ];
  const before = peakMemory();
  const { plans, catalogue } = country;
  const store = await fileOfDuckDb(folder).open(true);
  const wanted = { round: ROUND, plans, catalogue, files: NO_FILES, today: TODAY, language: 'vi' } as const;
  const inputs = await measured(gathering, () => gatherReports(store, { ...wanted, threshold }));
  await store.close();
  const gathered = peakMemory();
  let bytes = 0;
  await measured(drawing, () =>
    writeReports(join(folder, 'out'), async (put) => {
      for (const input of inputs) {
        const files = await reportFiles(reportView(input));
        for (const file of files) bytes += file.bytes.length;
        await put(files);
      }
    }),
  );
  const hidden = inputs[0]?.published?.figures[0]?.hidden;
  if (!hidden) throw new Error('Nothing is published.');
  const row = (name: string, { wall, cpu }: Cost) => [
    name,
    (wall / 1000).toFixed(1),
    (cpu / 1000).toFixed(1),
  ];
  process.stdout.write(
    [
      `${communes} communes, ${inputs.length} provinces; counts below ${threshold}: ${hidden.small} small, ${hidden.beside} beside them, ${hidden.totals} columns without totals, ${hidden.ofProvinces} totals of provinces; Node ${process.version}\n`,
      textTable(
        ['Step', 'Wall s', 'CPU s'],
        [
          row('gathered, and what is hidden', gathering),
          row(`pages and documents (${(bytes / 2 ** 20).toFixed(0)} MB)`, drawing),
        ],
      ),
      `most memory (RSS) ${peakMemory().toFixed(0)} MB, ${gathered.toFixed(0)} MB when gathered, ${before.toFixed(0)} MB before\n`,
    ].join(''),
  );
}

/** Closes the round: only closed ones are published. */
async function close(store: Store): Promise<void> {
  const [returns, decisions] = [await store.returns(), await store.decisions()];
  const held = { returns, decisions, entries: await store.entries({ period: ROUND }) };
  const close = { number: Infinity, seen: returns.at(-1)?.number ?? 0 };
  const inForce = inForceAt(close, held, () => []);
  await store.decide([
    {
      ...{ kind: 'close', return: null, target: null, figure: null, at: TODAY, by: 'bench', reason: 'bench' },
      closing: {
        round: ROUND,
        checksum: sha256Of(Buffer.from(closingText(inForce))),
        figures: inForce.filter(({ figure }) => figure !== null).length,
        leftOpen: [],
      },
    },
  ]);
}

const { values } = parseArgs({
  options: {
    communes: { type: 'string', default: String(COMMUNES) },
    threshold: { type: 'string', default: '5' },
    /** Where the store is, or is made; one of its own that is removed where nothing is said. */
    folder: { type: 'string' },
  },
});
const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'chitieu-bench-')));
await main(Number(values.communes), Number(values.threshold), folder);
if (values.folder === undefined) await rm(folder, { recursive: true });
