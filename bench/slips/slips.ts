import type { Random } from './random.ts';

/** A cell of the round with the figure that is true. */
export interface TrueCell {
  key: string;
  figure: number;
  /** Counted in whole things. */
  isWhole: boolean;
}

/** Cells that hold something else than the true figure, by key. */
export type Slipped = ReadonlyMap<string, number>;

/** A kind of slip; null where it would leave everything as it is, or nothing at all. */
export interface Slip {
  name: string;
  make: (cells: readonly TrueCell[], random: Random) => Slipped | null;
}

/** Two digits exchanged that matter: what a check has to notice as far as right figures allow. */
export const LARGE_TRANSPOSITION = 'digits transposed, ≥ 20 %';

/** Two rows one under the other in each other's place. */
export const EXCHANGE = 'neighbours exchanged';

/** Every kind of slip the bench makes, one a workbook. */
export const slips: readonly Slip[] = [
  ...[100, 1000].flatMap((factor) => [times(factor), times(1 / factor)]),
  {
    name: EXCHANGE,
    make: (cells, random) => {
      const at = Math.floor(random.uniform() * (cells.length - 1));
      const [one, other] = [cells[at], cells[at + 1]];
      if (!one || !other || one.figure === other.figure) return null;
      return new Map([
        [one.key, other.figure],
        [other.key, one.figure],
      ]);
    },
  },
  transposed(LARGE_TRANSPOSITION, (change) => change >= 0.2),
  transposed('digits transposed, 5–20 %', (change) => change >= 0.05 && change < 0.2),
  transposed('digits transposed, < 5 %', (change) => change < 0.05),
  {
    name: 'rate typed as per cent',
    make: (cells, random) => {
      const cell = random.pick(
        cells.filter(({ isWhole, figure }) => !isWhole && figure > 0 && figure <= 100),
      );
      return cell ? new Map([[cell.key, Number((cell.figure / 100).toPrecision(12))]]) : null;
    },
  },
];

function times(factor: number): Slip {
  return {
    name: factor > 1 ? `× ${factor}` : `÷ ${Math.round(1 / factor)}`,
    make: (cells, random) => {
      const cell = random.pick(cells.filter(({ figure }) => figure !== 0));
      if (!cell) return null;
      const slipped = Number((cell.figure * factor).toPrecision(12));
      // As somebody types it who means thousands: a count stays whole, else the form says so anyway.
      const typed = cell.isWhole ? Math.round(slipped) : slipped;
      return typed === 0 || typed === cell.figure ? null : new Map([[cell.key, typed]]);
    },
  };
}

function transposed(name: string, wanted: (change: number) => boolean): Slip {
  return {
    name,
    make: (cells, random) => {
      const found = cells.flatMap((cell) =>
        transpositions(cell.figure).flatMap((typed): [string, number][] =>
          wanted(Math.abs(typed / cell.figure - 1)) ? [[cell.key, typed]] : [],
        ),
      );
      const one = random.pick(found);
      return one ? new Map([one]) : null;
    },
  };
}

/** A figure with two adjacent digits in each other's place, the decimal sign where it was. */
function transpositions(figure: number): number[] {
  if (figure <= 0) return [];
  const text = String(figure);
  const at = [...text].flatMap((digit, index) => (digit === '.' ? [] : [index]));
  const found = new Set<number>();
  for (const [place, index] of at.entries()) {
    const next = at[place + 1];
    if (next === undefined) continue;
    const letters = [...text];
    [letters[index], letters[next]] = [letters[next] ?? '', letters[index] ?? ''];
    found.add(Number(letters.join('')));
  }
  found.delete(figure);
  found.delete(0);
  return [...found];
}
