import * as z from 'zod';
import { levels } from './levels.ts';
import { listOf, bilingual, decimal, schemaVersion, slug, text } from '../base/fields.ts';

const isoDay = z.iso.date('a day such as 2025-03-01');

/** A unit in which figures are given, for example `%` or `giường/vạn dân`. */
export const measureUnitSchema = z.strictObject({
  /** As printed beside figures; also its identifier. */
  id: text,
  name: bilingual,
  /** Decimals in which its figures are reported, compared and printed; figures themselves are never cut. */
  decimals: decimal.refine(
    (decimals) => Number.isInteger(decimals) && decimals >= 0 && decimals <= 9,
    'a number of decimals, 0 to 9',
  ),
});

/** A policy domain; it has an indicator sheet of its own. */
export const domainSchema = z.strictObject({
  id: slug,
  name: bilingual,
  /** Sheet name: at most 28 characters, none of Excel's forbidden ones and no apostrophe. */
  sheet: z
    .string()
    .regex(/^[^'[\]:*?/\\]{1,28}$/u, 'a sheet name of at most 28 characters without apostrophe'),
});

/**
 * A part of the whole a target is about. `units`: the reporting units that carry a tag (poor districts);
 * `part`: a part of the denominator inside every unit (urban population, primary schools).
 */
export const stratumSchema = z
  .strictObject({
    id: slug,
    name: bilingual,
    covers: z.enum(['units', 'part']),
    /** Tag of the covered units in seeds/units; only with `covers: units`. */
    tag: slug.optional(),
    /** In the catalogue of a day: no unit of the plan carries the tag then, so the target is judged for nobody. */
    members: z.literal('none').optional(),
    note: text.optional(),
  })
  .refine((stratum) => (stratum.covers === 'units') === (stratum.tag !== undefined), {
    message: 'a stratum that covers units names their tag, and no other does',
    path: ['tag'],
  });

/**
 * A body that is the source of record of indicators (Sở Y tế, Bảo hiểm xã hội …). `through: districts`: the
 * districts' administration reports for it at its level; `own-branches`: it has branches of its own, and a
 * district is never asked for its figures.
 */
export const bodySchema = z.strictObject({
  /** Name as used in `source.body`; also its identifier. */
  id: text,
  /** Name for people where it is not the identifier: a body set up anew may keep the name of the one before. */
  name: text.optional(),
  en: text,
  /** Part of the unit id of the department: `VN12.BHXH`; set up anew on the same letters `VN12.SYT-2025`. */
  code: z.string().regex(/^[A-Z]+(?:-\d{4})?$/u, 'capital letters, or with a year such as SYT-2025'),
  through: z.enum(['districts', 'own-branches']),
  /** First and last day (ISO dates) on which it exists in this form; absent: before or after all that is known. */
  validFrom: isoDay.optional(),
  validTo: isoDay.optional(),
  /** The body that took over what no indicator says otherwise; only of one that has ended. */
  successor: text.optional(),
  /** The document that set it up or ended it. */
  decision: text.optional(),
  /** Names of the fields that could not be verified. */
  unverified: z.array(z.enum(['validFrom', 'validTo', 'successor', 'decision', 'name'])).optional(),
});

/**
 * How a figure is measured. A share is per 100, a rate per 1 000 or 10 000; a count is of whole things, an amount
 * may have fractions.
 */
export const measures = ['count', 'amount', 'share', 'rate', 'index', 'ordinal', 'yes-no'] as const;

/** Which way is better. Required for every indicator; never defaulted. */
export const directions = ['up', 'down', 'neutral'] as const;

/** What may be wrong with an entry; shown wherever the entry is shown. */
const unverifiedParts = ['definition', 'source', 'bounds', 'code', 'level'] as const;

const range = z.tuple([decimal, decimal]);

/** An indicator (chỉ tiêu) shared by all plans. */
export const indicatorSchema = z.strictObject({
  id: slug,
  name: bilingual,
  definition: text.optional(),
  domain: slug,
  /** Unit of measure; one of the catalogue's `measureUnits`. */
  unit: text,
  measure: z.enum(measures),
  direction: z.enum(directions),
  /** Decimals in which it is reported, and so compared and printed; those of its unit where left out. */
  decimals: decimal.pipe(z.number().int().min(0).max(6)).optional(),
  /** Catalogue indicator that is divided; shares and rates only. */
  numerator: slug.optional(),
  /** Catalogue indicator by which is divided; shares and rates only. */
  denominator: slug.optional(),
  /** Figures outside are impossible. An open end is left out by a very large number, never by a guess. */
  hard: range.optional(),
  /** Figures outside are surprising and want a reason. */
  plausible: range.optional(),
  /**
   * How many there usually are to 1 000 residents of a unit of any level: counts that belong together are held
   * against each other by it. Wide, and only for what goes with the number of people.
   */
  perThousand: range
    .refine(([low, high]) => low > 0 && low <= high, { message: 'two positive numbers, the smaller first' })
    .optional(),
  /** Where a few places have nearly all of it, as hospitals: no share of it is due to each commune. */
  concentrated: z.literal('yes').optional(),
  /** Below this denominator a share or rate is not judged. */
  minDenominator: decimal.optional(),
  /**
   * Catalogue indicator of which this one is a part by definition, in the same unit; shares and rates only
   * over the same denominator. What a share divides by is its whole already and is not named again.
   */
  partOf: slug.optional(),
  /**
   * Counts that are no part of another by definition: the catalogue count it can never exceed all the same, of
   * whatever unit (households of people, children of an age of the population). Not beside `partOf`.
   */
  notAbove: slug.optional(),
  /** Where the figure counts all up to the end of the period and by definition only grows. */
  cumulative: z.literal('yes').optional(),
  aggregation: z.enum(['sum', 'ratio-of-sums', 'not-additive']),
  /** The body whose figure counts, how low it exists, how often, and in which month it becomes available. */
  source: z.strictObject({
    body: text,
    level: z.enum(levels),
    frequency: z.enum(['month', 'quarter', 'half-year', 'year', 'survey']),
    availableMonth: decimal.pipe(z.number().int().min(1).max(12)),
    /**
     * Since the reorganisation of 2025: the body that took the figure over where it is not the successor of
     * `body`; the level where districts knew it and communes can (otherwise the body alone does).
     */
    afterReform: z.strictObject({ body: text.optional(), level: z.literal('commune').optional() }).optional(),
  }),
  leadAgency: text,
  /** Code in an official list, and the list. */
  officialCode: text.optional(),
  codeSystem: text.optional(),
  /** Indicators that look alike but are defined otherwise, and how they differ. */
  relatedTo: listOf(z.strictObject({ indicator: slug, note: text }), 100).optional(),
  unverified: listOf(z.enum(unverifiedParts), 20).optional(),
});

/** seeds/catalogue.yaml */
export const catalogueFileSchema = z.strictObject({
  schema: schemaVersion,
  measureUnits: listOf(measureUnitSchema, 500),
  domains: listOf(domainSchema, 100),
  strata: listOf(stratumSchema, 500),
  bodies: listOf(bodySchema, 500),
  indicators: listOf(indicatorSchema, 2000),
});

export type MeasureUnit = z.output<typeof measureUnitSchema>;
export type Domain = z.output<typeof domainSchema>;
export type Body = z.output<typeof bodySchema>;
export type Stratum = z.output<typeof stratumSchema>;
export type Indicator = z.output<typeof indicatorSchema>;
export type CatalogueFile = z.output<typeof catalogueFileSchema>;
export type Measure = (typeof measures)[number];
export type Direction = (typeof directions)[number];
export type Level = (typeof levels)[number];
