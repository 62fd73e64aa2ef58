import { closest } from '../../core/base/closest.ts';
import type { Indicator } from '../../core/catalogue/schema.ts';
import { type Finding, type Place, reporter } from '../../core/base/finding.ts';
import { countsWholeThings } from '../../core/catalogue/whole-things.ts';
import { rowMessages } from '../../core/planner/messages.ts';
import type { ExchangeContext } from './context.ts';

const report = reporter(rowMessages);

/** The part of a row that names things. */
export interface Named {
  unit: string;
  indicator: string;
  stratum: string | null;
}

/** Checks that the unit, indicator and stratum a row names exist. */
export function checkReferences(row: Named, { units, catalogue }: ExchangeContext, place: Place): Finding[] {
  const findings: Finding[] = [];
  const { unit, indicator, stratum } = row;
  const unitIds = units.map(({ id }) => id);
  if (!unitIds.includes(unit))
    findings.push(report('row-unit-unknown', place, { unit, closest: closest(unit, unitIds) }));
  const { indicators, strata } = catalogue;
  if (!indicators.has(indicator)) {
    const near = closest(indicator, indicators.keys());
    findings.push(report('row-indicator-unknown', place, { indicator, closest: near }));
  }
  if (stratum !== null && !strata.has(stratum))
    findings.push(
      report('row-stratum-unknown', place, { stratum, closest: closest(stratum, strata.keys()) }),
    );
  return findings;
}

/** Checks a figure against what is possible for its indicator. */
export function checkBounds(value: number, indicator: Indicator | undefined, place: Place): Finding[] {
  const [low, high] = indicator?.hard ?? [-Infinity, Infinity];
  return low <= value && value <= high ? [] : [report('row-impossible', place, { value, low, high })];
}

/**
 * Checks that what counts whole things is written without a decimal sign: "1.000" may be meant as a thousand.
 * @param written the cell as it is written, by column
 */
export function checkWhole(
  written: Readonly<Record<string, string>>,
  column: string,
  indicator: Indicator | undefined,
  place: Place,
): Finding[] {
  const cell = written[column] ?? '';
  if (!indicator || !countsWholeThings(indicator) || !/^-?\d+[.,]/u.test(cell)) return [];
  return [report('row-not-whole', place, { column, written: cell, indicator: indicator.name })];
}

/** Collects rows that say the same thing twice. */
export function duplicateCheck(): (what: string, line: number, place: Place) => Finding[] {
  const lineOf = new Map<string, number>();
  return (what, line, place) => {
    const firstLine = lineOf.get(what);
    if (firstLine !== undefined) return [report('row-twice', place, { what, firstLine })];
    lineOf.set(what, line);
    return [];
  };
}

/** Whether a finding makes what was read unusable. */
export function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
