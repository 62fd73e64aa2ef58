import { storedResult } from '../../../base/number.ts';
import { compared, isNumber } from '../../../rules/figure/cell.ts';
import { surroundingsOf, type FigureAccess } from '../../../rules/figure/checked-figures.ts';
import { hasEarlierFormula } from '../../../rules/figure/expected.ts';
import { areMostFormula } from '../../../rules/figure/most.ts';
import {
  FAR_MULTIPLE,
  MOST_MULTIPLIED,
  NEAR_MULTIPLE,
  OWN_CHANGE,
  SMALLEST_MULTIPLIED,
  SMALLEST_UNIT_MULTIPLE,
  WIDE_MULTIPLE,
  type Multiple,
} from '../../../rules/figure/multiple.ts';
import { isMultiplied } from '../../../rules/figure/rules/figure-counts-multiplied.ts';
import { absoluteAddress } from '../../../sheet/address.ts';
import { put } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import { literal } from '../../../target/formula.ts';
import { COLUMN, columnRange, isFirstIn } from './columns.ts';
import type { CheckLines, FigureLine } from './lines.ts';

/** How many times an earlier figure each count is, and above the lines whether most of them are the same multiple. */
export function putMultiple(sheet: SheetModel, lines: CheckLines, access: FigureAccess<string>): void {
  const { top, bottom, together } = lines;
  for (const line of lines.figures) {
    if (!isMultiplied(line.judged.figure.context)) continue;
    putCount(sheet, line, lines, access);
  }
  const [times, near] = [COLUMN.times, COLUMN.nearTimes].map((column) => columnRange(column, top, bottom));
  put(sheet, top - 1, COLUMN.times, 'hiddenKey', {
    formula: `IF(COUNT(${times})=0,0,MEDIAN(${times}))`,
    result: storedResult(together.median),
    tag: 'check.multiple',
  });
  const areMost = areMostFormula(`SUM(${near})`, `COUNT(${times})`, MOST_MULTIPLIED);
  const isFar = `${compared(`ABS(${absoluteAddress(top - 1, COLUMN.times)})`, literal(FAR_MULTIPLE))}>=0`;
  put(sheet, top - 1, COLUMN.nearTimes, 'hiddenKey', {
    formula: `IF(AND(${isFar},${areMost}),1,0)`,
    result: together.isMultiple ? 1 : 0,
    tag: 'check.multiple',
  });
}

function putCount(
  sheet: SheetModel,
  { row, key, judged }: FigureLine,
  { top, together }: CheckLines,
  access: FigureAccess<string>,
): void {
  const { figure, timesEarlier: times } = judged;
  const { period } = figure.context;
  const own = absoluteAddress(row, COLUMN.times);
  const isPut = put(sheet, row, COLUMN.times, 'hiddenKey', {
    formula: () => {
      const refs = surroundingsOf(figure, access);
      const isEarlier = refs && hasEarlierFormula(refs);
      const count = access.reference(key, period);
      if (!refs?.expected || !isEarlier || count === undefined) return null;
      const are = `IF(${isEarlier},IF(${isNumber(count)},ISNUMBER(${refs.expected}),FALSE),FALSE)`;
      const sizes = `${count},${refs.expected}`;
      const tell = `AND(MIN(${sizes})>0,MAX(${sizes})>=${literal(SMALLEST_MULTIPLIED)})`;
      return `IF(${are},IF(${tell},LN(${count}/${refs.expected}),""),"")`;
    },
    result: times === null ? '' : storedResult(times),
    tag: 'check.multiple',
  });
  if (!isPut) return;
  const median = absoluteAddress(top - 1, COLUMN.times);
  const room = roomFormula(median);
  put(sheet, row, COLUMN.nearTimes, 'hiddenKey', {
    formula: () => `IF(ISNUMBER(${own}),IF(${compared(`ABS(${own}-${median})`, room)}<=0,1,0),0)`,
    result: together.near.has(`${key}|${period}`) ? 1 : 0,
    tag: 'check.multiple',
  });
}

/** How near a count is to the common multiple. */
function roomFormula(median: string): string {
  return `${literal(NEAR_MULTIPLE)}*MAX(1,ABS(${median}))`;
}

/** What the line of a count has to do with a multiple that most counts share. */
export function multipleAt({ row }: FigureLine, top: number): Multiple<string> {
  const shares = absoluteAddress(top - 1, COLUMN.nearTimes);
  const [median, own] = [absoluteAddress(top - 1, COLUMN.times), absoluteAddress(row, COLUMN.times)];
  const isOfUnits = `${compared(`ABS(${median})`, `LN(${SMALLEST_UNIT_MULTIPLE})`)}>=0`;
  const ofUnits = literal(OWN_CHANGE);
  const wide = `IF(${isOfUnits},${ofUnits},MAX(${roomFormula(median)},${literal(WIDE_MULTIPLE)}*ABS(${median})))`;
  const apart = compared(`ABS(${own}-${median})`, wide);
  const ifShown = (said: string) => `IF(${shares}=1,IF(${isNumber(own)},${said},FALSE),FALSE)`;
  return {
    isShared: ifShown(`${apart}<=0`),
    isApart: ifShown(`AND(${isOfUnits},${compared(`ABS(${own}-${median})`, ofUnits)}>0)`),
    isFirst: isFirstIn(COLUMN.nearTimes, top, row),
    together: null,
  };
}
