import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { exactGroups, type Link } from '../../../core/unit/link.ts';
import type { Unit } from '../../../core/unit/unit.ts';
import type { RollOverLine } from '../../../core/renew/line.ts';
import type { CommandContext } from '../../../generator/commands/context.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadProvinces, loadTerritory } from '../../../generator/plan-files/national-list.ts';
import { exchangeContext } from '../../../generator/exchange-files/context.ts';
import { gatherEarlier } from '../../../generator/renew/gather.ts';
import { renewed } from '../../../generator/renew/renew.ts';
import { unitLinks } from '../../../generator/renew/unit-links.ts';
import { jobsOf, makeWorkbook } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { fillWorkbook, save } from '../commands/filled-workbooks.ts';
import { plainFigures, type PlainFigure } from '../commands/renew-plain.ts';

const ROOT = packageRoot();
let folder = '';

let links: readonly Link[];
let catalogue: Catalogue;
let plan: Plan;
let old: PlainFigure[] = [];
const now: PlainFigure[] = [];
let lines: readonly RollOverLine[] = [];
/** New communes made of whole old ones of each of the two provinces, and one that has parts of old ones. */
let whole: string[] = [];
let part = '';
const nothing = () => undefined;

/** Returns of old communes of two provinces that became one, filled in and sent; then the next round of the new one. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-merged-'));
  const { plans, ...seeds } = await loadSeeds();
  ({ catalogue } = seeds);
  const installed = plans.find(({ file }) => file.id === 'quang-ngai-2021');
  const country = (await loadProvinces(ROOT)).value ?? [];
  const territory = (await loadTerritory(ROOT, country, 'VN51-2025')).value;
  if (!installed || !territory) throw new Error('no plan, no units');
  plan = installed;
  links = territory.links.filter((one) => one.old.includes('.'));
  const groups = exactGroups(links);
  const oldsOf = (id: string) => links.filter((one) => one.new === id).map((one) => one.old);
  const of = (province: string) =>
    [...groups.values()].find(
      ({ new: later, old: olds }) =>
        later.length === 1 && olds.length > 1 && olds.every((id) => id.startsWith(`${province}.`)),
    )?.new[0] ?? '';
  whole = [of('VN51'), of('VN62')];
  part = links.find((one) => groups.get(one.new)?.new.length !== 1)?.new ?? '';
  const units = new Map(territory.units.map((unit) => [unit.id, unit]));
  const olds = [...whole, part].flatMap(oldsOf).flatMap((id): Unit[] => {
    const unit = units.get(id);
    return unit ? [{ ...unit }] : [];
  });
  const before: Plan = { ...plan, units: [...plan.units.slice(0, 1), ...olds] };
  for (const { id } of olds)
    await save(fillWorkbook(before, catalogue, { reporter: id, round: '2024' }), folder);
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  old = (await Promise.all(paths.map(plainFigures))).flat();
  const linked = await unitLinks(ROOT, ['VN51-2025'], plan.units);
  const context: CommandContext = {
    ...{ root: ROOT, cwd: folder, workspace: null, server: null },
    ...{ out: nothing, err: nothing, exit: nothing, progress: nothing },
  };
  const rules = {
    catalogue,
    nameOf: (id: string) => linked.unitOf(id)?.name ?? id,
    // Sample figures are no return that anybody would accept as it is.
    withUnaccepted: true,
  };
  const planner = { paths: {}, exchange: exchangeContext(catalogue, [plan]) };
  const { found, notRead } = await gatherEarlier(paths, context, rules, planner);
  expect(notRead).toEqual([]);
  const news = territory.units.filter(({ id }) => [...whole, part].includes(id)).map((unit) => ({ ...unit }));
  const after: Plan = { ...plan, units: [...plan.units.slice(0, 1), ...news] };
  const jobs = jobsOf([after], catalogue, { round: '2025' }).filter(({ unit }) => unit.level === 'commune');
  expect(jobs).toHaveLength(3);
  const result = renewed({ earlier: found, jobs, maps: [], units: linked, catalogue });
  ({ lines } = result.rolled);
  await mkdir(join(folder, 'new'));
  for (const job of result.jobs) {
    const path = join(folder, 'new', job.name);
    await writeFile(path, await makeWorkbook(job, catalogue));
    now.push(...(await plainFigures(path)));
  }
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const idOf = ({ unit, key, period }: Pick<PlainFigure, 'unit' | 'key' | 'period'>) =>
  `${unit} ${key} ${period}`;
const oldUnitsOf = (unit: string) => links.filter((one) => one.new === unit).map((one) => one.old);

describe('returns of communes of Quảng Ngãi and Kon Tum in the next round of the province they became', () => {
  it('are all of them in the report, each figure once in force', () => {
    const told = new Set(lines.map(({ figure }) => idOf(figure)));
    expect(old.length).toBeGreaterThan(200);
    expect(old.filter((one) => !told.has(idOf(one)))).toEqual([]);
  });

  it('add up, number by number, where a new commune is made of whole old ones', () => {
    const counts = now.filter(({ unit, value }) => whole.includes(unit) && typeof value === 'number');
    for (const unit of whole) expect(counts.filter((one) => one.unit === unit).length).toBeGreaterThan(10);
    const wrong = counts.filter(({ unit, key, period, value }) => {
      const parts = oldUnitsOf(unit).map((from) =>
        old.find((one) => one.unit === from && one.key === key && one.period === period),
      );
      const sum = parts.reduce(
        (all, one) => all + (typeof one?.value === 'number' ? one.value : Number.NaN),
        0,
      );
      return sum !== value;
    });
    expect(wrong).toEqual([]);
  });

  it('never add up shares, nor part of an old commune: the report lists these and says why', () => {
    const shares = new Set(
      [...catalogue.indicators.values()]
        .filter(({ aggregation }) => aggregation !== 'sum')
        .map(({ id }) => id),
    );
    const isShare = ({ key }: PlainFigure) => shares.has(key.split('|')[0] ?? '');
    expect(old.some(isShare)).toBe(true);
    expect(now.filter((one) => whole.includes(one.unit) && isShare(one))).toEqual([]);
    expect(now.filter(({ unit }) => unit === part)).toEqual([]);
    const ofPart = lines.filter(({ figure }) => oldUnitsOf(part).includes(figure.unit));
    expect(ofPart.length).toBeGreaterThan(20);
    for (const { to, why, detail } of ofPart) {
      expect(to).toEqual([]);
      expect(['unit-part', 'incomplete', 'not-asked', 'not-additive', 'made-anew', 'no-column']).toContain(
        why,
      );
      if (why === 'unit-part' || why === 'incomplete') expect(detail).not.toBe('');
    }
    // Trà Bùi was divided; Trà Tân was not, and is not added up without it.
    expect(new Set(ofPart.map(({ why }) => why))).toContain('unit-part');
    const reasons = ofPart.filter(({ why }) => why === 'incomplete').map(({ detail }) => detail);
    expect(new Set(reasons)).toEqual(new Set(['Xã Trà Bùi']));
  });
});
