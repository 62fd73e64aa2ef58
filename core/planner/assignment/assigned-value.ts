import type { Catalogue } from '../../catalogue/catalogue.ts';
import { countsWholeThings } from '../../catalogue/whole-things.ts';
import { type Finding, type Place, reporter } from '../../base/finding.ts';
import { compare } from '../../base/number.ts';
import { directionSign } from '../../target/bounds.ts';
import { kindOf } from '../../target/kinds/index.ts';
import { seriesOf } from '../../target/plan-series.ts';
import { governingSegment, type Series } from '../../target/series.ts';
import { figureKey } from '../../observation/key.ts';
import type { KnownFigure } from '../known-figure.ts';
import { knownOfYear } from '../known-of-year.ts';
import type { Plan } from '../../plan/model.ts';
import type { Unit } from '../../unit/unit.ts';
import { isAskedOn } from '../../workbook/asked.ts';
import { isByCommune } from '../../workbook/by-commune.ts';
import { endOfYear } from './in-force.ts';
import { existsIn } from './members.ts';
import type { Assignment } from './assignment.ts';
import { assignmentMessages } from './messages.ts';
import { unitsOfTargets } from './units-of-targets.ts';
import { livePlans, seriesFor } from './value-above.ts';

const report = reporter(assignmentMessages);

/** A yearly change so many times the largest one the plan prints is more likely a level. */
const LEVEL_FOR_CHANGE = 3;
/** Part of last year's figure that no unit loses or gains within a year. */
const LARGE_PART = 2 / 3;
/** A hundred times a value that lies this near what is printed or was reached: per cent written as a part of one. */
const NEAR = 2.5;
/** How far the value itself then lies from it. */
const FAR = 20;

/** What assigned values are judged against. */
export interface AssignedValueContext {
  /** Of all times. */
  catalogue: Catalogue;
  plans: readonly Plan[];
  units: readonly Unit[];
  /** Known figures, of which last year's are compared. */
  figures: readonly KnownFigure[];
}

/** An assigned value as a row or a cell gives it. */
export type AssignedFigure = Pick<
  Assignment,
  'unit' | 'indicator' | 'stratum' | 'year' | 'value' | 'decisionDate' | 'validFrom'
> & {
  /** Whether words beside it say why it is as it is; then what only looks wrong is taken. */
  explained: boolean;
};

/**
 * What is wrong with an assigned value by itself, the same for a row of an assignments file and a cell of a
 * grid: outside what is possible, negative where a size is given, a fraction of a whole thing, a level for a
 * change, a part of one for per cent. Then what nothing uses: no workbook asks the unit for the figure, or the
 * value begins when its year is over.
 */
export function checkAssignedFigure(
  one: AssignedFigure,
  context: AssignedValueContext,
  place: Place,
): Finding[] {
  const { catalogue, plans } = context;
  const { unit, year } = one;
  const indicator = catalogue.indicators.get(one.indicator);
  if (!indicator) return [];
  const key = figureKey(one.indicator, one.stratum);
  const series = seriesFor(plans, unit, key, year);
  const named = one.stratum === null ? one.indicator : key;
  const unused = notUsed(one, series, context, place);
  const [first] = series;
  if (!first) return [report('assignment-without-target', place, { indicator: named, year }), ...unused];
  const units = unitsOfTargets(series);
  if (units.length > 1)
    return [report('assignment-kinds-differ', place, { indicator: named, year, units }), ...unused];
  const wrong =
    impossible(one, first, place) ??
    (one.explained ? null : (unlikely(one, first, context, place) ?? alwaysMet(one, first, place)));
  if (wrong === null) return unused;
  return wrong.severity === 'error' ? [wrong] : [wrong, ...unused];
}

/** The one thing that makes a value impossible for the target it assigns. */
function impossible({ value }: AssignedFigure, series: Series, place: Place): Finding | null {
  const { indicator, direction } = series;
  const { isStanding, isRate, isRelative, unitOf } = kindOf(series);
  const unit = unitOf(indicator);
  const data = { value, unit, indicator: indicator.name };
  if (isRate && direction !== 'neutral' && value < 0)
    return report('assigned-size-negative', place, { ...data, direction });
  if (countsWholeThings(indicator) && !isRelative && !Number.isInteger(value))
    return report('assigned-not-whole', place, data);
  const [low, high] = indicator.hard ?? [countsWholeThings(indicator) ? 0 : -Infinity, Infinity];
  // A yearly change or growth is not bounded by what the indicator itself can be, but no amount is negative.
  const isOutside = isStanding ? value < low || value > high : !isRate && low >= 0 && value < 0;
  if (!isOutside) return null;
  return report('assigned-impossible', place, {
    ...data,
    low: low === -Infinity ? null : low,
    high: high === Infinity ? null : high,
  });
}

/** A share of 0 % that is to be reached at least, or a rise by 0: whatever the unit does, it is met. */
function alwaysMet({ value }: AssignedFigure, series: Series, place: Place): Finding | null {
  const { indicator, direction } = series;
  const { isStanding, isRate, unitOf } = kindOf(series);
  const isNone = value === 0 && direction === 'up' && (isRate || (isStanding && indicator.unit === '%'));
  if (!isNone) return null;
  return report('assigned-always-met', place, { value, unit: unitOf(indicator), indicator: indicator.name });
}

/** What looks like something else than was meant. */
function unlikely(
  one: AssignedFigure,
  series: Series,
  { plans, figures }: AssignedValueContext,
  place: Place,
): Finding | null {
  const { indicator, direction } = series;
  const { value, unit, year } = one;
  const { isRate, isRelative, isStanding, unitOf } = kindOf(series);
  const printed = printedSizes(series, livePlans(plans, unit, year), year);
  const before = knownOfYear(unit, figureKey(one.indicator, one.stratum), year - 1, figures);
  const data = { value, unit: unitOf(indicator), indicator: indicator.name };
  if (isRate) {
    const most = Math.max(...printed);
    const beyondPlan = most > 0 && value > LEVEL_FOR_CHANGE * most;
    const left = before === null ? null : before + directionSign(direction) * value;
    const [low, high] = indicator.hard ?? [-Infinity, Infinity];
    const beyondFigure =
      !isRelative &&
      before !== null &&
      left !== null &&
      (compare(left, low) < 0 ||
        compare(left, high) > 0 ||
        (value > most && value > LARGE_PART * Math.abs(before)));
    if (beyondPlan || beyondFigure)
      return report('assigned-level-for-change', place, {
        ...data,
        direction,
        printed: most,
        before: beyondFigure ? before : null,
      });
  }
  const near = [...printed, ...(before === null || isRate ? [] : [before])];
  const isPercent = isRelative || indicator.unit === '%';
  // No unit is to reach a share of less than 1 % where others reach twenty times as much.
  const isTiny = isStanding && direction === 'up' && value <= 1;
  const looksDivided = (reference: number) =>
    looksHundredfold(value, reference) || (isTiny && reference / value >= FAR);
  if (isPercent && value > 0 && near.some(looksDivided))
    return report('assigned-part-of-one', place, { ...data, meant: Number((value * 100).toPrecision(12)) });
  return null;
}

function looksHundredfold(value: number, reference: number): boolean {
  const times = (value * 100) / reference;
  return reference > 0 && times >= 1 / NEAR && times <= NEAR && reference / value >= FAR;
}

/**
 * What the live plans print for the indicator in the same unit: for the year; of a change or growth whenever and
 * for whatever part, as the largest of them still is a change.
 */
function printedSizes(series: Series, plans: readonly Plan[], year: number): number[] {
  const unit = kindOf(series).unitOf(series.indicator).vi;
  const alike = plans
    .flatMap(seriesOf)
    .filter(
      (one) => one.indicator.id === series.indicator.id && kindOf(one).unitOf(one.indicator).vi === unit,
    );
  const segments = kindOf(series).isRate
    ? alike.filter((one) => kindOf(one).isRate).flatMap((one) => one.segments)
    : [governingSegment(series, year)].filter((one) => one !== null);
  return segments.flatMap(({ low, high }) => [low, high]).filter((one) => one !== null);
}

/** Why no workbook uses an assigned value. */
function notUsed(
  one: AssignedFigure,
  series: readonly Series[],
  context: AssignedValueContext,
  place: Place,
): Finding[] {
  const { catalogue, units } = context;
  const findings: Finding[] = [];
  if (one.validFrom > endOfYear(one.year))
    findings.push(report('assignment-after-year', place, { year: one.year, validFrom: one.validFrom }));
  else if (one.decisionDate > endOfYear(one.year))
    findings.push(
      report('assignment-decided-after-year', place, { year: one.year, decisionDate: one.decisionDate }),
    );
  const unit = units.find(({ id }) => id === one.unit);
  const indicator = catalogue.indicators.get(one.indicator);
  const [first] = series;
  if (!unit || !indicator || !first) return findings;
  const date = lastDayOf(unit, one.year);
  const isUsed = (each: Series) =>
    isAskedOn(each, unit, catalogue, date) ||
    (unit.level === 'commune' && isByCommune(each, catalogue, date));
  const isThere = existsIn(unit, one.year);
  if (isThere && series.some(isUsed)) return findings;
  const why = !isThere
    ? ('other-time' as const)
    : unit.level === 'department'
      ? ('other-body' as const)
      : first.stratum?.covers === 'units'
        ? ('group' as const)
        : ('not-asked' as const);
  const data = {
    unit: unit.level === 'department' ? unit.id : unit.name,
    indicator: indicator.name,
    body: indicator.source.body,
    why,
  };
  return [...findings, report('assignment-not-asked', place, data)];
}

/** The last day of a year on which a unit exists: what a district was assigned for 2025 counts while it reported. */
function lastDayOf({ validTo }: Unit, year: number): string {
  const last = endOfYear(year);
  return validTo !== null && validTo < last ? validTo : last;
}
