import { kinds } from '../../../../core/target/kinds/index.ts';
import type { RawCell } from '../../../../core/rules/figure/cell.ts';
import type {
  FigureContext,
  FigureSurroundings,
  Neighbour,
} from '../../../../core/rules/figure/surroundings.ts';
import { expectedOf } from '../../../../core/rules/figure/expected.ts';
import { typedValue } from '../../../../core/rules/figure/typed-value.ts';
import { perOf } from '../../../../core/catalogue/per.ts';
import { indicatorSchema, type Indicator } from '../../../../core/catalogue/schema.ts';

/** An indicator as a test states it; numbers are written as numbers. */
export interface IndicatorShape {
  measure?: Indicator['measure'];
  unit?: string;
  direction?: Indicator['direction'];
  hard?: readonly [number, number];
  plausible?: readonly [number, number];
  aggregation?: Indicator['aggregation'];
  cumulative?: 'yes';
  concentrated?: 'yes';
  perThousand?: readonly [number, number];
  partOf?: string;
  availableMonth?: number;
}

/** An indicator with the parts that figure rules read. */
export function makeIndicator(shape: IndicatorShape = {}): Indicator {
  const measure = shape.measure ?? 'count';
  const isRatio = measure === 'share' || measure === 'rate';
  return indicatorSchema.parse({
    id: 'tested',
    name: { vi: 'Chỉ tiêu', en: 'Indicator' },
    domain: 'social',
    unit: shape.unit ?? (measure === 'share' ? '%' : 'người'),
    measure,
    direction: shape.direction ?? 'up',
    ...(isRatio ? { numerator: 'counted', denominator: 'all' } : {}),
    ...(shape.hard ? { hard: shape.hard.map(String) } : {}),
    ...(shape.plausible ? { plausible: shape.plausible.map(String) } : {}),
    ...(shape.perThousand ? { perThousand: shape.perThousand.map(String) } : {}),
    ...(shape.partOf ? { partOf: shape.partOf } : {}),
    ...(shape.cumulative ? { cumulative: shape.cumulative } : {}),
    ...(shape.concentrated ? { concentrated: shape.concentrated } : {}),
    aggregation: shape.aggregation ?? 'sum',
    source: {
      body: 'Cục Thống kê',
      level: 'district',
      frequency: 'year',
      availableMonth: String(shape.availableMonth ?? 12),
    },
    leadAgency: 'Sở Y tế',
  });
}

/** The context of a figure of the round 2024. */
export function makeContext(
  shape: IndicatorShape = {},
  more: Partial<Omit<FigureContext, 'indicator'>> = {},
): FigureContext {
  const indicator = makeIndicator(shape);
  const isRatio = perOf(indicator) !== null;
  return {
    key: 'tested|_T',
    indicator,
    stratum: null,
    level: 'district',
    period: '2024',
    vintage: 'preliminary',
    ofRound: true,
    isOfLastYear: false,
    owed: true,
    kinds: [kinds.level],
    cutOff: '2024-12-31',
    due: '2025-01-31',
    parts: { numerator: isRatio, denominator: isRatio },
    partIndicators: { numerator: null, denominator: null },
    denominators: [],
    wholes: [],
    portions: [],
    portionShares: [],
    neighbours: [],
    neighbourRows: (more.neighbours ?? []).map(() => ({ closeness: 'size', isCounted: false, between: [] })),
    isSumSoFar: false,
    shares: [],
    countsOfPeople: 3,
    printed: [],
    given: null,
    ...more,
  };
}

/** Contents around a figure; what is left out is blank, and expected is what its places say. */
export type ValuesShape = Partial<
  Omit<FigureSurroundings<RawCell>, 'value' | 'expected' | 'neighbours'> & {
    /** Expected near its period before, unless it says otherwise. */
    neighbours: readonly (Pick<Neighbour<RawCell>, 'figure'> & Partial<Neighbour<RawCell>>)[];
  }
>;

/** The surroundings of a figure, with the value its cells come to. */
export function makeValues(context: FigureContext, shape: ValuesShape): FigureSurroundings<RawCell> {
  const { figure = null, numerator = null, denominator = null } = shape;
  const places = {
    previous: null,
    baseline: null,
    plan: null,
    year: null,
    people: null,
    sumOf: null,
    isFraction: null,
    multiple: null,
    causes: null,
    isByExchanged: null,
    isPartSaid: null,
    isWholeSaid: null,
    reason: null,
    denominators: context.denominators.map(() => null),
    wholes: context.wholes.map(() => null),
    portions: context.portions.map(() => null),
    ...shape,
  };
  const neighbours: ValuesShape['neighbours'] =
    shape.neighbours ?? context.neighbours.map(() => ({ figure: null }));
  return {
    ...places,
    expected: expectedOf(context, places),
    neighbours: neighbours.map(({ previous = null, ...one }) => ({
      baseline: null,
      expected: previous,
      ...one,
      previous,
    })),
    figure,
    numerator,
    denominator,
    value: typedValue(context.indicator, { published: figure, numerator, denominator }),
  };
}
