import * as z from 'zod';
import { optionalStratum, optionalText, unitId } from '../unit/row-fields.ts';
import { slug } from '../base/fields.ts';
import { parsePeriod, PERIOD_EXAMPLES } from '../period/period.ts';
import { vintages } from '../observation/vintage.ts';
import { parseFigure, type Figure } from '../observation/figure.ts';

/** The same in every language: examples of what may stand in the cell. */
const EXPECTED = '1000, 12.5, "-", "...", "x"';

/** One row of a known-figures file: a figure that is known before a workbook is made. */
export const knownFigureRowSchema = z.strictObject({
  unit: unitId,
  indicator: slug,
  /** Empty for the whole. */
  stratum: optionalStratum,
  /** A year, half-year or quarter. */
  period: z.string().refine((cell) => parsePeriod(cell) !== null, `a period such as ${PERIOD_EXAMPLES}`),
  vintage: z.enum(vintages),
  /** A number, or one of the signs. */
  value: z.string().transform((cell, context): NonNullable<Figure> => {
    const figure = parseFigure(/^-?\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : cell) ?? null;
    if (figure !== null) return figure;
    context.addIssue({ code: 'custom', message: EXPECTED });
    return z.NEVER;
  }),
  /** Document or body it comes from. */
  source: optionalText,
});

/** Columns of a known-figures file, in order. */
export const knownFigureColumns = Object.keys(knownFigureRowSchema.shape) as (keyof KnownFigure)[];

/** A figure that is known before a workbook is made. */
export type KnownFigure = z.output<typeof knownFigureRowSchema>;
