import { storedResult } from '../../../base/number.ts';
import { isNumber } from '../../../rules/figure/cell.ts';
import { impliedPeople, peopleEach, usualPeople } from '../../../rules/figure/people.ts';
import { put } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import { literal } from '../../../target/formula.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import { columnRange, COLUMN } from './columns.ts';
import { typedCell } from './line-refs.ts';
import type { CheckLines } from './lines.ts';

/** How many people each count of the round implies, and above the lines what they say together. */
export function putPeople(sheet: SheetModel, { unit, round }: WorkbookRequest, lines: CheckLines): void {
  for (const line of lines.figures) {
    const { figure, cellAt } = line.judged;
    const each = peopleEach({ ...figure.context, year: round });
    if (each === null) continue;
    const cell = typedCell(line);
    const implied = impliedPeople(cellAt(figure.context.key)?.raw ?? null, each);
    put(sheet, line.row, COLUMN.people, 'hiddenKey', {
      formula: `IF(${isNumber(cell)},IF(${cell}>0,${cell}*${literal(each)},""),"")`,
      result: implied === null ? '' : storedResult(implied),
      tag: 'check.people',
    });
  }
  const usual = usualPeople(unit.level).map(literal);
  put(sheet, lines.top - 1, COLUMN.people, 'hiddenKey', {
    formula: `MEDIAN(${[columnRange(COLUMN.people, lines.top, lines.bottom), ...usual].join(',')})`,
    result: storedResult(lines.people),
    tag: 'check.people',
  });
}
