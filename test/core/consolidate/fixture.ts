import fc from 'fast-check';
import { consolidate, type Consolidation } from '../../../core/consolidate/consolidate.ts';
import { figureTable } from '../../../core/consolidate/figure-table.ts';
import { sourcesOf, type FigureSource } from '../../../core/consolidate/sources.ts';
import { consolidatedBook } from '../../../core/consolidate/sheets/book.ts';
import { consolidationWords } from '../../../core/consolidate/words.ts';
import type { Language } from '../../../core/base/finding.ts';
import type { WorkbookModel } from '../../../core/sheet/model.ts';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { Entry } from '../../../core/store/entry.ts';
import type { Decision, StoredEntry, StoredReturn } from '../../../core/store/model.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { entry, received, stored } from '../store/fixture.ts';

export const ROUND = '2023';

/** What a unit of the plan sends: figures by key, digits or a sign. */
export interface Sent {
  unit: string;
  figures: Record<string, string>;
  /** Of a department. */
  reporter?: string;
  said?: Partial<StoredReturn>;
  of?: Partial<Entry>;
}

/** Returns and entries of a store, numbered in the order in which they were sent. */
export function arrived(sent: readonly Sent[]): { returns: StoredReturn[]; entries: StoredEntry[] } {
  const returns = sent.map(({ unit, reporter = unit, said }, at) =>
    received(at + 1, { unit, reporter, round: ROUND, ...said }),
  );
  const entries = sent.flatMap(({ unit, reporter = unit, figures, of }, at) =>
    stored(
      at + 1,
      ...Object.entries(figures).map(([key, text]) => {
        const [indicator = '', stratum = ''] = key.split('|');
        const figure = /\d/u.test(text) ? { value: text } : { sign: text };
        return entry({ unit, reporter, indicator, stratum, period: ROUND, ...figure, ...of });
      }),
    ),
  );
  return { returns, entries };
}

/** Lai Châu's plan of 2021, and the catalogue. */
export async function laiChau(): Promise<{ plan: Plan; catalogue: Catalogue }> {
  const { plans, catalogue } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('There is no plan lai-chau-2021.');
  return { plan, catalogue };
}

/** A consolidation as a workbook, and where its figures come from. */
export function bookOf(
  found: Consolidation,
  { returns, decisions = [] }: { returns: readonly StoredReturn[]; decisions?: Decision[] },
  language: Language = 'vi',
): { model: WorkbookModel; sources: FigureSource[] } {
  const sources = sourcesOf(found, returns, standingOf(decisions));
  const words = consolidationWords[language];
  const model = consolidatedBook({
    found,
    sources,
    language,
    words,
    title: words.title,
    line: 'Lai Châu',
    paper: 'A4',
  });
  return { model, sources };
}

/** What the districts of Lai Châu come to. */
export async function consolidated(
  { returns, entries }: { returns: readonly StoredReturn[]; entries: readonly StoredEntry[] },
  said: { decisions?: Decision[]; conflicting?: number[]; acceptedOnly?: boolean; plan?: Plan } = {},
): Promise<Consolidation> {
  const { plan, catalogue } = await laiChau();
  return consolidate({
    round: ROUND,
    level: null,
    plans: [said.plan ?? plan],
    catalogue,
    returns,
    figures: figureTable(entries),
    lines: [],
    closed: null,
    standing: standingOf(said.decisions ?? []),
    conflicting: new Set(said.conflicting ?? []),
    acceptedOnly: said.acceptedOnly ?? false,
  });
}

const text = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 9_999_999 }).map((n) => String(n / 100)) },
  { weight: 1, arbitrary: fc.constantFrom('-', '...', 'x', '0', '33.333333333333336') },
  { weight: 1, arbitrary: fc.constant('') },
);

/** What every unit, department and province might send; some of it blocked, held back or to be explained. */
export function sentFor(found: Consolidation, plans: readonly Plan[], seed: number): Sent[] {
  const reporters = [
    ...found.rows.map(({ unit }) => ({ unit: unit.id, reporter: unit.id })),
    ...plans.flatMap(({ file: { province } }) => [
      { unit: province, reporter: province },
      ...[...new Set(found.totals.flatMap(({ department }) => department ?? []))]
        .filter((id) => id.startsWith(`${province}.`))
        .map((reporter) => ({ unit: province, reporter })),
    ]),
  ];
  return reporters.map(({ unit, reporter }, at): Sent => {
    const figures = fc.sample(text, { numRuns: found.columns.length, seed: seed + at });
    const said = found.columns.flatMap(({ key, asked, parts }, column): [string, string][] => {
      const figure = figures[column] ?? '';
      // Half of the shares are left to their parts.
      const isLeft = figure === '' || (parts !== null && (at + column) % 2 === 0);
      return isLeft || (unit === reporter && unit.includes('.') && !asked.has(unit)) ? [] : [[key, figure]];
    });
    const acceptance = at % 5 === 1 ? 'to-explain' : at % 7 === 3 ? 'blocked' : 'accepted';
    return {
      unit,
      reporter,
      figures: Object.fromEntries(said),
      said: { judged: { acceptance, errors: 0, warnings: 0, owed: 1, entered: 1 } },
      of: { vintage: at % 2 === 0 ? 'preliminary' : 'estimate', place: `Nhập liệu!F${at}` },
    };
  });
}
