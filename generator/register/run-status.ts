import type { Language } from '../../core/base/finding.ts';
import { returnName } from '../../core/store/model.ts';
import { countStates, type RegisterLine } from '../../core/store/register.ts';
import { hasSentPart } from '../../core/store/words.ts';
import type { ClosedRound } from '../../core/consolidate/consolidate.ts';
import { parsePeriod } from '../../core/period/period.ts';
import { closedSaid } from '../../core/report/changes.ts';
import type { RegisterOnPaper } from '../../core/store/register-sheet.ts';
import { closedJson } from '../consolidate/closed-json.ts';
import { closedIn } from '../consolidate/gather.ts';
import { plannerFilesNow } from '../exchange-files/planner-files-now.ts';
import { CommandFailure } from '../failure.ts';
import { withGivenNow } from './given-since.ts';
import { differencesOf } from '../consolidate/level-differences.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { ProvinceLine } from '../../core/store/provinces.ts';
import { provincesHere } from './of-country.ts';
import { provincesJson, provincesText } from './provinces-text.ts';
import { drawUpRegister, type Register } from './draw-up.ts';
import { roundThatSays, sumSentence } from './round-that-says.ts';
import { registerText } from './text.ts';
import { withStore } from '../store/with-store.ts';
import { writeNew } from '../workbook/write-new.ts';
import { roundOrUsual } from './round-or-usual.ts';
import type { CommandContext } from '../commands/context.ts';
import { plansOfRound } from '../commands/selected-plans.ts';

/** What the command was given. */
export interface StatusOptions {
  round?: string;
  province?: string;
  json?: boolean;
  out?: string;
  at?: string;
  lang: Language;
}

interface RegisterTold {
  register: Register;
  openLevels: number;
  provinces: ProvinceLine[] | null;
  /** null while the round is open. */
  closed: ClosedRound | null;
}

/** Draws up the register of a round. */
export async function runStatus(options: StatusOptions, context: CommandContext): Promise<void> {
  const { register, openLevels, provinces, closed } = await registerFor(options, context);
  const ofAll = options.province === undefined ? provinces : null;
  if (options.out !== undefined)
    await writeRegister({ ...register, closed: closed && closedSaid(closed, 'vi') }, ofAll, options.out);
  const ofCountry = provinces && { provinces: provincesJson(provinces) };
  const text =
    provinces && options.province === undefined
      ? provincesText(register.round, provinces, options.lang)
      : registerText(register, options.lang);
  context.out(
    options.json
      ? `${JSON.stringify({ ...registerJson(register, options.lang), ...ofCountry, openLevels, closed: closed && closedJson(closed) }, null, 2)}\n`
      : `${text}${levelsText(openLevels, options.lang)}${closedText(closed, options.lang)}`,
  );
}

/** Writes the register as a workbook. @throws CommandFailure where a file of that name is there */
async function writeRegister(
  register: Register & Pick<RegisterOnPaper, 'closed'>,
  provinces: readonly ProvinceLine[] | null,
  path: string,
): Promise<void> {
  // Loaded where a workbook is written: a register on the screen needs none of it.
  const { serialize } = await import('../../formats/xlsx/write/serialize.ts');
  const { registerBook } = await import('../register/register-book.ts');
  if (await writeNew(path, await serialize(registerBook(register, provinces)))) return;
  throw new CommandFailure(
    `Giữ nguyên "${path}": tệp đã có. Hãy chọn tên khác bằng --out (the file is there already).`,
  );
}

/** What is still to be said about levels that contradict each other; '' where nothing is. */
function levelsText(open: number, language: Language): string {
  if (open === 0) return '';
  return language === 'vi'
    ? `Các cấp nói khác nhau ở ${open} chỗ chưa có lý do hay quyết định: xem "chitieu levels".\n`
    : `The levels differ in ${open} places without a reason or a decision: see "chitieu levels".\n`;
}

/** When and by whom the round was closed, and what has changed since; '' where it is open. */
function closedText(closed: ClosedRound | null, language: Language): string {
  if (closed === null) return '';
  const where =
    language === 'vi'
      ? ' "chitieu report" liệt kê từng số đổi sau khi khóa.'
      : ' "chitieu report" lists every change since.';
  return `${closedSaid(closed, language)}${closed.corrections.length === 0 ? '' : where}\n`;
}

/** The register a command is about, its closing, and how many differences between levels nobody has explained. */
async function registerFor(
  options: Pick<StatusOptions, 'round' | 'at' | 'province' | 'lang'>,
  context: CommandContext,
): Promise<RegisterTold> {
  return withStore(context, { for: 'ask', at: options.at }, async (store, { workspace, now }) => {
    const round = roundOrUsual(options.round, workspace);
    const { catalogue, plans: loaded } = await plansOfRound(context, round);
    const plans = loaded.map(({ plan }) => plan);
    const reportedIn = await roundThatSays(store, round);
    if (reportedIn !== round) context.err(`${sumSentence(round, reportedIn, options.lang)}.\n`);
    const register = await drawUpRegister(store, { plans, catalogue }, { round: reportedIn, today: now });
    if (register.lines.length === 0)
      throw new CommandFailure(
        `Không kế hoạch nào của thư mục làm việc có kỳ ${round}. Hãy kiểm tra --round (no plan has this round).`,
      );
    const differences = await differencesOf(store, { plans, catalogue }, { round, today: now, register });
    const openLevels = differences.filter(({ isOpen }) => isOpen).length;
    const provinces = await provincesHere(store, workspace, { plans, catalogue, register });
    const decisions = await store.decisions();
    const closing = await closedIn(
      store,
      { round: reportedIn, decisions, conflicts: register.conflicts },
      catalogue,
    );
    const filesNow = plannerFilesNow(context, { plans, catalogue });
    const period = parsePeriod(round);
    const closed =
      closing &&
      period &&
      (await withGivenNow(store, closing, { filesNow, plans, catalogue, round: period }));
    return { register: ofProvince(register, plans, options.province), openLevels, provinces, closed };
  });
}

/** Of a register the lines of one province; all where none is named. @throws CommandFailure where no plan is its */
function ofProvince(register: Register, plans: readonly Plan[], province: string | undefined): Register {
  if (province === undefined) return register;
  const own = plans.filter(({ file }) => file.province === province).map(({ file }) => file.id);
  const lines = register.lines.filter((line) => line.plans.some((id) => own.includes(id)));
  if (lines.length > 0) return { ...register, lines, others: [] };
  throw new CommandFailure(
    `Không kế hoạch nào của ${province} ở đây có kỳ ${register.round}; xem các tỉnh bằng "chitieu status" (no plan of this province).`,
  );
}

function registerJson({ round, lines, others }: Register, language: Language) {
  return {
    round,
    counts: { units: lines.length, ...countStates(lines) },
    units: lines.map((line) => lineJson(line, language)),
    others: others.map(({ number, reporter }) => ({ return: returnName(number), reporter })),
  };
}

function lineJson(line: RegisterLine, language: Language) {
  const { reporter, name, plans, notOwed, due, state, version, waiting, missing, judged, daysLate } = line;
  const { return: one } = line;
  return {
    unit: reporter,
    name,
    plans,
    state,
    notOwed: notOwed && notOwed.said[language],
    notOwedBecause: notOwed && notOwed.because,
    due,
    return: one && returnName(one.number),
    files: one?.files.map((file) => file.name) ?? [],
    received: one?.received ?? null,
    version,
    waiting,
    partly: hasSentPart(line),
    missingPlans: missing,
    entered: judged?.entered ?? null,
    owed: judged?.owed ?? null,
    errors: judged?.errors ?? null,
    warnings: judged?.warnings ?? null,
    daysLate,
  };
}
