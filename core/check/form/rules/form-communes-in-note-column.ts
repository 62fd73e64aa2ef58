import { isBareNumber } from '../../../rules/reason.ts';
import type { CheckFinding, RuleDefinition } from '../../../rules/rule.ts';
import type { TypedFigures } from '../../../rules/typed.ts';
import type { ByCommune } from '../../../workbook/commune-part.ts';
import type { CommuneLayout } from '../../../workbook/commune-layout.ts';
import { sheetNames } from '../../../workbook/contract.ts';
import type { RuleCount } from '../../report.ts';

/** Figures that stand where the table by commune has its notes. */
export interface CommunesInNoteColumn {
  numbers: number;
  /** The first commune with one, and what stands there. */
  first: string;
  found: string;
}

/** Fewer may be remarks; so may numbers be among many notes in words. A convention. */
const FEWEST = 3;

/** A table pasted one column too far right: every figure stands under the head of another. */
export const communesInNoteColumn: RuleDefinition<CommunesInNoteColumn> = {
  code: 'form-communes-in-note-column',
  severity: 'error',
  text: {
    vi: {
      title: 'Bảng theo xã dán lệch cột',
      meaning: `Cột "Lý do, ghi chú" của trang "${sheetNames.communes}" có từ ${FEWEST} ô và ít nhất nửa số ô đã ghi chỉ là số: có lẽ bảng được dán lệch sang phải một cột, nên số của mọi cột đứng dưới chỉ tiêu khác. Số không phải lời giải thích.`,
      example: 'Cột "Lý do, ghi chú" có 38 số.',
      fix: 'Dán lại bảng vào đúng cột; nếu là ghi chú thật thì viết thành lời.',
      message: ({ numbers, first, found }) =>
        `Cột "Lý do, ghi chú" có ${numbers} ô chỉ ghi số, đầu tiên là ${found} ở ${first}: có lẽ bảng được dán lệch sang phải một cột.`,
      expected: () => 'lời ghi chú hoặc ô trống',
    },
    en: {
      title: 'Table by commune pasted beside its columns',
      meaning: `In the column of notes of the sheet "${sheetNames.communes}" ${FEWEST} or more cells, and at least half of those written in, hold a number only: the table was probably pasted one column too far right, and every figure stands under another indicator. A number explains nothing.`,
      example: 'The column "Lý do, ghi chú" holds 38 numbers.',
      fix: 'Paste the table again under its own columns; a note that is meant is written in words.',
      message: ({ numbers, first, found }) =>
        `The column of notes holds a number only in ${numbers} cells, the first is ${found} at ${first}: the table was probably pasted one column too far right.`,
      expected: () => 'a note in words or a blank cell',
    },
  },
};

/**
 * What {@link communesInNoteColumn} says of a return, at the row of the first commune.
 * @param byUnit what stands in the rows of communes; a note is there beside each of its figures
 */
export function checkNoteColumn(
  { byCommune, table }: { byCommune: ByCommune; table: CommuneLayout },
  byUnit: ReadonlyMap<string, TypedFigures>,
): { findings: CheckFinding[]; rules: RuleCount[] } {
  const { code, severity } = communesInNoteColumn;
  const last = table.columns.at(-1);
  const notes = byCommune.units.flatMap(({ id, name }) => {
    const typed = byUnit.get(id);
    const [found] = [...(typed?.reasons.values() ?? [])];
    if (!last || found === undefined) return [];
    const cell = typed?.cells.get(`${last.figure.key}|${last.period}|${last.vintage}`);
    return [{ name, found, place: cell?.place ?? {} }];
  });
  const numbers = notes.filter(({ found }) => isBareNumber(found));
  const [first] = numbers;
  const isShifted = first && numbers.length >= FEWEST && numbers.length * 2 >= notes.length;
  if (!isShifted) return { findings: [], rules: [{ code, passed: 1, failed: 0, 'not-evaluable': 0 }] };
  const data: CommunesInNoteColumn = { numbers: numbers.length, first: first.name, found: first.found };
  const { place, found } = first;
  return {
    findings: [{ code, severity, place, data, key: null, period: null, found, explanation: null }],
    rules: [{ code, passed: 0, failed: 1, 'not-evaluable': 0 }],
  };
}
