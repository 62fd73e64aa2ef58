import { cellIndex } from '../../../sheet/model.ts';
import { evaluationOf, others, shown, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A formula without result where a text or a baseline is entered; figures are judged one by one. */
export const remarkWithoutResult: StructureRule<SpotData> = {
  code: 'remark-without-result',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Ô lý do, số gốc có công thức chưa tính',
      meaning:
        'Ô lý do, đánh dấu, tự đánh giá hoặc số gốc chứa công thức mà tệp không ghi kết quả, nên không biết ô nói gì. Ô số liệu như vậy được nêu là "Không phải số".',
      example: 'Ô lý do ghi ="Mưa lũ "&B3 trong tệp do một chương trình không tính công thức ghi ra.',
      fix: 'Gõ thẳng chữ hoặc số thay cho công thức; hoặc mở tệp bằng Excel hay LibreOffice, lưu lại rồi gửi.',
      message: (data) =>
        `Ô chứa công thức ${shown(data.found, 'vi')} chưa có kết quả nên không đọc được${others(data, 'vi')}.`,
      expected: () => 'chữ hoặc số gõ thẳng, hoặc công thức đã tính',
    },
    en: {
      title: 'Reason or baseline as a formula without result',
      meaning:
        'A cell for a reason, mark, own verdict or baseline holds a formula whose result the file does not have, so that nobody knows what it says. Such a cell for a figure is said to be "not a number".',
      example: 'A reason reads ="Floods "&B3 in a file of a program that computes no formulas.',
      fix: 'Type the words or the number instead of the formula; or open the file in Excel or LibreOffice, save it and send that.',
      message: (data) =>
        `The cell holds the formula ${shown(data.found, 'en')} without a result and cannot be read${others(data, 'en')}.`,
      expected: () => 'words or a number as typed, or a formula with its result',
    },
  },
  evaluate({ alignment }) {
    const spots: Spot[] = [];
    let passed = 0;
    for (const { facts, cells, keys } of alignment.all) {
      for (const { column, period, field } of keys.columns) {
        if (field === 'value') continue;
        for (const { row, key } of keys.rows) {
          const cell = cells.get(cellIndex(row, column));
          if (!cell || cell.formula === null || cell.value !== null) passed += 1;
          else {
            const found = `=${cell.formula}`;
            spots.push({
              sheet: facts.name,
              row,
              column,
              key,
              period: period === '_' ? null : period,
              found,
            });
          }
        }
      }
    }
    return evaluationOf(remarkWithoutResult, spots, { passed });
  },
};
