import * as z from 'zod';
import { decimal, slug } from '../base/fields.ts';
import { unitRowSchema } from './unit.ts';

/** Fields that the rows of assignments, baselines and known figures share. */

/** Id of a reporting unit. */
export const unitId = unitRowSchema.shape.id;

/** Text that may be left empty. */
export const optionalText = z.string().transform((cell) => (cell === '' ? null : cell));

/** How tables of the exchange write that a figure is of the whole, not of a stratum. */
export const WHOLE = '_T';

/** Id of a stratum; of the whole empty, or as tables of the exchange have it. */
export const optionalStratum = emptyOr(slug, 'small letters, digits and hyphens', WHOLE);

/** A decimal number that a double can hold. */
export const figureValue = decimal.refine(
  Number.isFinite,
  'a number without a thousands sign, such as 1000; decimals behind a dot, such as 12.5',
);

/** The same, or empty. */
export const optionalFigureValue = emptyOr(
  figureValue,
  'a number without a thousands sign, such as 1000; decimals behind a dot, such as 12.5',
);

/** A union would only say "invalid input"; this says what the field expects. */
function emptyOr<Output>(field: z.ZodType<Output, string>, expected: string, alsoEmpty = '') {
  return z.string().transform((cell, context): Output | null => {
    if (cell === '' || cell === alsoEmpty) return null;
    const parsed = field.safeParse(cell);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}
