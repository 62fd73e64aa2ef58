import { asReported } from '../../../core/base/number.ts';
import { decimalsOf } from '../../../core/catalogue/decimals.ts';
import type { GroupTotal } from '../../../core/consolidate/consolidate.ts';
import type { FigureColumn } from '../../../core/consolidate/columns.ts';
import { addsUp } from '../../../core/consolidate/totals.ts';
import { judgedNumber } from '../../../core/observation/figure.ts';
import type { Finding } from '../../../core/base/finding.ts';
import type { ReturnState } from '../../../core/store/model.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { gather } from '../../consolidate/gather.ts';
import { take } from '../../import/import-returns.ts';
import type { ReadArrival } from '../../import/read-arrival.ts';
import type { Register } from '../../register/draw-up.ts';
import { livePlans, whoOwes } from '../../register/owed-units.ts';
import { MemoryStore } from '../../store/memory.ts';
import { parsePeriod } from '../../../core/period/period.ts';
import type { Installed } from '../installed.ts';

/** What a file is beside the others. */
export interface TogetherFile {
  file: string;
  state: ReturnState;
  why: readonly Finding[];
  /** The file that it repeats or contradicts. */
  other: string | null;
}

/** A figure of units that comes to something else than what is reported for all of them. */
export interface LevelDifference {
  column: FigureColumn;
  /** How many units are in it: all that have to give it. */
  units: number;
  sum: number;
  others: { reporter: string; figure: number }[];
}

/** Files of a round looked at together, by the eyes of an import without a store. */
export interface Together {
  /** The round that most files are of. */
  round: string;
  files: TogetherFile[];
  /** Null where no plan that is known has the round. */
  register: Register | null;
  differences: LevelDifference[];
}

/**
 * Looks at returns together: which of them repeat or contradict each other or are of another round, which units of
 * the round are missing, and where units together come to something else than the province or its departments say.
 * @param today ISO time
 * @returns null where none of them could be read
 */
export async function lookTogether(
  files: readonly { file: string; beside: ReadArrival }[],
  installed: Installed,
  today: string,
): Promise<Together | null> {
  const round = mostFrequent(files.map(({ beside }) => beside.head.round));
  if (round === null) return null;
  const store = new MemoryStore(null);
  const { plans, catalogue } = installed;
  const setting = {
    installed,
    round,
    owing: whoOwes(plans, catalogue),
    release: false,
    corrects: null,
    reason: null,
    by: null,
    now: today,
    program: '',
    progress: () => undefined,
  };
  const found: TogetherFile[] = [];
  for (const { file, beside } of files) {
    const returns = await store.returns();
    const { state, why } = await take(beside, { returns, standing: standingOf([]) }, { store, setting });
    if (state === 'not-looked-at') continue;
    const of = why.map(({ data }) => returnIn(data)).find((number) => number !== null);
    found.push({ file, state, why, other: files[(of ?? 0) - 1]?.file ?? null });
  }
  const reported = new Set(files.flatMap(({ beside }) => beside.head.plans));
  const period = parsePeriod(round);
  const [first, ...others] = period
    ? livePlans(plans, period).filter(({ file }) => reported.has(file.id))
    : [];
  if (!first) return { round, files: found, register: null, differences: [] };
  const wanted = { round, plans: [first, ...others] as const, catalogue, today };
  const gathered = await gather(store, { ...wanted, level: null, acceptedOnly: false });
  const columns = new Map(gathered.found.columns.map((column) => [column.key, column]));
  const differences = gathered.found.totals.flatMap((total) => {
    const column = columns.get(total.column);
    return column ? (differenceIn(total, column) ?? []) : [];
  });
  return { round, files: found, register: gathered.register, differences };
}

/** The number of the return that a finding is about. */
function returnIn(data: unknown): number | null {
  const named = typeof data === 'object' && data !== null && 'return' in data ? data.return : null;
  return typeof named === 'number' ? named : null;
}

/** Compared where every unit that has to give it has; in the decimals in which it is reported. */
function differenceIn(
  { value, coverage, record, own }: GroupTotal,
  column: FigureColumn,
): LevelDifference | null {
  if (!addsUp(column) || value === null || coverage.entered < coverage.of) return null;
  const decimals = decimalsOf(column.indicator);
  const others = [record, own].flatMap((one) => {
    const figure = one && judgedNumber(one.figure);
    if (one === null || figure === null || asReported(figure, decimals) === asReported(value, decimals))
      return [];
    return [{ reporter: one.reporter, figure }];
  });
  return others.length === 0 ? null : { column, units: coverage.of, sum: value, others };
}

function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
