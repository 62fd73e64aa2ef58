import type { NewCell } from './cells.ts';
import type { ChangesByKey } from './changes-by-key.ts';
import { isBefore } from './derive.ts';
import { placeOf, type EarlierFigure } from './earlier.ts';
import type { RollOverLine } from './line.ts';

/** A cell of a new workbook that stays blank because the series was broken off: what there is is not comparable. */
export interface BrokenOff {
  unit: string;
  /** Of the new series. */
  key: string;
  period: string;
  /** By the definition before. */
  figure: EarlierFigure;
  reason: string;
}

/** The blank cells for which there is a figure of a series that ended in a break, each with one of them. */
export function brokenOff(
  lines: readonly RollOverLine[],
  {
    cells,
    filled,
    changes,
  }: { cells: readonly NewCell[]; filled: ReadonlySet<string>; changes: ChangesByKey },
): BrokenOff[] {
  const blank = new Set(cells.map(placeOf).filter((place) => !filled.has(place)));
  const found = new Map<string, BrokenOff>();
  for (const { figure, why } of lines) {
    if (why !== 'break' || figure.kind === 'baseline') continue;
    const change = changes.of(figure.key);
    const isOwn = isBefore(figure.period, changes.since(figure.key));
    const key = isOwn ? figure.key : change?.change === 'break' ? change.to : null;
    if (key === null) continue;
    const place = { unit: figure.unit, key, period: figure.period };
    if (!blank.has(placeOf(place)) || found.has(placeOf(place))) continue;
    const reason = isOwn ? changes.whySince(figure.key) : change?.change === 'break' ? change.reason : '';
    found.set(placeOf(place), { ...place, figure, reason });
  }
  return [...found.values()];
}
