import { asReported } from '../base/number.ts';
import { decimalsOf } from '../catalogue/decimals.ts';
import type { Indicator } from '../catalogue/schema.ts';
import { parseFigure, type Figure } from '../observation/figure.ts';
import { measured } from '../observation/measured.ts';
import { entryKey, isFigure } from './entry.ts';
import { acceptanceBy, countsInTotals, type Acceptance, type AcceptanceRules } from './acceptance.ts';
import { acceptanceOfFigures } from './accepted-figures.ts';
import { countedGiven, isGiven } from './given.ts';
import { countedFigures, figuresInForce, type FigureInForce, type InForceRules } from './in-force.ts';
import type { Decision, StoredEntry, StoredReturn } from './model.ts';

/** What has become of a figure. */
export type Fate =
  | 'in-force'
  | 'to-explain'
  | 'blocked'
  | 'return-conflicting'
  | 'conflict'
  | 'beside'
  | 'replaced'
  | 'held-back'
  | 'withdrawn'
  | 'no-figure'
  | 'assigned';

/** A figure that holds, by how far its return has come: only of an accepted one is that all there is to say. */
const HOLDING: Record<Acceptance, Fate> = {
  accepted: 'in-force',
  'to-explain': 'to-explain',
  blocked: 'blocked',
  conflicting: 'return-conflicting',
  'held-back': 'held-back',
};

/** An entry with the return it is of and what has become of it. */
export interface Life {
  entry: StoredEntry;
  of: StoredReturn | undefined;
  fate: Fate;
}

/** What is to be told of the entries of one unit and indicator, those of a year together, in their order. */
export function livesOf(
  entries: readonly StoredEntry[],
  returns: readonly StoredReturn[],
  rules: InForceRules & Pick<AcceptanceRules, 'conflicting'>,
): Life[] {
  const { standing } = rules;
  const acceptanceOf = acceptanceBy(rules);
  const inForce = figuresInForce(returns, entries, rules);
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  const counted = new Set([
    ...countedFigures(returns, entries, standing),
    ...countedGiven(returns, entries, standing),
  ]);
  const claims = new Set(inForce.flatMap(({ conflicts }) => conflicts.flatMap(({ holders }) => holders)));
  const holding = new Set(inForce.map(({ figure }) => figure));
  return [...entries]
    .sort((a, b) => whenOf(a).localeCompare(whenOf(b)) || a.return - b.return)
    .map((entry): Life => {
      const of = byNumber.get(entry.return);
      const fate = (): Fate => {
        if (of && standing.isWithdrawn(of)) return 'withdrawn';
        if (of && standing.isHeld(of)) return 'held-back';
        if (entry.table === 'assignments') return 'assigned';
        if (!isFigure(entry)) return 'no-figure';
        if (!counted.has(entry)) return 'replaced';
        if (holding.has(entry)) return of && !isGiven(entry) ? HOLDING[acceptanceOf(of)] : 'in-force';
        return claims.has(entry) ? 'conflict' : 'beside';
      };
      return { entry, of, fate: fate() };
    });
}

/** Of all that is known of some places the figures that are added up: see {@link countsInTotals}. */
export function countedInTotals(
  entries: readonly StoredEntry[],
  returns: readonly StoredReturn[],
  rules: InForceRules & AcceptanceRules,
): FigureInForce[] {
  const acceptanceOf = acceptanceOfFigures(returns, entries, rules);
  return figuresInForce(returns, entries, rules).filter(
    ({ figure }) =>
      figure === null || isGiven(figure) || countsInTotals(acceptanceOf(figure).acceptance, false),
  );
}

/** Figures by their periods, then baselines and assigned values by their years. */
function whenOf({ table, period, year }: StoredEntry): string {
  return table === 'observations' ? period : `~${table === 'baselines' ? 1 : 2}${year ?? ''}`;
}

/** Decisions about entries, or about returns they are of; what undid one is one of them. */
export function decisionsAbout(decisions: readonly Decision[], entries: readonly StoredEntry[]): Decision[] {
  const returns = new Set(entries.map((entry) => entry.return));
  const keys = new Set(entries.map(entryKey));
  const own = decisions.filter(({ figure, return: of }) =>
    figure === null ? of !== null && returns.has(of) : keys.has(figure),
  );
  const numbers = new Set(own.map(({ number }) => number));
  return decisions.filter(
    (one) => own.includes(one) || (one.kind === 'undo' && numbers.has(one.target ?? 0)),
  );
}

/** A share or rate that nobody reported, from the figures in force it is made of. */
export interface ComputedRate {
  period: string;
  stratum: string;
  /** As it is reported, in the decimals of the indicator; null while a part is open or not there. */
  value: Figure;
  numerator: StoredEntry | null;
  denominator: StoredEntry | null;
}

/** The share or rate of every period and stratum of which a part is in force and nobody published it itself. */
export function computedRates(
  indicator: Indicator,
  published: readonly FigureInForce[],
  { numerator, denominator }: Record<'numerator' | 'denominator', readonly FigureInForce[]>,
): ComputedRate[] {
  const placeOf = ({ period, stratum }: StoredEntry) => `${period}|${stratum}`;
  const byPlace = (all: readonly FigureInForce[]) =>
    new Map(
      all.flatMap(({ figure }) =>
        figure?.table === 'observations' ? [[placeOf(figure), figure] as const] : [],
      ),
    );
  const own = new Set(
    published.flatMap(({ figure, conflicts }) =>
      [...(figure ? [figure] : []), ...conflicts.flatMap(({ figures }) => figures)].map(placeOf),
    ),
  );
  const [over, under] = [byPlace(numerator), byPlace(denominator)];
  const places = [...new Set([...over.keys(), ...under.keys()])].filter((place) => !own.has(place)).sort();
  return places.map((place) => {
    const [period = '', stratum = ''] = place.split('|');
    const parts = { numerator: over.get(place) ?? null, denominator: under.get(place) ?? null };
    const value = measured(indicator, {
      published: null,
      numerator: figureIn(parts.numerator),
      denominator: figureIn(parts.denominator),
    });
    return {
      period,
      stratum,
      value: typeof value === 'number' ? asReported(value, decimalsOf(indicator)) : value,
      ...parts,
    };
  });
}

function figureIn(entry: StoredEntry | null): Figure {
  if (entry === null) return null;
  if (entry.value !== null) return Number(entry.value);
  return parseFigure(entry.sign) ?? null;
}
