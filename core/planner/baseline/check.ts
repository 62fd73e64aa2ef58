import { perOf } from '../../catalogue/per.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { type Finding, type Place, reporter } from '../../base/finding.ts';
import { baselineMessages } from './messages.ts';
import { compare } from '../../base/number.ts';
import { baselineRatio, type BaselineRow, type KnownBaseline } from './baseline.ts';

const report = reporter(baselineMessages);

/**
 * The value of a baseline row: given, or numerator over denominator for a share or rate. Both may stand
 * only where they agree at six decimals.
 */
export function resolveBaseline(
  row: BaselineRow,
  indicator: Indicator,
  place: Place,
): { value: KnownBaseline | null; findings: Finding[] } {
  const refuse = (finding: Finding) => ({ value: null, findings: [finding] });
  const { value, numerator, denominator } = row;
  const hasParts = numerator !== null || denominator !== null;
  if (hasParts && perOf(indicator) === null)
    return refuse(report('baseline-not-a-ratio', place, { indicator: indicator.id }));
  if (!hasParts) {
    return value === null
      ? refuse(report('baseline-empty', place, { ratio: perOf(indicator) !== null }))
      : { value: { ...row, value }, findings: [] };
  }
  if (numerator === null || denominator === null)
    return refuse(
      report('baseline-half', place, { missing: numerator === null ? 'numerator' : 'denominator' }),
    );
  const ratio = baselineRatio(row, indicator);
  if (ratio === null) return refuse(report('baseline-denominator', place, { denominator }));
  if (value !== null && compare(value, ratio) !== 0)
    return refuse(report('baseline-disagrees', place, { value, ratio, numerator, denominator }));
  return { value: { ...row, value: ratio }, findings: [] };
}
