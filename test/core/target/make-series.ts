import {
  indicatorSchema,
  type Direction,
  type Indicator,
  type Measure,
} from '../../../core/catalogue/schema.ts';
import type { Figure } from '../../../core/observation/figure.ts';
import type { Comparator, IndicatorStatement } from '../../../core/plan/model.ts';
import type { TargetKind } from '../../../core/plan/schema.ts';
import type { SeriesValues } from '../../../core/target/kind.ts';
import type { Series } from '../../../core/target/series.ts';
import { forUnit, seriesOf } from '../../../core/target/plan-series.ts';
import { loadedFixture, planInput } from '../plan/fixture.ts';

/** One printed target, as a test states it: a value or a range, a year or the two ends of a period. */
export interface TargetShape {
  comparator?: Comparator;
  value?: number;
  range?: readonly [number, number];
  from?: number;
  to: number;
  baseYear?: number;
}

/** A series, as a test states it. */
export interface SeriesShape {
  kind: TargetKind;
  direction: Direction;
  targets: readonly TargetShape[];
  /** An amount, which may have fractions, unless a test says otherwise. */
  measure?: Measure;
  unit?: string;
  hard?: readonly [number, number];
  minDenominator?: number;
  /** Decimals in which the indicator is reported; two, unless a test says otherwise. */
  decimals?: number;
  average?: boolean;
  interpolation?: 'linear' | 'compound';
  /** Whether the plan's values are the unit's own; they are, unless a test says otherwise. */
  own?: boolean;
  /** What decisions gave the unit, by year. */
  given?: Readonly<Record<number, { comparator?: Comparator; value: number }>>;
}

/** What is known about a series, as a test states it. */
export interface ValuesShape {
  /** The last reported year. */
  round?: number;
  firstYear?: number;
  assigned?: boolean;
  base?: { year: number | null; value: number | null };
  figures?: Readonly<Record<number, Figure>>;
  /** Years whose denominator is too small. */
  small?: readonly number[];
}

const emptyPlan = loadedFixture('', planInput({ sections: [] }));

/** An indicator with the parts that paths and verdicts read. */
export function makeIndicator(
  shape: Pick<SeriesShape, 'direction' | 'measure' | 'unit' | 'hard' | 'minDenominator' | 'decimals'>,
): Indicator {
  const measure = shape.measure ?? 'amount';
  return indicatorSchema.parse({
    id: 'tested',
    name: { vi: 'Chỉ tiêu', en: 'Indicator' },
    domain: 'social',
    unit: shape.unit ?? (measure === 'share' ? '%' : 'người'),
    measure,
    direction: shape.direction,
    ...(shape.hard ? { hard: shape.hard.map(String) } : {}),
    ...(shape.minDenominator === undefined ? {} : { minDenominator: String(shape.minDenominator) }),
    ...(shape.decimals === undefined ? {} : { decimals: String(shape.decimals) }),
    aggregation: 'not-additive',
    source: { body: 'Cục Thống kê', level: 'district', frequency: 'year', availableMonth: '3' },
    leadAgency: 'Sở Y tế',
  });
}

/** The series of a shape, made by the product's own grouping so that years in force are its own. */
export function makeSeries(shape: SeriesShape): Series {
  const indicator = makeIndicator(shape);
  const targets = shape.targets.map((target, at) => makeStatement(shape, target, indicator, `t${at + 1}`));
  const [series, ...others] = seriesOf({ ...emptyPlan, targets });
  if (!series || others.length > 0) throw new Error('A shape must make exactly one series.');
  const given = Object.entries(shape.given ?? {}).map(
    ([year, { comparator = '=', value }]) => [Number(year), { comparator, value, decision: '1/QĐ' }] as const,
  );
  return forUnit(series, shape.own ?? true, new Map(given));
}

function makeStatement(
  shape: SeriesShape,
  target: TargetShape,
  indicator: Indicator,
  id: string,
): IndicatorStatement {
  const comparator =
    shape.kind === 'milestone' ? null : (target.comparator ?? (target.range ? 'range' : '='));
  const paced = ['change', 'growth', 'relative'].includes(shape.kind);
  return {
    plan: 'tested-plan',
    id,
    role: 'target',
    indicator,
    stratum: null,
    kind: shape.kind,
    comparator,
    value: target.value ?? null,
    low: target.range?.[0] ?? null,
    high: target.range?.[1] ?? null,
    yearFrom: target.from ?? null,
    yearTo: target.to,
    baseYear: paced ? (target.baseYear ?? (target.from ?? target.to) - 1) : null,
    yearBasis: 'explicit',
    average: shape.average ?? false,
    interpolation: shape.interpolation ?? 'linear',
    direction: shape.direction,
    leadAgency: null,
    citations: [{ line: 1, quote: 'câu được trích' }],
    printed: null,
    impliedReason: null,
    section: 'I',
    bullet: 'I-a',
    note: null,
  };
}

/** The values of a shape: reported up to 2025 in a sheet that starts in 2021, unless it says otherwise. */
export function makeValues(shape: ValuesShape = {}): SeriesValues {
  return {
    round: shape.round ?? 2025,
    firstYear: shape.firstYear ?? 2021,
    assigned: shape.assigned ?? true,
    base: shape.base ?? { year: null, value: null },
    figure: (year) => shape.figures?.[year] ?? null,
    unsound: (year) => shape.small?.includes(year) ?? false,
  };
}
