import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { readGrid } from '../../core/planner/grid/grid-read.ts';
import type { Finding } from '../../core/base/finding.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import type { ReadWorkbook } from '../../formats/xlsx/cells.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';
import { exitCodeOf } from '../exit-code.ts';
import { withAssignments } from '../exchange-files/assignment-rows.ts';
import { readAssignments } from '../exchange-files/assignments.ts';
import { writeWhole } from '../workbook/write-safely.ts';
import { asLines, assignGroup } from './assign-group.ts';
import type { CommandContext } from './context.ts';
import { requirePlans } from './selected-plans.ts';
import { CommandFailure } from '../failure.ts';

interface ReadOptions {
  out: string;
  assignments?: string;
}

/** `chitieu assign read FILE.xlsx --out assignments.csv [--assignments OLD.csv]` */
export function registerAssignRead(program: Command, context: CommandContext): void {
  assignGroup(program)
    .command('read')
    .argument('<tệp>', 'bảng giao chỉ tiêu đã nhập (filled grid workbook)')
    .description('đọc bảng giao, ghi thêm số đã sửa vào tệp CSV (append the changed values)')
    .requiredOption('--out <tệp>', 'tệp CSV sẽ ghi (output file)')
    .option('--assignments <tệp>', 'tệp CSV số đã giao từ trước; mọi dòng được giữ lại (assigned so far)')
    .action(async (path: string, options: ReadOptions) => {
      const refuse = (findings: readonly Finding[]) => {
        context.err(asLines(findings));
        context.err(`Chưa ghi ${options.out}. Hãy sửa các lỗi trên rồi đọc lại.\n`);
        context.exit(exitCodeOf(findings));
      };
      const earlier =
        options.assignments === undefined
          ? { value: [], text: null, findings: [] }
          : await readAssignments(options.assignments, (await requirePlans(context, [])).catalogue);
      if (earlier.value === null) {
        refuse(earlier.findings);
        return;
      }
      const workbook = await openWorkbook(path);
      const { value: added, findings } = readGrid(workbook.sheets, earlier.value, workbook.date1904);
      if (added === null) {
        refuse(findings.map((finding) => ({ ...finding, place: { file: path, ...finding.place } })));
        return;
      }
      await writeKeeping(options.out, withAssignments(earlier.text, added));
      context.out(
        `Đã ghi ${options.out}: ${added.length} số giao mới, ${earlier.value.length} số giao trước được giữ.\n`,
      );
    });
}

async function openWorkbook(path: string): Promise<ReadWorkbook> {
  try {
    return await readWorkbook(new Uint8Array(await readFile(path)));
  } catch (error) {
    if (!(error instanceof WorkbookReadError)) throw error;
    const finding = { ...error.finding, place: { file: path, ...error.finding.place } };
    throw new CommandFailure(renderFinding(finding, 'vi'), { cause: error });
  }
}

/** Writes a file that may replace only one whose every line it still begins with. */
async function writeKeeping(path: string, text: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  // The reader drops a byte order mark; everything after it has to be there still.
  if (!text.startsWith(before.replace(/^\uFEFF/u, '')))
    throw new CommandFailure(
      `Giữ nguyên ${path}: tệp đã có và chứa dòng khác. Hãy đưa tệp này bằng --assignments, hoặc chọn tên khác bằng --out.`,
    );
  await writeWhole(path, text);
}
