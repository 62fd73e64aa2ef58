import * as z from 'zod';

/**
 * Field types of our YAML files. YAML is read without guessing, so every scalar arrives as text; each
 * field says here what text it takes.
 */

/** A decimal number written with a dot; `5.000` is five, and is written `5`. */
export const decimal = z
  .string()
  .regex(
    /^-?\d+(?:\.\d+)?$/u,
    'a number without a thousands sign, such as 1000; decimals behind a dot, such as 12.5',
  )
  .transform(Number);

/** A whole number. */
export const whole = z
  .string()
  .regex(/^-?\d+$/u, 'a whole number')
  .transform(Number);

/** A calendar year. */
export const year = z
  .string()
  .regex(/^(?:19|20)\d{2}$/u, 'a year, such as 2025')
  .transform(Number);

/** `yes` or `no`. */
export const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');

/** Text that is not empty. */
export const text = z.string().min(1, 'text');

/** An identifier: small letters, digits and single hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'small letters, digits and hyphens');

/** A date as far as it is known: 2021, 2021-03 or 2021-03-12. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'a date such as 2021, 2021-03 or 2021-03-12');

/** A text in both languages. */
export const bilingual = z.strictObject({ vi: text, en: text });

/** The version every file format starts from. */
export const schemaVersion = z.literal('1').transform(() => 1 as const);

/** A list of bounded length: nothing we read needs more, and what a hostile file asks for is not built. */
export function listOf<Entry extends z.ZodType>(entry: Entry, most: number) {
  return z.array(entry).max(most, `a list of at most ${most}`);
}
