import type { Indicator, Stratum } from '../catalogue/schema.ts';
import { levels } from '../catalogue/levels.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { catalogueOn } from '../catalogue/on-date.ts';
import type { Series } from '../target/series.ts';
import { kindOf } from '../target/kinds/index.ts';
import { forUnit, seriesOf } from '../target/plan-series.ts';
import { figureKey, figureKeyOf } from '../observation/key.ts';
import type { LivePlan } from '../plan/model.ts';
import { isOwnUnit } from '../plan/own-unit.ts';
import type { Frequency } from '../period/period.ts';
import type { Unit } from '../unit/unit.ts';
import type { WorkbookRequest } from './request.ts';

/** A figure a unit is asked for: one row, one cell per period. */
export interface AskedFigure {
  key: string;
  indicator: Indicator;
  stratum: Stratum | null;
  /**
   * `published`: the figure of a target's own indicator; `numerator`: counted so that a share can be
   * computed; `background`: a count many shares divide by, typed once on its own sheet. A commune types both parts
   * of its shares there: its form has a share on one line.
   */
  part: 'published' | 'numerator' | 'background';
  /** Whether a target counts it anew each year, so that the periods of a year add up to it. */
  addsUp: boolean;
}

/** What a workbook is about: the series its unit sees, and the figures these need. */
export interface Asked {
  series: Series[];
  figures: AskedFigure[];
}

/**
 * The series a unit sees: those its reporter is asked for.
 * @param isAlso those that are its own though another body reports them of it
 */
export function seriesFor(
  request: WorkbookRequest,
  isAlso: (series: Series) => boolean = () => false,
): Series[] {
  const own = request.plans.filter(({ file }) => isOwnUnit(file, request.unit));
  const ownPlans = new Set(own.map(({ file }) => file.id));
  return request.plans
    .flatMap((plan) =>
      askedOnce(
        seriesOf(plan).filter(
          (one) =>
            (isAskedOf(one, request.reporter, request.catalogue) || isAlso(one)) &&
            isPartOf(one, plan, request.unit),
        ),
        request.reporter,
      ),
    )
    .map((one) => {
      const key = figureKeyOf(one);
      // A group without members is nobody's: what the plan prints for it is not what has to be reached.
      const isPrinted = ownPlans.has(one.plan) && one.stratum?.members !== 'none';
      return forUnit(one, isPrinted, request.assigned(key));
    });
}

/** Whether a series of a plan is of a unit: each is of the unit the plan is of, of others what is theirs. */
export function isPartOf({ stratum }: Series, { file }: Pick<LivePlan, 'file'>, unit: Unit): boolean {
  return isOwnUnit(file, unit) || isOwnPart(stratum, unit);
}

/**
 * What a reporter is asked for: only what it is the source of record for, at its level. A district sees no
 * group of districts: the target of the poor districts together is not a district's own.
 */
export function askedOf(request: WorkbookRequest): Asked {
  const series = seriesFor(request);
  const addingUp = new Set(series.flatMap((one) => (kindOf(one).addsUp ? [figureKeyOf(one)] : [])));
  const figures = new Map<string, AskedFigure>();
  const add = (indicator: Indicator, stratum: Stratum | null, part: AskedFigure['part']) => {
    const key = figureKey(indicator.id, stratum?.id ?? null);
    const before = figures.get(key);
    // A count that any share divides by is typed on the sheet of shared counts, whatever else it serves.
    if (!before || part === 'background')
      figures.set(key, { key, indicator, stratum, part, addsUp: addingUp.has(key) });
  };
  const targeted = new Set(series.map(figureKeyOf));
  for (const { indicator, stratum } of series) {
    add(indicator, stratum, 'published');
    const { numerator, denominator } = partsOf(indicator, request.catalogue);
    if (numerator) {
      const isCount =
        hasSharesOnOneLine(request) && !targeted.has(figureKey(numerator.id, stratum?.id ?? null));
      add(numerator, stratum, isCount ? 'background' : 'numerator');
    }
    if (denominator) add(denominator, stratum, 'background');
  }
  return { series, figures: [...figures.values()] };
}

/** Whether the form has a share with its numerator and denominator on one line: that of a commune is one page. */
export function hasSharesOnOneLine({ reporter }: Pick<WorkbookRequest, 'reporter'>): boolean {
  return reporter.level === 'commune';
}

/** A unit of a group gives its whole figure: asked for once, as that of the whole where the plan asks for this too. */
function askedOnce(series: readonly Series[], { level }: Unit): Series[] {
  const isWhole = ({ stratum }: Series) => stratum === null;
  const wholes = new Set(series.filter(isWhole).map(({ indicator }) => indicator.id));
  return series.filter(
    ({ stratum, indicator }) =>
      level !== 'commune' || stratum?.covers !== 'units' || !wholes.has(indicator.id),
  );
}

/**
 * Whether a figure exists for periods of a length. What is counted by the month or quarter adds up to longer
 * periods; what is known once a year, or from a survey, has no figure for half of it.
 */
export function isCountedBy({ source }: Indicator, frequency: Frequency): boolean {
  switch (source.frequency) {
    case 'month':
    case 'quarter':
      return true;
    case 'half-year':
      return frequency === 'half-year' || frequency === 'year';
    case 'year':
    case 'survey':
      return frequency === 'year';
  }
}

/** Numerator and denominator of a share or rate; null for other measures. */
export function partsOf(
  indicator: Indicator,
  catalogue: Catalogue,
): { numerator: Indicator | null; denominator: Indicator | null } {
  const find = (id: string | undefined) => (id === undefined ? null : (catalogue.indicators.get(id) ?? null));
  return { numerator: find(indicator.numerator), denominator: find(indicator.denominator) };
}

/** Whether a reporter is asked for the figure of a series: the province for all, others for what is theirs. */
export function isAskedOf(series: Series, reporter: Unit, catalogue: Pick<Catalogue, 'bodies'>): boolean {
  const { source } = series.indicator;
  const body = catalogue.bodies.get(source.body);
  switch (reporter.level) {
    case 'country':
    case 'province':
      return true;
    case 'department':
      return body !== undefined && isDepartmentOf(body.code, reporter.id);
    case 'district':
    case 'commune':
      return (
        isOwnPart(series.stratum, reporter) &&
        levels.indexOf(reporter.level) <= levels.indexOf(source.level) &&
        body?.through === 'districts'
      );
  }
}

/** `VN12.BHXH` and `VN51.BHXH-2025`, the body of a province set up anew, are departments of the code `BHXH`. */
function isDepartmentOf(code: string, id: string): boolean {
  const [, own = ''] = id.split('.');
  return own === code || own.split('-')[0] === code;
}

/**
 * Whether a target's part is one that a unit has: the whole, a part inside every unit, and since there are no
 * districts the group the unit belongs to; of a plan of the country the group of provinces. A district saw no target of
 * a group of districts.
 */
function isOwnPart(stratum: Stratum | null, unit: Unit): boolean {
  if (stratum?.covers !== 'units') return true;
  return stratum.tag !== undefined && groupsOf(unit).includes(stratum.tag);
}

/** The groups of units that a plan's targets may be of and this unit belongs to. */
export function groupsOf({ level, tags }: Unit): readonly string[] {
  return level === 'district' ? [] : tags;
}

/** {@link isAskedOf} on a day (ISO date), of a catalogue of all times. */
export function isAskedOn(series: Series, reporter: Unit, catalogue: Catalogue, date: string): boolean {
  const then = catalogueOn(catalogue, date);
  const indicator = then.indicators.get(series.indicator.id) ?? series.indicator;
  return isAskedOf({ ...series, indicator }, reporter, then);
}
