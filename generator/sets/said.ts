import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Language } from '../../core/base/finding.ts';
import { periodSaid } from '../../core/period/period.ts';
import type { LateCorrection } from '../../core/store/closing.ts';
import { figureText } from '../../core/store/entry.ts';
import { figureShown } from '../../core/store/shown.ts';
import type { StoredEntry, StoredReturn } from '../../core/store/model.ts';

/** How many changed figures are printed; all are in the consolidated workbook. */
const SHOWN = 20;

/** Figures that a set makes otherwise, a line each: what they were, what they are, why; '' where it makes none so. */
export function changesText(
  changes: readonly LateCorrection[],
  { indicators, strata }: Catalogue,
  language: Language,
): string {
  const vi = language === 'vi';
  const shown = (entry: StoredEntry | null) =>
    entry === null ? (vi ? 'chưa có' : 'none') : figureShown(entry, language);
  // A sum from the start of the year stands beside the period's own figures.
  const hasSums = new Set(changes.map(({ key }) => key.split('|')[3])).size > 1;
  const lines = changes.slice(0, SHOWN).map(({ key, before, after, reasons }) => {
    const [unit = '', indicator = '', stratum = '', period = ''] = key.split('|');
    const name = [
      indicators.get(indicator)?.name[language] ?? indicator,
      ...(strata.has(stratum) ? [strata.get(stratum)?.name[language] ?? stratum] : []),
    ].join(' – ');
    const why = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
    const of = hasSums ? `, ${periodSaid(period, language)}` : '';
    return `      ${unit} ${name}${of}: ${shown(before)} → ${shown(after)}${why}\n`;
  });
  const more = changes.length - lines.length;
  const rest = vi
    ? `      … và ${more} số nữa: xem trang sửa sau khi khóa sổ của "chitieu consolidate".\n`
    : `      … and ${more} more: see the sheet of corrections of "chitieu consolidate".\n`;
  return `${lines.join('')}${more > 0 ? rest : ''}`;
}

/** The same for programs. */
export function changesJson(changes: readonly LateCorrection[]) {
  return changes.map(({ key, before, after, reasons }) => ({
    key,
    before: before && figureText(before),
    after: after && figureText(after),
    reasons,
  }));
}

/** Of a set who closed the round, when, and how much is in it; null for any other return. */
export function setJson(one: Pick<StoredReturn, 'set'> | null) {
  const { set } = one ?? {};
  if (set === undefined) return null;
  const { province, round, plans, closed, inForce, corrections, elsewhere } = set;
  return { province, round, plans, closed, inForce, corrections, elsewhere };
}

/** How many units in conflict are named. */
const UNITS_NAMED = 5;

/** "3 đơn vị mâu thuẫn: Huyện Tam Đường, …"; '' where there are none. @param units their ids */
export function conflictsText(
  units: readonly string[],
  nameOf: (unit: string) => string,
  language: Language,
): string {
  if (units.length === 0) return '';
  const vi = language === 'vi';
  const names = units.slice(0, UNITS_NAMED).map(nameOf).join(', ');
  const rest = units.length - UNITS_NAMED;
  const more = rest > 0 ? (vi ? ` và ${rest} đơn vị khác` : ` and ${rest} more`) : '';
  if (vi) return `${units.length} đơn vị mâu thuẫn: ${names}${more}`;
  return `${units.length} ${units.length === 1 ? 'unit' : 'units'} in conflict: ${names}${more}`;
}
