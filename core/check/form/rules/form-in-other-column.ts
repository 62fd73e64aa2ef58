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
  /** The last of its cells where it is a part of a form; what it says begins at the finding's place. */
  until?: string;
}

/** Fewer may be corrections. A convention. */
const FEWEST = 3;
/** So many times the figures of the round's column are a form all the same: a line or two may stand right. A convention. */
const MORE_THAN_ROUND = 8;
/** So many one under the other are a part of a form, beside a column of the round that is filled in elsewhere. A convention. */
const FEWEST_OF_PART = 5;

/** A whole form typed into an earlier year's column: next to nothing stands in the round's, and that year's figures are new. */
export const formInOtherColumn: RuleDefinition<FormInOtherColumn> = {
  code: 'form-in-other-column',
  severity: 'error',
  text: {
    vi: {
      title: 'Nhập nhầm cột năm trước',
      meaning: `Cột của kỳ báo cáo để trống (hoặc hầu như trống), trong khi cột của một năm trước có từ ${FEWEST} số mới hoặc bị sửa: cả biểu đã được nhập vào cột năm trước, đè lên số đã công bố. Cũng báo khi một phần của biểu bị nhập như vậy: từ ${FEWEST_OF_PART} số liền nhau khác số điền sẵn, mà ô của kỳ ở chính các dòng ấy để trống.`,
      example: 'Cột 2024 trống, cột 2023 có 19 số vừa nhập.',
      fix: 'Nếu các số ấy là của kỳ này: chuyển sang cột của kỳ báo cáo, rồi đưa cột năm trước về số điền sẵn (nút "Khôi phục" ở trang Chỉ Tiêu trên trình duyệt, hoặc "chitieu repair", cho biết số điền sẵn). Nếu đúng là số của chính năm trước (nhập bổ sung, đính chính có lý do): để nguyên và nhập tiếp cột của kỳ; có đủ số của kỳ thì không báo nữa.',
      message: ({ typed, round, ofRound, figures, until }) =>
        until === undefined
          ? `Cột ${round} ${ofRound === 0 ? 'để trống' : `chỉ có ${ofRound} số`}, cột ${typed} có ${figures} số mới hoặc khác số điền sẵn: có lẽ cả biểu bị nhập nhầm vào cột ${typed}.`
          : `Từ ô này đến ${until}, cột ${typed} có ${figures} số khác số điền sẵn, còn cột ${round} ở các dòng ấy để trống: có lẽ một phần của biểu bị nhập nhầm vào cột ${typed}.`,
      expected: ({ round }) => `số của kỳ này ở cột ${round}`,
    },
    en: {
      title: "Form typed into last year's column",
      meaning: `The column of the round is blank, or nearly so, while ${FEWEST} or more figures of an earlier year's are new or changed: the whole form was typed into that column, over published figures. Said of a part of the form, too: ${FEWEST_OF_PART} or more figures one under the other are not those filled in, while the round's cells of the same rows are blank.`,
      example: 'Column 2024 is blank, column 2023 has 19 figures just typed.',
      fix: "If they are this round's: move them to the column of the round, then put back last year's figures as they were filled in. If they are last year's own (typed for the first time, or corrected with a reason): leave them and go on to the column of the round; once its figures are there nothing is said any more.",
      message: ({ typed, round, ofRound, figures, until }) =>
        until === undefined
          ? `Column ${round} ${ofRound === 0 ? 'is blank' : `has only ${ofRound}`}, and ${figures} figures of column ${typed} are new or not those filled in: the form was probably typed into column ${typed}.`
          : `From this cell to ${until}, ${figures} figures of column ${typed} are not those filled in, and column ${round} is blank in the same rows: a part of the form was probably typed into column ${typed}.`,
      expected: ({ round }) => `this round's figures in column ${round}`,
    },
  },
};

/**
 * What {@link formInOtherColumn} says of a return: of the whole of it, else of one of its sheets.
 * @param isInReasons the round's figures stand among the reasons, so that what stands in an earlier column is its own
 */
export function checkColumn(
  figures: readonly JudgedFigure[],
  isInReasons = false,
): {
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
  if (isInReasons || !there.some(({ figure }) => figure.context.ofRound))
    return { findings: [], rules: [count({ 'not-evaluable': 1 })] };
  const sheets = [...new Set(there.map(({ cell }) => cell.place.sheet))];
  const ofSheets = sheets.map((sheet) => there.filter(({ cell }) => cell.place.sheet === sheet));
  const [whole] = [there, ...ofSheets].flatMap((part) => typedElsewhere(part) ?? []);
  const found = whole ? [whole] : ofSheets.flatMap(partsElsewhere);
  const findings = found.map(({ place, data }) => ({
    ...{ code, severity, place, data, period: data.typed },
    ...{ key: null, found: null, explanation: null },
  }));
  return { findings, rules: [count(found.length === 0 ? { passed: 1 } : { failed: found.length })] };
}

/** A figure whose cell is in the file. */
interface FigureThere {
  figure: JudgedFigure['figure'];
  cell: TypedCell;
}

interface Elsewhere {
  data: FormInOtherColumn;
  place: Place;
}

/** The column of an earlier year that holds what all columns of the round lack; a round may have several. */
function typedElsewhere(figures: readonly FigureThere[]): Elsewhere | null {
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

/**
 * Runs of figures of one earlier year on a sheet that went over those filled in beforehand, where the round has nothing
 * in the same rows; a row that the round has a figure of ends a run, one that nobody touched does not.
 */
function partsElsewhere(figures: readonly FigureThere[]): Elsewhere[] {
  const rows = new Map<string, FigureThere[]>();
  for (const one of figures) {
    const { key } = one.figure.context;
    const row = rows.get(key);
    if (row) row.push(one);
    else rows.set(key, [one]);
  }
  const filled = figures.filter(({ figure, cell }) => figure.context.ofRound && !isBlank(cell.raw)).length;
  const runs: Elsewhere[] = [];
  const open = new Map<string, Place[]>();
  const end = (round: string) => {
    for (const [typed, places] of open) {
      const [first, last] = [places[0], places.at(-1)];
      if (!first || !last || places.length < FEWEST_OF_PART) continue;
      const data = { typed, round, ofRound: filled, figures: places.length, until: last.cell ?? '' };
      runs.push({ place: first, data });
    }
    open.clear();
  };
  let round = '';
  for (const row of rows.values()) {
    const ofRound = row.filter(({ figure }) => figure.context.ofRound);
    round = ofRound[0]?.figure.context.period ?? round;
    if (ofRound.length === 0) continue;
    if (ofRound.some(({ cell }) => !isBlank(cell.raw))) end(round);
    else
      for (const { figure, cell } of row) {
        const { ofRound: isNow, period, given } = figure.context;
        if (isNow || isBlank(cell.raw) || given === null || !isChanged(cell.raw, given)) continue;
        open.set(period, [...(open.get(period) ?? []), cell.place]);
      }
  }
  end(round);
  return runs;
}
