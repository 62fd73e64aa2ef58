import type { MissingSign } from '../observation/figure.ts';
import type { StoredEntry } from '../store/model.ts';
import { cellStates, type CellState } from './cell-state.ts';
import type { ColumnFigures } from './figures-in-column.ts';
import { exactText } from './exact.ts';
import { AMOUNT_DECIMALS, SAID } from './figure-table.ts';
import { GONE } from './laid-out.ts';
import { hasUnit } from './unit-set.ts';

/** The figure of a unit in a column. */
export interface FigureCell {
  unit: string;
  /** Key of its column. */
  column: string;
  state: CellState;
  /** Whether it goes into totals; a sign counts as far as a sign can. */
  counts: boolean;
  /** Digits of the number, or the sign; both null where nothing was reported. */
  value: string | null;
  sign: MissingSign | null;
  /** Where it comes from; null where nothing was reported. */
  readonly entry: StoredEntry | null;
  /** Of a member of a group: it is what the unit reported for all of itself. */
  ofWhole: boolean;
}

/** The figure of one unit. */
export function cellIn(figures: ColumnFigures, at: number): FigureCell {
  return new Cell(figures, at);
}

const SIGN_OF: Readonly<Record<number, MissingSign>> = {
  [SAID['-']]: '-',
  [SAID['...']]: '...',
  [SAID.x]: 'x',
};

/** Its entry is only read when somebody asks for it. */
class Cell implements FigureCell {
  readonly unit: string;
  readonly column: string;
  readonly state: CellState;
  readonly counts: boolean;
  readonly value: string | null;
  readonly sign: MissingSign | null;
  readonly ofWhole: boolean;
  readonly #figures: ColumnFigures;
  readonly #at: number;

  constructor(figures: ColumnFigures, at: number) {
    const said = figures.said[at] ?? SAID.nothing;
    this.unit = figures.units[at] ?? '';
    this.column = figures.key;
    this.state =
      cellStates[figures.state[at] ?? GONE] ?? (hasUnit(figures.asked, at) ? 'missing' : 'not-asked');
    this.counts = hasUnit(figures.counts, at);
    this.value = said === SAID.number ? textAt(figures, at) : null;
    this.sign = SIGN_OF[said] ?? null;
    this.ofWhole = hasUnit(figures.ofWhole, at);
    this.#figures = figures;
    this.#at = at;
  }

  get entry(): StoredEntry | null {
    return this.#figures.entry(this.#at);
  }
}

/** The digits a figure says, whether it counts or not: below {@link LARGEST_AMOUNT} a double has them all. */
function textAt({ wide, amount }: ColumnFigures, at: number): string {
  const exact = wide.get(at);
  return exact ? exactText(exact) : String((amount[at] ?? 0) / 10 ** AMOUNT_DECIMALS);
}
