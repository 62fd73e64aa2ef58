import { closest } from '../base/closest.ts';
import { type Finding, reporter } from '../base/finding.ts';
import { type Locate, type Path, placeAt } from '../base/locate.ts';
import { limitOf } from './limit.ts';
import { catalogueMessages } from './messages.ts';
import { perOf } from './per.ts';
import type { CatalogueFile, Indicator } from './schema.ts';

const report = reporter(catalogueMessages);

/** Parts of a ratio. */
const RATIO_PARTS = ['numerator', 'denominator'] as const;

type At = (path: Path) => ReturnType<typeof placeAt>;

/**
 * Checks what the schema of the catalogue cannot say: identifiers, references, bounds and ratios.
 * @param pathIn where in the file what stands at a path of `catalogue` is written, if elsewhere
 */
export function checkCatalogue(
  catalogue: CatalogueFile,
  file: string,
  locate: Locate,
  pathIn: (path: Path) => Path = (path) => path,
): Finding[] {
  const at: At = (path) => placeAt(file, locate, pathIn(path));
  return [
    ...checkIds(catalogue, at, locate),
    ...checkSheets(catalogue, at),
    ...checkSuccessors(catalogue, at),
    ...catalogue.measureUnits.flatMap(({ decimals }, index) =>
      Number.isInteger(decimals) && decimals >= 0 && decimals <= 6
        ? []
        : [report('catalogue-decimals', at(['measureUnits', index, 'decimals']), { found: decimals })],
    ),
    ...catalogue.indicators.flatMap((indicator, index) => {
      const here: At = (path) => at(['indicators', index, ...path]);
      return [
        ...checkReferences(indicator, catalogue, here),
        ...checkRatio(indicator, catalogue, here),
        ...checkBounds(indicator, here),
        ...checkAggregation(indicator, here),
        ...checkWhole(indicator, catalogue, here),
      ];
    }),
  ];
}

function checkIds(catalogue: CatalogueFile, at: At, locate: Locate): Finding[] {
  const findings: Finding[] = [];
  for (const list of ['measureUnits', 'domains', 'strata', 'bodies', 'indicators'] as const) {
    const first = new Map<string, number | null>();
    catalogue[list].forEach(({ id }, index) => {
      const path = [list, index, 'id'];
      const firstLine = first.get(id);
      if (firstLine === undefined) first.set(id, locate(path) ?? null);
      else findings.push(report('catalogue-duplicate-id', at(path), { list, id, firstLine }));
    });
  }
  return findings;
}

/** A body that has ended names who took over from it; one that has not, nobody. */
function checkSuccessors(catalogue: CatalogueFile, at: At): Finding[] {
  const known = catalogue.bodies.map(({ id }) => id);
  return catalogue.bodies.flatMap(({ id, validTo, successor }, index): Finding[] => {
    const path = ['bodies', index, 'successor'];
    if ((validTo === undefined) !== (successor === undefined))
      return [report('catalogue-body-successor', at(path), { body: id, hasEnded: validTo !== undefined })];
    if (successor === undefined || known.includes(successor)) return [];
    const closestBody = closest(successor, known);
    const data = { what: 'body' as const, id: successor, owner: id, closest: closestBody };
    return [report('catalogue-unknown-reference', at(path), data)];
  });
}

/** Excel takes sheet names that differ only in case for the same. */
function checkSheets(catalogue: CatalogueFile, at: At): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, string>();
  catalogue.domains.forEach(({ id, sheet }, index) => {
    const key = sheet.normalize('NFC').toLowerCase();
    const other = owners.get(key);
    if (other === undefined) owners.set(key, id);
    else
      findings.push(report('catalogue-duplicate-sheet', at(['domains', index, 'sheet']), { sheet, other }));
  });
  return findings;
}

function checkReferences(indicator: Indicator, catalogue: CatalogueFile, here: At): Finding[] {
  const owner = indicator.id;
  const ids = catalogue.indicators.map(({ id }) => id);
  const lookup = (
    what: 'domain' | 'unit' | 'body' | 'indicator',
    id: string,
    known: string[],
    path: Path,
  ): Finding[] =>
    known.includes(id)
      ? []
      : [report('catalogue-unknown-reference', here(path), { what, id, owner, closest: closest(id, known) })];
  const domains = catalogue.domains.map(({ id }) => id);
  const units = catalogue.measureUnits.map(({ id }) => id);
  const bodies = catalogue.bodies.map(({ id }) => id);
  return [
    ...lookup('domain', indicator.domain, domains, ['domain']),
    ...lookup('unit', indicator.unit, units, ['unit']),
    ...lookup('body', indicator.source.body, bodies, ['source', 'body']),
    ...lookup('body', indicator.source.afterReform?.body ?? indicator.source.body, bodies, [
      'source',
      'afterReform',
      'body',
    ]),
    ...(indicator.relatedTo ?? []).flatMap((related, index) =>
      related.indicator === owner
        ? [
            report('catalogue-related-to-itself', here(['relatedTo', index, 'indicator']), {
              indicator: owner,
            }),
          ]
        : lookup('indicator', related.indicator, ids, ['relatedTo', index, 'indicator']),
    ),
  ];
}

function isRatio({ measure }: Indicator): boolean {
  return measure === 'share' || measure === 'rate';
}

function checkRatio(indicator: Indicator, catalogue: CatalogueFile, here: At): Finding[] {
  const { id, measure } = indicator;
  if (!isRatio(indicator)) {
    return (['numerator', 'denominator', 'minDenominator'] as const)
      .filter((field) => indicator[field] !== undefined)
      .map((field) => report('catalogue-ratio-unexpected', here([field]), { indicator: id, measure, field }));
  }
  const findings: Finding[] = [];
  const ids = catalogue.indicators.map((other) => other.id);
  for (const field of RATIO_PARTS) {
    const part = indicator[field];
    if (part === undefined) {
      findings.push(report('catalogue-ratio-missing', here(['measure']), { indicator: id, measure, field }));
      continue;
    }
    const found = catalogue.indicators.find((other) => other.id === part);
    if (found === undefined) {
      const data = { what: 'indicator' as const, id: part, owner: id, closest: closest(part, ids) };
      findings.push(report('catalogue-unknown-reference', here([field]), data));
    } else if (found.measure !== 'count' && found.measure !== 'amount') {
      const data = { indicator: id, field, part, measure: found.measure };
      findings.push(report('catalogue-ratio-of-ratio', here([field]), data));
    }
  }
  if (indicator.numerator !== undefined && indicator.numerator === indicator.denominator) {
    findings.push(
      report('catalogue-ratio-of-itself', here(['denominator']), {
        indicator: id,
        part: indicator.numerator,
      }),
    );
  }
  if (perOf(indicator) === null) {
    findings.push(report('catalogue-rate-unit', here(['unit']), { indicator: id, unit: indicator.unit }));
  }
  if (measure === 'share' && indicator.unit !== '%') {
    findings.push(report('catalogue-share-unit', here(['unit']), { indicator: id, unit: indicator.unit }));
  }
  return findings;
}

function checkBounds({ id, hard, plausible }: Indicator, here: At): Finding[] {
  const findings: Finding[] = [];
  for (const [field, bounds] of [
    ['hard', hard],
    ['plausible', plausible],
  ] as const) {
    if (bounds !== undefined && bounds[0] >= bounds[1]) {
      const [low, high] = bounds;
      findings.push(report('catalogue-bounds-order', here([field]), { indicator: id, field, low, high }));
    }
  }
  if (hard !== undefined && plausible !== undefined && (plausible[0] < hard[0] || plausible[1] > hard[1])) {
    findings.push(
      report('catalogue-plausible-outside-hard', here(['plausible']), { indicator: id, plausible, hard }),
    );
  }
  return findings;
}

function checkAggregation(indicator: Indicator, here: At): Finding[] {
  const { id, measure, aggregation } = indicator;
  const allowed = isRatio(indicator) ? ['ratio-of-sums', 'not-additive'] : ['sum', 'not-additive'];
  if (allowed.includes(aggregation)) return [];
  const expected = allowed.join(' / ');
  return [
    report('catalogue-aggregation', here(['aggregation']), {
      indicator: id,
      measure,
      found: aggregation,
      expected,
    }),
  ];
}

/** The whole, or the count it is never above, exists, is measured alike, and is not reached from itself. */
function checkWhole(indicator: Indicator, catalogue: CatalogueFile, here: At): Finding[] {
  const { id, partOf, notAbove, unit, denominator } = indicator;
  const limit = partOf ?? notAbove;
  if (limit === undefined) return [];
  const field = partOf === undefined ? 'notAbove' : 'partOf';
  const at = here([field]);
  if (partOf !== undefined && notAbove !== undefined)
    return [report('catalogue-limit-beside-whole', here(['notAbove']), { indicator: id })];
  const whole = catalogue.indicators.find((other) => other.id === limit);
  if (whole === undefined) {
    const ids = catalogue.indicators.map((other) => other.id);
    const data = { what: 'indicator' as const, id: limit, owner: id, closest: closest(limit, ids) };
    return [report('catalogue-unknown-reference', at, data)];
  }
  const circle = wholesOf(indicator, catalogue);
  if (circle.at(-1) === id) return [report('catalogue-part-of-itself', at, { indicator: id, circle, field })];
  if (partOf === undefined) {
    const other = [indicator, whole].find(({ measure }) => measure !== 'count');
    const data = { indicator: id, limit, found: other?.id ?? '', measure: other?.measure ?? '' };
    return other === undefined ? [] : [report('catalogue-limit-no-count', at, data)];
  }
  const differences = [
    { what: 'unit' as const, found: unit, expected: whole.unit },
    { what: 'measure' as const, found: indicator.measure, expected: whole.measure },
    { what: 'denominator' as const, found: denominator ?? '-', expected: whole.denominator ?? '-' },
  ];
  return differences
    .filter(({ found, expected }) => found !== expected)
    .slice(0, 1)
    .map((difference) =>
      report('catalogue-part-unlike-whole', at, { indicator: id, whole: partOf, ...difference }),
    );
}

/** The chain of wholes of an indicator, up to the last or to where it closes upon itself. */
function wholesOf(indicator: Indicator, catalogue: CatalogueFile): string[] {
  const chain: string[] = [];
  for (
    let next = limitOf(indicator);
    next !== undefined && !chain.includes(next);
    next = limitOf(catalogue.indicators.find((other) => other.id === next))
  ) {
    chain.push(next);
    if (next === indicator.id) break;
  }
  return chain;
}
