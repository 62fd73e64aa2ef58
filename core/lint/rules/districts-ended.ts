import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { reporter } from '../../base/finding.ts';
import { lintMessages } from '../messages.ts';
import type { Unit } from '../../unit/unit.ts';
import type { IndicatorStatement } from '../../plan/model.ts';
import { type PlanRule, nameTarget, placeOf } from '../rule.ts';

const report = reporter(lintMessages);

/** The day from which Viet Nam has no district level: provinces and communes only. */
const DISTRICTS_ENDED = '2025-07-01';
const LEGAL_BASIS = {
  vi: 'Nghị quyết 60-NQ/TW; mã đơn vị theo Quyết định 19/2025/QĐ-TTg',
  en: 'Resolution 60-NQ/TW; unit codes by Decision 19/2025/QĐ-TTg',
};

/** Catalogue indicator that counts the districts; ratios over it lose their denominator with them. */
const DISTRICT_COUNT = 'districts';

/** Targets that rest on districts and are due after districts ended. */
export const districtsEnded: PlanRule = {
  id: 'districts-ended',
  check: (linted, { catalogue }) =>
    linted.plan.targets.flatMap((target) => {
      // A target is due at the end of its year.
      if (target.yearTo === null || `${target.yearTo}-12-31` < DISTRICTS_ENDED) return [];
      const counted = districtsBehind(target, catalogue, linted.plan.units);
      if (counted === null) return [];
      return [
        report('lint-districts-ended', placeOf(linted, target), {
          target: nameTarget(target),
          counted,
          ended: DISTRICTS_ENDED,
          legalBasis: LEGAL_BASIS,
        }),
      ];
    }),
};

/** What of a target is counted in districts: its denominator, the indicator itself, or the units of its stratum. */
function districtsBehind(
  { indicator, stratum }: IndicatorStatement,
  catalogue: Catalogue,
  units: readonly Unit[],
): { vi: string; en: string } | null {
  const unit = catalogue.indicators.get(DISTRICT_COUNT)?.unit;
  const isDistrictCount = ({ id, unit: counted }: Indicator): boolean =>
    id === DISTRICT_COUNT || (unit !== undefined && counted === unit);
  const parts = [indicator.denominator, indicator.numerator].map((id) =>
    id === undefined ? undefined : catalogue.indicators.get(id),
  );
  const counted = [...parts, indicator].find((part) => part !== undefined && isDistrictCount(part));
  if (counted !== undefined) return counted.name;
  const tag = stratum?.tag;
  if (tag === undefined || stratum === null) return null;
  return units.some(({ level, tags }) => level === 'district' && tags.includes(tag)) ? stratum.name : null;
}
