import { countsWholeThings } from '../catalogue/whole-things.ts';
import type { Indicator, Stratum } from '../catalogue/schema.ts';
import type { Unit } from '../unit/unit.ts';
import type { WorkbookDefinition } from '../workbook/definition-schema.ts';
import { WHOLE, WHOLE_NAME } from './tables.ts';

/**
 * What is known of the codes of a return, first of all Vietnamese names by id. They are written beside the codes so that a code which a spreadsheet or a slip has
 * changed is noticed, and tell which codes there are.
 */
export interface ExchangeNames {
  units: ReadonlyMap<string, string>;
  indicators: ReadonlyMap<string, string>;
  /** With {@link WHOLE}. */
  strata: ReadonlyMap<string, string>;
  /** Ids of the indicators that count whole things. */
  wholeThings: ReadonlySet<string>;
}

/** Where names come from: the catalogue, or the part of it that a workbook carries. */
export interface NamedThings {
  indicators: Iterable<Pick<Indicator, 'id' | 'name' | 'measure'>>;
  strata: Iterable<Pick<Stratum, 'id' | 'name'>>;
}

/** The names of units and of a catalogue. */
export function exchangeNames(
  units: Iterable<Pick<Unit, 'id' | 'name'>>,
  { indicators, strata }: NamedThings,
): ExchangeNames {
  const known = [...indicators];
  return {
    units: new Map([...units].map(({ id, name }) => [id, name])),
    indicators: new Map(known.map(({ id, name }) => [id, name.vi])),
    wholeThings: new Set(known.filter(countsWholeThings).map(({ id }) => id)),
    strata: new Map([[WHOLE, WHOLE_NAME], ...[...strata].map(({ id, name }) => [id, name.vi] as const)]),
  };
}

/** Names as a workbook itself carries them; null where it has lost its definition. */
export function namesIn(definition: WorkbookDefinition | null): ExchangeNames | null {
  if (definition === null) return null;
  const { unit, reporter, byCommune, catalogue } = definition;
  return exchangeNames([unit, reporter ?? unit, ...(byCommune?.units ?? [])], catalogue);
}
