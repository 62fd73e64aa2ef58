import { asReported } from '../../base/number.ts';
import { decimalsOf } from '../../catalogue/decimals.ts';
import type { Consolidation } from '../consolidate.ts';
import type { FigureSource } from '../sources.ts';
import { tidyRows, type TidyRow } from '../tidy-rows.ts';
import type { PublicFigures } from './public.ts';

/**
 * The long table of a round to be published: what is hidden has neither value nor sign and the state `not-published`;
 * what does not count, what is divided by what, reasons and files are left out.
 */
export function publicRows(
  found: Consolidation,
  sources: readonly FigureSource[],
  may: PublicFigures,
): TidyRow[] {
  const columns = new Map(found.columns.map((column) => [column.key, column]));
  const units = new Set(found.rows.map(({ unit }) => unit.id));
  return tidyRows(found, sources).flatMap((row): TidyRow[] => {
    const { kind, unit, indicator, stratum, value, counts } = row;
    const column = columns.get(`${indicator}|${stratum}`);
    if (!column || (kind === 'figure' && counts !== 'yes')) return [];
    const isOfUnit = kind === 'figure' && units.has(unit);
    const isHidden = isOfUnit ? may.hidesUnit(unit, column.key) : may.hidesTotal(column.key, unit);
    const said = { numerator: '', denominator: '', return: '', file: '', place: '', sha256: '', reason: '' };
    if (isHidden) return [{ ...row, ...said, value: '', sign: '', state: 'not-published' }];
    const decimals = decimalsOf(column.indicator);
    return [{ ...row, ...said, value: value === '' ? '' : String(asReported(Number(value), decimals)) }];
  });
}
