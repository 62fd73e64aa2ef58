import { type Finding, type Language, reporter } from '../../core/base/finding.ts';
import { repairMessages, repairWords } from '../../core/repair/messages.ts';
import { notedLines, unreadableNote } from '../../core/wording/repair-notes.ts';
import { renderFinding, renderMessage } from '../../core/wording/render.ts';
import { openDamaged } from '../../core/repair/meta-sheet.ts';
import { MOST_UNPLACED, repairWorkbook } from '../../core/repair/repair-workbook.ts';
import type { Noted, Repaired } from '../../core/repair/repaired.ts';
import type { WorkbookIdentity } from '../../core/workbook/contract.ts';
import type { OpenedReturn } from '../../core/returned/open-return.ts';
import type { ReturnedWorkbook } from '../../core/returned/read.ts';
import type { SheetCells } from '../../core/sheet/facts.ts';
import { namedByMost } from '../../core/returned/identity.ts';
import { SAMPLE_BANNER } from '../../core/workbook/wording.ts';
import { checkReasonColumn } from '../../core/check/form/rules/form-in-reason-column.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import { readForRepair } from '../../formats/xlsx/read-for-repair.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { isThere, writeNew } from '../workbook/write-new.ts';
import type { CommandContext } from '../commands/context.ts';
import { fileTrouble } from '../file-trouble.ts';
import { readWorkbookBytes } from '../regular-file.ts';
import { CommandFailure } from '../failure.ts';
import { rebuiltDefinition, versionNotes } from './rebuilt-definition.ts';

/** What the command was given. */
export interface RepairOptions {
  out: string;
  plan?: string[];
  unit?: string;
  round?: string;
  units?: string;
  assignments?: string;
  baselines?: string;
  figures?: string;
  json?: boolean;
  lang: Language;
}

const report = reporter(repairMessages);

/** Repairs a workbook into a new file. */
export async function runRepair(
  path: string,
  options: RepairOptions,
  context: CommandContext,
): Promise<void> {
  if (await isThere(options.out)) refuse(report('repair-out-exists', { file: options.out }, {}));
  const { opened, beside, notes } = await readDamaged(path);
  const { returned, findings } = opened;
  const { sheets } = opened.facts;
  const found = identityOf(returned, findings, options, path, sheets);
  const rebuild = { ...options, sample: returned?.sample ?? hasSampleBanner(sheets) };
  const { definition, notes: more } = returned?.definition
    ? {
        definition: returned.definition,
        notes: [...(await versionNotes(context, returned)), ...unusedFiles(options)],
      }
    : await rebuiltDefinition(context, found, returned?.plans ?? new Map(), rebuild);
  notes.push(...more, ...numbersAsReasons(opened));
  const repaired = repairWorkbook(opened, definition, beside);
  if (repaired === null) refuse(report('repair-too-much', { file: path }, { limit: MOST_UNPLACED }));
  if (!(await writeNew(options.out, await serialize(repaired.model)))) {
    refuse(report('repair-out-exists', { file: options.out }, {}));
  }
  if (options.json) context.out(`${JSON.stringify(asJson(path, options, repaired, notes), null, 2)}\n`);
  else say(path, options, repaired, notes, context);
  if (repaired.unplaced.length > 0 || notes.some(({ severity }) => severity === 'error')) context.exit(1);
}

/** Lines of leftovers that are shown; the sheet has them all. */
const SHOWN = 200;

function refuse(finding: Finding): never {
  throw new CommandFailure(renderFinding(finding, 'vi'));
}

/** A definition that is there says what was assigned and filled in; files for it would contradict it. */
function unusedFiles(options: RepairOptions): Finding[] {
  const given = (['units', 'assignments', 'baselines', 'figures'] as const).filter(
    (name) => options[name] !== undefined,
  );
  return given.length === 0
    ? []
    : [report('repair-files-unused', {}, { options: given.map((name) => `--${name}`) })];
}

/** Figures among the reasons: they come back as the reasons they are, which is said. */
function numbersAsReasons({ issued }: OpenedReturn): Finding[] {
  if (!issued) return [];
  const { findings } = checkReasonColumn(issued.judged.figures, issued.typed);
  return findings.map(({ place, data }) =>
    report('repair-numbers-as-reasons', place, { numbers: data.numbers, until: data.until }),
  );
}

/** What can be read of a file, and what of it cannot. */
async function readDamaged(path: string) {
  const named = (finding: Finding): Finding => ({ ...finding, place: { file: path, ...finding.place } });
  try {
    const { facts, beside, unreadable } = await readForRepair(await readWorkbookBytes(path));
    const notes = unreadable.map(unreadableNote);
    if (facts.signed === true) notes.push(report('repair-signature', {}, {}));
    return { opened: openDamaged(facts), beside, notes: notes.map(named) };
  } catch (error) {
    const finding = error instanceof WorkbookReadError ? error.finding : fileTrouble(error);
    if (finding !== null) refuse(named(finding));
    throw error;
  }
}

/** Whose figures the file holds: what it says, else what the options say. */
function identityOf(
  returned: ReturnedWorkbook | null,
  findings: readonly Finding[],
  options: RepairOptions,
  path: string,
  sheets: readonly SheetCells[],
): WorkbookIdentity {
  if (returned) {
    const plans = [...returned.plans.keys()];
    const differs = (option: string, given: string | undefined, found: string) => {
      if (given === undefined || given === found) return;
      refuse(report('repair-identity-differs', { file: path }, { option, given, found }));
    };
    differs('--unit', options.unit, returned.reporter);
    differs('--round', options.round, returned.round);
    if (options.plan) {
      differs('--plan', [...options.plan].sort().join(' + '), [...plans].sort().join(' + '));
    }
    return { unit: returned.unit, reporter: returned.reporter, round: returned.round, plans };
  }
  const [reason] = findings;
  const isUnknown = reason?.code === 'identity-missing' || reason?.code === 'identity-contradictory';
  if (reason && !isUnknown) refuse({ ...reason, place: { file: path } });
  const { plan = [], unit, round } = options;
  if (plan.length === 0 || unit === undefined || round === undefined) {
    const missing = [
      ...(plan.length === 0 ? ['--plan'] : []),
      ...(unit === undefined ? ['--unit'] : []),
      ...(round === undefined ? ['--round'] : []),
    ];
    refuse(report('repair-not-identified', { file: path }, { missing, onSheets: namedByMost(sheets) }));
  }
  return { unit: '', reporter: unit, round, plans: plan };
}

function hasSampleBanner(sheets: readonly SheetCells[]): boolean {
  return sheets.some(({ cells }) => cells.some(({ value }) => value === SAMPLE_BANNER));
}

function say(
  path: string,
  { out, lang }: RepairOptions,
  { unplaced, toVerify, leftBlank, placed }: Repaired,
  notes: readonly Finding[],
  context: CommandContext,
): void {
  const words = repairWords[lang];
  for (const finding of notes) context.err(`${renderFinding(finding, lang)}\n`);
  context.out(`${words.done(path, out)}\n${words.placed(placed)}\n`);
  if (placed.asIssued > 0) context.out(`${words.asIssued(placed.asIssued)}\n`);
  list(words.unplaced(unplaced.length), unplaced, lang, context);
  list(words.toVerify(toVerify.length), toVerify, lang, context);
  list(words.leftBlank(leftBlank.length), leftBlank, lang, context);
}

function list(title: string, notes: readonly Noted[], language: Language, context: CommandContext): void {
  if (notes.length === 0) return;
  context.out(`${title}\n`);
  const lines = notedLines(notes, language);
  for (const line of lines.slice(0, SHOWN)) context.out(`  ${line}\n`);
  if (lines.length > SHOWN) context.out(`  ${repairWords[language].more(lines.length - SHOWN)}\n`);
}

function asJson(file: string, { out, lang }: RepairOptions, repaired: Repaired, notes: readonly Finding[]) {
  const { placed, unplaced, toVerify, leftBlank } = repaired;
  const line = ({ finding, why, about, ...noted }: Noted) => ({
    ...noted,
    about: about?.[lang] ?? null,
    code: finding.code,
    message: why ?? renderMessage(finding, lang),
  });
  return {
    file,
    out,
    placed,
    unplaced: unplaced.map(line),
    toVerify: toVerify.map(line),
    leftBlank: leftBlank.map(line),
    notes: notes.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      place: finding.place,
      message: renderMessage(finding, lang),
    })),
  };
}
