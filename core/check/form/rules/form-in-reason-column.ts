import type { Place } from '../../../base/finding.ts';
import { isBlank } from '../../../rules/figure/cell.ts';
import type { JudgedFigure } from '../../../rules/judge-all.ts';
import { isBareNumber } from '../../../rules/reason.ts';
import type { CheckFinding, RuleDefinition } from '../../../rules/rule.ts';
import type { TypedFigures } from '../../../rules/typed.ts';
import type { RuleCount } from '../../report.ts';

/** Figures that stand in the reason column of a sheet. */
export interface FormInReasonColumn {
  numbers: number;
  /** Beside how many of them the round's own cell is blank. */
  blank: number;
  /** The last of them; the first is the finding's place. */
  until: string;
}

/** Fewer may be remarks. A convention. */
const FEWEST = 3;

/** The round's figures typed beside their column, where reasons are written. */
export const formInReasonColumn: RuleDefinition<FormInReasonColumn> = {
  code: 'form-in-reason-column',
  severity: 'error',
  text: {
    vi: {
      title: 'Số liệu nhập vào cột lý do',
      meaning: `Cột "Lý do, ghi chú" có từ ${FEWEST} ô chỉ ghi số, mà ô của kỳ báo cáo ở chính các dòng ấy để trống: có lẽ số liệu bị nhập vào cột lý do. Số không phải lời giải thích và không được đọc là số liệu.`,
      example: 'Cột "Lý do, ghi chú" có 18 ô chỉ ghi số, cột 2023 để trống.',
      fix: 'Chuyển từng số sang cột của kỳ báo cáo ở cùng dòng rồi xóa ở cột lý do; số đúng của năm trước để nguyên. Nếu là ghi chú thật thì viết thành lời.',
      message: ({ numbers, blank, until }) =>
        `Từ ô này đến ${until}, cột lý do có ${numbers} ô chỉ ghi số, ${blank} dòng trong đó để trống ô của kỳ báo cáo: có lẽ số liệu bị nhập vào cột lý do.`,
      expected: () => 'lời giải thích hoặc ô trống',
    },
    en: {
      title: 'Figures typed into the reason column',
      meaning: `In the reason column ${FEWEST} or more cells hold a number only while the round's cells of the same rows are blank: the figures were probably typed into the reason column. A number explains nothing, and is not read as a figure there.`,
      example: 'The reason column has 18 cells with a number only, and column 2023 is blank.',
      fix: "Move each number to the round's column of its row and clear the reason; last year's figures that are right stay. A note that is meant is written in words.",
      message: ({ numbers, blank, until }) =>
        `From this cell to ${until}, ${numbers} cells of the reason column hold a number only, and the round's cell is blank in ${blank} of these rows: the figures were probably typed into the reason column.`,
      expected: () => 'a reason in words or a blank cell',
    },
  },
};

/** What {@link formInReasonColumn} says of each sheet of a return. */
export function checkReasonColumn(
  figures: readonly JudgedFigure[],
  { reasons, reasonPlaces }: TypedFigures,
): { findings: (CheckFinding & { data: FormInReasonColumn })[]; rules: RuleCount[] } {
  const { code, severity } = formInReasonColumn;
  const sheets = new Map<string, { place: Place; found: string; isBlank: boolean }[]>();
  for (const { figure, cellAt } of figures) {
    const { ofRound, key } = figure.context;
    const [found, place] = [reasons.get(key), reasonPlaces?.get(key)];
    if (!ofRound || found === undefined || !place || !isBareNumber(found)) continue;
    const of = sheets.get(place.sheet ?? '') ?? [];
    of.push({ place, found, isBlank: isBlank(cellAt(key)?.raw ?? null) });
    sheets.set(place.sheet ?? '', of);
  }
  const findings = [...sheets.values()].flatMap(
    (numbers): (CheckFinding & { data: FormInReasonColumn })[] => {
      const [first, last] = [numbers[0], numbers.at(-1)];
      const blank = numbers.filter((one) => one.isBlank).length;
      if (!first || !last || blank < FEWEST) return [];
      const data: FormInReasonColumn = { numbers: numbers.length, blank, until: last.place.cell ?? '' };
      const { place, found } = first;
      return [{ code, severity, place, data, key: null, period: null, found, explanation: null }];
    },
  );
  const failed = findings.length;
  return { findings, rules: [{ code, passed: failed === 0 ? 1 : 0, failed, 'not-evaluable': 0 }] };
}
