import { parseArgs } from 'node:util';
import type { Plan } from '../core/plan/model.ts';
import { draftOf } from '../core/draft/draft.ts';
import { plainDocument } from '../core/draft/plain-document.ts';
import { withSeparatedTables } from '../core/draft/separated-tables.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { listPlans, loadCatalogue, loadPlan } from '../generator/plan-files/load.ts';
import type { PlanSource } from '../generator/plan-files/source.ts';
import { expectedOf, measure, type Measured } from './draft/measure.ts';
import { noticedIn, slips } from './draft/silent-errors.ts';
import { readTables } from './draft/tables.ts';

const COLUMNS = [
  'found',
  'precision',
  'accepted',
  'value',
  'comparator',
  'kind',
  'year',
  'allFour',
  'indicatorFirst',
  'indicatorAmongFive',
  'stratum',
] as const;

/**
 * How drafts compare with careful readings, per document and field.
 * @param workspace folder of a workspace whose plans (and catalogue) are measured on instead of the program's own
 * @param tables folder of documents with tables of rows, see {@link readTables}
 */
async function main(
  workspace: string | undefined,
  tables: string | undefined,
  showsWrong: boolean,
): Promise<void> {
  const source: PlanSource =
    workspace === undefined
      ? { root: packageRoot(), folder: 'seeds', program: null }
      : { root: workspace, folder: 'plans', program: packageRoot() };
  const { value: catalogue, findings } = await loadCatalogue(source);
  if (catalogue === null) throw new Error(`The catalogue does not load: ${findings[0]?.code ?? ''}`);
  const measured: { name: string; result: Measured }[] = [];
  const plans: Plan[] = [];
  if (tables === undefined) {
    for (const id of await listPlans(source)) {
      const { value } = await loadPlan(source, id, catalogue);
      if (value === null) throw new Error(`The plan ${id} does not load.`);
      plans.push(value.plan);
      const { rows, alsoPrinted } = expectedOf(value.plan);
      const draft = draftOf(plainDocument(value.plan.source), catalogue);
      measured.push({ name: id, result: measure(draft, rows, alsoPrinted) });
    }
  } else {
    for (const { name, text, expected } of await readTables(tables))
      measured.push({
        name,
        result: measure(draftOf(plainDocument(withSeparatedTables(text)), catalogue), expected),
      });
  }
  const all = measured.map(({ result }) => result);
  const total = Object.fromEntries(
    COLUMNS.map((column) => [
      column,
      [sum(all.map((one) => one[column][0])), sum(all.map((one) => one[column][1]))] as [number, number],
    ]),
  );
  const lines = measured.map(({ name, result }) => [name, ...COLUMNS.map((column) => shown(result[column]))]);
  const last = ['all', ...COLUMNS.map((column) => shown(total[column] ?? [0, 0]))];
  process.stdout.write(`${textTable(['document', ...COLUMNS], [...lines, last])}\n`);
  if (plans.length > 0) {
    const noticed = noticedIn(plans, catalogue);
    const told = slips.map((slip) => [slip, shown([noticed.slips[slip].noticed, noticed.slips[slip].made])]);
    const { rows, doubted } = noticed.right;
    process.stdout.write(
      `\n${textTable(['entered wrongly', 'noticed by plan lint'], [...told, ['right rows doubted', shown([doubted.length, rows])]])}`,
    );
    if (showsWrong)
      for (const slip of slips)
        process.stdout.write(
          `\n${slip}, missed:\n${noticed.slips[slip].missed.map((one) => `  ${one}\n`).join('')}`,
        );
  }
  if (showsWrong)
    for (const { name, result } of measured)
      process.stdout.write(`\n${name}\n${result.wrong.map((line) => `  ${line}`).join('\n')}\n`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => left + right, 0);
}

function shown([right, of]: [number, number]): string {
  return of === 0 ? '-' : `${((100 * right) / of).toFixed(1)} % of ${of}`;
}

const { values } = parseArgs({
  options: {
    workspace: { type: 'string' },
    tables: { type: 'string' },
    wrong: { type: 'boolean', default: false },
  },
});
await main(values.workspace, values.tables, values.wrong);
