import { numberIn, type RawCell } from './figure/cell.ts';
import { surroundingsOf, type CheckedFigure, type FigureAccess } from './figure/checked-figures.ts';
import { hasEarlier } from './figure/expected.ts';
import { timesEarlier, type CountsTogether } from './figure/multiple.ts';
import { rulesFor } from './figure/precedence.ts';
import { isMultiplied } from './figure/rules/figure-counts-multiplied.ts';
import { neighboursExchanged } from './figure/rules/figure-neighbours-exchanged.ts';

/** What the figures of a return say together, before a rule looks at one of them. */

/** Ways to parts without some of them. */
export type Without<Name extends keyof FigureAccess<RawCell>> = Omit<FigureAccess<RawCell>, Name>;
/** For what is computed before the figures are looked at together. */
export const NOT_KNOWN = { multiple: () => undefined, exchanged: () => undefined };

/** Of each count that may share a multiple how many times its earlier figure it is. */
export function timesOf(
  checked: readonly CheckedFigure[],
  { reference, baseline, expected }: Without<'multiple' | 'exchanged'>,
): { id: string; by: number }[] {
  return checked.flatMap(({ context, previousPeriod }) => {
    const { key, period } = context;
    const previous = reference(key, previousPeriod) ?? null;
    if (!isMultiplied(context) || !hasEarlier({ previous, baseline: baseline(key) ?? null })) return [];
    const count = numberIn(reference(key, period) ?? null);
    const by = timesEarlier(count, numberIn(expected(key, period) ?? null));
    return by === null ? [] : [{ id: idOf(context), by }];
  });
}

/** The same with what is known of all figures together once each has an expectation. */
export function withBeside(
  checked: readonly CheckedFigure[],
  together: CountsTogether,
  without: Without<'multiple' | 'exchanged'>,
): FigureAccess<RawCell> {
  const alone: FigureAccess<RawCell> = { ...without, ...NOT_KNOWN };
  const [first] = together.near;
  let exchanged: ReadonlySet<string> | null = null;
  const exchangedRows = () =>
    new Set(
      checked.flatMap((one) => {
        const { context, neighbours } = one;
        if (!rulesFor(context).some(({ code }) => code === neighboursExchanged.code)) return [];
        const values = surroundingsOf(one, alone);
        if (!values || neighboursExchanged.check(context, values).outcome !== 'failed') return [];
        return [context.key, ...neighbours].map((key) => idOf({ key, period: context.period }));
      }),
    );
  return {
    ...without,
    multiple: (key, period) => {
      const id = idOf({ key, period });
      const isShared = together.isMultiple && together.near.has(id);
      return { isShared, isFirst: first === id, together };
    },
    exchanged: (keys, period) => {
      if (keys.length === 0) return undefined;
      exchanged ??= exchangedRows();
      return keys.some((key) => exchanged?.has(idOf({ key, period })));
    },
  };
}

/** What tells a figure of a return. */
export function idOf({ key, period }: { key: string; period: string }): string {
  return `${key}|${period}`;
}
