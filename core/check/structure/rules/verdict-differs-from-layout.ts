import { verdicts } from '../../../target/verdict.ts';
import { evaluationOf, ofKey, others, shown, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

const WORDS: ReadonlySet<unknown> = new Set(Object.values(verdicts).map(({ vi }) => vi));

/**
 * Verdicts computed by an earlier layout that today's program gives otherwise. Where they stand is not known of a
 * layout that is no more: of a keyed row of targets it is the computed cell that holds the word of a verdict.
 */
export const verdictDiffersFromLayout: StructureRule<SpotData> = {
  needs: 'cells',
  judgedBy: 'keys',
  code: 'verdict-differs-from-layout',
  severity: 'note',
  text: {
    vi: {
      title: 'Đánh giá nay khác trong sổ cũ',
      meaning:
        'Sổ thuộc mẫu cũ, tính đánh giá theo công thức của phiên bản khi cấp. Chương trình hiện nay đánh giá cùng số liệu đó khác đi. Kết quả trong sổ không bị coi là sai.',
      example: 'Sổ cấp theo mẫu cũ ghi "Đạt" ở mức đúng bằng mục tiêu, nay là "Vượt".',
      fix: 'Đơn vị không cần làm gì. Khi tổng hợp, dùng đánh giá của chương trình hiện nay.',
      message: (data) =>
        `Sổ mẫu cũ ghi đánh giá ${shown(data.found, 'vi')}${ofKey(data)}, nay là ${shown(data.expected, 'vi')}${others(data, 'vi')}.`,
      expected: (data) => `đánh giá hiện nay: ${shown(data.expected, 'vi')}`,
    },
    en: {
      title: 'Verdict differs from that of the older layout',
      meaning:
        'The workbook is of an earlier layout and computes verdicts by the formulas it was issued with. The present program judges the same figures otherwise. The results in the workbook are not held to be wrong.',
      example: 'A workbook of an earlier layout says "Đạt" where the present one says "Vượt".',
      fix: 'The unit need do nothing. Reports use the verdict of the present program.',
      message: (data) =>
        `The older layout says ${shown(data.found, 'en')}${ofKey(data)}, the present program ${shown(data.expected, 'en')}${others(data, 'en')}.`,
      expected: (data) => `the verdict of today: ${shown(data.expected, 'en')}`,
    },
  },
  evaluate({ alignment, recomputed, isOfEarlierLayout }) {
    const spots: Spot[] = [];
    let passed = 0;
    let notEvaluable = 0;
    for (const { index, found, rows } of isOfEarlierLayout ? alignment.sheets : []) {
      const own = found.keys.columns.find(({ field }) => field === 'ownVerdict');
      if (own === undefined || recomputed === null) continue;
      const today = new Map<number, string>();
      for (const { row, result } of recomputed.sheets[index]?.cells.values() ?? []) {
        if (typeof result === 'string' && WORDS.has(result)) today.set(row, result);
      }
      for (const { row, key } of found.keys.rows) {
        const said = found.byRow.get(row)?.find((cell) => cell.formula !== null && WORDS.has(cell.value));
        const expected = today.get(rows.expected(row) ?? 0);
        if (said === undefined || expected === undefined) notEvaluable += 1;
        else if (said.value === expected) passed += 1;
        else {
          const place = { sheet: found.facts.name, row, column: said.column };
          spots.push({ ...place, key, period: own.period, found: String(said.value), expected });
        }
      }
    }
    return evaluationOf(verdictDiffersFromLayout, spots, { passed, notEvaluable });
  },
};
