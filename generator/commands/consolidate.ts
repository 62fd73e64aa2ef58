import { extname } from 'node:path';
import { Option, type Command } from 'commander';
import Papa from 'papaparse';
import { levels, type Level } from '../../core/catalogue/schema.ts';
import type { Language } from '../../core/base/finding.ts';
import { consolidatedBook } from '../../core/consolidate/sheets/book.ts';
import { tidyColumns, tidyRows } from '../../core/consolidate/tidy-rows.ts';
import { consolidationWords } from '../../core/consolidate/words.ts';
import { guardedText } from '../../core/exchange/guarded-text.ts';
import { parsePeriod } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { Paper } from '../../core/sheet/model.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { gather, type Gathered } from '../consolidate/gather.ts';
import { gatheredJson, headLine, summaryText } from '../consolidate/said.ts';
import { CommandFailure } from '../failure.ts';
import { livePlans } from '../register/owed-units.ts';
import { withStore } from '../store/with-store.ts';
import { writeNew } from '../workbook/write-new.ts';
import { writeWorkbook } from '../workbook/write-safely.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { namedOrUsual, usablePlans } from './selected-plans.ts';
import { roundOrUsual } from './status.ts';

interface ConsolidateOptions {
  round?: string;
  plan: string[];
  level?: Level;
  acceptedOnly?: boolean;
  format?: 'xlsx' | 'csv';
  paper: Paper;
  out: string;
  at?: string;
  json?: boolean;
  lang: Language;
}

/** `chitieu consolidate [--round P] [--plan ID …] [--level L] --out FILE` */
export function registerConsolidate(program: Command, context: CommandContext): void {
  const command = program
    .command('consolidate')
    .description('tổng hợp báo cáo của kỳ, mỗi tổng truy được về từng ô (add up the returns of a round)')
    .option('--round <kỳ>', 'kỳ báo cáo; mặc định theo chitieu.yaml (round)')
    .option(
      '--plan <mã>',
      'chỉ kế hoạch này; lặp lại được (plan)',
      (id: string, all: string[]) => [...all, id],
      [],
    )
    .addOption(
      new Option(
        '--level <cấp>',
        'cấp của đơn vị được cộng; mặc định là cấp thấp nhất của kỳ (level)',
      ).choices(levels),
    )
    .option('--accepted-only', 'chỉ tính báo cáo đã chấp nhận (accepted returns only)')
    .addOption(new Option('--format <dạng>', 'mặc định theo đuôi tên tệp (format)').choices(['xlsx', 'csv']))
    .addOption(new Option('--paper <khổ>', 'khổ giấy khi in (paper)').choices(['A4', 'A3']).default('A4'))
    .requiredOption('--out <tệp>', 'tệp sẽ ghi; tệp đã có người sửa thì giữ nguyên (output file)')
    .option('--at <thời điểm>', 'ngày tính trễ hạn, ISO; mặc định là hôm nay (day lateness is counted on)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action((options: ConsolidateOptions) => run(options, context));
  withExample(
    command,
    'chitieu consolidate --round 2025 --out tong-hop-2025.xlsx',
    'chitieu consolidate --round 2025 --plan lai-chau-2024 --accepted-only --format csv --out tong-hop.csv',
  );
}

async function run(options: ConsolidateOptions, context: CommandContext): Promise<void> {
  const gathered = await withStore(
    context,
    { for: 'ask', at: options.at },
    async (store, { workspace, now }) => {
      const round = roundOrUsual(options.round, workspace);
      const { catalogue, plans: loaded } = await usablePlans(context, namedOrUsual(context, options.plan));
      const plans = liveIn(
        loaded.map(({ plan }) => plan),
        round,
      );
      const { level = null, acceptedOnly = false } = options;
      return gather(store, { round, plans, catalogue, level, acceptedOnly, today: now });
    },
  );
  if (gathered.found.rows.length === 0)
    throw new CommandFailure(
      `Kỳ này không có đơn vị nào ở cấp đã chọn; hãy bỏ --level hoặc chọn cấp khác (no unit of this level).`,
    );
  const isWritten = await write(gathered, options);
  if (options.json)
    context.out(
      `${JSON.stringify({ ...gatheredJson(gathered), file: isWritten ? options.out : null }, null, 2)}\n`,
    );
  else {
    context.out(summaryText(gathered, options.lang));
    if (isWritten)
      context.out(options.lang === 'vi' ? `Đã ghi ${options.out}.\n` : `Written: ${options.out}.\n`);
  }
  if (isWritten) return;
  context.err(
    options.lang === 'vi'
      ? `Giữ nguyên ${options.out}: tệp đã có người sửa, hoặc không phải do lệnh này ghi. Hãy chuyển tệp đi nơi khác hoặc chọn tên khác bằng --out.\n`
      : `${options.out} stays as it is: somebody has edited it, or it was not written by this command. Move it or choose another --out.\n`,
  );
  context.exit(2);
}

function liveIn(plans: readonly Plan[], round: string): [Plan, ...Plan[]] {
  const period = parsePeriod(round);
  const [first, ...others] = period ? livePlans(plans, period) : [];
  if (first) return [first, ...others];
  throw new CommandFailure(
    `Không kế hoạch nào đã chọn có kỳ ${round}. Hãy kiểm tra --round, --plan (no plan has this round).`,
  );
}

/** @returns false where a file that somebody may have edited is there */
async function write(gathered: Gathered, options: ConsolidateOptions): Promise<boolean> {
  const { found, sources } = gathered;
  const { out, lang: language, paper } = options;
  const format = options.format ?? (extname(out).toLowerCase() === '.csv' ? 'csv' : 'xlsx');
  if (format === 'csv') return writeNew(out, csvOf(gathered));
  const words = consolidationWords[language];
  const line = headLine(gathered, language);
  const book = consolidatedBook({ found, sources, language, words, title: words.title, line, paper });
  const outcome = await writeWorkbook(out, await serialize(book));
  return outcome !== 'kept';
}

/** Texts of other people begin no formula in a spreadsheet that opens the file. */
function csvOf({ found, sources }: Gathered): Uint8Array {
  const rows = tidyRows(found, sources).map((row) =>
    tidyColumns.map((name) => (FREE_TEXTS.has(name) ? guardedText(row[name]) : row[name])),
  );
  const text = Papa.unparse([[...tidyColumns], ...rows], { newline: '\r\n' });
  return new TextEncoder().encode(`${text}\r\n`);
}

const FREE_TEXTS = new Set(['file', 'place', 'reason']);
