import type { ExchangeContext } from '../exchange-files/context.ts';
import type { PlannerPaths } from '../exchange-files/planner-files.ts';
import { checkWords } from '../check/words.ts';
import type { CommandContext } from '../commands/context.ts';
import { installedFor } from '../commands/installed-for.ts';
import { timeOf } from '../clock.ts';
import { arrivalsOf } from '../import/arrivals.ts';
import { importReturns } from '../import/import-returns.ts';
import { whyText } from '../import/words.ts';
import { programVersion } from '../package-root.ts';
import { MemoryStore } from '../store/memory.ts';
import { withStore } from '../store/with-store.ts';
import { earlierFigures, withReported, type EarlierFigures, type TellingRules } from './earlier-figures.ts';
import { givenThen, type GivenThen } from './given-then.ts';
import { isReport, figuresInReport, reportsAmong } from './report-file.ts';

/** What earlier rounds hold, and what could not be read of them. */
export interface Gathered {
  found: EarlierFigures;
  notRead: { file: string; why: string }[];
  /** The planner's baselines and assigned values of the last round; null where nobody kept them. */
  given: GivenThen | null;
}

/**
 * The figures of earlier rounds: out of the store of the workspace where no path is given, else out of returns as an
 * import takes them, in a store that is thrown away, and reports of earlier renewals among them.
 */
export async function gatherEarlier(
  paths: readonly string[],
  context: CommandContext,
  rules: TellingRules,
  planner: { paths: PlannerPaths; exchange: ExchangeContext },
): Promise<Gathered> {
  if (paths.length === 0)
    return withStore(context, { for: 'ask' }, async (store) => ({
      found: await earlierFigures(store, rules),
      notRead: [],
      given: await givenThen(store, planner.paths, planner.exchange),
    }));
  const { others, reports } = await reportsAmong(paths);
  const store = new MemoryStore(null);
  const notRead: Gathered['notRead'] = [];
  if (others.length > 0) {
    const installed = await installedFor(context);
    const arrivals = await arrivalsOf(others, undefined);
    try {
      const setting = {
        ...{ installed, round: null, release: false, corrects: null, reason: null, by: null },
        owing: () => null,
        now: timeOf(),
        program: programVersion(context.root),
        progress: context.progress,
      };
      for await (const { file, state, why, notLookedAt } of importReturns(arrivals, store, setting, 1)) {
        if (isReport(file)) continue;
        if (state === 'refused') notRead.push({ file, why: whyText(why, 'vi') });
        if (notLookedAt && !IGNORED.has(notLookedAt.why))
          notRead.push({ file, why: checkWords.vi.passedOver[notLookedAt.why](file) });
      }
    } finally {
      await arrivals.done();
    }
  }
  let found = await earlierFigures(store, rules);
  for (const report of reports)
    found = withReported(found, await figuresInReport(report, rules.withUnaccepted));
  return { found, notRead, given: null };
}

/** What lies beside returns and holds none. */
const IGNORED: ReadonlySet<string> = new Set(['lock-file', 'hidden', 'no-return', 'empty-folder', 'folder']);
