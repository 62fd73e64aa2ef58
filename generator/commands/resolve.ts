import type { Command } from 'commander';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { figureText, stratumOf } from '../../core/store/entry.ts';
import type { Conflict } from '../../core/store/in-force.ts';
import { returnName, type StoredReturn } from '../../core/store/model.ts';
import { CommandFailure } from '../failure.ts';
import { openConflicts } from '../register/draw-up.ts';
import { sha256Of } from '../store/originals.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from './context.ts';
import { decisionJson, keepDecision, returnNamed, type DecideOptions } from './decide.ts';
import { withExample } from './example.ts';
import { usablePlans } from './selected-plans.ts';

interface ResolveOptions extends DecideOptions {
  list?: boolean;
  keep?: string;
  undo?: string;
}

/** `chitieu resolve --list`, `chitieu resolve [ID…] --keep RETURN --reason TEXT`, `chitieu resolve --undo N` */
export function registerResolve(program: Command, context: CommandContext): void {
  const command = program
    .command('resolve')
    .argument('[mã...]', 'mã mâu thuẫn; bỏ trống là mọi mâu thuẫn có số của bản được giữ (conflict ids)')
    .description('giải quyết số mâu thuẫn: số của bản nào có hiệu lực (decide which figure holds)')
    .option('--list', 'liệt kê mâu thuẫn chưa giải quyết (list open conflicts)')
    .option('--keep <bản>', 'bản có số được giữ, ví dụ B12 (return whose figures hold)')
    .option('--undo <số>', 'bỏ một quyết định, theo số của nó (undo a decision)')
    .option('--by <tên>', 'người quyết định; mặc định theo chitieu.yaml (who decides)')
    .option('--reason <lý do>', 'vì sao (why)')
    .option('--at <thời điểm>', 'thời điểm, ISO; mặc định là lúc này (time)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .action(async (ids: string[], options: ResolveOptions) => {
      if (options.undo !== undefined) return undo(options.undo, options, context);
      if (options.keep !== undefined) return keep(options.keep, ids, options, context);
      return list(options, context);
    });
  withExample(
    command,
    'chitieu resolve --list',
    'chitieu resolve m3fa2c1 --keep B12 --reason "Công văn 15"',
    'chitieu resolve --undo 4 --reason "Nhầm bản"',
  );
}

/** How people name a conflict: short, and the same as long as it is open. */
export function conflictId({ key }: Conflict): string {
  return `m${sha256Of(key).slice(0, 6)}`;
}

async function list(options: ResolveOptions, context: CommandContext): Promise<void> {
  await withStore(context, { for: 'ask', at: options.at }, async (store) => {
    const { catalogue } = await usablePlans(context, []);
    const conflicts = await openConflicts(store, {}, catalogue);
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
    for (const one of conflicts) context.out(conflictText(one, returns, catalogue));
    context.out(
      conflicts.length === 0
        ? 'Không có mâu thuẫn nào chưa giải quyết (no open conflicts).\n'
        : `${conflicts.length} mâu thuẫn chưa giải quyết. Chọn bằng: chitieu resolve <mã> --keep <bản> --reason "…" (open conflicts).\n`,
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
    const decisions = [];
    for (const { key } of chosen) {
      const decided = { kind: 'choose', return: one.number, figure: key } as const;
      decisions.push(await keepDecision(store, decided, { options, ...setting }));
    }
    context.out(
      options.json
        ? `${JSON.stringify(decisions.map(decisionJson), null, 2)}\n`
        : `Đã giữ số của ${returnName(one.number)} trong ${chosen.length} mâu thuẫn: quyết định số ${decisions.map(({ number }) => number).join(', ')} (decided).\n`,
    );
  });
}

async function undo(named: string, options: ResolveOptions, context: CommandContext): Promise<void> {
  await withStore(context, { for: 'write', at: options.at }, async (store, setting) => {
    const target = (await store.decisions()).find(({ number }) => String(number) === named.trim());
    if (!target) throw new CommandFailure(`Không có quyết định số ${named} (no such decision).`);
    const decided = { kind: 'undo', target: target.number } as const;
    const decision = await keepDecision(store, decided, { options, ...setting });
    context.out(
      options.json
        ? `${JSON.stringify(decisionJson(decision), null, 2)}\n`
        : `Đã bỏ quyết định số ${target.number} (${target.by}: ${target.reason}) (undone).\n`,
    );
  });
}

type Returns = ReadonlyMap<number, StoredReturn>;

function conflictText(conflict: Conflict, returns: Returns, { indicators, strata }: Catalogue): string {
  const [first] = conflict.figures;
  if (!first) return '';
  const stratum = stratumOf(first);
  const name = indicators.get(first.indicator)?.name.vi ?? first.indicator;
  const of = stratum === null ? '' : ` [${strata.get(stratum)?.name.vi ?? stratum}]`;
  const lines = conflict.figures.map((entry) => {
    const one = returns.get(entry.return);
    return `  ${returnName(entry.return)}: ${figureText(entry)}  (${[one?.files[0]?.name, entry.place].filter(Boolean).join(', ')}; nhận ${one?.received.slice(0, 10) ?? '?'})\n`;
  });
  return `${conflictId(conflict)}  ${first.reporter}: ${name}${of}, kỳ ${first.period}\n${lines.join('')}`;
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
