import type { CellModel } from '../../sheet/model.ts';
import type { RuleDefinition } from '../../rules/rule.ts';
import type { Alignment } from '../../returned/align/alignment.ts';
import { coverOf } from '../../sheet/area-cover.ts';
import { evaluationOf, type Spot, type SpotData } from './fold.ts';
import { rowKeyOf } from '../../returned/align/row-key.ts';
import type { Evaluation } from './evaluation.ts';

type AlignedSheet = Alignment['sheets'][number];

/**
 * Whether the cells of the template that lie under ranges of a kind still do.
 * @param wantedOn which cells of a sheet are to be covered
 * @param rangesOn ranges found on a sheet; null where the reader cannot see them
 */
export function evaluateCovered(
  rule: RuleDefinition<SpotData>,
  { sheets }: Alignment,
  wantedOn: (sheet: AlignedSheet) => (cell: CellModel) => boolean,
  rangesOn: (sheet: AlignedSheet) => readonly string[] | null,
): Evaluation {
  const spots: Spot[] = [];
  let passed = 0;
  let notEvaluable = 0;
  for (const sheet of sheets) {
    const ranges = rangesOn(sheet);
    const isCovered = ranges && coverOf(ranges);
    const isWanted = wantedOn(sheet);
    for (const cell of sheet.expected.cells.values()) {
      if (!isWanted(cell)) continue;
      const row = sheet.rows.found(cell.row);
      const column = sheet.columns.found(cell.column);
      if (!isCovered || row === undefined || column === undefined) notEvaluable += 1;
      else if (isCovered(row, column)) passed += 1;
      else spots.push({ sheet: sheet.found.facts.name, row, column, key: rowKeyOf(sheet, cell.row) });
    }
  }
  return evaluationOf(rule, spots, { passed, notEvaluable });
}
