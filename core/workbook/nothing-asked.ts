import type { Language } from '../base/finding.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Stratum } from '../catalogue/schema.ts';
import type { LivePlan } from '../plan/model.ts';
import { seriesOf } from '../target/plan-series.ts';
import type { Series } from '../target/series.ts';
import type { Unit } from '../unit/unit.ts';
import { groupsOf, isAskedOf, isPartOf } from './asked.ts';

/** Why plans ask nothing of a reporter in a round: its form would not have one cell to type into. */
export interface NothingAsked {
  level: Unit['level'];
  /** Whether the plans have no target at all yet, as a draft of which all is still to be answered. */
  isBare: boolean;
  /** Groups of units of which alone its level is asked, and none of which it is in; none where its level is never asked. */
  groups: readonly Stratum[];
}

/** Who reports, and the unit that the figures are about. */
export interface Reporting {
  unit: Unit;
  reporter: Unit;
}

/**
 * Says of reporters whether plans ask anything of them, by the very rule that draws up their forms: a target with a figure
 * that is known at their level, reported through them, and of the whole, of a part inside every unit or of a group they
 * are in. A year has its column in every round that is part of it, so that no period alone leaves a form empty.
 * @param plans and catalogue as they are when the round closes
 * @returns why nothing is asked; null where something is
 */
export function nothingAskedIn(
  plans: readonly LivePlan[],
  catalogue: Pick<Catalogue, 'bodies'>,
): (reporting: Reporting) => NothingAsked | null {
  const all = plans.flatMap((plan) => seriesOf(plan).map((series) => ({ plan, series })));
  const known = new Map<string, NothingAsked | null>();
  return ({ unit, reporter }) => {
    // Of units below a province level and groups decide, of which there are few: a country has thousands of communes.
    const isOne = reporter.id !== unit.id || unit.level === 'province' || unit.level === 'country';
    const like = [isOne ? reporter.id : '', unit.level, ...groupsOf(unit)].join(' ');
    const found = known.get(like);
    if (found !== undefined) return found;
    const isAsked = all.some(
      ({ plan, series }) => isAskedOf(series, reporter, catalogue) && isPartOf(series, plan, unit),
    );
    const groups = new Map(
      all.flatMap(({ series }) =>
        isOfGroup(series, reporter, catalogue) ? [[series.stratum.id, series.stratum]] : [],
      ),
    );
    const isBare = all.length === 0;
    const why = isAsked ? null : { level: reporter.level, isBare, groups: [...groups.values()] };
    known.set(like, why);
    return why;
  };
}

/** Whether a series would be asked of a reporter if it were in the group of units that it is of. */
function isOfGroup(
  series: Series,
  reporter: Unit,
  catalogue: Pick<Catalogue, 'bodies'>,
): series is Series & { stratum: Stratum } {
  const { covers, tag, members } = series.stratum ?? {};
  if (covers !== 'units' || tag === undefined || members === 'none') return false;
  const inGroup = { ...reporter, tags: [tag] };
  return groupsOf(inGroup).includes(tag) && isAskedOf(series, inGroup, catalogue);
}

const reportedBy: Record<Language, Record<Unit['level'], string>> = {
  vi: {
    country: 'cả nước',
    province: 'tỉnh',
    district: 'cấp huyện',
    commune: 'cấp xã',
    department: 'cơ quan này',
  },
  en: {
    country: 'the country',
    province: 'provinces',
    district: 'districts',
    commune: 'communes',
    department: 'this body',
  },
};

/** Why nothing is asked, as what comes after "vì" or "because". */
export function nothingAskedSaid({ level, isBare, groups }: NothingAsked, language: Language): string {
  if (isBare) return language === 'vi' ? 'kế hoạch chưa có mục tiêu nào' : 'the plan has no target yet';
  const who = reportedBy[language][level];
  const names = groups.map(({ name }) => name[language]).join(', ');
  if (language === 'vi')
    return groups.length === 0
      ? `không chỉ tiêu nào của kế hoạch do ${who} báo cáo`
      : `kế hoạch chỉ hỏi ${who} thuộc nhóm: ${names}`;
  return groups.length === 0
    ? `no target of the plan is reported by ${who}`
    : `the plan asks only ${who} of the group: ${names}`;
}
