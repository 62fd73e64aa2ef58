import type { Assignment } from '../../../core/planner/assignment/assignment.ts';
import type { KnownBaseline } from '../../../core/planner/baseline/baseline.ts';
import type { Language } from '../../../core/base/finding.ts';
import { reportView, type ReportView } from '../../../core/report/view.ts';
import type { Decision } from '../../../core/store/model.ts';
import { gatherReports } from '../../../generator/report/gather.ts';
import { MemoryStore } from '../../../generator/store/memory.ts';
import { arrived, laiChau, ROUND, type Sent } from '../consolidate/fixture.ts';

export const DISTRICTS = [105, 106, 107, 108, 109, 110, 111, 112].map((code) => `VN12.${code}`);

/** The same figures of every district. */
export const all = (figures: Record<string, string>): Sent[] => DISTRICTS.map((unit) => ({ unit, figures }));

/** What a department sends for the province; of another year with `of`. */
export const department = (code: string, figures: Record<string, string>, year = ROUND): Sent => ({
  unit: 'VN12',
  reporter: `VN12.${code}`,
  figures,
  of: { period: year },
});

/** What the planner and people have said beside the returns. */
export interface SaidBeside {
  assignments?: Assignment[];
  baselines?: KnownBaseline[];
  decisions?: Omit<Decision, 'number' | 'seen'>[];
  /** What came in after these decisions. */
  later?: readonly Sent[];
  today?: string;
  language?: Language;
  /** Another round than that of 2023. */
  round?: string;
  /** Of a report for publication. */
  threshold?: number;
}

/** The report on Lai Châu's plan of 2021 in the round of 2023, from returns in a store. */
export async function reported(sent: readonly Sent[], said: SaidBeside = {}): Promise<ReportView> {
  const { plan, catalogue } = await laiChau();
  const store = new MemoryStore(null);
  const { returns, entries } = arrived([...sent, ...(said.later ?? [])]);
  for (const [at, { number, ...one }] of returns.entries()) {
    if (at === sent.length && said.decisions) await store.decide(said.decisions);
    const own = entries.filter((entry) => entry.return === number);
    await store.take(one, own, []);
  }
  if (!said.later && said.decisions) await store.decide(said.decisions);
  const [input] = await gatherReports(store, {
    round: said.round ?? ROUND,
    plans: [plan],
    catalogue,
    files: { assignments: said.assignments ?? [], baselines: said.baselines ?? [], figures: [] },
    today: said.today ?? '2024-01-20',
    language: said.language ?? 'vi',
    threshold: said.threshold ?? null,
  });
  if (!input) throw new Error('There is no report.');
  return reportView(input);
}

/** A target of a report. */
export function targetOf({ targets }: ReportView, indicator: string) {
  const found = targets.find(({ key }) => key.startsWith(`lai-chau-2021|${indicator}|_T|`));
  if (!found) throw new Error(`There is no target ${indicator}.`);
  return found;
}

/** A value that a decision gave a unit for 2023. */
export function given(unit: string, indicator: string, value: number): Assignment {
  return {
    unit,
    indicator,
    stratum: null,
    year: 2023,
    comparator: 'atLeast',
    value,
    decision: '15/QĐ-UBND',
    decisionDate: '2023-01-10',
    validFrom: '2023-01-10',
    supersedes: null,
    note: null,
  };
}
