import * as z from 'zod';
import {
  decimal,
  listOf,
  partialDate,
  schemaVersion,
  slug,
  text,
  whole,
  year,
  yesNo,
} from '../base/fields.ts';
import { directions } from '../catalogue/schema.ts';

/** The kinds of targets; each has its own file in core/target/kinds. */
export const targetKinds = [
  'level',
  'change',
  'growth',
  'relative',
  'flow',
  'total',
  'maintain',
  'milestone',
] as const;

/** Comparators by word, as the plan files have them. */
export const comparators = ['above', 'atLeast', 'below', 'atMost', 'about', 'equal', 'range'] as const;

/** Where the year of a target comes from. */
export const yearBases = ['explicit', 'heading', 'period', 'none'] as const;

/** What a second reader of the document may read otherwise than the plan file. */
export const readFields = ['role', 'comparator', 'kind', 'average', 'year', 'unit', 'indicator'] as const;

/** Another place in the document that prints the same target. */
const citationSchema = z.strictObject({ line: whole, quote: text, printed: text.optional() });

/** The fields targets, baselines and deadlines share. */
const statementFields = {
  /** Unique within the plan; never reused. */
  id: slug,
  /** 1-based line of the source on which the number (or the wording, if implied) stands. */
  line: whole,
  /** Verbatim from the source; may span lines. */
  quote: text,
  /** Exact substring of the quote that holds the number: "62,8", "5.000 – 6.000", "5 nghìn". */
  printed: text.optional(),
  /**
   * Where the number stands in a table of the document: the label of its row and the heading of its column. The
   * quote is then the row.
   */
  cell: z.strictObject({ row: text, column: text }).optional(),
  /** For an end without digits: its value (none for a milestone) and why it is read so. */
  implied: z.strictObject({ value: decimal.optional(), reason: text }).optional(),
  /** Id of the section of the document it stands in. */
  section: text,
  /** The bullet of the document, so that rows split from one sentence can be counted together. */
  bullet: text,
  stratum: slug.optional(),
  yearFrom: year.optional(),
  yearTo: year.optional(),
  /** Base year of a change; the year before `yearFrom` unless the text says otherwise. */
  baseYear: year.optional(),
  yearBasis: z.enum(yearBases),
  /** Direction where it differs from the catalogue's. */
  direction: z.enum(directions).optional(),
  /** Lead agency where it differs from the catalogue's. */
  leadAgency: text.optional(),
  /** Other places that print the same target. */
  citations: listOf(citationSchema, 100).optional(),
  note: text.optional(),
};

/** A quantified or checkable end. */
const targetSchema = z.strictObject({
  ...statementFields,
  indicator: slug,
  kind: z.enum(targetKinds),
  /** None for a milestone. */
  comparator: z.enum(comparators).optional(),
  /** "bình quân": judged on the change accumulated since the base year, a flow on the mean of its years. */
  average: yesNo.optional(),
  /** Path to a level or to a change since a base; linear unless the text says otherwise. Ordinals are always held. */
  interpolation: z.enum(['linear', 'compound']).optional(),
  /** Why a field is so although the words alone would be read otherwise: `readAs: { kind: '…' }`. */
  readAs: z.partialRecord(z.enum(readFields), text).optional(),
});

/** A figure the document gives for the present state. */
const baselineSchema = z.strictObject({
  ...statementFields,
  indicator: slug,
  kind: z.enum(targetKinds),
  comparator: z.enum(comparators),
});

/** Something to be done by a date that is a task, not the value of an indicator. */
const deadlineSchema = z.strictObject({ ...statementFields, indicator: slug.optional() });

/** Who receives the reports of each level of reporting unit, and those of the department that collects them. */
const receiversSchema = z.strictObject({
  province: text,
  department: text,
  district: text,
  commune: text,
  /** To whom a body reports that would otherwise report to itself. */
  collector: text,
});

/** Years of the longest period a plan may have; each is a column of its workbooks. */
export const MOST_YEARS = 50;

/** seeds/<plan-id>/plan.yaml */
export const planFileSchema = z.strictObject({
  schema: schemaVersion,
  id: slug,
  /** File name of the document in the collection it came from. */
  source: text,
  title: text,
  /** Who issued it. */
  issuer: text,
  /** Number of the document; absent where the copy has none. */
  number: text.optional(),
  date: partialDate,
  /** Unit id of the province; `VN` of a plan of the country, whose units are the provinces. */
  province: text,
  /**
   * Name of the file in seeds/units, without extension, that says which units belong to the plan's strata;
   * absent where it has no stratum of units. The units themselves follow from the province and the round's date.
   */
  units: slug.optional(),
  period: z
    .strictObject({ from: year, to: year })
    .refine(({ from, to }) => to - from <= MOST_YEARS, 'a period of at most 50 years'),
  /** The period first reported on. */
  firstRound: text,
  /** What the printed form carries. */
  form: z.strictObject({
    /** Biểu số. */
    code: text,
    /** "Ban hành kèm theo …" */
    basis: text,
    /** Đơn vị nhận báo cáo: everybody's, or each level's. */
    receiver: z.union([text, receiversSchema]),
    /** Title of who signs for the province (người ký). */
    signer: text,
    /** Title of who draws the form up (người lập biểu). */
    preparer: text,
  }),
  sections: listOf(z.strictObject({ id: text, title: text, line: whole }), 1000),
  targets: listOf(targetSchema, 1000),
  baselines: listOf(baselineSchema, 1000),
  deadlines: listOf(deadlineSchema, 1000),
  /** Numbers of the document that are in no target, baseline or deadline, and why. */
  leftOut: listOf(
    z.strictObject({
      line: whole,
      /** The number tokens on that line that this entry explains, for example ["15", "2012", "2020"]. */
      numbers: listOf(text, 500),
      reason: text,
    }),
    5000,
  ),
});

/** What a workbook carries of a plan file beside its statements. */
export const planHeadSchema = planFileSchema.pick({
  id: true,
  title: true,
  issuer: true,
  number: true,
  date: true,
  province: true,
  period: true,
  firstRound: true,
  form: true,
});

export type PlanFile = z.output<typeof planFileSchema>;
export type PlanHead = z.output<typeof planHeadSchema>;
/** What a plan file says of one statement of its document. */
export type PlanEntry = z.output<typeof targetSchema | typeof baselineSchema | typeof deadlineSchema>;
export type TargetKind = (typeof targetKinds)[number];
export type ComparatorWord = (typeof comparators)[number];
export type ReadField = (typeof readFields)[number];
export type YearBasis = (typeof yearBases)[number];
