import { isSign } from '../../rules/figure/cell.ts';
import { countsWholeThings } from '../../catalogue/whole-things.ts';
import { isBrokenFormula } from '../../target/possible.ts';
import { outsideFormula } from '../../rules/figure/rules/figure-impossible.ts';
import { missingSigns } from '../../observation/figure.ts';
import { isYear } from '../../period/period.ts';
import type { Series } from '../../target/series.ts';
import type { AskedFigure } from '../../workbook/asked.ts';
import type { Layout } from '../../workbook/layout.ts';
import { perLayout } from '../../workbook/per-layout.ts';
import type { Validation } from '../../sheet/model.ts';
import { kindOf } from '../../target/kinds/index.ts';

const PROMPT_LENGTH = 250;
const SOURCE_LENGTH = 70;

/** What is told of a cell when it is selected, beside what it takes. */
export interface Told {
  period: string;
  /** The series the row stands under; null on the sheet of shared counts. */
  series: Series | null;
  /** Whether a figure was filled in beforehand. */
  isFilled: boolean;
  /** Where it comes from, or why none was. */
  source: string | null;
}

/** What the last workbook of a layout told of a cell: the next differs from it in the source, if at all. */
interface MadeBefore {
  isFilled: boolean;
  source: string | null;
  made: Validation;
}

/** By key and period of the figure. */
const madeBefore = perLayout(() => new Map<string, MadeBefore>());

/** {@link figureValidation}, made once where workbooks share it. */
export function validationOf(layout: Layout, figure: AskedFigure, address: string, told: Told): Validation {
  const { isFilled, source } = told;
  const shared = madeBefore(layout);
  const id = `${figure.key}|${told.period}`;
  const before = shared.get(id);
  if (before?.source === source && before.isFilled === isFilled) return before.made;
  const made = figureValidation(figure, address, told);
  shared.set(id, { isFilled, source, made });
  return made;
}

/** What an input cell takes: a number within the hard bounds, or one of the signs. */
export function figureValidation(
  figure: AskedFigure,
  address: string,
  { period, series, isFilled, source }: Told,
): Validation {
  const { indicator } = figure;
  const [low, high] = indicator.hard ?? [null, null];
  const refused = [
    ...(indicator.hard ? [outsideFormula(address, indicator.hard)] : []),
    ...(countsWholeThings(indicator) ? [isBrokenFormula(address)] : []),
  ];
  const isPossible = refused.length === 0 ? 'TRUE' : `NOT(OR(${refused.join(',')}))`;
  const allowed = [
    indicator.measure === 'yes-no' ? '1 (có) hoặc 0 (không)' : `số, đơn vị tính: ${indicator.unit}`,
    low !== null && high !== null && indicator.measure !== 'yes-no' ? `từ ${low} đến ${high}` : null,
    countsWholeThings(indicator) && indicator.measure !== 'yes-no' ? 'số nguyên' : null,
  ].filter((part) => part !== null);
  const takes = `Nhập ${allowed.join(', ')}; hoặc "-" không phát sinh, "..." chưa có số, "x" không áp dụng.`;
  const addsUp = series !== null && kindOf(series).addsUp;
  const quote = series?.segments[0].statement.citations[0].quote;
  const told = [
    source === null ? null : `${isFilled ? 'Số cấp sẵn: nguồn ' : ''}${cut(source, SOURCE_LENGTH)}.`,
    takes,
    addsUp && !isYear(period) ? 'Số của riêng kỳ, không cộng dồn từ đầu năm.' : null,
    quote === undefined ? null : `Kế hoạch: ${quote}`,
  ];
  return {
    // The rules of the check themselves, so that nothing is refused here that passes there.
    rule: { condition: `IF(ISNUMBER(${address}),${isPossible},${isSign(address, missingSigns)})` },
    promptTitle: 'Số liệu',
    prompt: cut(told.filter((part) => part !== null).join(' ')),
    errorTitle: 'Chưa đúng',
    error: cut(takes, 220),
  };
}

function cut(text: string, length = PROMPT_LENGTH): string {
  // An attribute holds no line break: XML readers make it a space. Joined, as replacing leaves a tree of the words,
  // which takes ten times as much memory for as long as a layout is kept.
  const folded = text.split(/\s+/u).join(' ');
  return folded.length <= length ? folded : `${folded.slice(0, length - 1)}…`;
}
