import { holdsInput } from '../../../returned/align/keyed-sheets.ts';
import { evaluationOf, type Spot, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** An input sheet that is gone, or in whose place one of another workbook stands. */
export const sheetMissing: StructureRule<SpotData> = {
  code: 'sheet-missing',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  misplaces: 'together',
  text: {
    vi: {
      title: 'Mất trang số liệu',
      meaning: 'Một trang nhập số liệu không còn trong tệp: các số nhập ở đó bị mất.',
      example: 'Trang "Số liệu nền" bị xóa trước khi gửi.',
      fix: `${REPAIR.vi} Sau đó nhập lại số của trang.`,
      message: (data) => `Không còn trang "${data.sheet}" của sổ này, nơi nhập số liệu.`,
      expected: () => 'đủ các trang nhập của mẫu',
    },
    en: {
      title: 'Sheet of figures missing',
      meaning:
        'A sheet on which figures are entered is no longer in the file: what was entered there is lost.',
      example: 'The sheet "Số liệu nền" was deleted before sending.',
      fix: `${REPAIR.en} Then enter the figures of the sheet again.`,
      message: (data) => `The sheet "${data.sheet}" of this workbook, on which figures are entered, is gone.`,
      expected: () => 'every input sheet of the template',
    },
  },
  evaluate({ alignment }) {
    const input = alignment.sheets.filter(({ expected }) => holdsInput(expected));
    const replaced = input.filter(({ found }) => alignment.foreign.has(found));
    const lost = [...alignment.missing.filter(holdsInput), ...replaced.map(({ expected }) => expected)];
    const spots = lost.map(({ name }): Spot => ({ sheet: name, expected: name }));
    return evaluationOf(sheetMissing, spots, { passed: input.length - replaced.length });
  },
};
