import type { Language } from '../base/finding.ts';
import { numberText } from '../base/number-text.ts';
import { asReported, compare, round } from '../base/number.ts';
import { consolidationWords } from '../consolidate/words.ts';
import { demandSentence, gapSentence, unknownMovement } from '../gaps/gap-sentence.ts';
import { figureAmount } from '../gaps/gap-units.ts';
import type { Figure } from '../observation/figure.ts';
import type { Shortfall } from '../target/shortfall.ts';
import type { Held } from './figures.ts';
import { reportVerdicts, type JudgedTarget, type Open, type ReportVerdict } from './judge.ts';
import type { Level } from '../catalogue/schema.ts';
import { vietnameseDate, type Round } from '../round/round.ts';

/** Who is meant by an id. */
export type NameOf = (id: string) => string;

/** A figure as people read it: digits at the decimals of its target, or its sign; a dash where there is none. */
export function figureSaid(figure: Figure, decimals: number, language: Language): string {
  if (figure === null) return '–';
  return typeof figure === 'number' ? numberText(asReported(figure, decimals), language) : figure;
}

/** Decimals of a share in per cent, and of one so near nothing or all that fewer would say that it is. */
const [DECIMALS, MOST_DECIMALS] = [1, 6];

/**
 * A share in per cent, with one decimal where it has some: "35,2 %". What is not all is never 100 %, and what is
 * missing never 0 %: 83,24 of 83,28 is 99,95 %.
 */
export function shareSaid(share: number, language: Language): string {
  const isEnd = (part: number) => compare(part, 0) === 0 || compare(part, 100) === 0;
  let decimals = DECIMALS;
  while (decimals < MOST_DECIMALS && isEnd(round(share * 100, decimals)) && !isEnd(share * 100))
    decimals += 1;
  return `${numberText(round(share * 100, decimals), language)} %`;
}

/** How much is missing, and of what: "còn thiếu 28,7 % mức phải thay đổi". */
export function missingSentence({ share, of }: Shortfall, language: Language): string {
  const vi = language === 'vi';
  if (of === 'backward') return vi ? 'nay còn xa mục tiêu hơn lúc đầu' : 'further off than at the beginning';
  const part = `${vi ? 'còn thiếu' : 'missing'} ${shareSaid(share, language)}`;
  if (of === 'change') return `${part} ${vi ? 'mức phải thay đổi' : 'of the change asked for'}`;
  return of === 'all' ? part : `${part} ${vi ? 'giá trị phải đạt' : 'of the value asked for'}`;
}

/** What a target says as a sentence: what was reached, what is asked for, the difference, the verdict. */
export function targetSentence(one: JudgedTarget, nameOf: NameOf, language: Language): string {
  if (one.verdict === 'hidden') return `${reportVerdicts.hidden[language]}.`;
  if (one.open === null) return gapSentence(one.gap, language);
  const demand = demandSentence(one.gap, language);
  const said = openSentence(one, one.open, nameOf, language);
  return demand === null ? `${said}.` : `${said}; ${demand}.`;
}

/** Why nothing can be concluded, with what was reported all the same. */
function openSentence(
  { series, gap }: JudgedTarget,
  { why, year, held }: Open,
  nameOf: NameOf,
  language: Language,
): string {
  const vi = language === 'vi';
  const of = year === gap.year ? '' : vi ? ` (năm ${year})` : ` (${year})`;
  const head = `${reportVerdicts.open[language]}${of}`;
  const who = why.reporter === null ? '' : nameOf(why.reporter);
  // What is held is the figure itself, whatever the target asks of it.
  const move = unknownMovement(series, language);
  const amount = (value: number) => {
    const said = figureAmount(series, figureSaid(value, series.resultDecimals, language));
    return move === null ? said : `${said} (${move})`;
  };
  switch (why.kind) {
    case 'incomplete': {
      const { entered = 0, of: all = 0 } = held.coverage ?? {};
      return vi
        ? `${head}: mới có ${entered}/${all} đơn vị có số, tạm tính ${amount(held.partial ?? 0)}`
        : `${head}: ${entered} of ${all} units have a figure, so far ${amount(held.partial ?? 0)}`;
    }
    case 'own-only':
      return vi
        ? `${head}: cơ quan công bố chưa có số; ${who} tự báo cáo ${amount(held.partial ?? 0)}`
        : `${head}: no figure of the source of record; ${who} reports ${amount(held.partial ?? 0)}`;
    case 'blocked':
      return vi ? `${head}: số của ${who} còn lỗi` : `${head}: the figure of ${who} has errors`;
    case 'conflicting':
      return vi
        ? `${head}: ${who} gửi các số mâu thuẫn nhau, chưa ai chọn`
        : `${head}: ${who} has sent figures that contradict each other`;
    case 'held-back':
      return vi ? `${head}: báo cáo của ${who} còn giữ lại` : `${head}: the return of ${who} is held back`;
    case 'to-explain':
      return vi
        ? `${head}: số của ${who} còn chờ giải trình`
        : `${head}: the figure of ${who} is still to be explained`;
  }
}

/** Whose figure a verdict rests on, with the coverage of a sum: "Sở Y tế", "cộng 38/38 đơn vị cấp xã". */
export function basisSentence(
  { by, cells, coverage }: Held,
  level: Level,
  nameOf: NameOf,
  language: Language,
): string {
  if (by === null) return '–';
  const vi = language === 'vi';
  const marks = cells.some(({ state }) => state === 'to-explain')
    ? vi
      ? ' (chờ giải trình)'
      : ' (to be explained)'
    : '';
  if (by === 'units' && coverage !== null) {
    const units = consolidationWords[language].counted[level];
    return vi
      ? `cộng ${coverage.entered}/${coverage.of} ${units}`
      : `sum of ${coverage.entered} of ${coverage.of} ${units}`;
  }
  const reporters = [...new Set(cells.flatMap(({ entry }) => entry?.reporter ?? []))];
  return `${reporters.map(nameOf).join(', ')}${marks}`;
}

/**
 * Of a round shorter than a year what verdicts go by, as it is said before them: targets are of whole years. Empty of
 * a round that is one.
 * @param name of the round's period
 */
export function judgedBySentence(
  { frequency, year, cutOff }: Pick<Round, 'frequency' | 'year' | 'cutOff'>,
  name: string,
  language: Language,
): string {
  if (frequency === 'year') return '';
  return language === 'vi'
    ? `Chỉ tiêu giao cho cả năm, nên đánh giá theo số của cả năm ${year} (ước, hoặc đã có) mà các đơn vị báo cáo đến ngày ${vietnameseDate(cutOff)}; số riêng của ${name} không dùng để đánh giá. Chưa có số cả năm thì ghi “chưa có số”.`
    : `Targets are of whole years: verdicts go by the figures of the whole year ${year}, estimated or known, that were reported until ${cutOff}; figures of ${name} alone are judged nowhere. Without one of the whole year a target is “without a figure”.`;
}

/** How many targets there are of each verdict, the met ones first: the sentence a leader reads. */
export function countSentence(
  counts: Readonly<Record<ReportVerdict, number>>,
  behind: number,
  language: Language,
): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { exceeded, met, notMet, notDue, open, noFigure, notEvaluable, notAssigned, hidden } = counts;
  const vi = language === 'vi';
  const parts = [
    vi
      ? `${met + exceeded}/${all} chỉ tiêu đạt${exceeded > 0 ? ` (trong đó ${exceeded} vượt)` : ''}`
      : `${met + exceeded} of ${all} targets are met${exceeded > 0 ? ` (${exceeded} exceeded)` : ''}`,
    vi ? `${notMet} chưa đạt` : `${notMet} not met`,
    ...(notDue > 0
      ? [
          vi
            ? `${notDue} chưa đến hạn${behind > 0 ? ` (trong đó ${behind} chậm so với lộ trình)` : ''}`
            : `${notDue} not yet due${behind > 0 ? ` (${behind} behind the path)` : ''}`,
        ]
      : []),
    ...(open > 0 ? [vi ? `${open} chưa kết luận được` : `${open} inconclusive`] : []),
    ...(noFigure > 0 ? [vi ? `${noFigure} chưa có số` : `${noFigure} without a figure`] : []),
    ...(notEvaluable > 0
      ? [vi ? `${notEvaluable} chưa đánh giá được` : `${notEvaluable} that cannot be assessed`]
      : []),
    ...(notAssigned > 0 ? [vi ? `${notAssigned} chưa giao` : `${notAssigned} not assigned`] : []),
    ...(hidden > 0 ? [vi ? `${hidden} không công bố` : `${hidden} not published`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/**
 * How the figures moved since the year before: which way, not by how much.
 * @param units where no target is known in both years: on the target that comes nearest how many units have figures
 *   of both, and how many are asked for it; null where none has any
 */
export function movementSentence(
  { better, worse, same }: { better: number; worse: number; same: number },
  units: { both: number; of: number } | null,
  language: Language,
): string {
  const known = better + worse + same;
  if (known === 0 && units !== null)
    return language === 'vi'
      ? `Chưa đủ đơn vị để so: chưa chỉ tiêu nào có số của cả hai năm ở mọi đơn vị (nhiều nhất là ${units.both}/${units.of} đơn vị).`
      : `Not enough units to compare: of no target do all units have figures of both years (${units.both} of ${units.of} at most).`;
  if (known === 0)
    return language === 'vi'
      ? 'Chưa chỉ tiêu nào có số của cả hai năm để so.'
      : 'No target has figures of both years to compare.';
  return language === 'vi'
    ? `${known} chỉ tiêu có số của cả hai năm: ${better} tiến theo hướng kế hoạch, ${worse} lùi, ${same} giữ nguyên.`
    : `${known} targets have figures of both years: ${better} moved as planned, ${worse} the other way, ${same} stayed.`;
}

/** Which way a figure has moved since the year before, as its target wants it; null where it cannot be told. */
export function movementOf({ series, gap, before }: JudgedTarget): 'better' | 'worse' | 'same' | null {
  const { figure } = gap;
  if (before === null || typeof figure !== 'number' || typeof before.figure !== 'number') return null;
  const moved = compare(figure, before.figure);
  if (moved === 0) return 'same';
  if (series.direction === 'neutral') return null;
  return moved > 0 === (series.direction === 'up') ? 'better' : 'worse';
}
