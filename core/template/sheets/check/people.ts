import { storedResult } from '../../../base/number.ts';
import { isNumber } from '../../../rules/figure/cell.ts';
import { impliedPeople, peopleEach, usualPeople } from '../../../rules/figure/people.ts';
import type { FigureAccess } from '../../../rules/figure/checked-figures.ts';
import { put } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import { literal } from '../../../target/formula.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import { columnRange, COLUMN } from './columns.ts';
import type { CheckLines } from './lines.ts';

/** How many people each count of the round implies, and above the lines what they say together. */
export function putPeople(
  sheet: SheetModel,
  { unit, round }: WorkbookRequest,
  lines: CheckLines,
  access: FigureAccess<string>,
): void {
  for (const line of lines.figures) {
    const { figure, reference } = line.judged;
    const each = peopleEach({ ...figure.context, year: round });
    if (each === null) continue;
    const count = access.reference(figure.context.key, figure.context.period) ?? '""';
    const implied = impliedPeople(reference, each);
    put(sheet, line.row, COLUMN.people, 'hiddenKey', {
      formula: `IF(${isNumber(count)},IF(${count}>0,${count}*${literal(each)},""),"")`,
      result: implied === null ? '' : storedResult(implied),
      tag: 'check.people',
    });
  }
  const usual = usualPeople(unit.level).map(literal);
  put(sheet, lines.top - 1, COLUMN.people, 'hiddenKey', {
    formula: `MEDIAN(${[columnRange(COLUMN.people, lines.top, lines.bottom), ...usual].join(',')})`,
    result: lines.people === null ? '' : storedResult(lines.people),
    tag: 'check.people',
  });
}
