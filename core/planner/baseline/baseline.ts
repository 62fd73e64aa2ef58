import * as z from 'zod';
import { perOf } from '../../catalogue/per.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { optionalFigureValue, optionalStratum, unitId } from '../../unit/row-fields.ts';
import { slug, text, year } from '../../base/fields.ts';

/** One row of a baseline file (số gốc). */
export const baselineRowSchema = z.strictObject({
  unit: unitId,
  indicator: slug,
  /** Empty for the whole. */
  stratum: optionalStratum,
  year,
  /** In the indicator's unit; may be left out of a share or rate that has numerator and denominator. */
  value: optionalFigureValue,
  numerator: optionalFigureValue,
  denominator: optionalFigureValue,
  /** Document it comes from. */
  source: text,
});

/** Columns of a baseline file, in order. */
export const baselineColumns = Object.keys(baselineRowSchema.shape) as (keyof BaselineRow)[];

/** A baseline as its row has it. */
export type BaselineRow = z.output<typeof baselineRowSchema>;

/** A baseline whose value is certain: given, or computed of numerator and denominator. */
export type KnownBaseline = BaselineRow & { value: number };

/**
 * The share or rate that numerator and denominator make, in the indicator's unit.
 * @returns null when one of them is missing, the denominator is not positive, or the indicator is no ratio
 */
export function baselineRatio(row: BaselineRow, indicator: Indicator): number | null {
  const per = perOf(indicator);
  const { numerator, denominator } = row;
  if (per === null || numerator === null || denominator === null || denominator <= 0) return null;
  return (per * numerator) / denominator;
}
