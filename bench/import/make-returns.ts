import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReturnFigures } from '../../core/exchange/return-figures.ts';
import { writeReturnCsv } from '../../formats/csv/write-return.ts';
import { installedOf } from '../../generator/check/installed.ts';
import { loadPlans } from '../../generator/commands/selected-plans.ts';
import { jobsOf, makeWorkbook } from '../../generator/workbook/jobs.ts';
import { packageRoot } from '../../generator/package-root.ts';
import { listPlans } from '../../generator/plan-files/load.ts';

/** As many figures as a commune reports. */
const FIGURES = 30;
const PLAN = 'lai-chau-2021';

/** Where what was made lies. */
interface MadeReturns {
  sets: string;
  large: string;
  workbooks: string;
}

/** Makes CSV sets of small returns, one large file of the same columns, and filled workbooks. */
export async function makeReturns(
  folder: string,
  { returns, rows, workbooks }: { returns: number; rows: number; workbooks: number },
): Promise<MadeReturns> {
  const root = packageRoot();
  const loaded = await loadPlans(root, await listPlans(root));
  const { catalogue } = loaded;
  if (!catalogue) throw new Error('seeds/catalogue.yaml does not load; run chitieu plan lint.');
  const plans = loaded.plans.map(({ plan }) => plan);
  const { names } = installedOf({ catalogue, plans });
  const units = [...names.units.keys()].filter((id) => id.startsWith('VN12.1'));
  const indicators = [...names.indicators.keys()].slice(0, FIGURES);
  const made = {
    sets: join(folder, 'sets'),
    large: join(folder, 'large.csv'),
    workbooks: join(folder, 'books'),
  };
  await mkdir(made.sets);
  await mkdir(made.workbooks);
  const figures = (at: number): ReturnFigures => {
    const unit = units[at % units.length] ?? 'VN12.106';
    // More returns than a province has units: of other years.
    const round = String(2021 + (Math.floor(at / units.length) % 5));
    const said = {
      unit,
      reporter: unit,
      vintage: 'preliminary',
      stratum: null,
      period: round,
      note: null,
    } as const;
    return {
      unit,
      reporter: unit,
      round,
      sample: false,
      plans: new Map([[PLAN, 'ab'.repeat(32)]]),
      observations: indicators.map((indicator, of) => ({ ...said, indicator, figure: at * 100 + of })),
      remarks: [],
      ownVerdicts: [],
      baselines: [],
      unread: [],
      replaces: null,
    };
  };
  const options = { profile: 'machine', names, templateSchema: 2, errors: [], forced: false } as const;
  for (let at = 0; at < returns; at += 1) {
    const { value } = await writeReturnCsv(figures(at), options);
    for (const { name, bytes } of value?.files ?? []) {
      const path = join(made.sets, `${at}-${name}`);
      // The names in the descriptor follow.
      const text = new TextDecoder().decode(bytes).replace(/"path": "/gu, `"path": "${at}-`);
      await writeFile(path, name.endsWith('.json') ? text : bytes);
    }
  }
  const one = (await writeReturnCsv(figures(1), options)).value?.files[0];
  const [header = '', ...body] = new TextDecoder().decode(one?.bytes).trimEnd().split('\r\n');
  const block = `${body.join('\r\n')}\r\n`;
  const text = block.repeat(Math.ceil(rows / body.length));
  await writeFile(made.large, `${header}\r\n${text}`);
  const [plan] = plans.filter(({ file }) => file.id === PLAN);
  if (!plan) throw new Error(`There is no plan ${PLAN}.`);
  let left = workbooks;
  for (const year of [2021, 2022, 2023, 2024, 2025])
    for (const job of jobsOf([plan], catalogue, { round: String(year) })) {
      if (left <= 0) break;
      left -= 1;
      await writeFile(join(made.workbooks, job.name), await makeWorkbook(job, catalogue));
    }
  return made;
}
