import * as z from 'zod';
import { catalogueFileSchema, directions } from '../catalogue/schema.ts';
import { missingSigns } from '../observation/figure.ts';
import { comparatorSymbols } from '../plan/model.ts';
import { frequencies, parsePeriod, PERIOD_EXAMPLES } from '../period/period.ts';
import { MOST_YEARS, planHeadSchema, targetKinds, yearBases } from '../plan/schema.ts';
import { unitRowSchema } from '../unit/unit.ts';
import { listOf, slug, text } from '../base/fields.ts';
import { FIRST_DEFINED_LAYOUT, parseUnitKey, sheetNames, unitKey } from './contract.ts';
import { vintages } from '../observation/vintage.ts';

/**
 * The definition of a workbook as JSON. Plan heads, the catalogue and units are written as in their own
 * files, with every scalar as text, and are read by the schemas of those files; the rest is plain JSON in
 * which a field that is null is left out.
 */

const year = z.number().int().min(1900).max(2099);
const period = z.string().refine((text) => parsePeriod(text) !== null, { message: PERIOD_EXAMPLES });
const figureKeyText = z.string().regex(/^[a-z0-9-]+\|(?:_T|[a-z0-9-]+)$/u);

const figureValue = z.union([z.number(), z.enum(missingSigns)]);
const communeId = z.string().refine((id) => parseUnitKey(unitKey(id)) !== null);

function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}

const citationSchema = z.strictObject({ line: z.number().int(), quote: text });

const statementSchema = z.strictObject({
  id: slug,
  indicator: orNull(slug),
  stratum: orNull(slug),
  kind: z.enum(targetKinds),
  comparator: orNull(z.enum(comparatorSymbols)),
  value: orNull(z.number()),
  low: orNull(z.number()),
  high: orNull(z.number()),
  yearFrom: orNull(year),
  yearTo: orNull(year),
  baseYear: orNull(year),
  yearBasis: z.enum(yearBases),
  average: z.boolean(),
  interpolation: z.enum(['linear', 'compound']),
  direction: z.enum(directions),
  leadAgency: orNull(text),
  citations: z.tuple([citationSchema], citationSchema).refine((all) => all.length <= 100),
  printed: orNull(text),
  impliedReason: orNull(text),
  section: text,
  bullet: text,
  note: orNull(text),
});

const planSchema = z.strictObject({
  head: planHeadSchema.extend({ firstRound: period }),
  /** Hash of the plan's file and document. */
  hash: z.string(),
  targets: listOf(
    statementSchema.refine(({ indicator, yearTo }) => indicator !== null && yearTo !== null, {
      message: 'a target has an indicator and a year',
    }),
    1000,
  ),
  baselines: listOf(
    statementSchema.refine(({ indicator }) => indicator !== null, { message: 'a baseline has an indicator' }),
    1000,
  ),
  deadlines: listOf(statementSchema, 1000),
});

const reportingSchema = z.strictObject({
  period,
  frequency: z.enum(frequencies),
  year,
  from: z.iso.date().optional(),
  cutOff: z.iso.date(),
  due: orNull(z.iso.date()),
  vintage: z.enum(vintages),
  cumulative: z.literal(true).optional(),
});

const assignedSchema = z.strictObject({
  key: figureKeyText,
  year,
  comparator: z.enum(comparatorSymbols),
  value: z.number(),
  decision: text,
});

const figureSchema = z.strictObject({
  key: figureKeyText,
  period,
  /** Null where none is known, and `source` says why. */
  figure: orNull(figureValue),
  source: orNull(text),
  /** How sure it is where it is less sure than its column says. */
  lessSure: orNull(z.enum(vintages)),
});

/** A figure of a commune, in the table by commune. */
const communeFigureSchema = z.strictObject({
  unit: communeId,
  key: figureKeyText,
  period,
  figure: figureValue,
});

const knownBaselineSchema = z.strictObject({
  key: figureKeyText,
  year: orNull(z.number()),
  value: orNull(z.number()),
  source: orNull(text),
});

/** What the workbooks of a round have in common where nothing was assigned to one unit alone. */
const sharedShape = z.strictObject({
  /** The layout the workbook was built in. */
  layout: z.number().int().min(1).default(FIRST_DEFINED_LAYOUT),
  plans: z.tuple([planSchema], planSchema).refine((all) => all.length <= 20),
  catalogue: catalogueFileSchema.omit({ schema: true }),
  round: year,
  reporting: reportingSchema,
  assigned: listOf(assignedSchema, 50_000),
  sample: z.boolean(),
});

/** What a definition says of one workbook alone. */
export const ownSchema = z.strictObject({
  unit: unitRowSchema,
  /** Null: the unit reports itself. */
  reporter: orNull(unitRowSchema),
  /** Figures and baselines that were filled in when the workbook was made. */
  figures: listOf(figureSchema, 100_000),
  baselines: listOf(knownBaselineSchema, 5000),
  /** Figures reported commune by commune, and the communes; null where there are none. */
  byCommune: orNull(
    z.strictObject({
      figures: listOf(figureKeyText, 100),
      units: listOf(z.strictObject({ id: communeId, name: text }), 1000),
      /** What the cells of communes were filled in with, as far as no rule says it. */
      given: listOf(communeFigureSchema, 100_000).default([]),
      /** Last year's figures, and what was assigned for the year of the round. */
      before: listOf(communeFigureSchema, 100_000).default([]),
      sources: listOf(text, 1000).default([]),
      assigned: listOf(assignedSchema.omit({ year: true }).extend({ unit: communeId }), 100_000).default([]),
    }),
  ),
});

/** The shared part of a definition from its JSON; every reference of a statement has to resolve. */
export const sharedSchema = sharedShape
  .refine(referencesResolve, {
    message: 'statements refer to indicators and strata of the definition',
  })
  .refine(catalogueHolds, { message: 'indicators have the domain and the unit of the definition' })
  .refine(canBeBuilt, { message: 'years and their number are those of a workbook' });

/** Everything a workbook is made from: {@link WorkbookRequest} as plain data, with ids as references. */
export type WorkbookDefinition = SharedDefinition & z.output<typeof ownSchema>;
type SharedDefinition = z.output<typeof sharedShape>;
export type PlanDefinition = z.output<typeof planSchema>;
export type StatementDefinition = z.output<typeof statementSchema>;

function referencesResolve({ plans, catalogue }: SharedDefinition): boolean {
  const indicators = new Set(catalogue.indicators.map(({ id }) => id));
  const strata = new Set(catalogue.strata.map(({ id }) => id));
  return plans
    .flatMap(({ targets, baselines, deadlines }) => [...targets, ...baselines, ...deadlines])
    .every(
      ({ indicator, stratum }) =>
        (indicator === null || indicators.has(indicator)) && (stratum === null || strata.has(stratum)),
    );
}

/** What sheets and formats of the template are made from: one sheet a domain, decimals by the unit. */
function catalogueHolds({ catalogue }: SharedDefinition): boolean {
  const { domains, indicators, measureUnits } = catalogue;
  const sheets = domains.map(({ sheet }) => sheet.toLowerCase());
  const taken = new Set<string>(Object.values(sheetNames).map((name) => name.toLowerCase()));
  const ids = new Set(domains.map(({ id }) => id));
  const units = new Set(measureUnits.map(({ id }) => id));
  return (
    new Set(sheets).size === sheets.length &&
    sheets.every((sheet) => !taken.has(sheet)) &&
    new Set(indicators.map(({ id }) => id)).size === indicators.length &&
    indicators.every(({ domain, unit }) => ids.has(domain) && units.has(unit))
  );
}

/** Rows of targets times years: the largest workbook of several plans we know has some 5 000. */
const MOST_SERIES_YEARS = 20_000;

/**
 * A definition may be well-formed and ask for what is no workbook: a round outside its plans, two hundred years,
 * thousands of targets. Such a one counts as damaged before anything of it is built.
 */
function canBeBuilt({ plans, round, reporting }: SharedDefinition): boolean {
  if (reporting.year !== round || parsePeriod(reporting.period)?.year !== round) return false;
  const spans = plans.map(({ head }) => ({
    first: parsePeriod(head.firstRound)?.year ?? Number.NaN,
    last: head.period.to,
  }));
  const fits = ({ first, last }: (typeof spans)[number]) =>
    last - first <= MOST_YEARS && first <= round && round <= last;
  if (!spans.every(fits) || plans.some(({ head }) => head.period.from > head.period.to)) return false;
  const isNear = (one: number | null) =>
    one === null || spans.some(({ first, last }) => first - MOST_YEARS <= one && one <= last + MOST_YEARS);
  const statements = plans.flatMap(({ targets, baselines, deadlines }) => [
    ...targets,
    ...baselines,
    ...deadlines,
  ]);
  if (!statements.every(({ yearFrom, yearTo, baseYear }) => [yearFrom, yearTo, baseYear].every(isNear)))
    return false;
  const years = Math.max(...spans.map(({ last }) => last)) - Math.min(...spans.map(({ first }) => first)) + 1;
  return statements.length * years <= MOST_SERIES_YEARS;
}
