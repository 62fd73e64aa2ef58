import type { Catalogue } from '../catalogue/catalogue.ts';
import { catalogueOn, isKeptByCommune } from '../catalogue/on-date.ts';
import { figureKey, parseRowKey } from '../observation/key.ts';
import type { Figure } from '../observation/figure.ts';
import { seriesOf } from '../target/plan-series.ts';
import type { LivePlan, Plan } from '../plan/model.ts';
import type { Series } from '../target/series.ts';
import type { Unit } from '../unit/unit.ts';
import { isAskedOf, partsOf, type AskedFigure } from './asked.ts';
import type { ByCommune } from './commune-part.ts';

/**
 * Whether a series is one that districts reported, that communes do not know and that the body of record therefore
 * reports commune by commune. What stands for a group of units was no district's.
 * @param ever catalogue of all times
 * @param date ISO date
 */
export function isByCommune({ indicator, stratum }: Series, ever: Catalogue, date: string): boolean {
  return stratum?.covers !== 'units' && isKeptByCommune(indicator.id, ever, date);
}

/**
 * Keys of the figures a body reports commune by commune: of a share or rate what it is computed of, of anything else
 * the figure itself. What the communes type themselves is not asked a second time.
 * @param plans as they are on the day
 * @param ever catalogue of all times
 */
export function figuresByCommune(
  plans: readonly Plan[],
  { reporter, ever, date }: { reporter: Unit; ever: Catalogue; date: string },
): string[] {
  const then = catalogueOn(ever, date);
  const typed = new Set(plans.flatMap((plan) => keysTypedByCommunes(plan, then)));
  const own = plans
    .flatMap(seriesOf)
    .filter((series) => isByCommune(series, ever, date) && isAskedOf(series, reporter, then));
  const keys = own.flatMap((series) => keysOf(series, then));
  return [...new Set(keys)].filter((key) => !typed.has(key));
}

/** Keys of what communes type for the series they are asked for. */
function keysTypedByCommunes(plan: Plan, then: Catalogue): string[] {
  const [commune] = plan.units.filter(({ level }) => level === 'commune');
  if (!commune) return [];
  return seriesOf(plan)
    .filter((series) => series.stratum?.covers !== 'units' && isAskedOf(series, commune, then))
    .flatMap((series) => keysOf(series, then));
}

function keysOf({ indicator, stratum }: Series, then: Catalogue): string[] {
  const { numerator, denominator } = partsOf(indicator, then);
  const counted = numerator && denominator ? [numerator, denominator] : [indicator];
  return counted.map(({ id }) => figureKey(id, stratum?.id ?? null));
}

/** Keys of the targets whose figures, or counts that are divided, are reported commune by commune. */
export function seriesKeysByCommune(
  plans: readonly LivePlan[],
  figures: readonly string[],
  then: Catalogue,
): string[] {
  const keys = plans.flatMap(seriesOf).flatMap(({ indicator, stratum }) => {
    const { numerator } = partsOf(indicator, then);
    const key = figureKey(indicator.id, stratum?.id ?? null);
    const typed = numerator ? figureKey(numerator.id, stratum?.id ?? null) : key;
    return figures.includes(typed) || figures.includes(key) ? [key] : [];
  });
  return [...new Set(keys)];
}

/** How many communes a commune is; nobody need type it. */
const COMMUNES = figureKey('communes', null);

/** What is filled in of a commune beforehand: that it is one. */
export function givenOfCommune(_unit: string, key: string): Figure {
  return key === COMMUNES ? 1 : null;
}

/** The figures of the table by commune, as asked of each of its communes; empty where there is no table. */
export function askedByCommune({
  byCommune,
  catalogue,
}: {
  byCommune?: Pick<ByCommune, 'figures'> | null;
  catalogue: Catalogue;
}): AskedFigure[] {
  return (byCommune?.figures ?? []).flatMap((key) => {
    const named = parseRowKey(key);
    const indicator = named && catalogue.indicators.get(named.indicator);
    if (!named || !indicator) return [];
    const stratum = named.stratum === null ? null : (catalogue.strata.get(named.stratum) ?? null);
    return [{ key, indicator, stratum, part: 'background', addsUp: false }];
  });
}
