import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Indicator, Stratum } from '../../core/catalogue/schema.ts';
import type { IndicatorStatement, Plan } from '../../core/plan/model.ts';
import type { Entry } from '../../core/store/entry.ts';
import { isAskedOf, partsOf } from '../../core/workbook/asked.ts';
import { BLANK, madeUp } from '../made-up.ts';

export const ROUND = '2025';
/** All communes of the country since July 2025. */
export const COMMUNES = 3321;
export const PROVINCES = Array.from({ length: 34 }, (_, at) => `VN${at + 10}`);

/** Of each share there is what it divides and by what: 75 indicators. */
const SHARES = 25;
/** Beside the whole. */
const STRATA = 3;
/** Of so many figures one is missing, and one a sign. */
const [MISSING, SIGNED] = [97, 89];
const SIGNS = ['-', '...', 'x'];

/** A country that is made up: a plan for each province, and what its communes report. */
export interface Country {
  catalogue: Catalogue;
  plans: [Plan, ...Plan[]];
  communes: readonly { id: string; plan: string; entries: () => Entry[] }[];
}

/** Makes up a country of so many communes, spread over its provinces; each reports 300 figures, but for some. */
export async function madeUpCountry(communes: number): Promise<Country> {
  const { plan, catalogue } = await madeUp(1);
  const { like, share } = oneLike(plan, catalogue);
  const indicators = Array.from({ length: SHARES }, (_, at) => clonesOf(share, at)).flat();
  const all: Catalogue = {
    ...catalogue,
    indicators: new Map([...catalogue.indicators, ...indicators.map((one) => [one.id, one] as const)]),
  };
  const inside = [...catalogue.strata.values()].filter(({ covers }) => covers !== 'units').slice(0, STRATA);
  const strata: (Stratum | null)[] = [null, ...inside];
  const [province, first] = plan.units;
  if (!province || !first) throw new Error('A plan has units.');
  const plans = PROVINCES.map((id, of): Plan => {
    const file = { ...plan.file, id: `${plan.file.id}-${id.toLowerCase()}`, province: id };
    const own = Array.from({ length: communes }, (_, at) => at).filter((at) => at % PROVINCES.length === of);
    return {
      ...plan,
      file,
      baselines: [],
      deadlines: [],
      targets: indicators
        .filter(({ numerator }) => numerator !== undefined)
        .flatMap((indicator) =>
          strata.map((stratum): IndicatorStatement => ({ ...like, plan: file.id, indicator, stratum })),
        ),
      units: [
        { ...province, id, name: `Tỉnh ${id}` },
        ...own.map((at) => ({ ...first, id: `${id}.9${String(at).padStart(5, '0')}`, name: `Xã ${at}` })),
      ],
    };
  });
  const names = strata.map((stratum) => stratum?.id ?? '_T');
  return {
    catalogue: all,
    plans: plans as Country['plans'],
    communes: plans.flatMap(({ file, units }) =>
      units.slice(1).map(({ id }) => ({
        id,
        plan: file.id,
        entries: () => entriesOf(id, indicators, names),
      })),
    ),
  };
}

/** A target of the plan that is a share, which communes report with its parts. */
function oneLike(plan: Plan, catalogue: Catalogue): { like: IndicatorStatement; share: Indicator[] } {
  const [, commune] = plan.units;
  for (const like of plan.targets) {
    const { numerator, denominator } = partsOf(like.indicator, catalogue);
    const isAsked =
      commune !== undefined &&
      isAskedOf({ indicator: like.indicator, stratum: null } as never, commune, catalogue);
    if (numerator && denominator && isAsked && like.kind === 'level')
      return { like, share: [like.indicator, numerator, denominator] };
  }
  throw new Error('The plan has no share that communes report.');
}

function clonesOf(share: readonly Indicator[], at: number): Indicator[] {
  return share.map((one, of) => ({
    ...one,
    id: `bench-${at}-${of}`,
    ...(of === 0 ? { numerator: `bench-${at}-1`, denominator: `bench-${at}-2` } : {}),
  }));
}

function entriesOf(unit: string, indicators: readonly Indicator[], strata: readonly string[]): Entry[] {
  const at = Number(unit.slice(-5));
  return indicators.flatMap(({ id }, of) =>
    strata.flatMap((stratum, part): Entry[] => {
      const place = at * indicators.length * strata.length + of * strata.length + part;
      if (place % MISSING === 0) return [];
      const sign = place % SIGNED === 0 ? (SIGNS[place % SIGNS.length] ?? null) : null;
      const value = ((((at + 1) * (of + 7 + part)) % 99_991) / 100).toString();
      const said = sign === null ? { value } : { sign };
      return [
        {
          ...BLANK,
          ...said,
          ...{ unit, reporter: unit, indicator: id, stratum, period: ROUND },
          place: `Nhập liệu!F${of * strata.length + part + 9}`,
        },
      ];
    }),
  );
}
