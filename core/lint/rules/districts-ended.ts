import type { Catalogue } from '../../catalogue/catalogue.ts';
import { DISTRICTS_ENDED } from '../../catalogue/on-date.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { reporter } from '../../base/finding.ts';
import { lintMessages } from '../messages.ts';
import type { IndicatorStatement } from '../../plan/model.ts';
import { type PlanRule, nameTarget, placeOf } from '../rule.ts';

const report = reporter(lintMessages);

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
      const counted = districtsBehind(target, catalogue);
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

/** What of a target is counted in districts: its denominator, or the indicator itself. */
function districtsBehind(
  { indicator }: IndicatorStatement,
  catalogue: Catalogue,
): { vi: string; en: string } | null {
  const unit = catalogue.indicators.get(DISTRICT_COUNT)?.unit;
  const isDistrictCount = ({ id, unit: counted }: Indicator): boolean =>
    id === DISTRICT_COUNT || (unit !== undefined && counted === unit);
  const parts = [indicator.denominator, indicator.numerator].map((id) =>
    id === undefined ? undefined : catalogue.indicators.get(id),
  );
  return [...parts, indicator].find((part) => part !== undefined && isDistrictCount(part))?.name ?? null;
}
