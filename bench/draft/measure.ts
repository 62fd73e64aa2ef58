import type { Draft, DraftRow } from '../../core/draft/model.ts';
import { TO_ASK } from '../../core/planning/from-draft.ts';
import type { Plan, Statement } from '../../core/plan/model.ts';
import { comparatorOfWord } from '../../core/plan/comparator.ts';
import type { Comparator } from '../../core/plan/model.ts';

/** One target of a document as a careful reader reads it. */
export interface Expected {
  line: number;
  printed: string;
  value: number | null;
  low: number | null;
  high: number | null;
  comparator: Comparator | null;
  kind: string;
  yearFrom: number | null;
  yearTo: number | null;
  /** Null where the reader names none. */
  indicator: string | null;
  /** {@link ASKED} where the catalogue has none and a planner is to be asked. */
  stratum: string | null;
}

/** A group that the catalogue does not have: right where the draft asks about it. */
const ASKED = '?';

/** How a draft compares with a careful reading; every figure with what it is out of. */
export interface Measured {
  found: [number, number];
  precision: [number, number];
  /** Of the rows that are accepted where nobody is asked, those that are targets and read as a careful reader does. */
  accepted: [number, number];
  value: [number, number];
  comparator: [number, number];
  kind: [number, number];
  year: [number, number];
  allFour: [number, number];
  indicatorFirst: [number, number];
  indicatorAmongFive: [number, number];
  stratum: [number, number];
  /** What is wrong, in words for whoever mends it. */
  wrong: string[];
}

/** The printed targets of a plan file; an end without digits is none. */
export function expectedOf(plan: Plan): {
  rows: Expected[];
  alsoPrinted: { line: number; printed: string }[];
} {
  const rows = plan.targets.filter(({ printed }) => printed !== null).map((one) => rowOf(one));
  const alsoPrinted = [...plan.targets, ...plan.baselines].flatMap((one) =>
    one.citations.map(({ line }) => ({ line, printed: one.printed ?? '' })),
  );
  return { rows, alsoPrinted };
}

function rowOf(statement: Statement): Expected {
  return {
    line: statement.citations[0].line,
    printed: statement.printed ?? '',
    value: statement.value,
    low: statement.low,
    high: statement.high,
    comparator: statement.comparator,
    kind: statement.kind,
    yearFrom: statement.yearFrom,
    yearTo: statement.yearTo,
    indicator: statement.indicator?.id ?? null,
    stratum: statement.stratum?.id ?? null,
  };
}

const same = (left: string, right: string): boolean => plain(left) === plain(right);
const plain = (printed: string): string =>
  printed.replaceAll(/[–—]/gu, '-').replaceAll(/\s/gu, '').normalize('NFC');

/** Holds a draft against the expected rows; each of them takes one row of the draft at most. */
export function measure(
  draft: Draft,
  expected: readonly Expected[],
  alsoPrinted: readonly { line: number; printed: string }[] = [],
): Measured {
  const rows = draft.rows.filter(({ role, printed }) => role.value === 'target' && printed !== null);
  const wrong: string[] = [];
  const pairs = pairsOf(expected, rows);
  for (const want of expected)
    if (!pairs.some((pair) => pair.want === want))
      wrong.push(`missed: ${want.line} ${want.printed} ${want.indicator ?? ''}`);
  const known = [...expected, ...alsoPrinted];
  const right = rows.filter((row) =>
    known.some(({ line, printed }) => line === row.line && same(row.printed ?? '', printed)),
  );
  for (const row of rows)
    if (!right.includes(row))
      wrong.push(`false: ${row.line} ${row.printed ?? ''} “${row.quote.slice(0, 90)}”`);
  const count = (holds: (pair: Pair) => boolean, name = ''): [number, number] => {
    for (const pair of pairs)
      if (name !== '' && !holds(pair))
        wrong.push(
          `${name}: ${pair.want.line} ${pair.want.printed}: ${shown(pair.want)}, read as ${shownRow(pair.got)} “${pair.got.quote.slice(0, 110)}”`,
        );
    return [pairs.filter(holds).length, pairs.length];
  };
  const value = ({ want, got }: Pair) =>
    want.value === got.value && want.low === got.low && want.high === got.high;
  const comparator = ({ want, got }: Pair) =>
    (got.comparator.value === null ? null : comparatorOfWord(got.comparator.value)) === want.comparator;
  const kind = ({ want, got }: Pair) => want.kind === got.kind.value;
  const year = ({ want, got }: Pair) =>
    want.yearTo === got.years.value.to && (want.yearFrom ?? null) === (got.years.value.from ?? null);
  const indicated = pairs.filter(({ want }) => want.indicator !== null);
  const stratified = pairs.filter(({ want }) => want.stratum !== null);
  const stratum = ({ want, got }: Pair) =>
    want.stratum === ASKED ? got.group !== null : want.stratum === got.stratum.value;
  for (const pair of pairs)
    if (!stratum(pair))
      wrong.push(
        `stratum: ${pair.want.line} ${pair.want.printed}: ${pair.want.stratum ?? 'none'}, read as ${pair.got.stratum.value ?? pair.got.group ?? 'none'} “${pair.got.subject}”`,
      );
  for (const pair of indicated)
    if (pair.got.proposals[0]?.indicator !== pair.want.indicator)
      wrong.push(
        `indicator: ${pair.want.line} ${pair.want.indicator ?? ''}, proposed ${pair.got.proposals.map((one) => `${one.indicator} ${one.score}`).join(', ')} “${pair.got.subject}”`,
      );
  const sure = rows.filter(({ doubts }) => !doubts.some((doubt) => TO_ASK.has(doubt)));
  const isRight = (row: DraftRow): boolean => {
    const pair = pairs.find(({ got }) => got === row);
    return pair === undefined
      ? right.includes(row)
      : value(pair) && comparator(pair) && kind(pair) && year(pair);
  };
  return {
    found: [pairs.length, expected.length],
    precision: [right.length, rows.length],
    accepted: [sure.filter((row) => isRight(row)).length, sure.length],
    value: count(value, 'value'),
    comparator: count(comparator, 'comparator'),
    kind: count(kind, 'kind'),
    year: count(year, 'year'),
    allFour: count((pair) => value(pair) && comparator(pair) && kind(pair) && year(pair)),
    indicatorFirst: [
      indicated.filter(({ want, got }) => got.proposals[0]?.indicator === want.indicator).length,
      indicated.length,
    ],
    indicatorAmongFive: [
      indicated.filter(({ want, got }) => got.proposals.some((one) => one.indicator === want.indicator))
        .length,
      indicated.length,
    ],
    stratum: [stratified.filter(stratum).length, stratified.length],
    wrong,
  };
}

/** An expected row and the row of the draft that is held against it. */
interface Pair {
  want: Expected;
  got: DraftRow;
}

/**
 * One row of the draft for each expected row, no row twice: of all that share line and number those that fit best
 * first, in the order of the document where several fit alike.
 */
function pairsOf(expected: readonly Expected[], rows: readonly DraftRow[]): Pair[] {
  const possible = expected.flatMap((want) =>
    rows
      .filter(({ line, printed }) => line === want.line && same(printed ?? '', want.printed))
      .map((got) => ({ want, got, fits: fit(got, want) })),
  );
  const pairs = new Map<Expected, DraftRow>();
  const taken = new Set<DraftRow>();
  for (const { want, got } of possible.sort((left, right) => right.fits - left.fits)) {
    if (pairs.has(want) || taken.has(got)) continue;
    pairs.set(want, got);
    taken.add(got);
  }
  return expected.flatMap((want) => {
    const got = pairs.get(want);
    return got === undefined ? [] : [{ want, got }];
  });
}

/** Less than what says of whom and of what a row is. */
const SOME = 0.2;

function fit(row: DraftRow, want: Expected): number {
  return (
    ((want.stratum === ASKED ? row.group !== null : row.stratum.value === want.stratum) ? 2 : 0) +
    (row.proposals.some((one) => one.indicator === want.indicator) ? 1 : 0) +
    (row.proposals[0]?.indicator === want.indicator ? 1 : 0) +
    (row.value === want.value ? 1 : 0) +
    (row.kind.value === want.kind ? SOME : 0) +
    (row.years.value.to === want.yearTo ? SOME : 0)
  );
}

function shown(want: Expected): string {
  return `${want.comparator ?? '-'} ${want.kind} ${want.yearFrom ?? ''}-${want.yearTo ?? ''}`;
}

function shownRow({ comparator, kind, years }: DraftRow): string {
  const { from, to } = years.value;
  return `${comparator.value ?? '-'} (${comparator.rule}) ${kind.value} (${kind.rule}) ${from ?? ''}-${to ?? ''} (${years.rule})`;
}
