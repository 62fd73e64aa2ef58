import type { Place } from '../../../base/finding.ts';
import { isBlank } from '../../../rules/figure/cell.ts';
import { isChanged } from '../../../rules/figure/given.ts';
import type { JudgedFigure } from '../../../rules/judge-all.ts';
import type { CheckFinding, RuleDefinition } from '../../../rules/rule.ts';
import type { TypedCell } from '../../../rules/typed.ts';
import type { RuleCount } from '../../report.ts';

/** A form that stands in the column of another year. */
export interface FormInOtherColumn {
  /** The years: of the column that was typed into, and of the round. */
  typed: string;
  round: string;
  /** Figures in the column of the round, and new ones in the other. */
  ofRound: number;
  figures: number;
}

/** Fewer may be corrections. A convention. */
const FEWEST = 3;
/** So many times the figures of the round's column are a form all the same: a line or two may stand right. A convention. */
const MORE_THAN_ROUND = 8;

/** A whole form typed into an earlier year's column: next to nothing stands in the round's, and that year's figures are new. */
export const formInOtherColumn: RuleDefinition<FormInOtherColumn> = {
  code: 'form-in-other-column',
  severity: 'error',
  text: {
    vi: {
      title: 'Nhập nhầm cột năm trước',
      meaning: `Cột của kỳ báo cáo để trống (hoặc hầu như trống), trong khi cột của một năm trước có từ ${FEWEST} số mới hoặc bị sửa: cả biểu đã được nhập vào cột năm trước, đè lên số đã công bố.`,
      example: 'Cột 2024 trống, cột 2023 có 19 số vừa nhập.',
      fix: 'Chuyển các số vừa nhập sang cột của kỳ báo cáo, rồi đưa cột năm trước về số điền sẵn ("chitieu repair" cho biết số điền sẵn).',
      message: ({ typed, round, ofRound, figures }) =>
        `Cột ${round} ${ofRound === 0 ? 'để trống' : `chỉ có ${ofRound} số`}, cột ${typed} có ${figures} số mới hoặc khác số điền sẵn: có lẽ cả biểu bị nhập nhầm vào cột ${typed}.`,
      expected: ({ round }) => `số của kỳ này ở cột ${round}`,
    },
    en: {
      title: "Form typed into last year's column",
      meaning: `The column of the round is blank, or nearly so, while ${FEWEST} or more figures of an earlier year's are new or changed: the whole form was typed into that column, over published figures.`,
      example: 'Column 2024 is blank, column 2023 has 19 figures just typed.',
      fix: "Move the figures to the column of the round, then put back last year's figures as they were filled in.",
      message: ({ typed, round, ofRound, figures }) =>
        `Column ${round} ${ofRound === 0 ? 'is blank' : `has only ${ofRound}`}, and ${figures} figures of column ${typed} are new or not those filled in: the form was probably typed into column ${typed}.`,
      expected: ({ round }) => `this round's figures in column ${round}`,
    },
  },
};

/** What {@link formInOtherColumn} says of a return: of the whole of it, else of one of its sheets. */
export function checkColumn(figures: readonly JudgedFigure[]): {
  findings: CheckFinding[];
  rules: RuleCount[];
} {
  const { code, severity } = formInOtherColumn;
  const count = (outcome: Partial<RuleCount>) => ({
    passed: 0,
    failed: 0,
    'not-evaluable': 0,
    ...outcome,
    code,
  });
  // Where the column itself is gone, its figures are lost and were not typed elsewhere.
  const there = figures.flatMap((one): FigureThere[] => {
    const cell = one.cellAt(one.figure.context.key);
    return cell === null ? [] : [{ figure: one.figure, cell }];
  });
  if (!there.some(({ figure }) => figure.context.ofRound))
    return { findings: [], rules: [count({ 'not-evaluable': 1 })] };
  const sheets = [...new Set(there.map(({ cell }) => cell.place.sheet))];
  const ofSheets = sheets.map((sheet) => there.filter(({ cell }) => cell.place.sheet === sheet));
  for (const part of [there, ...ofSheets]) {
    const found = typedElsewhere(part);
    if (found === null) continue;
    const { data, place } = found;
    const finding = {
      code,
      severity,
      place,
      data,
      key: null,
      period: data.typed,
      found: null,
      explanation: null,
    };
    return { findings: [finding], rules: [count({ failed: 1 })] };
  }
  return { findings: [], rules: [count({ passed: 1 })] };
}

/** A figure whose cell is in the file. */
interface FigureThere {
  figure: JudgedFigure['figure'];
  cell: TypedCell;
}

/** The column of an earlier year that holds what all columns of the round lack; a round may have several. */
function typedElsewhere(figures: readonly FigureThere[]): { data: FormInOtherColumn; place: Place } | null {
  const ofRound = figures.filter(({ figure }) => figure.context.ofRound);
  const filled = ofRound.filter(({ cell }) => !isBlank(cell.raw)).length;
  const last = new Map(ofRound.map(({ figure }) => [figure.previousPeriod, figure.context.period]));
  const [round] = last.values();
  if (round === undefined) return null;
  const fresh = new Map<string, { place: Place; isOverGiven: boolean }[]>();
  for (const { figure, cell } of figures) {
    const { ofRound: isNow, period, given } = figure.context;
    if (isNow || isBlank(cell.raw) || (given !== null && !isChanged(cell.raw, given))) continue;
    const one = { place: cell.place, isOverGiven: given !== null };
    fresh.set(period, [...(fresh.get(period) ?? []), one]);
  }
  // What nobody filled in beforehand may be a history somebody typed, further back or beside a form just begun.
  const [found] = [...fresh].filter(
    ([period, typed]) =>
      typed.length >= Math.max(FEWEST, MORE_THAN_ROUND * filled) &&
      ((last.has(period) && filled === 0) || typed.filter(({ isOverGiven }) => isOverGiven).length >= FEWEST),
  );
  const [first] = found?.[1] ?? [];
  if (found === undefined || first === undefined) return null;
  const [typed, { length }] = found;
  return {
    place: first.place,
    data: { typed, round: last.get(typed) ?? round, ofRound: filled, figures: length },
  };
}
