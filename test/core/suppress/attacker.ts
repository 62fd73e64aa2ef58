import type { Publication, Suppression } from '../../../core/suppress/publication.ts';
import type { Constraint } from './solver.ts';

/** Decimals in which shares are published. */
const DECIMALS = 2;

/**
 * What a reader of a publication knows of the figures that are hidden: what is published of them in sums, shares as
 * they are rounded, parts that are no larger than their wholes, and wholes that are the sum of their parts.
 */
export function knowledge(
  { families, shares }: Publication,
  hidden: Suppression,
): {
  unknown: { name: string; value: number }[];
  rests: { name: string; value: number }[];
  constraints: Constraint[];
} {
  const names = new Map<string, string>();
  const unknown: { name: string; value: number }[] = [];
  const counts = families.flatMap((family) => family.counts);
  for (const { key, values } of counts)
    for (const [unit, value] of values)
      if (hidden.cell(key, unit)) {
        const name = `x${names.size}`;
        names.set(`${key} ${unit}`, name);
        unknown.push({ name, value });
      }
  const valueAt = (key: string, unit: string) => counts.find((one) => one.key === key)?.values.get(unit);
  /** Σ factor × figure, the figures that are shown on the right. */
  const linear = (
    terms: readonly (readonly [factor: number, key: string, unit: string])[],
    sign: Constraint['sign'],
    right: number,
  ): Constraint[] => {
    const open: [number, string][] = [];
    let known = 0;
    for (const [factor, key, unit] of terms) {
      const name = names.get(`${key} ${unit}`);
      if (name === undefined) known += factor * (valueAt(key, unit) ?? 0);
      else open.push([factor, name]);
    }
    return open.length === 0 ? [] : [{ terms: open, sign, right: right - known }];
  };
  const constraints: Constraint[] = [];
  for (const { counts: own } of families) {
    const [whole, ...parts] = own;
    for (const { key, values, sums, wholes } of own) {
      for (const { group, members } of sums) {
        if (hidden.sum(key, group)) continue;
        const total = [...members].reduce((sum, unit) => sum + (values.get(unit) ?? 0), 0);
        constraints.push(
          ...linear(
            [...members].map((unit) => [1, key, unit] as const),
            '=',
            total,
          ),
        );
      }
      for (const unit of values.keys())
        for (const of of wholes)
          if (valueAt(of, unit) !== undefined)
            constraints.push(
              ...linear(
                [
                  [1, key, unit],
                  [-1, of, unit],
                ],
                '<=',
                0,
              ),
            );
    }
    if (!whole || parts.length < 2) continue;
    for (const unit of whole.values.keys())
      constraints.push(
        ...linear([[-1, whole.key, unit], ...parts.map(({ key }) => [1, key, unit] as const)], '=', 0),
      );
  }
  for (const { key, numerator, denominator, per, values, sums } of shares) {
    const half = 0.5 * 10 ** -DECIMALS;
    const over = (units: readonly string[], rate: number) => {
      const shown = Math.round(rate * 10 ** DECIMALS) / 10 ** DECIMALS;
      for (const [sign, bound] of [
        ['<=', shown + half],
        ['>=', shown - half],
      ] as const)
        constraints.push(
          ...linear(
            units.flatMap(
              (unit) =>
                [
                  [per, numerator, unit],
                  [-bound, denominator, unit],
                ] as const,
            ),
            sign,
            0,
          ),
        );
    };
    for (const [unit, rate] of values) if (!hidden.cell(key, unit)) over([unit], rate);
    for (const { group, members } of sums) {
      if (hidden.sum(key, group)) continue;
      const sum = (of: string) => [...members].reduce((total, unit) => total + (valueAt(of, unit) ?? 0), 0);
      if (sum(denominator) > 0) over([...members], (per * sum(numerator)) / sum(denominator));
    }
  }
  const rests: { name: string; value: number }[] = [];
  /** Lets a name stand for what figures come to, where some of them are hidden. */
  const called = (value: number, terms: readonly (readonly [number, string, string])[]) => {
    const name = `r${rests.length}`;
    rests.push({ name, value });
    const [open] = linear(terms, '=', 0);
    const shown = open ?? { terms: [], sign: '=' as const, right: -value };
    constraints.push({ ...shown, terms: [...shown.terms, [-1, name]] });
  };
  // A sum that is hidden, and what it leaves of one of its whole.
  for (const { key, sums, wholes } of counts)
    for (const { group, members } of sums) {
      const total = (of: string) => [...members].reduce((sum, unit) => sum + (valueAt(of, unit) ?? 0), 0);
      const own = [...members].map((unit) => [-1, key, unit] as const);
      if (hidden.sum(key, group) && total(key) > 0)
        called(
          total(key),
          own.map(([, of, unit]) => [1, of, unit] as const),
        );
      for (const whole of wholes) {
        const all = counts.find((one) => one.key === whole)?.sums.find((one) => one.group === group)?.members;
        const isSame = all?.size === members.size && [...members].every((unit) => all.has(unit));
        if (!isSame || total(whole) <= total(key) || !(hidden.sum(key, group) || hidden.sum(whole, group)))
          continue;
        called(total(whole) - total(key), [...own, ...[...members].map((unit) => [1, whole, unit] as const)]);
      }
    }
  for (const { key, values, wholes } of counts)
    for (const [unit, value] of values)
      for (const whole of wholes) {
        const all = valueAt(whole, unit);
        if (all === undefined || all <= value) continue;
        called(all - value, [
          [1, whole, unit],
          [-1, key, unit],
        ]);
      }
  return { unknown, rests, constraints };
}
