import { add, exactOf, exactText, multiply, subtract, ZERO, type Exact } from '../consolidate/exact.ts';
import type { Outcome, RollOverLine } from './line.ts';
import type { RollOver } from './input.ts';

/** Where sums are kept apart: a province's own figures, and those of the units below it. */
function groupOf(unit: string): string {
  const [province = unit, below] = unit.split('.');
  return below === undefined ? province : `${province}.*`;
}

/** How many figures, and what their numbers come to; `-` is 0, other signs are counted and add nothing. */
export interface Tally {
  count: number;
  /** Digits. */
  sum: string;
}

/** The earlier figures of a key, group and period by what became of them. */
export interface EarlierSums {
  key: string;
  group: string;
  period: string;
  before: Tally;
  by: Record<Outcome, Tally>;
}

/** What new workbooks hold of a key, group and period, and what the earlier figures behind it come to. */
export interface NewSums {
  key: string;
  group: string;
  period: string;
  after: Tally;
  /** The numbers of the lines that went into it, each times its factor. */
  from: string;
  /** `after` less `from`: 0, or figures were lost or invented. */
  difference: string;
}

/** Sums before and after. */
export interface RollOverSums {
  earlier: EarlierSums[];
  now: NewSums[];
}

/** Sums before and after, by two ways: the cells as they are filled in, and the lines that say so. */
export function sumsOf({ figures, lines }: RollOver): RollOverSums {
  const earlier = new Map<string, Record<Outcome | 'before', Running>>();
  const after = new Map<string, Running>();
  const from = new Map<string, Exact>();
  for (const line of lines) {
    const { figure, outcome, to } = line;
    if (figure.kind === 'baseline') continue;
    const place = [figure.key, groupOf(figure.unit), figure.period].join(' ');
    const sums = earlier.get(place) ?? newSums();
    earlier.set(place, sums);
    for (const one of [sums.before, sums[outcome]]) count(one, figure.value);
    for (const cell of to.filter(({ field }) => field === 'value')) {
      const target = [cell.key, groupOf(cell.unit), cell.period].join(' ');
      const number = figure.value === null ? ZERO : multiply(exactOf(figure.value), exactOf(cell.factor));
      from.set(target, add(from.get(target) ?? ZERO, number));
    }
  }
  for (const { unit, key, period, value } of figures) {
    const place = [key, groupOf(unit), period].join(' ');
    const sum = after.get(place) ?? newTally();
    after.set(place, sum);
    count(sum, value);
  }
  const places = [...new Set([...after.keys(), ...from.keys()])].sort();
  return {
    earlier: [...earlier].sort(byPlace).map(([place, { before, ...by }]) => ({
      ...placeOf(place),
      before: tally(before),
      by: {
        carried: tally(by.carried),
        converted: tally(by.converted),
        'kept-aside': tally(by['kept-aside']),
        'needs-decision': tally(by['needs-decision']),
      },
    })),
    now: places.map((place) => {
      const [filled, lined] = [after.get(place) ?? newTally(), from.get(place) ?? ZERO];
      return {
        ...placeOf(place),
        after: tally(filled),
        from: exactText(lined),
        difference: exactText(subtract(filled.sum, lined)),
      };
    }),
  };
}

/** Whether nothing was lost and nothing invented. */
export function sumsAgree(sums: readonly NewSums[]): boolean {
  return sums.every(({ difference }) => difference === '0');
}

interface Running {
  count: number;
  sum: Exact;
}

function newTally(): Running {
  return { count: 0, sum: ZERO };
}

function newSums(): Record<RollOverLine['outcome'] | 'before', Running> {
  return {
    before: newTally(),
    carried: newTally(),
    converted: newTally(),
    'kept-aside': newTally(),
    'needs-decision': newTally(),
  };
}

function count(running: Running, value: string | null): void {
  running.count += 1;
  if (value !== null) running.sum = add(running.sum, exactOf(value));
}

function tally({ count: of, sum }: Running): Tally {
  return { count: of, sum: exactText(sum) };
}

function placeOf(place: string): { key: string; group: string; period: string } {
  const [key = '', group = '', period = ''] = place.split(' ');
  return { key, group, period };
}

function byPlace([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
