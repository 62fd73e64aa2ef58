import type { Finding, Language } from '../../core/base/finding.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import type { NationalUnit, Territory } from '../../core/unit/national.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { CommandFailure } from '../failure.ts';
import {
  loadLaterChanges,
  loadProvinces,
  loadTerritory,
  type LaterChange,
} from '../plan-files/national-list.ts';
import { LISTS_RIGHT_UNTIL } from '../plan-files/lists-right-until.ts';
import { unitsWords } from './units-words.ts';

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
export function laterNotes(date: string, changes: readonly LaterChange[], lang: Language = 'vi'): string[] {
  if (date <= LISTS_RIGHT_UNTIL) return [];
  return [
    unitsWords[lang].rightUntil(daySaid(LISTS_RIGHT_UNTIL, lang)),
    ...changes.map(({ date: day, change, unverified }) =>
      unitsWords[lang].since(daySaid(day, lang), unverified.length > 0, change),
    ),
  ];
}

/** A day as the language writes it: 30/06/2025, 2025-06-30. */
export function daySaid(iso: string, lang: Language): string {
  return lang === 'vi' ? vietnameseDate(iso) : iso;
}

function valueOrFail<Value>({ value, findings }: { value: Value | null; findings: Finding[] }): Value {
  if (value === null) throw new CommandFailure(findings.map((one) => renderFinding(one, 'vi')).join('\n'));
  return value;
}
