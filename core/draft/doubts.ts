import type { Doubt, DraftRow } from './model.ts';

/** Below this the best indicator shares little with the words. */
const WEAK = 0.45;
/** Nearer than this to the best, the second is as likely. */
const CLOSE = 0.06;

/** Why a person should look at a row before accepting it, what is most often wrong first. */
export function doubtsOf(row: DraftRow, groups: number): Doubt[] {
  const [best, second] = row.proposals;
  const doubts: (Doubt | false)[] = [
    row.kind.rule === 'kind-relative-no-base' && 'change-unclear',
    (row.kind.rule === 'kind-total' ||
      row.kind.rule === 'kind-ensure' ||
      row.kind.rule === 'kind-every-year') &&
      'kind-unclear',
    row.years.rule === 'year-plan' && 'year-of-plan',
    (row.years.rule === 'year-sentence-end' || row.years.rule === 'year-paragraph') && 'year-far',
    row.comparator.rule === 'comparator-list' && 'comparator-inherited',
    row.value === null && row.low === null && row.printed !== null && 'number-format',
    (best === undefined || best.score < WEAK) && 'indicator-weak',
    best !== undefined &&
      best.score >= WEAK &&
      second !== undefined &&
      best.score - second.score < CLOSE &&
      'indicator-close',
    groups > 1 && 'several-groups',
    row.role.rule === 'role-past' && 'role-unclear',
  ];
  return doubts.filter((doubt) => doubt !== false);
}
