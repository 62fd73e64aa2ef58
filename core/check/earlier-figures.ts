import { median } from '../base/number.ts';
import { numberIn } from '../rules/figure/cell.ts';
import { impliedPeople, isUsualSize, peopleEach } from '../rules/figure/people.ts';
import type { EarlierCell } from '../rules/figure/earlier-cell.ts';
import { countsMultiplied } from '../rules/figure/rules/figure-counts-multiplied.ts';
import { jump } from '../rules/figure/rules/figure-jump.ts';
import { outOfProportionTo } from '../rules/figure/rules/figure-out-of-proportion.ts';
import { unitSlip, type UnitSlip } from '../rules/figure/rules/figure-unit-slip.ts';
import type { JudgedFigure, JudgedReturn } from '../rules/judge-all.ts';
import type { CheckFinding } from '../rules/rule.ts';
import { idOf } from '../rules/together.ts';
import { wholesBelow } from './wholes-below.ts';

/** Warnings that hold a figure against the period before, each with the cell of that period. */
export function withEarlierCells(
  findings: readonly CheckFinding[],
  { figures, people }: Pick<JudgedReturn, 'figures' | 'people'>,
): CheckFinding[] {
  const isCompared = ({ code, data }: CheckFinding) =>
    code === jump.code ||
    code === countsMultiplied.code ||
    (code === unitSlip.code && (data as UnitSlip).from === 'previous');
  if (!findings.some(isCompared)) return [...findings];
  const contradicted = contradictedIn(figures);
  const areOther = areOtherPeople(findings, figures);
  const byPlace = new Map(figures.map((one) => [idOf(one.figure.context), one]));
  return findings.map((finding) => {
    const one = isCompared(finding) ? byPlace.get(`${finding.key}|${finding.period}`) : undefined;
    if (!one?.earlierCell) return finding;
    const { context, previousPeriod } = one.figure;
    const isOut = (cell: JudgedFigure['value']) => {
      const figure = numberIn(cell);
      return figure !== null && outOfProportionTo(context, figure, people);
    };
    const isContradicted =
      contradicted.has(`${context.key}|${previousPeriod}`) && !contradicted.has(idOf(context));
    if (finding.code === countsMultiplied.code) {
      const earlier: EarlierCell = { place: one.earlierCell.place, isDoubted: isOtherSizeBefore(figures) };
      return { ...finding, data: { ...(finding.data as object), earlier } };
    }
    // Where most of what speaks of people slipped, they are not the people of the unit.
    const isDoubted = isContradicted || (!areOther && isOut(one.earlierCell.raw) && !isOut(one.value));
    const earlier: EarlierCell = { place: one.earlierCell.place, isDoubted };
    return { ...finding, data: { ...(finding.data as object), earlier } };
  });
}

/** Whether most of the counts that imply the people of the unit are said to be in another unit of measure. */
function areOtherPeople(findings: readonly CheckFinding[], figures: readonly JudgedFigure[]): boolean {
  const slipped = new Set(
    findings.flatMap(({ code, key, period }) => (code === unitSlip.code ? [`${key}|${period}`] : [])),
  );
  const implying = figures.filter(
    ({ figure: { context } }) =>
      context.ofRound && peopleEach({ ...context, year: Number(context.period) }) !== null,
  );
  const out = implying.filter(({ figure }) => slipped.has(idOf(figure.context)));
  return out.length > 1 && 2 * out.length > implying.length;
}

/** Whether the counts of the period before speak of a unit as there is none of its level, and those of the round do not. */
function isOtherSizeBefore(figures: readonly JudgedFigure[]): boolean {
  const references = new Map(figures.map((one) => [idOf(one.figure.context), one.reference]));
  const isUsual = (periodOf: (figure: JudgedFigure['figure']) => string) => {
    const implied = figures.flatMap(({ figure }) => {
      const { context } = figure;
      const each = context.ofRound ? peopleEach({ ...context, year: Number(context.period) }) : null;
      const count = references.get(idOf({ key: context.key, period: periodOf(figure) })) ?? null;
      return each === null ? [] : (impliedPeople(count, each) ?? []);
    });
    const level = figures[0]?.figure.context.level;
    return level === undefined || implied.length === 0 ? null : isUsualSize(level, median(implied));
  };
  return (
    isUsual(({ previousPeriod }) => previousPeriod) === false &&
    isUsual(({ context }) => context.period) === true
  );
}

/** Figures that lie above a whole of theirs, and those wholes, as `key|period`. */
function contradictedIn(figures: readonly JudgedFigure[]): ReadonlySet<string> {
  const byId = new Map(figures.map((one) => [idOf(one.figure.context), one]));
  return new Set(
    figures.flatMap((one) => {
      const below = wholesBelow(one, byId);
      return below.length === 0 ? [] : [idOf(one.figure.context), ...below];
    }),
  );
}
