import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { seedFolder } from '../plan-files/seed-folder.ts';
import { plainFigures, plainReport } from './renew-plain.ts';
import { returnsIn } from './returns-in.ts';
import { runAt } from './run.ts';
import { planFiles } from './two-plans.ts';

const ROOT = packageRoot();
const FIGURE = 'meeting-houses|_T';

const CATALOGUE = `schema: 1
indicators:
  - id: meeting-houses
    name: { vi: Số nhà họp thôn, en: Meeting houses }
    domain: economy
    unit: căn
    measure: count
    direction: up
    hard: [0, 1000000000]
    aggregation: sum
    source: { body: Sở Y tế, level: commune, frequency: year, availableMonth: 1 }
    leadAgency: Sở Y tế
    unverified: [source]
`;

interface Listed {
  id: string;
  name: string;
  successors: string[];
}

/** The communes of a province as the command lists them. */
async function communes(province: string, ...at: string[]): Promise<Listed[]> {
  const args = ['units', '--province', province, '--level', 'commune', ...at, '--json'];
  return JSON.parse((await runAt(ROOT, ROOT, ...args)).out) as Listed[];
}

/** A list of a plan's own: the province and some communes. */
function listOf(province: string, units: readonly Listed[], validTo: string): string {
  const rows = units.map(({ id, name }) => `${id},,${name},commune,${province},,${validTo},,,`);
  const columns = 'id,code,name,level,parent,validFrom,validTo,successors,tags,unverified';
  return `${[columns, `${province},,Tỉnh ${province},province,,,,,,`, ...rows].join('\n')}\n`;
}

/** The new commune that the fewest old ones of a province make up, each of them whole. */
function smallestWhole(own: readonly Listed[], all: readonly Listed[]): string {
  const oldsOf = (id: string) => all.filter(({ successors }) => successors.includes(id));
  const found = [...new Set(own.flatMap(({ successors }) => successors))]
    .map((id) => ({ id, olds: oldsOf(id) }))
    .filter(({ olds }) => olds.length > 1 && olds.every(({ successors }) => successors.length === 1))
    .sort((a, b) => a.olds.length - b.olds.length);
  return found[0]?.id ?? '';
}

it.each([
  { today: 'VN51-2025', before: ['VN51', 'VN62'], divided: 'VN51.21136-2025' },
  { today: 'VN33-2025', before: ['VN33', 'VN34'], divided: 'VN33.11983-2025' },
])(
  '$before → $today: what is whole adds up, what was divided is listed by name',
  async ({ today, before, divided }) => {
    const olds = await Promise.all(before.map((id) => communes(id, '--at', '2024-12-31')));
    // Of each province the smallest new commune that is whole old ones, and one that is not.
    const whole = olds.map((own) => smallestWhole(own, olds.flat()));
    const wanted = [...whole, divided];
    const news = (await communes(today)).filter(({ id }) => wanted.includes(id));
    expect(news).toHaveLength(3);
    const taken = olds.map((own) =>
      own.filter(({ successors }) => successors.some((id) => wanted.includes(id))),
    );
    const lists = taken.map((own, at) => [
      `plans/units/cu-${at}.csv`,
      listOf(before[at] ?? '', own, '2025-06-30'),
    ]);
    const folder = await seedFolder({
      'chitieu.yaml': `schema: 1\nprovince: ${today}\nby: Phòng Tổng hợp\n`,
      'catalogue.yaml': CATALOGUE,
      ...(Object.fromEntries(lists) as Record<string, string>),
      ...planFiles('cu-0', [2021, 2025], ['meeting-houses'], before[0]),
      ...planFiles('cu-1', [2021, 2025], ['meeting-houses'], before[1]),
      'plans/units/moi.csv': listOf(today, news, ''),
      ...planFiles('moi', [2024, 2030], ['meeting-houses'], today),
    });
    const given = new Map(taken.flat().map(({ id }, at) => [id, 1000 + at]));
    for (const [at, own] of taken.entries()) {
      const typed = own.map(({ id }) => [id, { [`${FIGURE}|2024`]: given.get(id) ?? null }] as const);
      await returnsIn(folder, `cu-${at}`, '2024', Object.fromEntries(typed));
    }
    const out = join(folder, 'out');
    const args = ['--round', 'next', '--plan', 'moi', '--with-unaccepted', '--out', out];
    const { out: said } = await runAt(folder, ROOT, 'renew', join(folder, 'in'), ...args);
    expect(said).toContain('năm 2025 (2025)');
    const books = (await readdir(out)).filter((name) => name.startsWith('moi_'));
    const figures = (await Promise.all(books.map((name) => plainFigures(join(out, name))))).flat();
    const sumOf = (id: string) =>
      taken
        .flat()
        .reduce((sum, old) => sum + (old.successors.includes(id) ? (given.get(old.id) ?? 0) : 0), 0);
    const filled = figures.filter(
      ({ unit, key, period }) => unit.includes('.') && key === FIGURE && period === '2024',
    );
    expect(Object.fromEntries(filled.map(({ unit, value }) => [unit, value]))).toEqual(
      Object.fromEntries(whole.map((id) => [id, sumOf(id)])),
    );
    const lines = (await plainReport(join(out, 'chuyen-ky_2025.xlsx'))).filter(
      ({ key, period }) => key === FIGURE && period === '2024',
    );
    const kept = lines.filter(({ outcome }) => outcome === 'Để lại').map(({ unit }) => unit);
    const ofDivided = taken.flat().filter(({ successors }) => successors.includes(divided));
    expect(ofDivided.length).toBeGreaterThan(0);
    expect(kept.sort()).toEqual(ofDivided.map(({ id }) => id).sort());
    expect(lines.map(({ unit, value }) => [unit, value]).sort()).toEqual([...given].sort());
  },
);
