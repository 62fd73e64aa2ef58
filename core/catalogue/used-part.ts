import type { Catalogue } from './catalogue.ts';
import type { Body, Domain, Indicator, MeasureUnit, Stratum } from './schema.ts';

/** A part of a catalogue as lists, in the catalogue's order. */
export interface CataloguePart {
  measureUnits: MeasureUnit[];
  domains: Domain[];
  strata: Stratum[];
  bodies: Body[];
  indicators: Indicator[];
}

/**
 * The part of a catalogue that indicators and strata need: with the indicators what these are computed of or
 * part of, and the domains, units of measure and bodies of all of them. Ids the catalogue lacks are left out.
 */
export function usedPart(
  catalogue: Catalogue,
  indicatorIds: Iterable<string>,
  stratumIds: ReadonlySet<string>,
): CataloguePart {
  const used = new Set<string>();
  const open = [...indicatorIds];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const indicator = catalogue.indicators.get(id);
    if (!indicator || used.has(id)) continue;
    used.add(id);
    open.push(...referencesOf(indicator));
  }
  const indicators = [...catalogue.indicators.values()].filter(({ id }) => used.has(id));
  const ofIndicators = (idOf: (indicator: Indicator) => string) => new Set(indicators.map(idOf));
  return {
    measureUnits: pick(
      catalogue.measureUnits,
      ofIndicators(({ unit }) => unit),
    ),
    domains: pick(
      catalogue.domains,
      ofIndicators(({ domain }) => domain),
    ),
    strata: pick(catalogue.strata, stratumIds),
    bodies: pick(
      catalogue.bodies,
      ofIndicators(({ source }) => source.body),
    ),
    indicators,
  };
}

/** What it is computed of, part of or never above. Look-alikes (`relatedTo`) are named in a note and have no figures here. */
function referencesOf({ numerator, denominator, partOf, notAbove }: Indicator): string[] {
  return [numerator, denominator, partOf, notAbove].flatMap((id) => id ?? []);
}

function pick<Entry extends { id: string }>(
  entries: ReadonlyMap<string, Entry>,
  ids: ReadonlySet<string>,
): Entry[] {
  return [...entries.values()].filter(({ id }) => ids.has(id));
}
