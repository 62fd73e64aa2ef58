import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding, Language, Place } from '../../core/base/finding.ts';
import { textField } from '../../core/planning/book.ts';
import { readPlanningBook, type ReadBook } from '../../core/planning/read.ts';
import { headFields, planningSheets } from '../../core/planning/contract.ts';
import { inSheetWords } from '../../core/planning/sheet-words.ts';
import { renderFinding, renderMessage } from '../../core/wording/render.ts';
import { markWorkbook, type CellMark } from '../../formats/xlsx/mark.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';
import { exitCodeOf } from '../exit-code.ts';
import { CommandFailure } from '../failure.ts';
import { catalogueWith, loadCatalogue, OVERLAY_FILE } from '../plan-files/load.ts';
import { loadPlanUnits } from '../plan-files/plan-units.ts';
import { judgeRows } from './judge.ts';
import { toldInWorkbook } from './overlay-places.ts';
import { commentsIn, overlayWith, planText } from './plan-yaml.ts';
import { allLeftOut, fileIn, keepOld, membershipText, taggedUnits } from './write-plan.ts';
import { readWorkbookBytes } from '../regular-file.ts';
import { isThere, writeNew } from '../workbook/write-new.ts';
import { writeTogether, type WholeFile } from '../workbook/write-whole.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CommandContext } from '../commands/context.ts';

/** What the command was given. */
export interface PlanFromXlsxOptions {
  replace?: boolean;
  dropComments?: boolean;
  marked?: string;
  json?: boolean;
  lang: Language;
}

/** Writes the plan that a planning workbook says. */
export async function runPlanFromXlsx(
  path: string,
  options: PlanFromXlsxOptions,
  context: CommandContext,
): Promise<void> {
  const { workspace } = context;
  if (workspace === null)
    throw new CommandFailure(
      'Kế hoạch được ghi vào thư mục làm việc. Hãy lập bằng "chitieu init", vào thư mục ấy rồi chạy lại, hoặc ghi --workspace (no workspace).',
    );
  const bytes = await readWorkbookBytes(path);
  const said = await planOf(bytes, workspace);
  if (said.files === null) {
    await sayFindings(said, bytes, path, options, context);
    return;
  }
  await write(said, path, workspace, options, context);
}

/** What a planning workbook comes to: files to be written, or findings. */
interface Said {
  id: string;
  /** Plan file first; null with an error. */
  files: WholeFile[] | null;
  read: ReadBook | null;
  findings: Finding[];
}

async function planOf(bytes: Uint8Array, workspace: Workspace): Promise<Said> {
  const known = await loadCatalogue(workspace);
  if (known.value === null) return { id: '', files: null, read: null, findings: known.findings };
  const { sheets } = await readWorkbook(bytes);
  const { value: read, findings } = readPlanningBook(sheets, known.value);
  if (read === null) return { id: '', files: null, read, findings };
  const id = textField(read.head, 'id');
  const refused = (more: readonly Finding[]): Said => ({
    id,
    files: null,
    read,
    findings: [...findings, ...more],
  });

  const overlayPath = join(workspace.root, OVERLAY_FILE);
  const overlayText = (await isThere(overlayPath)) ? await readFile(overlayPath, 'utf8') : "schema: '1'\n";
  const { indicators, measureUnits, strata } = read.added;
  const isAdded = indicators.length > 0 || strata.length > 0;
  const overlay = isAdded ? overlayWith(overlayText, { measureUnits, strata, indicators }) : overlayText;
  const catalogue = isAdded ? await catalogueWith(workspace.program, overlay) : known;
  if (catalogue.value === null)
    return refused(toldInWorkbook(catalogue.findings, overlay, read.added.placeOf));
  const setBefore = textField(read.head, 'units');
  const units = await loadPlanUnits(
    workspace,
    textField(read.head, 'province'),
    setBefore === '' ? undefined : setBefore,
  );
  if (units.value === null) return refused(units.findings);
  const tagged = taggedUnits(units.value, read.members);
  const isTicked = tagged.some(({ tags }, at) => tags.join() !== units.value?.[at]?.tags.join());
  const members = isTicked ? membershipText(tagged) : null;
  const head = members !== null && setBefore === '' ? { ...read.head, units: id } : read.head;
  const context = { catalogue: catalogue.value, units: tagged };
  const judge = (leftOut: Parameters<typeof judgeRows>[2]) =>
    judgeRows(inOrder(head), read.rows, leftOut, read.book.text, context);
  const first = judge(read.book.ownLeftOut ?? []);
  const placed = first.findings.map(({ finding, id: entry, field }) => ({
    ...finding,
    place: entry === null ? placeInHead(field) : read.placeOf(entry, field),
  }));
  if (first.plan === null) return refused(placed);
  const { file } = judge(allLeftOut(first.plan, read));
  const folder = `${workspace.folder}/${id}`;
  return {
    id,
    read,
    findings: [...findings, ...placed],
    files: [
      fileIn(workspace.root, `${folder}/plan.yaml`, planText(file)),
      fileIn(workspace.root, `${folder}/source.txt`, read.book.text),
      ...(isAdded ? [fileIn(workspace.root, OVERLAY_FILE, overlay)] : []),
      ...(members === null
        ? []
        : [fileIn(workspace.root, `${workspace.folder}/units/${textField(head, 'units')}.csv`, members)]),
    ],
  };
}

/** A field of the head is shown on the sheet of the plan, under its label. */
function placeInHead(field: string): Place {
  const [, label] = headFields.find(([path]) => path.split('.')[0] === field.split('.')[0]) ?? [];
  return label === undefined ? { path: field } : { sheet: planningSheets.head, path: label };
}

const HEAD_ORDER =
  'schema id source title issuer number date province units period firstRound form sections'.split(' ');

/** `units` comes where plan files have it; every other field stays in its place. */
function inOrder(head: ReadBook['head']): ReadBook['head'] {
  const names = Object.keys(head);
  if (names.at(-1) !== 'units') return head;
  const place = (name: string) => HEAD_ORDER.indexOf(name);
  return Object.fromEntries(Object.entries(head).sort(([one], [other]) => place(one) - place(other)));
}

async function write(
  { id, files, read, findings }: Said,
  from: string,
  workspace: Workspace,
  options: PlanFromXlsxOptions,
  context: CommandContext,
): Promise<void> {
  const changed: WholeFile[] = [];
  for (const file of files ?? []) if (!(await isSame(file))) changed.push(file);
  const [plan] = files ?? [];
  if (plan !== undefined && (await isThere(plan.path)) && changed.includes(plan)) {
    if (!options.replace)
      throw new CommandFailure(
        `Kế hoạch ${id} đã có (${workspace.folder}/${id}/plan.yaml) và khác sổ này. Thêm --replace để thay; bản cũ được giữ bên cạnh (the plan is there).`,
      );
    const comments = commentsIn(await readFile(plan.path, 'utf8'));
    if (comments.length > 0 && !options.dropComments) {
      const listed = comments.map(({ line, text }) => `  dòng ${line}: ${text}`).join('\n');
      throw new CommandFailure(
        `Tệp kế hoạch đang có ${comments.length} ghi chú # mà bản ghi từ sổ không giữ được:\n${listed}\nBản cũ vẫn được giữ bên cạnh. Đồng ý thì thêm --drop-comments (comments would be lost).`,
      );
    }
  }
  const kept = await keepOld(changed);
  await writeTogether(changed);
  const counts = {
    plan: id,
    written: changed.map(({ path }) => path),
    kept,
    targets:
      read?.rows.filter(({ decision, role }) => decision === 'accept' && role === 'target').length ?? 0,
    asked: read?.rows.filter(({ decision }) => decision === 'ask').length ?? 0,
    dropped: read?.rows.filter(({ decision }) => decision === 'drop').length ?? 0,
    newIndicators: read?.added.indicators.length ?? 0,
  };
  for (const finding of findings) context.err(`${renderFinding(finding, options.lang)}\n`);
  if (options.json) {
    context.out(`${JSON.stringify(counts, null, 2)}\n`);
    return;
  }
  const isVi = options.lang === 'vi';
  const lines = [
    changed.length === 0
      ? isVi
        ? `Kế hoạch ${id} đã đúng như sổ: không tệp nào phải ghi.`
        : `The plan ${id} is as the workbook says: nothing to write.`
      : isVi
        ? `Đã ghi kế hoạch ${id} từ ${from}: ${counts.targets} mục tiêu, ${counts.asked} còn hỏi, ${counts.dropped} bỏ, ${counts.newIndicators} chỉ tiêu thêm vào danh mục.`
        : `Wrote the plan ${id} from ${from}: ${counts.targets} targets, ${counts.asked} still asked about, ${counts.dropped} dropped, ${counts.newIndicators} indicators added.`,
    ...counts.written.map((path) => `  ${path}`),
    ...kept.map((path) => (isVi ? `  bản cũ: ${path}` : `  old: ${path}`)),
    isVi ? `Việc tiếp theo: chitieu plan lint ${id}` : `Next: chitieu plan lint ${id}`,
  ];
  context.out(`${lines.join('\n')}\n`);
}

async function isSame({ path, bytes }: WholeFile): Promise<boolean> {
  return (await isThere(path)) && Buffer.compare(await readFile(path), Buffer.from(bytes)) === 0;
}

/** Findings as lines, and in the cells of a copy where they have one. */
async function sayFindings(
  { findings, read }: Said,
  bytes: Uint8Array,
  path: string,
  options: PlanFromXlsxOptions,
  context: CommandContext,
): Promise<void> {
  const numbers = new Map(read?.book.rows.map(({ entry }, at) => [textField(entry, 'id'), at + 1]));
  const said = (text: string) =>
    options.lang === 'vi' ? inSheetWords(text, (id) => numbers.get(id) ?? null) : text;
  const marks = findings.flatMap(({ place, ...finding }): CellMark[] => {
    if (place.sheet === undefined || place.cell === undefined) return [];
    const text = said(renderMessage({ ...finding, place }, options.lang));
    return [{ sheet: place.sheet, address: place.cell, severity: finding.severity, text }];
  });
  const copy = options.marked ?? path.replace(/(?:\.xlsx)?$/iu, '-loi.xlsx');
  const isWritten = marks.length > 0 && (await writeNew(copy, (await markWorkbook(bytes, marks)).bytes));
  if (options.json) {
    const shown = findings.map((finding) => ({ ...finding, message: renderMessage(finding, options.lang) }));
    context.out(`${JSON.stringify({ findings: shown, marked: isWritten ? copy : null }, null, 2)}\n`);
  } else {
    for (const finding of findings) context.err(`${said(renderFinding(finding, options.lang))}\n`);
    if (isWritten)
      context.err(
        options.lang === 'vi'
          ? `Chưa ghi gì vào kế hoạch. Bản sao có ghi chú ở từng ô: ${copy}\n`
          : `Nothing was written into the plan. A copy with notes in its cells: ${copy}\n`,
      );
  }
  context.exit(exitCodeOf(findings));
}
