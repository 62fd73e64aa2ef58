import { foldedName } from '../base/name.ts';
import type { Indicator } from '../catalogue/schema.ts';
import type { Plan } from '../plan/model.ts';
import type { Change, ChangeMap } from './change-map.ts';
import type { PlanDiff, PlanFigure } from './diff-plans.ts';

/** Units of measure that say the same in other sizes: how many of the second make one of the first. */
const SIZES: readonly (readonly [string, string, number])[] = [
  ['nghìn ', '', 1000],
  ['triệu ', '', 1_000_000],
  ['tỷ ', 'triệu ', 1000],
  ['triệu ', 'nghìn ', 1000],
];

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** From this part of common words on two names are so much alike that somebody has to say. */
const ALIKE = 0.6;

/**
 * Proposes what became of every figure that the later plan no longer asks for. Only what the catalogue itself says
 * is proposed as certain: the same name in the same or a multiple of its unit of measure, or one related indicator
 * that is said to be defined otherwise. Everything doubtful is a question.
 */
export function draftChanges(
  earlier: Plan,
  later: Plan,
  { gone, kept, added }: PlanDiff,
  units: ChangeMap['units'] = [],
): ChangeMap {
  const asked = [...kept.map(({ after }) => after), ...added];
  const ofGone = gone.map((one) => proposed(one, asked, added));
  return {
    schema: 1,
    from: earlier.file.id,
    to: later.file.id,
    changes: [
      ...ofGone.map((change) => orMerged(change, ofGone, asked, gone)),
      ...kept.flatMap(({ after, membersDiffer }): Change[] =>
        membersDiffer
          ? [
              {
                change: 'undecided',
                from: after.key,
                to: [after.key],
                question: `Nhóm "${after.stratum?.name.vi ?? ''}" gồm các đơn vị khác ở hai kế hoạch. Nếu không nối được chuỗi, ghi change: break với since là năm đầu của nhóm mới.`,
              },
            ]
          : [],
      ),
    ],
    units,
  };
}

/**
 * Counts that one and the same count follows may be its parts, and not only defined otherwise: which of the two it is
 * decides whether they add up.
 */
function orMerged(
  change: Change,
  all: readonly Change[],
  asked: readonly PlanFigure[],
  gone: readonly PlanFigure[],
): Change {
  if (change.change !== 'break') return change;
  const others = all.filter((one) => one.change === 'break' && one.to === change.to);
  const figureIn = (figures: readonly PlanFigure[], key: string) => figures.find((one) => one.key === key);
  const figures = [
    figureIn(asked, change.to),
    ...others.flatMap((one) => (one.change === 'break' ? [figureIn(gone, one.from)] : [])),
  ];
  const units = new Set(figures.map((one) => one?.indicator.unit));
  const addUp = figures.every((one) => one?.indicator.aggregation === 'sum') && units.size === 1;
  if (others.length < 2 || !addUp) return change;
  return {
    change: 'undecided',
    from: change.from,
    to: [change.to],
    question: `Nhiều số đếm cùng nối vào chỉ tiêu này: là các phần cộng lại được (merge, một mục cho tất cả), hay định nghĩa khác (break)? ${change.reason}`,
  };
}

function proposed(one: PlanFigure, asked: readonly PlanFigure[], added: readonly PlanFigure[]): Change {
  const from = one.key;
  const sameStratum = ({ stratum }: PlanFigure) => stratum?.id === one.stratum?.id;
  const ofIndicator = asked.filter(({ indicator }) => indicator.id === one.indicator.id);
  if (ofIndicator.length > 0)
    return {
      change: 'undecided',
      from,
      to: ofIndicator.map(({ key }) => key),
      question:
        'Kế hoạch sau hỏi chỉ tiêu này theo phân tổ khác: là tách, gộp, hay thôi không theo dõi phần này?',
    };
  const namesakes = added.filter((other) => sameStratum(other) && isNamesake(one, other));
  const [same, another] = namesakes;
  if (same && !another) {
    const factor = factorBetween(one.indicator, same.indicator);
    if (factor === '1') return { change: 'rename', from, to: same.key };
    if (factor !== null) return { change: 'factor', from, to: same.key, factor };
  }
  // What both plans have beside it did not take its place.
  const related = added.flatMap((other) => {
    const note = noteBetween(one.indicator, other.indicator);
    return note === null ? [] : [{ to: other.key, note, isWhole: sameStratum(other) }];
  });
  const [only, second] = related;
  const alike = added.filter(
    (other) =>
      related.every(({ to }) => to !== other.key) &&
      (namesakes.includes(other) || likeness(one, other) >= ALIKE),
  );
  if (only?.isWhole && !second && alike.length === 0)
    return { change: 'break', from, to: only.to, reason: only.note };
  const candidates = [...related.map(({ to }) => to), ...alike.map(({ key }) => key)];
  if (candidates.length > 0)
    return {
      change: 'undecided',
      from,
      to: candidates,
      question: [
        'Chỉ tiêu nào của kế hoạch sau nối tiếp chỉ tiêu này, và có cùng định nghĩa không?',
        ...(candidates.length > 1 ? ['Tách thành nhiều chỉ tiêu thì ghi split.'] : []),
        ...new Set(related.map(({ note }) => note)),
      ].join(' '),
    };
  return { change: 'retire', from };
}

function isNamesake(one: PlanFigure, other: PlanFigure): boolean {
  return foldedName(one.indicator.name.vi) === foldedName(other.indicator.name.vi);
}

/** By what a figure of one indicator is multiplied to be one of the other, as digits; null where nothing says. */
function factorBetween(one: Indicator, other: Indicator): string | null {
  const isAlike = sizeOf(one) === sizeOf(other) && one.direction === other.direction;
  if (!isAlike || one.numerator !== other.numerator || one.denominator !== other.denominator) return null;
  if (one.unit === other.unit) return '1';
  for (const [large, small, size] of SIZES) {
    const [bare, ofOther] = [one.unit, other.unit];
    if (bare.startsWith(large) && ofOther === `${small}${bare.slice(large.length)}`) return String(size);
    if (ofOther.startsWith(large) && bare === `${small}${ofOther.slice(large.length)}`)
      return (1 / size).toFixed(String(size).length - 1);
  }
  return null;
}

/** A count in thousands has fractions, and is an amount of the same things. */
function sizeOf({ measure }: Indicator): Indicator['measure'] {
  return measure === 'amount' ? 'count' : measure;
}

/** How the catalogue says that two related indicators differ; null where it relates them nowhere. */
function noteBetween(one: Indicator, other: Indicator): string | null {
  const note = (from: Indicator, to: Indicator) =>
    (from.relatedTo ?? []).find(({ indicator }) => indicator === to.id)?.note ?? null;
  return note(one, other) ?? note(other, one);
}

/** Which part of the words of two names they have in common, of one unit of measure; of a group or of all. */
function likeness(one: PlanFigure, other: PlanFigure): number {
  if (one.indicator.unit !== other.indicator.unit) return 0;
  const [left, right] = [one, other].map(
    ({ indicator }) => new Set(foldedName(indicator.name.vi).toLowerCase().match(WORD)),
  ) as [Set<string>, Set<string>];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / (left.size + right.size - common);
}
