import type { Place } from '../../../base/finding.ts';
import { parsePeriod, shareOfYear } from '../../../period/period.ts';
import { isBlank, numberIn } from '../../../rules/figure/cell.ts';
import type { JudgedFigure } from '../../../rules/judge-all.ts';
import type { CheckFinding, RuleDefinition } from '../../../rules/rule.ts';
import type { RuleCount } from '../../report.ts';

/** Figures one under the other that belong one row further up or down. */
export interface FormRowsShifted {
  /** How many of them fit the other row and not their own. */
  figures: number;
  /** Where they slid. */
  way: 'down' | 'up';
  /** The last of their cells; what is said begins at the finding's place. */
  until: string;
}

/** Fewer that fit another row are chance. A convention. */
const FEWEST = 3;
/**
 * How near a figure is to the row it slid from, and how far from its own, as a difference of logarithms: within a
 * quarter, more than half again. Rows that are expected to be nearer to each other tell nothing. Conventions.
 */
const NEAR = 0.25;
const FAR = 0.4;
/** Communes with some two or three of a thing are like each other: rows have to differ by so many to tell. A convention. */
const FEWEST_APART = 5;

/** A part of a form that was typed a row too low or too high: each figure fits what is expected of the row beside. */
export const formRowsShifted: RuleDefinition<FormRowsShifted> = {
  code: 'form-rows-shifted',
  severity: 'warning',
  text: {
    vi: {
      title: 'Số nhập lệch dòng',
      meaning: `Từ ${FEWEST} số liền nhau không gần số kỳ trước (chưa có thì số gốc, mức kế hoạch hoặc mức thường gặp) của dòng mình mà gần số của dòng ngay trên hoặc ngay dưới: có lẽ cả đoạn bị gõ hoặc dán lệch một dòng. Bảng theo xã: xét từng cột, chỉ theo những gì biết của chính xã ấy (số năm trước hoặc số khác trong dòng). Nếu số đúng, một lý do ở dòng đầu của đoạn giải thích cả đoạn. Các ngưỡng là quy ước của chương trình.`,
      example: 'Năm trước 120, 45, 3.400, 78; năm nay trống, 121, 46, 3.390.',
      fix: 'So từng dòng với báo cáo gốc và chuyển các số về đúng dòng.',
      message: ({ figures, way, until }) =>
        `Từ ô này đến ${until}, ${figures} số không hợp với dòng của mình mà hợp với dòng ${way === 'down' ? 'phía trên' : 'phía dưới'}: có lẽ cả đoạn bị nhập lệch ${way === 'down' ? 'xuống' : 'lên'} một dòng.`,
      expected: () => 'mỗi số ở đúng dòng của chỉ tiêu',
    },
    en: {
      title: 'Figures typed a row off',
      meaning: `${FEWEST} or more figures one under the other are far from last period's (else the baseline, what the plan asks for or what is usual) of their own rows and near those of the row above or below: the part was probably typed or pasted a row off. In the table by commune each column is looked at, only by what is known of the commune itself (last year's figure or another figure of the row). Where the figures are right, a reason beside the first of them explains it. The limits are conventions.`,
      example: 'Last year 120, 45, 3 400, 78; now blank, 121, 46, 3 390.',
      fix: 'Compare row by row with the source and move the figures to their rows.',
      message: ({ figures, way, until }) =>
        `From this cell to ${until}, ${figures} figures do not suit their own rows but the row ${way === 'down' ? 'above' : 'below'}: the part was probably typed one row too ${way === 'down' ? 'low' : 'high'}.`,
      expected: () => 'every figure in the row of its indicator',
    },
  },
};

/** What is said of shifted rows. */
export interface RowsShifted {
  findings: CheckFinding[];
  rules: RuleCount[];
}

/**
 * What {@link formRowsShifted} says of a return, column by column of the round.
 * @param explanationAt the reason beside the row of a key
 * @param isMultiple the counts all are a multiple of what they were, so that they may come near another row's
 */
export function checkRows(
  figures: readonly JudgedFigure[],
  explanationAt: (key: string) => string | null,
  isMultiple: boolean,
): RowsShifted {
  if (isMultiple) return said([], 0);
  const columns = new Map<string, Row[]>();
  const values = new Map(
    figures.map(({ figure: { context }, value }) => [`${context.key}|${context.period}`, value]),
  );
  for (const { figure, expected: near, isLeft, cellAt } of figures) {
    const { key, period, ofRound, kinds } = figure.context;
    const cell = ofRound ? cellAt(key) : null;
    if (cell === null) continue;
    // Of a part of a year that nobody knows yet, the year's own figure says about as much.
    const ofYear = figure.year === null ? null : numberIn(values.get(`${key}|${figure.year}`) ?? null);
    const within = parsePeriod(period);
    const part = within && kinds.some(({ addsUp }) => addsUp) ? shareOfYear(within) : 1;
    const expected = numberIn(near) ?? (ofYear === null ? null : part * ofYear);
    const column = `${cell.place.sheet ?? ''}|${period}`;
    const row = {
      ...{ key, place: cell.place, period, figure: numberIn(cell.raw), expected },
      explanation: explanationAt(key),
      isFormRow: isLeft || !isBlank(cell.raw),
    };
    columns.set(column, [...(columns.get(column) ?? []), row]);
  }
  return said([...columns.values()], 0);
}

/**
 * The same of the table by commune, column by column down the communes. Only what is known of each commune tells: its
 * figure of last year, or another count of its row that the figure is a known share of.
 * @param communes what was judged of each row, from above
 * @param explanationOf the reason beside one of them
 */
export function checkCommuneRows(
  communes: readonly (readonly JudgedFigure[])[],
  explanationOf: (at: number) => string | null,
): RowsShifted {
  const columns = new Map<string, Row[]>();
  const judged = communes.flatMap((row, at) => row.map((one) => ({ one, at })));
  for (const { one, at } of judged) {
    const { figure, expected, closeness, isLeft, cellAt } = one;
    const { key, period, ofRound } = figure.context;
    const cell = ofRound ? cellAt(key) : null;
    if (cell === null) continue;
    const row = {
      ...{ key: null, place: cell.place, period, figure: numberIn(cell.raw) },
      explanation: explanationOf(at),
      expected: closeness === 'hardly' ? null : numberIn(expected),
      isFormRow: isLeft || !isBlank(cell.raw),
    };
    const column = `${key}|${period}`;
    columns.set(column, [...(columns.get(column) ?? []), row]);
  }
  return said([...columns.values()], FEWEST_APART);
}

/** @param apart rows that are expected to be nearer to each other tell nothing */
function said(columns: readonly Row[][], apart: number): RowsShifted {
  const { code, severity } = formRowsShifted;
  const found = columns.flatMap((rows) => {
    // Rows that may stay blank are passed over by who types, and not by who pastes.
    const [first = []] = [rows, rows.filter(({ isFormRow }) => isFormRow)]
      .flatMap((list) => [shifted(list, 'down', apart), shifted(list, 'up', apart)])
      .sort((one, other) => other.length - one.length);
    return first;
  });
  const findings = found.map(({ first: { place, period, key, figure, explanation }, data }) => ({
    ...{ code, severity, place, data, period, key, explanation },
    found: key === null ? null : figure,
  }));
  const isJudged = columns.some((rows) => rows.some(({ expected }) => expected !== null));
  const outcome = { passed: 0, failed: findings.length, 'not-evaluable': isJudged ? 0 : 1 };
  if (isJudged && findings.length === 0) outcome.passed = 1;
  return { findings, rules: [{ ...outcome, code }] };
}

interface Row {
  /** Null in the table by commune. */
  key: string | null;
  place: Place;
  period: string;
  figure: number | null;
  expected: number | null;
  /** What was written beside it. */
  explanation: string | null;
  /** It is owed or filled in. */
  isFormRow: boolean;
}

interface Shifted {
  first: Row;
  data: FormRowsShifted;
}

/** Runs of rows whose figures suit the row before (slid down) or behind (slid up), and not their own. */
function shifted(rows: readonly Row[], way: FormRowsShifted['way'], apart: number): Shifted[] {
  const runs: Shifted[] = [];
  let run: Row[] = [];
  let contrary = 0;
  // Those within the run that suit their own row: as many more have to speak against it.
  let within = 0;
  const end = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length >= FEWEST + within)
      runs.push({
        first,
        data: { figures: run.length, way, until: last.place.cell ?? '' },
      });
    run = [];
    contrary = 0;
    within = 0;
  };
  for (const [at, row] of rows.entries()) {
    const beside = rows[way === 'down' ? at - 1 : at + 1];
    const [own, other] = [distance(row, row), distance(row, beside)];
    if (own === null || other === null) continue;
    if (Math.abs((row.expected ?? 0) - (beside?.expected ?? 0)) < apart) continue;
    if (other <= NEAR && own >= FAR) {
      if (run.length > 0) within += contrary;
      run.push(row);
      contrary = 0;
    } else if (own < other) {
      // A single one may suit its row by chance.
      contrary += 1;
      if (contrary > 1) end();
    }
  }
  end();
  return runs;
}

/** How far a figure is from what is expected of a row; null where nothing can be said. */
function distance({ figure }: Row, row: Row | undefined): number | null {
  const expected = row?.expected ?? null;
  if (figure === null || expected === null || figure <= 0 || expected <= 0) return null;
  return Math.abs(Math.log(figure / expected));
}
