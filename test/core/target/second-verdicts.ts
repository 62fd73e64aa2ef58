import type { Comparator } from '../../../core/plan/model.ts';
import type { SeriesShape, TargetShape, ValuesShape } from './make-series.ts';

/**
 * Paths, verdicts and shortfall once more, written from docs/verdicts.md and the design alone and sharing no code
 * with core: what a second person makes of the same words.
 */
export interface Said {
  verdict: string;
  gap: number | null;
  path: number | null;
  shortfall: number | null;
}

/** What asks for something in a year. */
interface Demand {
  comparator: Comparator | null;
  low: number;
  high: number;
  given: boolean;
  from: number;
  to: number;
  start: number;
}

const ROUNDING_NOISE = 6;

/** Measures of things that come whole. */
const WHOLE: ReadonlySet<string> = new Set(['count', 'ordinal', 'yes-no']);

/** More are noise of doubles. */
const DIGITS = 9;

/** Half away from zero, of the decimal number a person would write. */
function rounded(value: number, decimals: number): number {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(DIGITS).split('.');
  const digits = BigInt(whole + fraction);
  const step = 10n ** BigInt(DIGITS - decimals);
  const kept = (digits + step / 2n) / step;
  return (Math.sign(value) * Number(kept)) / 10 ** decimals + 0;
}

function printedDecimals(value: number | undefined): number {
  if (value === undefined) return 0;
  return String(Number(value.toFixed(ROUNDING_NOISE))).split('.')[1]?.length ?? 0;
}

/** One series in one workbook, as the two shapes of the tests state it. */
export class SecondReading {
  readonly #shape: SeriesShape;
  readonly #known: ValuesShape;

  constructor(shape: SeriesShape, known: ValuesShape) {
    this.#shape = shape;
    this.#known = known;
  }

  in(year: number): Said {
    const verdict = this.#verdict(year);
    const gap = this.#gap(year);
    return { verdict, gap, path: this.#path(year), shortfall: this.#shortfall(year, verdict, gap) };
  }

  get #isRate(): boolean {
    return ['change', 'growth', 'relative'].includes(this.#shape.kind);
  }

  get #sign(): number {
    return this.#shape.direction === 'down' ? -1 : 1;
  }

  /** Decimals of figures, and of results. */
  get #decimals(): [number, number] {
    const own = this.#shape.decimals ?? 2;
    const printed = Math.max(
      0,
      ...this.#shape.targets.flatMap(({ value, range }) => [value, ...(range ?? [])].map(printedDecimals)),
      ...Object.values(this.#shape.given ?? {}).map(({ value }) => printedDecimals(value)),
    );
    const computed = this.#isRate || this.#shape.average ? 2 : 0;
    return [this.#isRate ? own : Math.max(own, printed), Math.max(computed, own, printed)];
  }

  #isPossible(value: number): boolean {
    const isWhole = Math.abs(value - Math.round(value)) < 10 ** -ROUNDING_NOISE / 2;
    return this.#isWithin(value) && (isWhole || !WHOLE.has(this.#shape.measure ?? 'amount'));
  }

  #isWithin(value: number): boolean {
    const [low, high] = this.#shape.hard ?? [-Infinity, Infinity];
    return value >= low && value <= high;
  }

  /** The number a year is judged by, from the reports alone. */
  #reported(year: number): number | null {
    const figure = this.#known.figures?.[year] ?? null;
    const number = figure === '-' ? 0 : figure;
    if (typeof number !== 'number' || !this.#isPossible(number)) return null;
    return this.#known.small?.includes(year) ? null : number;
  }

  get #base(): { year: number; value: number } | null {
    const { year = null, value = null } = this.#known.base ?? {};
    return year === null || value === null || !this.#isPossible(value) ? null : { year, value };
  }

  #figure(year: number): number | null {
    if (year >= (this.#known.firstYear ?? 2021)) return this.#reported(year);
    return this.#base?.year === year ? this.#base.value : null;
  }

  #demandOf(target: TargetShape): Demand {
    const { kind } = this.#shape;
    const from = target.from ?? target.to;
    const [low, high] = target.range ?? [target.value ?? 0, target.value ?? 0];
    const comparator = kind === 'milestone' ? null : (target.comparator ?? (target.range ? 'range' : '='));
    const start = ['total', 'milestone', 'relative'].includes(kind) ? target.to : from;
    return { comparator, low, high, given: false, from, to: target.to, start };
  }

  get #printed(): Demand[] {
    return this.#shape.targets.map((target) => this.#demandOf(target)).sort((a, b) => a.start - b.start);
  }

  /** What the plan prints for a year. */
  #printedIn(year: number): Demand | null {
    const last = this.#printed.filter(({ start }) => start <= year).at(-1) ?? null;
    const isHeld = ['level', 'total', 'milestone', 'relative'].includes(this.#shape.kind);
    return last && (isHeld || last.to >= year) ? last : null;
  }

  get #own(): boolean {
    return this.#shape.own ?? true;
  }

  #givenIn(year: number): Demand | null {
    const given = this.#shape.kind === 'milestone' ? undefined : this.#shape.given?.[year];
    if (!given) return null;
    const { comparator = '=', value } = given;
    return { comparator, low: value, high: value, given: true, from: year, to: year, start: year };
  }

  #inForce(year: number): Demand | null {
    return this.#givenIn(year) ?? (this.#own ? this.#printedIn(year) : null);
  }

  #ahead(year: number): Demand | null {
    return this.#own ? (this.#printed.find(({ start }) => start > year) ?? null) : null;
  }

  /** The year a yearly change or growth is measured from. */
  #startOf(demand: Demand, year: number): number {
    if (this.#shape.kind === 'relative') return this.#baseYearOf(demand);
    return this.#shape.average && !demand.given ? demand.from - 1 : year - 1;
  }

  /** The year a change over the whole time is counted from; a decision changes its size, not its base. */
  #baseYearOf({ from, given }: Demand): number {
    return (given ? (this.#printed[0]?.from ?? from) : from) - 1;
  }

  #sum(from: number, to: number): number | null {
    const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => this.#reported(from + at));
    return years.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  }

  get #firstYear(): number {
    return Math.min(...this.#printed.map(({ from }) => from));
  }

  #result(year: number): number | null {
    const { kind, average } = this.#shape;
    const given = this.#givenIn(year) !== null;
    if (kind === 'total' && !given) return year < this.#firstYear ? null : this.#sum(this.#firstYear, year);
    if (kind === 'flow' && average && !given) {
      const period = this.#printed.find(({ from, to }) => from <= year && year <= to);
      const sum = period ? this.#sum(period.from, year) : null;
      return !period || sum === null ? null : sum / (year - period.from + 1);
    }
    if (!this.#isRate) return this.#reported(year);
    const demand = this.#inForce(year) ?? (kind === 'relative' ? this.#ahead(year) : null);
    if (!demand || (kind === 'relative' && year <= this.#baseYearOf(demand))) return null;
    const start = this.#startOf(demand, year);
    const [now, before] = [this.#figure(year), this.#figure(start)];
    if (now === null || before === null) return null;
    if (kind === 'change') return (this.#sign * (now - before)) / (year - start);
    if (before <= 0 || now < 0) return null;
    if (kind === 'relative') return (this.#sign * 100 * (now - before)) / before;
    return this.#sign * ((now / before) ** (1 / (year - start)) - 1) * 100;
  }

  /** Which way more of what is compared is better. */
  get #better(): 'up' | 'down' | 'neutral' {
    if (this.#shape.kind === 'milestone') return 'up';
    return this.#isRate && this.#shape.direction === 'down' ? 'up' : this.#shape.direction;
  }

  #isMet(result: number, { comparator, low, high }: Demand): boolean {
    const [least, most] = this.#allowed(comparator, low, high);
    const over = rounded(result - least, ROUNDING_NOISE);
    const under = rounded(most - result, ROUNDING_NOISE);
    if (comparator === '>') return over > 0;
    if (comparator === '>=') return over >= 0;
    if (comparator === '<') return under > 0;
    if (comparator === '<=') return under >= 0;
    if (this.#better === 'up') return over >= 0;
    if (this.#better === 'down') return under >= 0;
    return over >= 0 && under >= 0;
  }

  #allowed(comparator: Comparator | null, low: number, high: number): [number, number] {
    const part = comparator === '~' ? 0.05 : 0;
    return [low - part * Math.abs(low), high + part * Math.abs(high)];
  }

  #isBeyond(result: number, { comparator, low, high }: Demand): boolean {
    const never = this.#better === 'neutral' || ['maintain', 'milestone'].includes(this.#shape.kind);
    if (never || comparator === '>' || comparator === '<') return false;
    const [least, most] = this.#allowed(comparator, low, high);
    return this.#better === 'down'
      ? rounded(least - result, ROUNDING_NOISE) > 0
      : rounded(result - most, ROUNDING_NOISE) > 0;
  }

  /** Whether a decision asks for something that can be asked for. */
  #isAskable({ given, low }: Demand): boolean {
    if (!given) return true;
    if (this.#isRate) return low >= 0;
    const isState = this.#shape.kind === 'level' || this.#shape.kind === 'maintain';
    return isState ? this.#isWithin(low) : low >= (this.#shape.hard?.[0] ?? -Infinity);
  }

  #isAtEnd(demand: Demand, year: number): boolean {
    const { direction, hard } = this.#shape;
    const isLimit = demand.comparator === '<' || demand.comparator === '<=';
    if (!this.#isRate || direction === 'neutral' || isLimit || !hard) return false;
    const now = this.#figure(year);
    const before = this.#figure(this.#startOf(demand, year));
    return (
      now !== null &&
      before !== null &&
      rounded(now, this.#decimals[0]) === hard[direction === 'down' ? 0 : 1]
    );
  }

  #verdict(year: number): string {
    const { kind, direction } = this.#shape;
    const inForce = this.#inForce(year);
    const demand = inForce ?? this.#ahead(year);
    if (this.#known.assigned === false || !demand) return 'notAssigned';
    if (year > (this.#known.round ?? 2025)) return 'notDue';
    const figure = this.#known.figures?.[year] ?? null;
    if (figure === null || figure === '...') return 'noFigure';
    if (this.#reported(year) === null || !this.#isAskable(demand)) return 'notEvaluable';
    const early =
      kind === 'level' ||
      kind === 'milestone' ||
      (kind === 'relative' && year > this.#baseYearOf(demand)) ||
      (kind === 'total' && direction === 'up' && year >= demand.from);
    if (!inForce && !early) return 'notDue';
    const atEnd = inForce !== null && this.#isAtEnd(inForce, year);
    const computed = this.#result(year);
    if (computed === null) return atEnd ? 'met' : 'notEvaluable';
    const result = rounded(computed, this.#decimals[1]);
    const isMet = kind === 'milestone' ? computed >= 1 : this.#isMet(result, demand);
    if (isMet && kind !== 'milestone' && this.#isBeyond(result, demand)) return 'exceeded';
    if (isMet || atEnd) return 'met';
    return inForce ? 'notMet' : 'notDue';
  }

  #gap(year: number): number | null {
    const demand = this.#inForce(year);
    if (!demand || demand.comparator === null || this.#known.assigned === false) return null;
    const computed = this.#result(year);
    if (computed === null || !this.#isAskable(demand)) return null;
    const result = rounded(computed, this.#decimals[1]);
    const { comparator, low, high } = demand;
    const isLeast = comparator === '>' || comparator === '>=';
    const isMost = comparator === '<' || comparator === '<=';
    if (isLeast || (!isMost && this.#better === 'up')) return rounded(result - low, ROUNDING_NOISE);
    if (isMost || this.#better === 'down') return rounded(high - result, ROUNDING_NOISE);
    return 0 - rounded(Math.max(0, low - result, result - high), ROUNDING_NOISE);
  }

  /** The weaker bound of a demand on figures. */
  #weaker({ low, high }: Demand): number {
    return this.#shape.direction === 'down' ? high : low;
  }

  #path(year: number): number | null {
    const { kind, measure, interpolation, hard } = this.#shape;
    const held = this.#printedIn(year);
    const ahead = this.#printed.find(({ start }) => start > year) ?? null;
    switch (kind) {
      case 'milestone':
        return null;
      case 'maintain':
        return held && this.#weaker(held);
      case 'total': {
        const goal = held ?? ahead;
        if (!goal || year < goal.from) return null;
        const years = goal.to - goal.from + 1;
        return (this.#weaker(goal) * Math.min(years, year - goal.from + 1)) / years;
      }
      case 'flow': {
        if (year < this.#firstYear) return null;
        let sum = 0;
        for (let at = this.#firstYear; at <= year; at += 1) {
          const one = this.#printed.find(({ from, to }) => from <= at && at <= to);
          if (!one) return null;
          sum += this.#weaker(one);
        }
        return sum;
      }
      case 'level': {
        if (measure === 'ordinal' || measure === 'yes-no') return held && this.#weaker(held);
        const [first, ...more] = this.#printed;
        const ofBase = first !== undefined && (year < first.start || more.length === 0);
        if (ofBase && (this.#base === null || year < this.#base.year)) return null;
        if (held && (held.start === year || !ahead)) return this.#weaker(held);
        if (!ahead) return null;
        const start = held ? { year: held.start, value: this.#weaker(held) } : this.#base;
        if (!start) return null;
        const part = (year - start.year) / (ahead.start - start.year);
        const to = this.#weaker(ahead);
        if (interpolation !== 'compound') return start.value + (to - start.value) * part;
        return start.value > 0 && to > 0 ? start.value * (to / start.value) ** part : null;
      }
      case 'relative': {
        const reach = (demand: Demand) => {
          const base = this.#figure(this.#baseYearOf(demand));
          if (base === null || base <= 0) return null;
          const to = base + (this.#sign * base * demand.low) / 100;
          return hard ? Math.max(hard[0], Math.min(hard[1], to)) : to;
        };
        const next = ahead && year >= this.#baseYearOf(ahead) ? ahead : null;
        if (held && (held.start === year || !next)) return reach(held);
        if (!next) return null;
        const goal = reach(next);
        const base = this.#baseYearOf(next);
        const begun = held && held.start > base ? held : null;
        const start = begun ? begun.start : base;
        const from = begun ? reach(begun) : this.#figure(base);
        if (goal === null || from === null) return null;
        const part = (year - start) / (next.start - start);
        if (interpolation !== 'compound') return from + (goal - from) * part;
        return from > 0 && goal > 0 ? from * (goal / from) ** part : null;
      }
      case 'change':
      case 'growth': {
        if (!held) return null;
        const isChained = this.#printedIn(year - 1) !== null && year - 1 > held.from - 1;
        const before = isChained ? this.#path(year - 1) : year === held.from ? this.#figure(year - 1) : null;
        if (before === null) return null;
        if (kind === 'growth') return before * (1 + (this.#sign * held.low) / 100);
        const moved = before + this.#sign * held.low;
        return hard ? Math.max(hard[0], Math.min(hard[1], moved)) : moved;
      }
    }
  }

  /** Distance from the path, as printed; only of what shows one. */
  #pathGap(year: number): number | null {
    const { kind, direction, measure } = this.#shape;
    const isShown =
      (kind === 'level' && direction !== 'neutral' && measure !== 'ordinal' && measure !== 'yes-no') ||
      (kind === 'relative' && direction !== 'neutral') ||
      ['change', 'growth', 'flow', 'total'].includes(kind);
    const path = this.#path(year);
    const adds = kind === 'flow' || kind === 'total';
    const reached = !adds
      ? this.#reported(year)
      : year < this.#firstYear
        ? null
        : this.#sum(this.#firstYear, year);
    if (!isShown || path === null || reached === null) return null;
    const decimals = Math.max(1, this.#decimals[0]);
    return this.#sign * rounded(rounded(reached, decimals) - rounded(path, decimals), ROUNDING_NOISE);
  }

  #shortfall(year: number, verdict: string, gap: number | null): number | null {
    if (verdict !== 'notMet' && verdict !== 'notDue') return null;
    if (this.#shape.kind === 'milestone') return verdict === 'notMet' ? 1 : null;
    const inForce = this.#inForce(year);
    const demand = inForce ?? this.#ahead(year);
    const distance = inForce ? gap : this.#pathGap(year);
    if (!demand || distance === null || distance > 0 || (distance === 0 && !inForce)) return null;
    const required = this.#required(demand, inForce !== null);
    const goal = this.#shape.kind === 'relative' && !inForce ? this.#path(demand.start) : null;
    const value = Math.abs(goal ?? (this.#better === 'down' ? demand.high : demand.low));
    const ofValue = value === 0 ? 1 : -distance / value;
    if (required === null || rounded(required, ROUNDING_NOISE) <= 0) return ofValue;
    const isBackward = rounded(-distance - required, ROUNDING_NOISE) > 0;
    return isBackward ? Math.max(1, ofValue) : -distance / required;
  }

  /** The change a demand asks for, in the wanted direction; null where it is not known. */
  #required(demand: Demand, inForce: boolean): number | null {
    if (this.#shape.kind === 'relative' && !inForce) {
      const [to, from] = [this.#path(demand.start), this.#figure(this.#baseYearOf(demand))];
      return to === null || from === null ? null : this.#sign * (to - from);
    }
    if (this.#isRate) return demand.low;
    if (this.#shape.kind !== 'level' || demand.given) return null;
    const before = this.#printed.filter(({ start }) => start < demand.start).at(-1);
    const from = before ? { year: before.start, value: this.#weaker(before) } : this.#base;
    if (!from || from.year >= demand.start) return null;
    const change = this.#weaker(demand) - from.value;
    return this.#shape.direction === 'neutral' ? Math.abs(change) : this.#sign * change;
  }
}
