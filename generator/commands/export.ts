import { Option, type Command } from 'commander';
import { figuresOf } from '../../core/exchange/from-workbook.ts';
import { exchangeNames, type ExchangeNames } from '../../core/exchange/names.ts';
import { profiles, type Profile } from '../../core/exchange/profile.ts';
import type { Finding } from '../../core/finding.ts';
import { renderFinding } from '../../core/messages/render.ts';
import { WORKBOOK_SCHEMA } from '../../core/workbook/contract.ts';
import type { ReturnedWorkbook } from '../../core/workbook/read.ts';
import { writeReturnCsv } from '../../formats/csv/write-return.ts';
import { openReturned } from '../exchange-files/returned-workbook.ts';
import { writeSet } from '../exchange-files/write-set.ts';
import type { CommandContext } from './context.ts';

interface ExportOptions {
  out: string;
  profile: Profile;
}

/** `chitieu export FILE… --out DIR [--profile machine|excel]` */
export function registerExport(program: Command, context: CommandContext): void {
  program
    .command('export')
    .argument('<tệp...>', 'sổ đã nhập, .xlsx (filled workbooks)')
    .description('ghi số liệu của từng sổ ra CSV kèm tệp mô tả (write the figures of workbooks as CSV)')
    .requiredOption('--out <thư mục>', 'thư mục ghi các tệp (output folder)')
    .addOption(
      new Option(
        '--profile <kiểu>',
        'machine: cho phần mềm; excel: để mở bằng Excel (for programs or for Excel)',
      )
        .choices(profiles)
        .default('machine'),
    )
    .action(async (paths: string[], options: ExportOptions) => {
      let written = 0;
      for (const [at, path] of paths.entries()) {
        context.progress(`${at + 1}/${paths.length} ${path}`);
        const isWritten = await exportOne(path, options, context).catch((error: unknown) => {
          // One broken file must not keep the others from being written.
          context.progress('');
          context.err(`${path}: Lỗi: ${reasonOf(error)}. Tệp này chưa được xuất (not exported).\n`);
          context.exit(2);
          return false;
        });
        if (isWritten) written += 1;
      }
      context.progress('');
      context.out(`Đã xuất ${written}/${paths.length} sổ vào thư mục ${options.out}.\n`);
    });
}

/** Whether the files of the workbook are there now. */
async function exportOne(path: string, options: ExportOptions, context: CommandContext): Promise<boolean> {
  const { value: returned, unreadable, findings } = await openReturned(path);
  say(findings, context);
  if (unreadable) context.exit(2);
  if (returned === null) return false;
  const { value: files, findings: more } = await writeReturnCsv(figuresOf(returned), {
    profile: options.profile,
    names: namesIn(returned),
    // Layouts before this one carried no definition; which of them it was is not handed on.
    templateSchema: returned.definition === null ? null : WORKBOOK_SCHEMA,
    errors: errorsOf(findings).length,
  });
  const own = more.map((finding) => ({ ...finding, place: { file: path, ...finding.place } }));
  say(own, context);
  // Errors block acceptance, never exporting: what can be read is written, and the descriptor says so.
  if (errorsOf([...findings, ...own]).length > 0) context.exit(1);
  if (files === null) return false;
  const outcome = await writeSet(options.out, files);
  context.progress('');
  if (outcome.kind === 'kept') {
    context.err(
      `Giữ nguyên ${outcome.paths.join(', ')}: tệp đã có, nội dung khác với ${path}. Chưa ghi tệp nào của sổ này; hãy chuyển tệp cũ đi nơi khác hoặc chọn thư mục khác bằng --out.\n`,
    );
    context.exit(2);
    return false;
  }
  const { observations, ownVerdicts, baselines } = returned;
  const isBefore = outcome.kind === 'unchanged' ? ' (đã có, không đổi)' : '';
  context.out(
    `${files.name}: ${observations.length} số liệu, ${ownVerdicts.length} đánh giá của cán bộ, ${baselines.length} số gốc${isBefore}\n`,
  );
  return true;
}

/** Names as the workbook itself carries them; null where it has lost its definition. */
function namesIn({ definition }: ReturnedWorkbook): ExchangeNames | null {
  if (definition === null) return null;
  const { unit, reporter, catalogue } = definition;
  return exchangeNames(reporter === null ? [unit] : [unit, reporter], catalogue);
}

function say(findings: readonly Finding[], context: CommandContext): void {
  if (findings.length === 0) return;
  context.progress('');
  context.err(findings.map((finding) => `${renderFinding(finding, 'vi')}\n`).join(''));
}

function errorsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

/** The operating system's own words, or where the program is at fault the whole story. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'syscall' in error ? error.message : (error.stack ?? error.message);
}
