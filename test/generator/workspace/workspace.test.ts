import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { loadCatalogue, loadPlan } from '../../../generator/plan-files/load.ts';
import { planHash } from '../../../generator/workbook/jobs.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { readWorkspace } from '../../../generator/workspace/workspace.ts';
import { runAt } from '../commands/run.ts';

const root = packageRoot();

/** Files of a folder, by name. */
async function made(...args: string[]): Promise<{ folder: string; code: number; out: string; err: string }> {
  const parent = await mkdtemp(join(tmpdir(), 'chitieu-init-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, 'ws');
  return { folder, ...(await runAt(parent, root, 'init', 'ws', ...args)) };
}

describe('chitieu init', () => {
  it('copies the plans of the province, so that they are the ones workbooks were made of', async () => {
    const { folder, code, out } = await made('--province', 'VN12', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      folder,
      province: 'VN12',
      plans: ['lai-chau-2012', 'lai-chau-2021', 'lai-chau-2024'],
      kept: [],
    });
    const { value: workspace } = await readWorkspace(folder, root);
    const both = [root, workspace ?? ''];
    const loaded = await Promise.all(
      both.map(async (from) => {
        const { value: catalogue } = await loadCatalogue(from);
        return catalogue && (await loadPlan(from, 'lai-chau-2021', catalogue)).value;
      }),
    );
    const [own, copied] = loaded.map((one) => one?.plan);
    expect(copied && planHash(copied)).toBe(own && planHash(own));
    expect(copied).toEqual(own);
  });

  it('makes a workspace without plans where the program has none of the province', async () => {
    const { folder, out } = await made('--province', 'VN01');
    expect(out).toContain('chưa có kế hoạch nào của tỉnh này');
    const { code, err } = await runAt(folder, root, 'targets');
    expect(code).toBe(2);
    expect(err).toContain('Chưa có kế hoạch nào');
  });

  it('keeps what is there, and makes no workspace twice', async () => {
    const { folder } = await made('--country');
    await writeFile(join(folder, 'planner', 'figures.csv'), 'của tôi\n');
    expect((await runAt(folder, root, 'init', '.', '--province', 'VN12')).err).toContain(
      'đã là thư mục làm việc',
    );
    await rm(join(folder, 'chitieu.yaml'));
    const { code, out } = await runAt(folder, root, 'init', '.', '--province', 'VN12');
    expect(code).toBe(0);
    expect(out).toContain('Giữ nguyên planner/figures.csv');
    expect(await readFile(join(folder, 'planner', 'figures.csv'), 'utf8')).toBe('của tôi\n');
  });

  it('asks whose workspace it is', async () => {
    expect((await made()).err).toContain('--province VN12');
    expect((await made('--province', 'Lai Châu')).err).toContain('có phải VN12 (Tỉnh Lai Châu)?');
    expect((await made('--province', 'VN99')).err).toContain('Không có tỉnh nào mang mã "VN99"');
    expect((await made('--province', 'VN12', '--country')).code).toBe(2);
  });
});

describe('a workspace', () => {
  let folder = '';
  let parent = '';
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'chitieu-workspace-'));
    folder = join(parent, 'ws');
    await runAt(parent, root, 'init', 'ws', '--province', 'VN12');
    return () => rm(parent, { recursive: true, force: true });
  });

  const plansIn = (json: string) => [
    ...new Set((JSON.parse(json) as { plan: string }[]).map(({ plan }) => plan)),
  ];

  it('is found from its folders upwards, and by --workspace; elsewhere the built-in plans serve', async () => {
    const below = join(folder, 'planner', '2023');
    await mkdir(below, { recursive: true });
    const own = ['lai-chau-2012', 'lai-chau-2021', 'lai-chau-2024'];
    expect(plansIn((await runAt(below, root, 'targets', '--json')).out)).toEqual(own);
    expect(plansIn((await runAt(parent, root, 'targets', '--json', '--workspace', 'ws')).out)).toEqual(own);
    expect(plansIn((await runAt(parent, root, '--workspace', 'ws', 'targets', '--json')).out)).toEqual(own);
    expect(plansIn((await runAt(parent, root, 'targets', '--json')).out)).toHaveLength(5);
    const { code, err } = await runAt(parent, root, 'targets', '--workspace', 'nowhere');
    expect(code).toBe(2);
    expect(err).toContain('không phải thư mục làm việc');
  });

  it('says its usual plans and round', async () => {
    const file = join(folder, 'chitieu.yaml');
    const before = await readFile(file, 'utf8');
    onTestFinished(() => writeFile(file, before));
    await writeFile(file, 'schema: 1\nprovince: VN12\nplans: [lai-chau-2024, lai-chau-2012]\nround: 2025\n');
    expect(plansIn((await runAt(folder, root, 'targets', '--json')).out)).toHaveLength(2);
    const out = join(parent, 'usual');
    const { out: said } = await runAt(folder, root, 'generate', '--unit', 'VN12.BHXH', '--out', out);
    // The plan of 2012 ends in 2020.
    expect(said).toContain('lai-chau-2024_VN12.BHXH_2025.xlsx');
    expect(said).toContain('Đã tạo 1 sổ');
  });

  it('reads the planner files that no option names', async () => {
    const file = join(folder, 'planner', 'figures.csv');
    const before = await readFile(file, 'utf8');
    onTestFinished(() => writeFile(file, before));
    await writeFile(file, `${before}VN12.999,poverty-rate,,2022,final,1,Cục Thống kê\n`);
    const { code, err } = await runAt(
      folder,
      root,
      'generate',
      'lai-chau-2021',
      '--out',
      join(parent, 'bad'),
    );
    expect(code).toBe(2);
    expect(err).toContain('figures.csv:2');
  });

  it('is stopped by a slip in one plan for that plan only', async () => {
    const file = join(folder, 'plans', 'lai-chau-2021', 'plan.yaml');
    const before = await readFile(file, 'utf8');
    onTestFinished(() => writeFile(file, before));
    await writeFile(file, before.replace(/^period:/mu, 'perid:'));
    const { code, out, err } = await runAt(folder, root, 'targets', '--json');
    expect(code).toBe(2);
    expect(plansIn(out)).toEqual(['lai-chau-2012', 'lai-chau-2024']);
    expect(err).toContain('plans/lai-chau-2021/plan.yaml');
    expect(err).toContain('Bỏ qua kế hoạch có lỗi (plans left out): lai-chau-2021.');
  });

  it('adds to the catalogue, and is refused where it would replace', async () => {
    const file = join(folder, 'catalogue.yaml');
    const before = await readFile(file, 'utf8');
    onTestFinished(() => writeFile(file, before));
    const refine = (bounds: string) =>
      `schema: 1\nrefine:\n  - { indicator: poverty-rate, plausible: ${bounds}, reason: thử }\n`;
    await writeFile(file, refine('[0, 40]'));
    expect((await runAt(folder, root, 'targets')).code).toBe(0);
    await writeFile(file, refine('[40, 0]'));
    const { code, err } = await runAt(folder, root, 'targets');
    expect(code).toBe(2);
    expect(err).toContain('catalogue.yaml:3 (refine[0].plausible)');
  });

  it('names the line of chitieu.yaml that is wrong', async () => {
    const file = join(folder, 'chitieu.yaml');
    const before = await readFile(file, 'utf8');
    onTestFinished(() => writeFile(file, before));
    await writeFile(file, 'schema: 1\nprovince: Lai Châu\nrond: 2025\n');
    const { code, err } = await runAt(folder, root, 'targets');
    expect(code).toBe(2);
    expect(err).toContain('chitieu.yaml:2 (province)');
    expect(err).toContain('có phải "round"?');
  });
});

describe('a folder of a workspace that cannot be looked at', () => {
  it.each([
    ['store', ['status', '--round', '2023']],
    ['store', ['store', 'verify']],
    ['store', ['import', 'in', '--dry-run']],
    ['store/originals', ['import', 'in']],
    ['plans', ['status', '--round', '2023']],
    ['plans', ['generate', '--out', 'made']],
    ['planner', ['generate', '--round', '2023', '--out', 'made']],
    ['planner', ['import', 'in']],
  ])('%s: "%s" says so and takes it for no empty one', async (name, args) => {
    const { folder } = await made('--province', 'VN12');
    await mkdir(join(folder, 'in'));
    await mkdir(join(folder, 'store'), { recursive: true });
    const path = join(folder, ...name.split('/'));
    await rm(path, { recursive: true, force: true });
    // A link to itself is there and opens for nobody; what may not be read would open for the administrator.
    await symlink(path, path);
    const { code, out, err } = await runAt(folder, root, ...args);
    expect(code).toBe(2);
    expect(err).toContain(path);
    expect(err).toMatch(/Không đọc được|không phải thư mục/u);
    expect(out).not.toContain('chưa nhận');
  });

  it('is told from one in whose place a file stands', async () => {
    const { folder } = await made('--province', 'VN12');
    await rm(join(folder, 'store'), { recursive: true, force: true });
    await writeFile(join(folder, 'store'), 'của tôi');
    const { code, err } = await runAt(folder, root, 'status', '--round', '2023');
    expect(code).toBe(2);
    expect(err).toContain(join(folder, 'store'));
  });
});
