import { join, resolve } from 'node:path';
import { CommandFailure } from '../failure.ts';
import { listPlans } from '../plan-files/load.ts';
import { isThere } from '../workbook/write-new.ts';
import { makeWorkspace } from './make.ts';
import { WORKSPACE_FILE } from './workspace.ts';
import type { Language } from '../../core/base/finding.ts';
import { nearest } from '../../core/base/closest.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';
import { provincesOrFail } from '../commands/units-group.ts';

/** What the command was given. */
export interface InitOptions {
  province?: string;
  country?: boolean;
  by?: string;
  json?: boolean;
  lang: Language;
}

/** Makes a workspace. */
export async function runInit(given: string, options: InitOptions, context: CommandContext): Promise<void> {
  const province = await provinceOf(options, context.root);
  const folder = resolve(context.cwd, given);
  if (await isThere(join(folder, WORKSPACE_FILE)))
    throw new CommandFailure(
      `Thư mục "${given}" đã là thư mục làm việc (có ${WORKSPACE_FILE}). Chưa ghi gì; hãy chọn thư mục khác (already a workspace).`,
    );
  if ((await listPlans(context.root)).length === 0)
    throw new CommandFailure(`Không có kế hoạch nào trong chương trình (${context.root}).`);
  const made = await makeWorkspace(context.root, { folder, province, by: options.by ?? null });
  if (options.json) {
    context.out(`${JSON.stringify({ folder, province, ...made }, null, 2)}\n`);
    return;
  }
  const say = said[options.lang];
  context.out(`${say.made(folder, province, made.plans)}\n`);
  for (const name of made.kept) context.out(`${say.keptFile(name)}\n`);
  context.out(`${say.next(made.plans.length > 0)}\n`);
}

/** The province that was named, of any time; null for the whole country. */
async function provinceOf({ province, country }: InitOptions, root: string): Promise<string | null> {
  if (country) return null;
  if (province === undefined)
    throw new CommandFailure(
      'Hãy ghi --province và mã tỉnh (ví dụ --province VN12), hoặc --country cho cả nước (say which province, or --country).',
    );
  const provinces = (await provincesOrFail(root)).filter(({ level }) => level === 'province');
  if (provinces.some(({ id }) => id === province)) return province;
  const near = nearest(province, provinces, OFFERED).map(({ id, name }) => `${id} (${name})`);
  throw new CommandFailure(
    `Không có tỉnh nào mang mã "${province}"${near.length > 0 ? `; có phải ${near.join(', ')}?` : '.'} Chưa ghi gì; mã các tỉnh: "chitieu units --level province" (no such province).`,
  );
}

/** How many provinces of a near id or name are offered. */
const OFFERED = 3;
