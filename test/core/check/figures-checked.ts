import { tallied, type FigureCheck } from '../../../core/check/check-figures.ts';
import { judgeAll } from '../../../core/rules/judge-all.ts';
import type { TypedFigures } from '../../../core/rules/typed.ts';
import { placed } from '../../../core/workbook/placed.ts';
import type { WorkbookRequest } from '../../../core/workbook/request.ts';

/** What the rules over figures and series say of what was typed into a workbook. */
export function checkFigures(request: WorkbookRequest, typed: TypedFigures): FigureCheck {
  const { asked, layout } = placed(request);
  return tallied(typed, judgeAll(request, asked, layout, typed));
}
