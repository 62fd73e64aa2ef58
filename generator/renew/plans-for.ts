import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { ChangeMap } from '../../core/changes/change-map.ts';
import { parsePeriod, periodSaid, periodTrouble, type Period } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { lastRounds, roundAfter } from '../../core/renew/next-round.ts';
import { firstYear } from '../../core/period/first-year.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { CommandFailure } from '../failure.ts';
import { loadChangeMap } from '../plan-files/change-map-file.ts';
import type { EarlierFigures } from './earlier-figures.ts';
import type { Gathered } from './gather.ts';
import { keysAsked } from './renew.ts';

/** Files that are named with what is wrong with them; more nobody reads at once. */
const MOST_NAMED = 8;

/**
 * The round that is meant: the one that was named, or the one after the last that there are returns of, of the plans
 * that were named where there are any of these.
 * @throws CommandFailure for what is no round, and where it is not said which of several comes next
 */
export function roundFor(round: string, named: readonly string[], { rounds }: EarlierFigures): Period {
  if (round !== NEXT) {
    const period = parsePeriod(round);
    if (period) return period;
    throw new CommandFailure(periodTrouble(round)?.vi ?? round);
  }
  const own = rounds.filter(({ plan }) => named.includes(plan));
  const last = lastRounds((own.length > 0 ? own : rounds).map((one) => one.round));
  const [only, other] = last;
  if (only && !other) return roundAfter(only);
  throw new CommandFailure(
    only
      ? `Các kỳ ${last.map(({ text }) => text).join(', ')} cùng là kỳ cuối đã báo cáo. Hãy ghi rõ kỳ sau: ${last.map((one) => `--round ${roundAfter(one).text}`).join(' hoặc ')} (name the next round).`
      : 'Không có báo cáo nào để biết kỳ sau là kỳ nào. Hãy ghi kỳ, ví dụ --round 2026 (no returns to go on from).',
  );
}

/** Stands for the round after the last one. */
export const NEXT = 'next';

/** The plans of the new workbooks: those that were named, else those of the earlier returns that have the round. */
export function plansFor(
  named: readonly string[],
  { found, notRead }: Gathered,
  known: readonly Plan[],
  { text, year }: Period,
): Plan[] {
  const unknown = named.filter((id) => known.every(({ file }) => file.id !== id));
  if (unknown.length > 0)
    throw new CommandFailure(
      `Không có kế hoạch "${unknown.join('", "')}" (no such plan). Hãy kiểm tra --plan.`,
    );
  if (named.length > 0) return known.filter(({ file }) => named.includes(file.id));
  const own = known.filter(({ file }) => found.plans.has(file.id));
  const live = own.filter(({ file }) => firstYear(file.firstRound) <= year && year <= file.period.to);
  if (live.length > 0) return live;
  const ended = own.map(({ file }) => file.id).join(', ');
  const whys = notRead.slice(0, MOST_NAMED).map(({ file, why }) => `\n  ${file}: ${why}`);
  throw new CommandFailure(
    ended === ''
      ? `Không đọc được báo cáo nào của các kế hoạch đã có. Hãy kiểm tra đường dẫn, hoặc ghi --plan (no returns of known plans).${whys.join('')}`
      : `Kế hoạch ${ended} không có kỳ ${periodSaid(text)}. Hãy chỉ kế hoạch mới bằng --plan (name the new plan).`,
  );
}

/** The change maps at paths. */
export async function changeMaps(
  paths: readonly string[],
  catalogue: Catalogue,
  plans: readonly Plan[],
): Promise<ChangeMap[]> {
  const maps: ChangeMap[] = [];
  for (const path of paths) {
    const { value, findings } = await loadChangeMap(path, catalogue, (id) => {
      const plan = plans.find(({ file }) => file.id === id);
      return plan ? keysAsked(plan) : null;
    });
    if (value === null) throw new CommandFailure(findings.map((one) => renderFinding(one, 'vi')).join('\n'));
    maps.push(value);
  }
  return maps;
}
