import { isReason } from '../../../rules/reason.ts';
import { verdicts } from '../../../target/verdict.ts';
import { cellIndex } from '../../../sheet/model.ts';
import { evaluationOf, ofKey, others, shown, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

const WORDS = Object.values(verdicts).map(({ vi }) => vi);

/** An officer's own verdict that nobody can follow. */
export const ownVerdictWithoutReason: StructureRule<SpotData> = {
  code: 'own-verdict-without-reason',
  severity: 'warning',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Tự đánh giá thiếu lý do',
      meaning:
        'Đơn vị đánh giá khác với kết quả tính ra nhưng không ghi lý do, hoặc không dùng một trong các từ đánh giá của mẫu.',
      example: 'Cột "Đơn vị tự đánh giá" ghi "Đạt", cột lý do bên cạnh để trống.',
      fix: `Ghi lý do ở cột bên cạnh và dùng một trong các từ: ${WORDS.join(', ')}; hoặc xóa phần tự đánh giá.`,
      message: (data) =>
        `Tự đánh giá ${shown(data.found, 'vi')}${ofKey(data)} chưa có lý do hoặc không đúng từ của mẫu${others(data, 'vi')}.`,
      expected: () => 'một từ đánh giá của mẫu, kèm lý do',
    },
    en: {
      title: 'Own verdict without a reason',
      meaning:
        'The unit judges otherwise than computed, but gives no reason, or does not use one of the words of the template.',
      example: 'The column of own verdicts says "Đạt", the reason beside it is blank.',
      fix: `Write the reason beside it and use one of the words ${WORDS.join(', ')}; or delete the verdict.`,
      message: (data) =>
        `The own verdict ${shown(data.found, 'en')}${ofKey(data)} has no reason or is no word of the template${others(data, 'en')}.`,
      expected: () => 'a verdict in the words of the template, with a reason',
    },
  },
  evaluate({ alignment }) {
    const spots: Spot[] = [];
    let passed = 0;
    for (const { facts, cells, keys } of alignment.all) {
      const textAt = (row: number, column: number | undefined): string => {
        const value = column === undefined ? null : (cells.get(cellIndex(row, column))?.value ?? null);
        return value === null || typeof value === 'object' ? '' : String(value).trim();
      };
      for (const { column, period } of keys.columns.filter(({ field }) => field === 'ownVerdict')) {
        const reasons = keys.columns.find(
          (one) => one.field === 'ownReason' && one.period === period,
        )?.column;
        for (const { row, key } of keys.rows) {
          const found = textAt(row, column);
          if (
            found === '' ||
            (WORDS.some((word) => word === found.normalize('NFC')) && isReason(textAt(row, reasons)))
          ) {
            passed += 1;
          } else spots.push({ sheet: facts.name, row, column, key, period, found });
        }
      }
    }
    return evaluationOf(ownVerdictWithoutReason, spots, { passed });
  },
};
