import type { Direction, Indicator } from '../catalogue/schema.ts';
import { type Finding, type Place, reporter } from '../base/finding.ts';
import { yearsOfColumn } from './cell.ts';
import { planMessages } from './messages.ts';
import type { Figure } from './figure.ts';
import { targetKinds, type ComparatorWord, type TargetKind, type YearBasis } from '../plan/schema.ts';
import { kindOf, kinds } from '../target/kinds/index.ts';
import type { KindTraits } from '../target/kind.ts';

const report = reporter(planMessages);

/** The fields of an entry that have to fit its kind and each other. */
export interface EntryFields {
  id: string;
  role: 'target' | 'baseline' | 'deadline';
  kind: TargetKind;
  comparator: ComparatorWord | undefined;
  yearFrom: number | undefined;
  yearTo: number | undefined;
  baseYear: number | undefined;
  yearBasis: YearBasis;
  /** Heading of the column of a table it stands in. */
  column: string | undefined;
  hasAverage: boolean;
  hasInterpolation: boolean;
}

type PlaceOf = (field: string) => Place;

/** The kinds of which something is true, for a finding that says what would fit. */
function kindsWith(holds: (kind: KindTraits) => boolean): TargetKind[] {
  return targetKinds.filter((kind) => holds(kinds[kind]));
}

/** Years: which a kind needs, their order, the base year and what they are based on. */
export function checkYears(entry: EntryFields, place: PlaceOf): Finding[] {
  const { id, kind, role, yearFrom, yearTo, baseYear, yearBasis } = entry;
  const findings: Finding[] = [];
  const hasYears = yearFrom !== undefined || yearTo !== undefined;
  // A baseline may be a figure the document leaves undated; a task may have no date of its own.
  if (role === 'target' || (hasYears && role === 'baseline')) {
    const needed = [
      ...(kinds[kind].needsFirstYear && yearFrom === undefined ? ['yearFrom'] : []),
      ...(kinds[kind].isSinceBase && yearFrom === undefined && baseYear === undefined ? ['baseYear'] : []),
      ...(yearTo === undefined ? ['yearTo'] : []),
    ];
    // A present-state figure of a single year needs no period.
    const missing = role === 'baseline' ? needed.filter((field) => field === 'yearTo') : needed;
    if (missing.length > 0)
      findings.push(report('year-missing', place('kind'), { id, kind, fields: missing }));
  }
  if (role === 'deadline' && yearFrom !== undefined && yearTo === undefined) {
    findings.push(report('year-missing', place('yearFrom'), { id, kind, fields: ['yearTo'] }));
  }
  if (yearFrom !== undefined && yearTo !== undefined && yearFrom > yearTo) {
    findings.push(report('year-order', place('yearFrom'), { id, yearFrom, yearTo }));
  }
  const ofColumn = entry.column === undefined ? [] : yearsOfColumn(entry.column);
  if (entry.column !== undefined && yearTo !== undefined && ofColumn.length > 0 && !ofColumn.includes(yearTo))
    findings.push(report('cell-year', place('yearTo'), { id, column: entry.column, yearTo }));
  if (hasYears === (yearBasis === 'none')) {
    findings.push(report('year-basis', place('yearBasis'), { id, yearBasis, hasYears }));
  }
  if (baseYear !== undefined && !kinds[kind].isRate) {
    const allowed = kindsWith(({ isRate }) => isRate);
    findings.push(report('field-not-for-kind', place('baseYear'), { id, field: 'baseYear', kind, allowed }));
  } else if (baseYear !== undefined && yearTo !== undefined && baseYear >= yearTo) {
    findings.push(report('base-year-order', place('baseYear'), { id, baseYear, yearTo }));
  }
  return findings;
}

/** Fields that only some kinds have, and kinds that only some measures have. */
export function checkKind(entry: EntryFields, indicator: Indicator | null, place: PlaceOf): Finding[] {
  const { id, kind } = entry;
  const findings: Finding[] = [];
  if (entry.role === 'baseline' && !kinds[kind].hasValue) {
    findings.push(report('kind-not-for-baseline', place('kind'), { id, kind }));
  }
  if (entry.hasAverage && !kinds[kind].canAverage) {
    const allowed = kindsWith(({ canAverage }) => canAverage);
    findings.push(report('field-not-for-kind', place('average'), { id, field: 'average', kind, allowed }));
  }
  if (entry.hasInterpolation && !kinds[kind].interpolates) {
    const [field, allowed] = ['interpolation', kindsWith(({ interpolates }) => interpolates)];
    findings.push(report('field-not-for-kind', place(field), { id, field, kind, allowed }));
  }
  if (indicator !== null && !kinds[kind].measures.includes(indicator.measure)) {
    const { id: indicatorId, measure } = indicator;
    const allowed = kindsWith(({ measures }) => measures.includes(measure));
    const data = { id, kind, indicator: indicatorId, measure, allowed };
    findings.push(report('kind-against-measure', place('kind'), data));
  }
  return findings;
}

/** The comparator fits the figure and does not contradict the direction. */
export function checkComparator(
  entry: EntryFields,
  figure: (Figure & { printed: string }) | null,
  direction: Direction | null,
  place: PlaceOf,
): Finding[] {
  const { id, kind, comparator } = entry;
  if (!kinds[kind].hasValue) {
    return comparator === undefined
      ? []
      : [report('milestone-figure', place('comparator'), { id, field: 'comparator' })];
  }
  if (comparator === undefined) return [report('comparator-missing', place('kind'), { id, kind })];
  const findings: Finding[] = [];
  if (figure !== null) {
    const isRange = figure.low !== null;
    if (isRange !== (comparator === 'range')) {
      findings.push(
        report('comparator-range', place('comparator'), { id, comparator, printed: figure.printed, isRange }),
      );
    }
  }
  // Of a rate the size is compared, and for the present state the document just states a fact.
  const exempt = kinds[kind].isRate || entry.role === 'baseline';
  const contradicts =
    ((comparator === 'above' || comparator === 'atLeast') && direction === 'down') ||
    ((comparator === 'below' || comparator === 'atMost') && direction === 'up');
  if (!exempt && contradicts && direction !== null) {
    findings.push(report('comparator-against-direction', place('comparator'), { id, comparator, direction }));
  }
  return findings;
}

/** A state that the indicator cannot have; the usual sign of a wrong unit. */
export function checkBounds(
  entry: EntryFields,
  figure: Figure,
  indicator: Indicator,
  place: PlaceOf,
): Finding[] {
  const { hard } = indicator;
  if (hard === undefined || !kindOf(entry).isStanding) return [];
  return [figure.value, figure.low, figure.high]
    .filter((value) => value !== null && (value < hard[0] || value > hard[1]))
    .map((value) =>
      report('value-outside-hard-bounds', place('printed'), {
        id: entry.id,
        value: value ?? 0,
        hard,
        unit: indicator.unit,
      }),
    );
}
