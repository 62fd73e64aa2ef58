import type { Language } from '../base/finding.ts';
import type { LivePlan } from '../plan/model.ts';
import { printedGoverning } from '../target/series.ts';
import type { JudgedTarget } from './judge.ts';

/** Short names of plans by id, as the text of a report calls them. */
export type PlanNames = ReadonlyMap<string, string>;

/** What a document calls itself at the beginning of its title. */
const KINDS = /^(?:kế hoạch|chương trình hành động|chương trình|nghị quyết|quyết định|đề án|chỉ thị)/iu;

/**
 * What the plans of a report are called where their numbers of bullets would not tell them apart: "Kế hoạch năm 2021",
 * with the number of the document where it has one, with who issued it where two would be the same.
 */
export function planNames(files: readonly LivePlan['file'][], language: Language): PlanNames {
  const short = files.map((file) => shortName(file, language));
  return new Map(
    files.map((file, at) => {
      const own = short[at] ?? '';
      const isAlone = short.filter((one) => one === own).length === 1;
      const of = language === 'vi' ? 'của' : 'of';
      return [file.id, isAlone ? own : `${own} ${of} ${file.issuer}`];
    }),
  );
}

function shortName({ title, number, date }: LivePlan['file'], language: Language): string {
  const year = date.slice(0, 4);
  const kind = KINDS.exec(title)?.[0] ?? (language === 'vi' ? 'Văn bản' : 'Document');
  if (number) return `${kind} ${number}`;
  return language === 'vi' ? `${kind} năm ${year}` : `${kind} (${year})`;
}

/** The plan's own number of the bullet that a target is counted under in the year. */
export function bulletOf({ series, gap }: Pick<JudgedTarget, 'series' | 'gap'>): string {
  const segment = printedGoverning(series, gap.year) ?? series.segments[0];
  return segment.statement.bullet;
}

/** The plan's own number of a target's bullet, with the plan where there are several: "II.4-b, Kế hoạch năm 2021". */
export function citedBullet(one: Pick<JudgedTarget, 'series' | 'gap'>, names: PlanNames): string {
  const name = names.size > 1 ? names.get(one.series.plan) : undefined;
  return name === undefined ? bulletOf(one) : `${bulletOf(one)}, ${name}`;
}
