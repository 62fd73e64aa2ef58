import { resolve } from 'node:path';
import type { Language } from '../../core/base/finding.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import { timeOf } from '../clock.ts';
import { CommandFailure } from '../failure.ts';
import { programVersion } from '../package-root.ts';
import { requireOwnRound } from '../register/round-that-says.ts';
import { exportSet, type SetManifest } from '../sets/export-set.ts';
import { openStore } from './home.ts';
import type { ParquetManifest } from './parquet.ts';
import { storeToParquet } from './postgres/to-parquet.ts';
import { requireWorkspace, storeFolder, withStore } from './with-store.ts';
import { isThere } from '../workbook/write-new.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';
import { usablePlans } from '../commands/selected-plans.ts';
import { roundOrUsual } from '../register/round-or-usual.ts';

/** What the command was given. */
export interface StoreExportOptions {
  parquet: string;
  round?: string;
  json?: boolean;
  lang: Language;
}

/** Writes the store, or the set of a round, as Parquet. */
export async function runStoreExport(options: StoreExportOptions, context: CommandContext): Promise<void> {
  const to = resolve(context.cwd, options.parquet);
  const manifest = options.round === undefined ? await whole(to, context) : await round(to, options, context);
  context.out(
    options.json
      ? `${JSON.stringify(manifest, null, 2)}\n`
      : 'round' in manifest && manifest.round
        ? setText({ ...manifest, round: manifest.round }, to, options.lang)
        : `${said[options.lang].exported(manifest.returns.rows, rowsIn(manifest), to, manifest.entries.length)}\n`,
  );
}

async function whole(to: string, context: CommandContext): Promise<ParquetManifest> {
  const program = programVersion(context.root);
  if (context.server !== null)
    return withStore(context, { for: 'ask' }, (store) => storeToParquet(store, to, program));
  const from = storeFolder(requireWorkspace(context));
  if (!(await isThere(from))) throw new CommandFailure('Chưa có kho (there is no store).');
  const store = await openStore(from, timeOf());
  return store.toParquet(to, program).finally(() => store.close());
}

async function round(to: string, options: StoreExportOptions, context: CommandContext): Promise<SetManifest> {
  const { province } = requireWorkspace(context);
  if (province === null)
    throw new CommandFailure(
      'Bộ số liệu của một kỳ do tỉnh lập; thư mục làm việc này là của cả nước (only a province sends a round).',
    );
  const { catalogue } = await usablePlans(context, []);
  return withStore(context, { for: 'ask' }, async (store, { workspace }) => {
    const asked = roundOrUsual(options.round, workspace);
    await requireOwnRound(store, asked, options.lang);
    const program = programVersion(context.root);
    return exportSet(store, { province, round: asked, catalogue, to, program });
  });
}

function rowsIn({ entries }: ParquetManifest): number {
  return entries.reduce((sum, { rows }) => sum + rows, 0);
}

/** What was written, and what whoever gets it has to know. */
function setText(manifest: SetManifest, to: string, language: Language): string {
  const { returns, round: set } = manifest;
  const { closed, inForce, corrections, elsewhere } = set;
  const say = said[language];
  const day = closed.at.slice(0, 10);
  return [
    `${say.setWritten({
      round: set.round,
      province: set.province,
      returns: returns.rows,
      entries: rowsIn(manifest),
      figures: inForce.figures,
      to,
    })}\n`,
    `${say.setClosed(language === 'vi' ? vietnameseDate(day) : day, closed.by, corrections)}\n`,
    ...(elsewhere === 0 ? [] : [`${say.setElsewhere(elsewhere)}\n`]),
    ...(closed.leftOpen.length === 0 ? [] : [`${say.setLeftOpen(closed.leftOpen.join(', '))}\n`]),
  ].join('');
}
