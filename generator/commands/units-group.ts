import type { Finding } from '../../core/base/finding.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import type { NationalUnit, Territory } from '../../core/unit/national.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { CommandFailure } from '../failure.ts';
import {
  LISTS_RIGHT_UNTIL,
  loadLaterChanges,
  loadProvinces,
  loadTerritory,
  type LaterChange,
} from '../plan-files/national-list.ts';

/** Words for people of the levels of units. */
export const levelWords = {
  country: 'cả nước',
  province: 'cấp tỉnh',
  district: 'cấp huyện',
  commune: 'cấp xã',
  department: 'sở, ngành',
} as const;

/** The country's provinces of all times. @throws CommandFailure when the list does not load */
export async function provincesOrFail(root: string): Promise<NationalUnit[]> {
  return valueOrFail(await loadProvinces(root));
}

/** The ground a province lies in. @throws CommandFailure when there is no such province or a list does not load */
export async function territoryOrFail(
  root: string,
  provinces: readonly NationalUnit[],
  id: string,
): Promise<Territory> {
  return valueOrFail(await loadTerritory(root, provinces, id));
}

/** Changes since the lists that happened by a day, of the named units or of all. */
export async function changesBy(
  root: string,
  date: string,
  of?: ReadonlySet<string>,
): Promise<LaterChange[]> {
  const changes = valueOrFail(await loadLaterChanges(root));
  return changes.filter((change) => change.date <= date && (of?.has(change.unit) ?? true));
}

/** What has to be said of a list on a day after that until which it is right. */
export function laterNotes(date: string, changes: readonly LaterChange[]): string[] {
  if (date <= LISTS_RIGHT_UNTIL) return [];
  return [
    `Danh sách đơn vị đúng đến ngày ${vietnameseDate(LISTS_RIGHT_UNTIL)}; thay đổi sau ngày ấy chưa có trong danh sách.`,
    ...changes.map(
      ({ date: day, change, unverified }) =>
        `Từ ngày ${vietnameseDate(day)}${unverified.length > 0 ? ' (chưa kiểm chứng)' : ''}: ${change}.`,
    ),
  ];
}

function valueOrFail<Value>({ value, findings }: { value: Value | null; findings: Finding[] }): Value {
  if (value === null) throw new CommandFailure(findings.map((one) => renderFinding(one, 'vi')).join('\n'));
  return value;
}
