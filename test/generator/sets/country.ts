import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentOf } from '../../../core/store/entry.ts';
import { entriesByReturn } from '../../../core/store/set-contents.ts';
import type { StoredReturn } from '../../../core/store/model.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { openStore } from '../../../generator/store/home.ts';
import { sha256Of } from '../../../generator/store/originals.ts';
import { arrived, ROUND, type Sent } from '../../core/consolidate/fixture.ts';
import { runAt, type Said } from '../commands/run.ts';

/** A workspace and how a command is run in it. */
export interface Office {
  folder: string;
  run: (...args: string[]) => Promise<Said>;
  /** What a command says to programs. */
  json: <Answer>(...args: string[]) => Promise<Answer>;
  /** Returns that come in as somebody has sent them. */
  receive: (sent: readonly Sent[]) => Promise<void>;
}

/** A ministry and three provinces, each in a folder of its own: Lai Châu, Quảng Ngãi, Thái Bình in 2023. */
export interface Country {
  folder: string;
  ministry: Office;
  provinces: Record<'VN12' | 'VN51' | 'VN34', Office>;
  gone: () => Promise<void>;
}

/** Plans of the round by province; that of Thái Bình is made from Quảng Ngãi's. */
const PLANS = { VN12: 'lai-chau-2021', VN51: 'quang-ngai-2021', VN34: 'thai-binh-2021' } as const;

export async function madeCountry(): Promise<Country> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-country-'));
  const office = async (name: string, ...args: string[]): Promise<Office> => {
    await runAt(folder, packageRoot(), 'init', name, ...args);
    return officeIn(join(folder, name), args[1] as keyof typeof PLANS | undefined);
  };
  const ministry = await office('bo', '--country', '--by', 'Vụ Tổng hợp');
  const [VN12, VN51, VN34] = [
    await office('tinh-12', '--province', 'VN12', '--by', 'Phòng Tổng hợp Lai Châu'),
    await office('tinh-51', '--province', 'VN51', '--by', 'Phòng Tổng hợp Quảng Ngãi'),
    await office('tinh-34', '--province', 'VN34', '--by', 'Phòng Tổng hợp Thái Bình'),
  ];
  for (const own of [ministry, VN34]) await addPlan(own.folder, ministry.folder);
  return { folder, ministry, provinces: { VN12, VN51, VN34 }, gone: () => rm(folder, { recursive: true }) };
}

function officeIn(folder: string, province?: keyof typeof PLANS): Office {
  const run = (...args: string[]) => runAt(folder, packageRoot(), ...args);
  return {
    folder,
    run,
    json: async <Answer>(...args: string[]) => {
      const { out, err } = await run(...args, '--json');
      if (out === '') throw new Error(err);
      return JSON.parse(out) as Answer;
    },
    receive: async (sent) => {
      const store = await openStore(join(folder, 'store'), '2024-01-20T08:00:00+07:00');
      const first = (await store.returns()).length;
      const { returns, entries } = arrived(sent);
      for (const { number, ...one } of returns) {
        const own = entriesByReturn(entries).get(number) ?? [];
        const bytes = Buffer.from(`${first + number} ${contentOf(own)}`);
        const plans = province ? [PLANS[province]] : one.plans;
        const said: Omit<StoredReturn, 'number' | 'files'> = {
          ...one,
          plans,
          sha256: sha256Of(bytes),
          content: sha256Of(contentOf(own)),
        };
        await store.take(said, own, [{ name: `${one.reporter}.xlsx`, bytes }]);
      }
      await store.close();
    },
  };
}

/** Quảng Ngãi's plan as if it were Thái Bình's. */
async function addPlan(workspace: string, like: string): Promise<void> {
  const from = join(like, 'plans', PLANS.VN51);
  const to = join(workspace, 'plans', PLANS.VN34);
  const plan = (await readFile(join(from, 'plan.yaml'), 'utf8'))
    .replace(`id: ${PLANS.VN51}`, `id: ${PLANS.VN34}`)
    .replace('province: VN51', 'province: VN34')
    .replace(`units: ${PLANS.VN51}`, `units: ${PLANS.VN34}`);
  await mkdir(to, { recursive: true });
  await writeFile(join(to, 'plan.yaml'), plan);
  await writeFile(join(to, 'source.txt'), await readFile(join(from, 'source.txt')));
  const units = ['id,tags,unverified', 'VN34.336,city lowland,', 'VN34.338,mountain poor,', ''].join('\n');
  await writeFile(join(workspace, 'plans', 'units', `${PLANS.VN34}.csv`), units);
  const rounds = join(workspace, 'plans', 'rounds.yaml');
  const rules = (await readFile(join(like, 'plans', 'rounds.yaml'), 'utf8')).split(/^ {2}- plan: /mu);
  const own = rules.filter((rule) => rule.startsWith(`${PLANS.VN51}\n`));
  const added = own.map((rule) => `  - plan: ${rule.replace(PLANS.VN51, PLANS.VN34).trimEnd()}\n`);
  await writeFile(rounds, `${(await readFile(rounds, 'utf8')).trimEnd()}\n${added.join('')}`);
}

export { ROUND };
