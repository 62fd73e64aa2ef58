import { numberIn } from '../rules/figure/cell.ts';
import { SAID_OF_PART } from '../rules/figure/said-beside.ts';
import { numeratorAboveDenominator } from '../rules/figure/rules/figure-numerator-above-denominator.ts';
import { outsidePlausibleBounds } from '../rules/figure/rules/figure-implausible.ts';
import { partAboveWhole } from '../rules/figure/rules/figure-part-above-whole.ts';
import type { JudgedFigure } from '../rules/judge-all.ts';
import type { CheckFinding } from '../rules/rule.ts';
import { idOf } from '../rules/together.ts';
import { wholesBelow } from './wholes-below.ts';

/** What the other cells of a return say of a finding: which of two is the wrong one, or where a figure was copied from. */

/** A part that is within a factor of this of last year's is not the one that slipped. A convention. */
const STANDS = 2;
/** Two cells hold the same number of fewer digits by chance. A convention. */
const DIGITS = 4;

const SLIPS: ReadonlySet<string> = new Set(SAID_OF_PART.map(({ code }) => code));
const ABOVE: ReadonlySet<string> = new Set([numeratorAboveDenominator.code, partAboveWhole.code]);

/** Findings with the cell beside that is to be looked at, where there is one. */
export function withSeenBeside(
  findings: readonly CheckFinding[],
  figures: readonly JudgedFigure[],
): CheckFinding[] {
  if (!findings.some(({ code }) => ABOVE.has(code) || isSlip(code))) return [...findings];
  const byId = new Map(figures.map((one) => [idOf(one.figure.context), one]));
  const slipped = new Set(
    findings.flatMap(({ code, key, period }) =>
      SLIPS.has(code) && key !== null && period !== null ? [idOf({ key, period })] : [],
    ),
  );
  return findings.map((finding): CheckFinding => {
    const { code, key, period } = finding;
    const one = key === null || period === null ? undefined : byId.get(idOf({ key, period }));
    if (!one) return finding;
    const at = ABOVE.has(code)
      ? wholeOf(one, byId, slipped)
      : isSlip(code)
        ? copiedFrom(one, figures, slipped)
        : null;
    const place = at?.cellAt(at.figure.context.key)?.place;
    if (!at || !place) return finding;
    return {
      ...finding,
      beside: {
        why: ABOVE.has(code) ? 'slipped' : 'same',
        key: at.figure.context.key,
        place,
      },
    };
  });
}

function isSlip(code: string): boolean {
  return SLIPS.has(code) || code === outsidePlausibleBounds.code;
}

/** The whole that a figure lies above, where that one slipped and the figure is about what it was. */
function wholeOf(
  one: JudgedFigure,
  byId: ReadonlyMap<string, JudgedFigure>,
  slipped: ReadonlySet<string>,
): JudgedFigure | null {
  const [part, before] = [numberIn(one.value), one.closeness === 'earlier' ? numberIn(one.expected) : null];
  if (part === null) return null;
  if (before !== null && (part > STANDS * before || before > STANDS * part)) return null;
  const whole = wholesBelow(one, byId).find((id) => slipped.has(id));
  return whole === undefined ? null : (byId.get(whole) ?? null);
}

/** Another figure of the period with the very same digits, which is right where it stands. */
function copiedFrom(
  { figure: { context }, cellAt }: JudgedFigure,
  figures: readonly JudgedFigure[],
  slipped: ReadonlySet<string>,
): JudgedFigure | null {
  const typed = numberIn(cellAt(context.key)?.raw ?? null);
  if (typed === null || digitsOf(typed) < DIGITS) return null;
  const found = figures.find(({ figure: other, cellAt: cellOf }) => {
    const { key, period } = other.context;
    if (period !== context.period || key === context.key || slipped.has(idOf(other.context))) return false;
    return numberIn(cellOf(key)?.raw ?? null) === typed;
  });
  return found ?? null;
}

/** How many digits a number has without zeros at its ends. */
function digitsOf(value: number): number {
  const [digits = ''] = Math.abs(value).toExponential().split('e');
  return digits.replace('.', '').length;
}
