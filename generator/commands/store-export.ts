import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import { timeOf } from '../clock.ts';
import { CommandFailure } from '../failure.ts';
import { programVersion } from '../package-root.ts';
import { requireOwnRound } from '../register/round-that-says.ts';
import { exportSet, type SetManifest } from '../sets/export-set.ts';
import { openStore } from '../store/home.ts';
import type { ParquetManifest } from '../store/parquet.ts';
import { storeToParquet } from '../store/postgres/to-parquet.ts';
import { requireWorkspace, storeFolder, withStore } from '../store/with-store.ts';
import { isThere } from '../workbook/write-new.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { said } from './said.ts';
import { usablePlans } from './selected-plans.ts';
import { roundOrUsual } from './status.ts';

interface StoreExportOptions {
  parquet: string;
  round?: string;
  json?: boolean;
  lang: Language;
}

/** `chitieu store export --parquet FOLDER [--round P]` */
export function registerStoreExport(group: Command, context: CommandContext): void {
  const command = group
    .command('export')
    .description(
      'ghi kho ra tệp Parquet: cả kho cho phần mềm khác, hoặc một kỳ đã khóa để gửi cấp trên (write the store as Parquet)',
    )
    .requiredOption('--parquet <thư mục>', 'thư mục mới; với --round cũng nhận tên .zip (new folder)')
    .option('--round <kỳ>', 'chỉ kỳ này, đã khóa sổ: bộ số liệu để gửi (the set of a closed round)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (options: StoreExportOptions) => {
      const to = resolve(context.cwd, options.parquet);
      const manifest =
        options.round === undefined ? await whole(to, context) : await round(to, options, context);
      context.out(
        options.json
          ? `${JSON.stringify(manifest, null, 2)}\n`
          : 'round' in manifest && manifest.round
            ? setText({ ...manifest, round: manifest.round }, to, options.lang)
            : `${said[options.lang].exported(manifest.returns.rows, rowsIn(manifest), to, manifest.entries.length)}\n`,
      );
    });
  withExample(
    command,
    'chitieu store export --parquet "kho-parquet"',
    'chitieu store export --parquet lai-chau-2025.zip --round 2025',
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
