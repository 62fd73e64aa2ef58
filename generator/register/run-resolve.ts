import type { Language } from '../../core/base/finding.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import { figureText } from '../../core/store/entry.ts';
import type { Conflict } from '../../core/store/in-force.ts';
import { returnName, type StoredReturn } from '../../core/store/model.ts';
import { figureShown, periodShown, vintageShown } from '../../core/store/shown.ts';
import { standingOf } from '../../core/store/standing.ts';
import { whereFrom } from '../../core/store/where-from.ts';
import { labelOf } from '../../core/workbook/key-label.ts';
import { installedOf, type Installed } from '../check/installed.ts';
import { CommandFailure } from '../failure.ts';
import { refuseUnused } from '../unused-options.ts';
import { unitNameIn, unitSaid } from '../import/said.ts';
import { openConflicts } from './draw-up.ts';
import { conflictId } from './conflict-id.ts';
import { listedConflicts, type ListOptions } from './listed-conflicts.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';
import { decisionJson, keepDecisions, returnNamed } from '../commands/decide.ts';
import { decideFrom, listInto } from '../commands/resolve-workbook.ts';
import { usablePlans } from '../commands/selected-plans.ts';

/** What the command was given. */
export interface ResolveOptions extends ListOptions {
  list?: boolean;
  out?: string;
  from?: string;
  keep?: string;
  undo?: string;
}

/** Decides a conflict. */
export async function runResolve(
  ids: string[],
  options: ResolveOptions,
  context: CommandContext,
): Promise<void> {
  if (
    options.round !== undefined &&
    [options.undo, options.keep, options.from].some((one) => one !== undefined)
  )
    throw new CommandFailure(
      '--round chỉ đi với --list: quyết định thì nêu mã mâu thuẫn (only with --list; name the conflicts instead).',
    );
  if (options.undo !== undefined) return undo(options.undo, options, context);
  if (options.keep !== undefined) return keep(options.keep, ids, options, context);
  if (options.from !== undefined) return decideFrom(options.from, options, context);
  const { reason, by } = options;
  refuseUnused({ '--reason': reason, '--by': by }, { vi: '--keep, --from hoặc --undo', en: 'a decision' });
  if (options.out !== undefined) return listInto(options.out, options, context);
  return list(options, context);
}

async function list(options: ResolveOptions, context: CommandContext): Promise<void> {
  await withStore(context, { for: 'ask', at: options.at }, async (store) => {
    // Units are named without the planner's files: an error in one does not hide what is in conflict.
    const { catalogue, plans } = await usablePlans(context, []);
    const installed = installedOf({ catalogue, plans: plans.map(({ plan }) => plan) });
    const conflicts = await listedConflicts(store, options, catalogue);
    const returns = new Map((await store.returns()).map((one) => [one.number, one]));
    if (options.json) {
      context.out(
        `${JSON.stringify(
          conflicts.map((one) => conflictJson(one, returns)),
          null,
          2,
        )}\n`,
      );
      return;
    }
    for (const one of conflicts)
      context.out(conflictText(one, returns, { installed, language: options.lang }));
    const say = said[options.lang];
    context.out(
      `${conflicts.length === 0 ? say.noConflicts(options.round) : say.conflicts(conflicts.length)}\n`,
    );
  });
}

async function keep(
  named: string,
  ids: readonly string[],
  options: ResolveOptions,
  context: CommandContext,
): Promise<void> {
  await withStore(context, { for: 'write', at: options.at }, async (store, setting) => {
    const { catalogue } = await usablePlans(context, []);
    const one = await returnNamed(named, store);
    const open = await openConflicts(store, {}, catalogue);
    const unknown = ids.filter((id) => !open.some((conflict) => conflictId(conflict) === id));
    if (unknown.length > 0)
      throw new CommandFailure(
        `Không có mâu thuẫn chưa giải quyết nào mang mã ${unknown.join(', ')}; xem "chitieu resolve --list" (no such open conflict).`,
      );
    const wanted = open.filter((conflict) => ids.length === 0 || ids.includes(conflictId(conflict)));
    const chosen = [];
    for (const conflict of wanted) {
      const holds = conflict.holders.map((entry) => entry.return);
      if (holds.includes(one.number)) chosen.push(conflict);
      else if (ids.length > 0)
        throw new CommandFailure(
          `Mâu thuẫn ${conflictId(conflict)} không có số nào của ${returnName(one.number)}; có của ${holds.map(returnName).join(', ')} (the return has no figure in it).`,
        );
    }
    if (chosen.length === 0)
      throw new CommandFailure(
        `${returnName(one.number)} không có số nào đang mâu thuẫn (nothing to decide).`,
      );
    const decided = chosen.map(({ key }) => ({ kind: 'choose', return: one.number, figure: key }) as const);
    const decisions = await keepDecisions(store, decided, { options, ...setting });
    context.out(
      options.json
        ? `${JSON.stringify(decisions.map(decisionJson), null, 2)}\n`
        : `${said[options.lang].chosen(returnName(one.number), chosen.length, decisions.map(({ number }) => number).join(','))}\n`,
    );
  });
}

async function undo(named: string, options: ResolveOptions, context: CommandContext): Promise<void> {
  await withStore(context, { for: 'write', at: options.at }, async (store, setting) => {
    const wanted = numbersIn(named);
    const all = await store.decisions();
    const { isUndone } = standingOf(all);
    const targets = all.filter(({ number }) => wanted.includes(number));
    const before = targets.filter(isUndone).map(({ number }) => number);
    if (before.length > 0)
      throw new CommandFailure(
        `Quyết định số ${before.join(', ')} đã được bỏ từ trước; chưa bỏ thêm quyết định nào (undone already).`,
      );
    if (targets.length === 0 || targets.length < wanted.length)
      throw new CommandFailure(`Không có quyết định số ${named} (no such decision).`);
    const decided = targets.map(({ number }) => ({ kind: 'undo', target: number }) as const);
    const decisions = await keepDecisions(store, decided, { options, ...setting });
    if (options.json) context.out(`${JSON.stringify(decisions.map(decisionJson), null, 2)}\n`);
    else
      for (const { number, by, reason } of targets)
        context.out(`${said[options.lang].undone(number, by, reason)}\n`);
  });
}

/** More than one workbook of decisions holds. */
const MOST_UNDONE = 100_000;

/** `4`, `4-15`: all from one to the other, or `412,512`. */
function numbersIn(text: string): number[] {
  const parts = text.split(',').map(rangeIn);
  return parts.some((part) => part.length === 0) ? [] : parts.flat();
}

function rangeIn(text: string): number[] {
  const [, from, to = from] = /^\s*(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?\s*$/u.exec(text) ?? [];
  const length = Number(to) - Number(from) + 1;
  return length >= 1 && length <= MOST_UNDONE ? Array.from({ length }, (_, at) => Number(from) + at) : [];
}

type Returns = ReadonlyMap<number, StoredReturn>;

function conflictText(
  conflict: Conflict,
  returns: Returns,
  { installed, language }: { installed: Installed; language: Language },
): string {
  const [first] = conflict.figures;
  if (!first) return '';
  const name = labelOf(`${first.indicator}|${first.stratum}`, installed.catalogue, language);
  const lines = conflict.figures.map((entry) => {
    const one = returns.get(entry.return);
    const day = one ? vietnameseDate(one.received.slice(0, 10)) : '?';
    return `  ${returnName(entry.return)}: ${figureShown(entry, language)}  (${whereFrom(entry, one)}; ${said[language].received(day)})\n`;
  });
  const when = [periodShown(first, language), vintageShown(first, language)].filter((part) => part !== '');
  const whose = unitSaid(first.reporter, unitNameIn(installed));
  return `${conflictId(conflict)}  ${whose}: ${name}, ${when.join(', ')}\n${lines.join('')}`;
}

function conflictJson(conflict: Conflict, returns: Returns) {
  const [first] = conflict.figures;
  return {
    id: conflictId(conflict),
    unit: first?.unit,
    reporter: first?.reporter,
    indicator: first?.indicator,
    stratum: first?.stratum,
    period: first?.period,
    vintage: first?.vintage,
    figures: conflict.figures.map((entry) => ({
      return: returnName(entry.return),
      figure: figureText(entry),
      file: returns.get(entry.return)?.files[0]?.name ?? null,
      place: entry.place,
      received: returns.get(entry.return)?.received ?? null,
    })),
  };
}
