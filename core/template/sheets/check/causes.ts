import { compared } from '../../../rules/figure/cell.ts';
import { surroundingsOf, type FigureAccess } from '../../../rules/figure/checked-figures.ts';
import { FEWEST_OF_CAUSE, MOST_OF_CAUSE, type SharedCause } from '../../../rules/figure/common-cause.ts';
import { commonCauseNames, commonCauses, type CommonCauseName } from '../../../rules/figure/common-causes.ts';
import { absoluteAddress } from '../../../sheet/address.ts';
import { put } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import { literal } from '../../../target/formula.ts';
import { COLUMN, columnRange } from './columns.ts';
import type { CheckLines, FigureLine } from './lines.ts';

/** Of each figure whether it shows what most of them may show, and above the lines whether most of them do. */
export function putCauses(sheet: SheetModel, lines: CheckLines, access: FigureAccess<string>): void {
  const { top, bottom } = lines;
  for (const name of commonCauseNames) {
    const cause = commonCauses[name];
    for (const { row, judged } of lines.figures) {
      const { context } = judged.figure;
      if (!cause.appliesTo(context)) continue;
      const shows = judged.shows(name);
      put(sheet, row, COLUMN[name], 'hiddenKey', {
        formula: () => {
          const refs = surroundingsOf(judged.figure, access);
          const conditions = refs && cause.formula(context, refs);
          return conditions && `IF(${conditions.couldShow},IF(${conditions.shows},1,0),"")`;
        },
        result: shows === null ? '' : Number(shows),
        tag: 'check.cause',
      });
    }
    const all = columnRange(COLUMN[name], top, bottom);
    const least = `MAX(${FEWEST_OF_CAUSE},${literal(MOST_OF_CAUSE)}*COUNT(${all}))`;
    put(sheet, top - 1, COLUMN[name], 'hiddenKey', {
      formula: `IF(${compared(`SUM(${all})`, least)}>=0,1,0)`,
      result: lines.causes[name].isCommon ? 1 : 0,
      tag: 'check.cause',
    });
  }
}

/** What the line of a figure has to do with a cause that most figures may share. */
export function causeAt(name: CommonCauseName, { row }: FigureLine, top: number): SharedCause<string> {
  const [common, own] = [absoluteAddress(top - 1, COLUMN[name]), absoluteAddress(row, COLUMN[name])];
  return {
    isShared: `AND(${common}=1,${own}=1)`,
    isFirst: `AND(${own}=1,SUM(${columnRange(COLUMN[name], top, row)})=1)`,
    together: null,
  };
}
