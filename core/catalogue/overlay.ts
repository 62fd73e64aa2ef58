import * as z from 'zod';
import { closest } from '../base/closest.ts';
import { listOf, schemaVersion, slug, text } from '../base/fields.ts';
import { type Finding, reporter } from '../base/finding.ts';
import { type Locate, type Path, placeAt } from '../base/locate.ts';
import { catalogueMessages } from './messages.ts';
import {
  bodySchema,
  domainSchema,
  indicatorSchema,
  measureUnitSchema,
  stratumSchema,
  type CatalogueFile,
  type Indicator,
} from './schema.ts';

const report = reporter(catalogueMessages);

/** The lists of a catalogue, each of entries with an id of their own. */
const catalogueLists = ['measureUnits', 'domains', 'strata', 'bodies', 'indicators'] as const;

/**
 * What may be said anew of an indicator that the program's catalogue has. Name, unit, measure, direction and
 * parts make it the indicator it is: with others it is another one, which gets an id of its own.
 */
const refinementSchema = indicatorSchema
  .pick({
    hard: true,
    plausible: true,
    minDenominator: true,
    leadAgency: true,
    officialCode: true,
    codeSystem: true,
    source: true,
    unverified: true,
  })
  .partial()
  .extend({
    indicator: slug,
    /** Why it is known better here: document, body. */
    reason: text,
  });

/** catalogue.yaml of a workspace: what a province adds to the catalogue, and what it knows better. */
export const catalogueOverlaySchema = z.strictObject({
  schema: schemaVersion,
  measureUnits: listOf(measureUnitSchema, 500).default([]),
  domains: listOf(domainSchema, 100).default([]),
  strata: listOf(stratumSchema, 500).default([]),
  bodies: listOf(bodySchema, 500).default([]),
  indicators: listOf(indicatorSchema, 2000).default([]),
  refine: listOf(refinementSchema, 2000).default([]),
});

/** A catalogue overlay as read. */
export type CatalogueOverlay = z.output<typeof catalogueOverlaySchema>;

/**
 * The catalogue with what an overlay adds and refines. Nothing of it is replaced silently: an entry with an id
 * that is taken is an error, and a refinement names what it refines and why.
 */
export function withOverlay(
  base: CatalogueFile,
  overlay: CatalogueOverlay,
  file: string,
  locate: Locate,
): { catalogue: CatalogueFile; findings: Finding[] } {
  const at = (path: Path) => placeAt(file, locate, path);
  const findings: Finding[] = [];
  for (const list of catalogueLists) {
    const taken = new Set(base[list].map(({ id }) => id));
    overlay[list].forEach(({ id }, index) => {
      if (taken.has(id)) findings.push(report('catalogue-id-taken', at([list, index, 'id']), { list, id }));
    });
  }
  const ids = base.indicators.map(({ id }) => id);
  const refined = new Map<string, CatalogueOverlay['refine'][number]>();
  overlay.refine.forEach((one, index) => {
    const { indicator: id } = one;
    const place = at(['refine', index, 'indicator']);
    if (!ids.includes(id))
      findings.push(report('catalogue-nothing-to-refine', place, { id, closest: closest(id, ids) }));
    else if (refined.has(id)) findings.push(report('catalogue-refined-twice', place, { id }));
    refined.set(id, one);
  });
  const indicators = base.indicators.map((indicator) => {
    const one = refined.get(indicator.id);
    return one ? refinedIndicator(indicator, one) : indicator;
  });
  const catalogue: CatalogueFile = {
    schema: base.schema,
    measureUnits: [...base.measureUnits, ...overlay.measureUnits],
    domains: [...base.domains, ...overlay.domains],
    strata: [...base.strata, ...overlay.strata],
    bodies: [...base.bodies, ...overlay.bodies],
    indicators: [...indicators, ...overlay.indicators],
  };
  return { catalogue, findings };
}

function refinedIndicator(before: Indicator, one: CatalogueOverlay['refine'][number]): Indicator {
  const fields = Object.entries(one).filter(([field]) => field !== 'indicator' && field !== 'reason');
  return { ...before, ...Object.fromEntries(fields) };
}

/** Where an entry of the catalogue with its overlay stands in the overlay: what it adds, or what it refines. */
export function pathInOverlay(base: CatalogueFile, overlay: CatalogueOverlay, path: Path): Path {
  const [list, index, ...rest] = path;
  const name = catalogueLists.find((one) => one === list);
  if (name === undefined || typeof index !== 'number') return path;
  const before = base[name].length;
  if (index >= before) return [name, index - before, ...rest];
  const refinement = overlay.refine.findIndex(({ indicator }) => indicator === base.indicators[index]?.id);
  return name === 'indicators' && refinement >= 0 ? ['refine', refinement, ...rest] : path;
}
