import { surroundingsOf, type FigureAccess } from '../../../rules/figure/checked-figures.ts';
import { MOST_OF_CAUSE, type SharedCause } from '../../../rules/figure/common-cause.ts';
import { commonCauseNames, commonCauses, type CommonCauseName } from '../../../rules/figure/common-causes.ts';
import { areMostFormula } from '../../../rules/figure/most.ts';
import { absoluteAddress } from '../../../sheet/address.ts';
import { put } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import { COLUMN, columnRange, isFirstIn } from './columns.ts';
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
    put(sheet, top - 1, COLUMN[name], 'hiddenKey', {
      formula: `IF(${areMostFormula(`SUM(${all})`, `COUNT(${all})`, MOST_OF_CAUSE)},1,0)`,
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
    isFirst: isFirstIn(COLUMN[name], top, row),
    together: null,
  };
}
