import { isBlank, signIn } from '../rules/figure/cell.ts';
import { missingFigure } from '../rules/figure/rules/figure-missing.ts';
import { keyAt, type JudgedFigure } from '../rules/judge-all.ts';

/** Figures a return owes, and how many of them are there. */
export interface Progress {
  owed: number;
  done: number;
}

/**
 * How much of a return is entered, by the rule on missing figures: what is left is what that rule finds, and
 * what has no cell in the file any more. Every period of the round counts; a denominator from when its
 * numerator is typed and the share is not.
 */
export function progressOf(figures: readonly JudgedFigure[]): Progress {
  const owed = new Set<string>();
  const left = new Set<string>();
  for (const one of figures) {
    const { figure, judged } = one;
    const { key, period } = figure.context;
    if (!figure.context.owed) continue;
    const own = `${key}|${period}`;
    owed.add(own);
    if (judged === null) {
      left.add(own);
      continue;
    }
    if (figure.denominator !== null && asksForDenominator(one)) owed.add(`${figure.denominator}|${period}`);
    if (lacksLostPart(one)) {
      left.add(own);
      continue;
    }
    const said = judged.find(({ rule }) => rule.code === missingFigure.code)?.result;
    if (said?.outcome === 'failed') left.add(`${keyAt(figure, said)}|${period}`);
  }
  return { owed: owed.size, done: owed.size - left.size };
}

/** A share that is not published, and of which a part was lost with its cell: nothing says it is there. */
function lacksLostPart({ figure: { context, numerator, denominator }, cellAt }: JudgedFigure): boolean {
  const parts = [numerator, denominator].flatMap((key) => (key === null ? [] : [cellAt(key)]));
  const says = parts.some((cell) => ['...', 'x'].includes(signIn(cell?.raw ?? null) ?? ''));
  return isBlank(cellAt(context.key)?.raw ?? null) && parts.includes(null) && !says;
}

/** A published share needs no parts, and of a sign nothing is computed. */
function asksForDenominator({ figure: { context, numerator }, cellAt }: JudgedFigure): boolean {
  const raw = (key: string) => cellAt(key)?.raw ?? null;
  if (numerator === null || !isBlank(raw(context.key))) return false;
  const typed = raw(numerator);
  return !isBlank(typed) && !['...', 'x'].includes(signIn(typed) ?? '');
}
