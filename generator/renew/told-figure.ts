import { missingSigns } from '../../core/observation/figure.ts';
import { figureKey } from '../../core/observation/key.ts';
import { vintages } from '../../core/observation/vintage.ts';
import { parsePeriod, periodName } from '../../core/period/period.ts';
import type { EarlierFigure } from '../../core/renew/earlier.ts';
import type { Acceptance } from '../../core/store/acceptance.ts';
import { stratumOf } from '../../core/store/entry.ts';
import { isGiven } from '../../core/store/given.ts';
import type { StoredEntry, StoredReturn } from '../../core/store/model.ts';
import type { Standing } from '../../core/store/standing.ts';
import { markedText, markOf } from './marked-source.ts';

/** What a figure is told by. */
interface TellingOfFigure {
  /** Names of units. */
  nameOf: (unit: string) => string;
  /** One of texts that are the same. */
  shared: (text: string) => string;
  /** Whether its return was accepted. */
  acceptance: Acceptance;
  decided: Standing;
  /** SDMX period of the round that new workbooks are asked for; null where nobody named it. */
  round: string | null;
}

/** A figure of a store, with where it comes from and what is known of its return. */
export function toldFigure(
  entry: StoredEntry,
  of: StoredReturn | undefined,
  { nameOf, shared, acceptance, decided, round }: TellingOfFigure,
): EarlierFigure {
  const { table, unit, indicator, period, year, value, reporter, reason } = entry;
  // The check of its own round had nothing to say that was left open; of the years beside it it looks at the form only.
  const isChecked = acceptance === 'accepted' && of?.round === period;
  const isSettled = isGiven(entry) || isChecked || (of !== undefined && decided.isAccepted(of));
  const isBaseline = table === 'baselines';
  return {
    kind: isBaseline ? 'baseline' : 'figure',
    unit: shared(unit),
    key: shared(figureKey(indicator, stratumOf(entry))),
    period: shared(isBaseline ? (year ?? '') : period),
    vintage: vintages.find((one) => one === entry.vintage) ?? 'final',
    value,
    sign: missingSigns.find((one) => one === entry.sign) ?? null,
    reporter: shared(reporter),
    // The planner sees it in the new workbook and decides before anybody reports on it.
    source: markedText(entry.source ?? whereFrom(entry, of, nameOf), markOf(of, acceptance)),
    ...(reason === null ? {} : { reason }),
    ...(isSettled ? { settled: true } : {}),
    ...(of !== undefined && of.round === round && !isGiven(entry) ? { sentIn: of.round } : {}),
  };
}

/** "Báo cáo năm 2024 của Huyện Tam Đường (so.xlsx, Nhập liệu!F12)". */
function whereFrom(
  { reporter, place }: StoredEntry,
  of: StoredReturn | undefined,
  nameOf: (unit: string) => string,
): string {
  const period = parsePeriod(of?.round ?? '');
  const file = of?.files[0]?.name ?? '';
  // The place of a row of a CSV file begins with the file's name.
  const where = place?.startsWith(`${file}:`) ? place : [file, place].filter((part) => part).join(', ');
  return `Báo cáo ${period ? periodName(period) : (of?.round ?? '')} của ${nameOf(reporter)} (${where})`;
}
