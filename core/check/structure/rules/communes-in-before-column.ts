import type { CheckFinding } from '../../../rules/rule.ts';
import { cellAddress } from '../../../sheet/address.ts';
import { sheetNames } from '../../../workbook/contract.ts';
import type { StructureRule } from '../structure-rule.ts';
import { printSpot } from '../compared-print.ts';
import { FEWEST_IN_BEFORE } from '../../../workbook/commune-layout.ts';
import { typedIntoBefore } from '../typed-into-before.ts';

/** A column of the table by commune whose figures stand where last year's are shown. */
export interface CommunesInBeforeColumn {
  /** Name of the figure. */
  name: string;
  figures: number;
}

/** A column of the table by commune typed into that of last year's figures, which nobody reads. */
export const communesInBeforeColumn: StructureRule<CommunesInBeforeColumn> = {
  code: 'communes-in-before-column',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Nhập nhầm cột "Số năm trước"',
      meaning: `Trên trang "${sheetNames.communes}" cột phải nhập của một chỉ tiêu để trống hết, trong khi cột "Số năm trước" của nó có từ ${FEWEST_IN_BEFORE} số mới hoặc bị sửa: cả cột đã được nhập nhầm chỗ. Cột "Số năm trước" chỉ để đối chiếu, số gõ ở đó không được đọc.`,
      example: 'Cột "Số giường bệnh" trống, cột "Số năm trước: Số giường bệnh" có 38 số vừa nhập.',
      fix: 'Chuyển các số vừa nhập sang cột phải nhập của chỉ tiêu; nút "Khôi phục" ở trang Chỉ Tiêu trên trình duyệt (hoặc "chitieu repair") đưa cột "Số năm trước" về số in sẵn và giữ số đã gõ ở trang "Không xếp được".',
      message: ({ name, figures }) =>
        `Cột "${name}" để trống, cột "Số năm trước: ${name}" có ${figures} số mới hoặc khác số in sẵn: có lẽ cả cột bị nhập nhầm chỗ.`,
      expected: ({ name }) => `số của kỳ này ở cột "${name}"`,
    },
    en: {
      title: "Column by commune typed into last year's",
      meaning: `On the sheet "${sheetNames.communes}" the column to fill in of an indicator is blank while ${FEWEST_IN_BEFORE} or more figures of its column of last year are new or changed: the whole column was typed in the wrong place. Last year's column is only looked at; what is typed there is not read.`,
      example: 'The column "Số giường bệnh" is blank, and 38 figures were typed into that of last year.',
      fix: 'Move the figures to the column to fill in; "Restore" in the Chỉ Tiêu page in a browser (or "chitieu repair") puts last year\'s printed figures back and keeps what was typed on the sheet "Không xếp được".',
      message: ({ name, figures }) =>
        `The column "${name}" is blank, and ${figures} figures in its column of last year are new or not those printed: the whole column was probably typed in the wrong place.`,
      expected: ({ name }) => `this round's figures in the column "${name}"`,
    },
  },
  evaluate({ print }) {
    const columns = typedIntoBefore(print);
    const { code, severity } = communesInBeforeColumn;
    const findings = columns.map(({ name, cells }): CheckFinding => {
      const { sheet, row, column, found } = printSpot(cells[0]);
      const cell = cellAddress(row ?? cells[0].cell.row, column ?? cells[0].cell.column);
      const place = { ...(sheet === null ? {} : { sheet }), cell };
      const data: CommunesInBeforeColumn = { name, figures: cells.length };
      return {
        code,
        severity,
        place,
        data,
        key: null,
        period: null,
        found: found ?? null,
        explanation: null,
      };
    });
    return { findings, passed: columns.length === 0 ? 1 : 0, failed: columns.length, notEvaluable: 0 };
  },
};
