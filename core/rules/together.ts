import { numberIn, type RawCell } from './figure/cell.ts';
import { surroundingsOf, type CheckedFigure, type FigureAccess } from './figure/checked-figures.ts';
import { shownTogether, type ShownTogether } from './figure/common-cause.ts';
import { commonCauseNames, commonCauses, type CommonCauseName } from './figure/common-causes.ts';
import { hasEarlier } from './figure/expected.ts';
import { timesEarlier, type CountsTogether } from './figure/multiple.ts';
import { rulesFor } from './figure/precedence.ts';
import { SAID_OF_PART, SAID_OF_WHOLE } from './figure/said-beside.ts';
import { isMultiplied } from './figure/rules/figure-counts-multiplied.ts';
import type { FigureSurroundings } from './figure/surroundings.ts';
import { neighboursExchanged } from './figure/rules/figure-neighbours-exchanged.ts';

/** What the figures of a return say together, before a rule looks at one of them. */

/** Ways to parts without some of them. */
export type Without<Name extends keyof FigureAccess<RawCell>> = Omit<FigureAccess<RawCell>, Name>;
/** What is known of a figure only once all are looked at together. */
export type Beside = 'multiple' | 'cause' | 'said' | 'exchanged';
/** For what is computed before that. */
export const NOT_KNOWN = {
  multiple: () => undefined,
  cause: () => undefined,
  said: () => undefined,
  exchanged: () => undefined,
};

/** Of each count that may share a multiple how many times its earlier figure it is. */
export function timesOf(
  checked: readonly CheckedFigure[],
  { reference, baseline, expected }: Without<Beside>,
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

/** What the figures of a return show together, and whether each of them does; null where it could not. */
export interface Causes {
  together: Record<CommonCauseName, ShownTogether>;
  shows: (name: CommonCauseName, id: string) => boolean | null;
}

/** What a figure is judged beside; null where its cell is not there. */
export type SurroundingsOf = (figure: CheckedFigure) => FigureSurroundings<RawCell> | null;

/** {@link surroundingsOf} once for each figure, of which several rules are asked and others ask. */
export function surroundingsOnce(access: FigureAccess<RawCell>): SurroundingsOf {
  const known = new Map<CheckedFigure, FigureSurroundings<RawCell> | null>();
  return (figure) => {
    const found = known.get(figure);
    if (found !== undefined) return found;
    const made = surroundingsOf(figure, access);
    known.set(figure, made);
    return made;
  };
}

/** Looks for what most figures show. @param alone what each is judged beside as long as nothing is known of all */
export function causesOf(checked: readonly CheckedFigure[], alone: SurroundingsOf): Causes {
  const shown = commonCauseNames.map((name) => {
    const { appliesTo, shows } = commonCauses[name];
    const each = checked.flatMap((one): [string, boolean][] => {
      const values = appliesTo(one.context) ? alone(one) : null;
      const does = values && shows(one.context, values);
      return does === null ? [] : [[idOf(one.context), does]];
    });
    return [name, new Map(each)] as const;
  });
  const byName = new Map(shown);
  const together = (name: CommonCauseName) =>
    shownTogether([...(byName.get(name) ?? [])].map(([id, shows]) => ({ id, shows })));
  return {
    together: { standing: together('standing'), asFractions: together('asFractions') },
    shows: (name, id) => byName.get(name)?.get(id) ?? null,
  };
}

/**
 * What each figure is judged beside, with what is known of all figures together once each has an expectation.
 * @param alone as for {@link causesOf}
 */
export function besideAll(
  checked: readonly CheckedFigure[],
  { together, causes, alone }: { together: CountsTogether; causes: Causes; alone: SurroundingsOf },
  without: Without<Beside>,
): SurroundingsOf {
  const [first] = together.near;
  let exchanged: ReadonlySet<string> | null = null;
  const exchangedRows = () =>
    new Set(
      checked.flatMap((one) => {
        const { context, neighbours } = one;
        if (!rulesFor(context).some(({ code }) => code === neighboursExchanged.code)) return [];
        const values = alone(one);
        if (!values || neighboursExchanged.check(context, values).outcome !== 'failed') return [];
        return [context.key, ...neighbours].map((key) => idOf({ key, period: context.period }));
      }),
    );
  const byId = new Map(checked.map((one) => [idOf(one.context), one]));
  const said = new Map<string, boolean>();
  const isSaid = (of: 'part' | 'whole', id: string): boolean => {
    const known = said.get(`${of}|${id}`);
    if (known !== undefined) return known;
    const one = byId.get(id);
    const values = one ? ofAll(one) : null;
    const rules = of === 'part' ? SAID_OF_PART : SAID_OF_WHOLE;
    const is =
      one !== undefined &&
      values !== null &&
      rulesFor(one.context).some(
        (rule) => rules.includes(rule) && rule.check(one.context, values).outcome === 'failed',
      );
    said.set(`${of}|${id}`, is);
    return is;
  };
  const access: FigureAccess<RawCell> = {
    ...without,
    cause: (name, key, period) => {
      const [id, shown] = [idOf({ key, period }), causes.together[name]];
      if (causes.shows(name, id) === null) return undefined;
      const [firstOf] = shown.ids;
      return { isShared: shown.isCommon && shown.ids.has(id), isFirst: firstOf === id, together: shown };
    },
    said: (of, keys, period) => keys.some((key) => isSaid(of, idOf({ key, period }))),
    multiple: (key, period) => {
      const id = idOf({ key, period });
      const isShared = together.isMultiple && together.shared.has(id);
      return { isShared, isFirst: first === id, isApart: together.apart.has(id), together };
    },
    exchanged: (keys, period) => {
      if (keys.length === 0) return undefined;
      exchanged ??= exchangedRows();
      return keys.some((key) => exchanged?.has(idOf({ key, period })));
    },
  };
  const ofAll = surroundingsOnce(access);
  return ofAll;
}

/** What tells a figure of a return. */
export function idOf({ key, period }: { key: string; period: string }): string {
  return `${key}|${period}`;
}
