import { literal, quoted } from '../../target/formula.ts';
import { compared } from '../../rules/figure/cell.ts';
import type { SeriesRefs } from '../../target/kind.ts';
import type { Series } from '../../target/series.ts';
import type { CellExtra } from '../../sheet/draft.ts';

/** Said behind the label of a row of assigned values, one of which was changed. */
const CHANGED = ' – ĐÃ BỊ SỬA';

/** Condition that a cell no longer holds what a decision assigned for its year; null where none did. */
export function assignedChanged(
  { assigned }: Series,
  refs: Pick<SeriesRefs, 'cell'>,
  year: number,
): string | null {
  const value = assigned.get(year)?.low ?? null;
  if (value === null) return null;
  const cell = refs.cell('assigned', year);
  return `IF(ISNUMBER(${cell}),${compared(cell, literal(value))}<>0,TRUE)`;
}

/** The label of the row of assigned values, with a word once one of them is changed: a decision alone changes it. */
export function assignedLabel(
  series: Series,
  refs: Pick<SeriesRefs, 'cell'>,
  years: readonly number[],
  label: string,
): CellExtra | string {
  const changed = years.flatMap((year) => assignedChanged(series, refs, year) ?? []);
  if (changed.length === 0) return label;
  return {
    formula: `IF(OR(${changed.join(',')}),${quoted(label + CHANGED)},${quoted(label)})`,
    result: label,
    tag: 'assigned.label',
  };
}
