import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { partsOf } from '../../core/consolidate/parts.ts';
import { consolidationWords } from '../../core/consolidate/words.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { gather } from '../../generator/consolidate/gather.ts';
import { writeParts } from '../../generator/consolidate/write-parts.ts';
import { measured, peakMemory, type Cost } from '../measure.ts';
import { COMMUNES, madeUpCountry, ROUND } from './country.ts';
import { fileOfDuckDb, fill } from './homes.ts';

const MB = 2 ** 20;

/**
 * What it takes to consolidate the made-up returns of a country from the query to the last of its workbooks, and the
 * most memory: in a process that does nothing else, as the command.
 */
async function consolidated(communes: number, folder: string, most: number): Promise<void> {
  const { plans, catalogue } = await madeUpCountry(communes);
  const before = peakMemory();
  const out = join(folder, 'out', 'tong-hop.xlsx');
  await rm(join(folder, 'out'), { recursive: true, force: true });
  await mkdir(join(folder, 'out'));
  const words = consolidationWords.vi;
  const cost: Cost = { wall: 0, cpu: 0 };
  let gatheredAt = 0;
  await measured(cost, async () => {
    const store = await fileOfDuckDb(folder).open(true);
    const how = { round: ROUND, plans, catalogue, level: null, acceptedOnly: false, today: '2026-02-01' };
    const gathered = await gather(store, how);
    await store.close();
    gatheredAt = peakMemory();
    const request = { language: 'vi', words, title: words.title, line: '', paper: 'A4', plans } as const;
    const parts = partsOf(gathered.found, most);
    await writeParts(out, parts, { ...request, ...gathered }, { may: null, progress: () => undefined });
  });
  const files = await readdir(join(folder, 'out'));
  let bytes = 0;
  for (const name of files) bytes += (await stat(join(folder, 'out', name))).size;
  process.stdout.write(
    `${communes} communes, ${files.length} files of ${(bytes / MB).toFixed(0)} MB: ${(cost.wall / 1000).toFixed(1)} s, ` +
      `${(cost.cpu / 1000).toFixed(1)} s CPU; most memory (RSS) ${peakMemory().toFixed(0)} MB, ` +
      `${gatheredAt.toFixed(0)} MB when gathered, ${before.toFixed(0)} MB before; Node ${process.version}\n`,
  );
}

const { values } = parseArgs({
  options: {
    communes: { type: 'string', default: String(COMMUNES) },
    /** Where the store is, or is made; one of its own that is removed where nothing is said. */
    folder: { type: 'string' },
    /** Cells of a workbook. */
    most: { type: 'string', default: String(DEFAULT_LIMITS.cells) },
    measured: { type: 'boolean', default: false },
  },
});
const communes = Number(values.communes);
if (values.measured) await consolidated(communes, values.folder ?? '', Number(values.most));
else {
  const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'chitieu-bench-')));
  if (!existsSync(join(folder, 'store'))) {
    const store = await fileOfDuckDb(folder).open(false);
    await fill(store, await madeUpCountry(communes));
    await store.close();
  }
  const own = ['--communes', values.communes, '--folder', folder, '--most', values.most, '--measured'];
  process.stdout.write(
    execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), ...own]),
  );
  if (values.folder === undefined) await rm(folder, { recursive: true });
}
