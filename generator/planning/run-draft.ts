import type { Language } from '../../core/base/finding.ts';
import { planningWorkbook } from '../../core/planning/workbook.ts';
import type { PlanningBook, RawEntry } from '../../core/planning/book.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { readDocument } from '../documents/read-document.ts';
import { exitCodeOf } from '../exit-code.ts';
import { CommandFailure } from '../failure.ts';
import { loadCatalogue } from '../plan-files/load.ts';
import { newPlanBook } from './new-plan.ts';
import { writeNew } from '../workbook/write-new.ts';
import type { CommandContext } from '../commands/context.ts';
import { planSource } from '../commands/selected-plans.ts';

/** What the command was given. */
export interface PlanDraftOptions {
  out: string;
  id?: string;
  province?: string;
  period?: string;
  json?: boolean;
  lang: Language;
}

/** Drafts a plan from a document. */
export async function runPlanDraft(
  path: string,
  options: PlanDraftOptions,
  context: CommandContext,
): Promise<void> {
  await draftDocument(path, { ...options, like: null }, context);
}

/** Reads a document and writes the planning workbook of what it is drafted to. */
export async function draftDocument(
  path: string,
  options: PlanDraftOptions & { like: RawEntry | null },
  context: CommandContext,
): Promise<void> {
  const read = await readDocument(path);
  for (const finding of read.findings) context.err(`${renderFinding(finding, options.lang)}\n`);
  if (read.value === null) {
    context.exit(exitCodeOf(read.findings));
    return;
  }
  const from = planSource(context);
  const { value: catalogue, findings } = await loadCatalogue(from);
  if (catalogue === null)
    throw new CommandFailure(findings.map((finding) => renderFinding(finding, 'vi')).join('\n'));
  const said = {
    id: options.id,
    province: options.province ?? context.workspace?.province ?? undefined,
    period: options.period,
    like: options.like,
  };
  const { book, groups } = await newPlanBook(read.value, path, said, { from, catalogue });
  const bytes = await serialize(planningWorkbook(book, catalogue, groups));
  if (!(await writeNew(options.out, bytes)))
    throw new CommandFailure(
      `Giữ nguyên ${options.out}: tệp đã có và có thể đã được sửa. Hãy chọn tên khác bằng --out (the file is there).`,
    );
  const counts = countsOf(book);
  context.out(
    options.json
      ? `${JSON.stringify({ out: options.out, ...counts }, null, 2)}\n`
      : `${writtenText(options.out, counts, options.lang)}\n`,
  );
}

interface Counts {
  plan: string;
  rows: number;
  accepted: number;
  asked: number;
  newIndicators: number;
  leftOut: number;
  sentences: number;
}

function countsOf({ head, rows, leftOut, sentences }: PlanningBook): Counts {
  return {
    plan: String(head.id),
    rows: rows.length,
    accepted: rows.filter(({ decision }) => decision === 'accept').length,
    asked: rows.filter(({ decision }) => decision === 'ask').length,
    newIndicators: new Set(rows.flatMap(({ wanted }) => wanted?.name ?? [])).size,
    leftOut: leftOut.length,
    sentences: sentences.length,
  };
}

function writtenText(out: string, counts: Counts, language: Language): string {
  const { plan, rows, accepted, asked, newIndicators, leftOut, sentences } = counts;
  return language === 'vi'
    ? `Đã tạo ${out} (${plan}): ${rows} dòng mục tiêu và số hiện trạng, ${accepted} dòng nhận, ${asked} dòng phải hỏi, ${newIndicators} chỉ tiêu có thể là mới; ${leftOut} số để ngoài; ${sentences} câu.\nViệc tiếp theo: mở tệp bằng Excel, xem trang Mục tiêu, lưu, rồi chạy: chitieu plan from-xlsx ${out}`
    : `Made ${out} (${plan}): ${rows} targets and baselines, ${accepted} accepted, ${asked} to be asked about, ${newIndicators} indicators that may be new; ${leftOut} numbers left out; ${sentences} sentences.\nNext: open it in Excel, look at the sheet Mục tiêu, save, then run: chitieu plan from-xlsx ${out}`;
}
