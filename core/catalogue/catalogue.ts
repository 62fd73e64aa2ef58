import type { Body, CatalogueFile, Domain, Indicator, MeasureUnit, Stratum } from './schema.ts';
import { withDecimals } from './decimals.ts';

/** The catalogue, by identifier. */
export interface Catalogue {
  measureUnits: ReadonlyMap<string, MeasureUnit>;
  domains: ReadonlyMap<string, Domain>;
  strata: ReadonlyMap<string, Stratum>;
  bodies: ReadonlyMap<string, Body>;
  indicators: ReadonlyMap<string, Indicator>;
}

/**
 * Indexes a catalogue file; the loader has made sure that identifiers are unique. Every indicator gets the
 * decimals it is reported in.
 */
export function indexCatalogue(file: CatalogueFile): Catalogue {
  const measureUnits = byId(file.measureUnits);
  return {
    measureUnits,
    domains: byId(file.domains),
    strata: byId(file.strata),
    bodies: byId(file.bodies),
    indicators: byId(file.indicators.map((one) => withDecimals(one, measureUnits.get(one.unit)))),
  };
}

function byId<Entry extends { id: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** Of workbooks of which nobody knows what they were made from: nothing has a name. */
export const NO_CATALOGUE: Catalogue = {
  measureUnits: new Map(),
  domains: new Map(),
  strata: new Map(),
  bodies: new Map(),
  indicators: new Map(),
};
