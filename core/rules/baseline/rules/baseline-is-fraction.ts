import { ifNumbers } from '../../figure/cell.ts';
import { shown } from '../../figure/wording.ts';
import type { BaselineRuleOf } from '../baseline-rule.ts';

/** A percentage stored as a hundredth of itself. */
export interface BaselineFraction {
  found: number;
  perhaps: number;
  unit: string;
}

/** "25%" typed into a cell of a row in per cent stores 0,25, by which everything would be judged. */
export const baselineIsFraction: BaselineRuleOf<BaselineFraction> = {
  code: 'baseline-is-fraction',
  severity: 'error',
  word: 'Nhầm phần trăm',
  check: ({ isFraction, indicator: { unit } }, { value }) => {
    if (value === null || !isFraction) return [];
    const perhaps = Number((100 * value).toPrecision(12));
    return [{ at: 'value', found: value, data: { found: value, perhaps, unit } }];
  },
  formula: ({ fractionFormula }, refs) => {
    const condition = fractionFormula?.(refs) ?? null;
    return condition === null ? null : ifNumbers([refs.value], condition);
  },
  text: {
    vi: {
      title: 'Số gốc nhập theo phần trăm của Excel',
      meaning:
        'Dòng tính bằng %, số gốc từ 1 trở xuống, trong khi kế hoạch hoặc số khác của dòng từ 10 % trở lên: gõ "25%" thì tệp lưu 0,25, tức là 0,25 %. Từ số gốc như vậy không đánh giá được gì. Nếu số gốc thật sự nhỏ như thế thì ghi rõ số ấy kèm dấu % ở cột "Nguồn số liệu".',
      example: 'Số gốc tỷ lệ hộ nghèo 0,25 trong khi năm nay 21,4 %: có lẽ 25.',
      fix: 'Nhập lại số gốc theo đơn vị của dòng (25 % thì nhập 25, định dạng Number). Nếu đúng là 0,25 %, ghi "0,25 %" ở cột "Nguồn số liệu".',
      message: ({ name, found, perhaps, unit }) =>
        `Số gốc của "${name}" ghi ${shown(found, unit, 'vi')}, quá nhỏ so với kế hoạch và các số khác của dòng: có lẽ ${shown(perhaps, unit, 'vi')}.`,
      expected: ({ found, perhaps, unit }) =>
        `${shown(perhaps, unit, 'vi')}, hoặc ghi "${shown(found, unit, 'vi')}" ở cột "Nguồn số liệu" nếu đúng như vậy`,
    },
    en: {
      title: 'Baseline typed as a percentage of Excel',
      meaning:
        'The row is in per cent and its baseline 1 or less, while the plan or another figure of the row is 10 % and more: for "25%" the file stores 0.25, which is 0.25 %. From such a baseline nothing is judged. Where it is as small in truth, the column of sources says so with a per cent sign.',
      example: 'A baseline of 0.25 for the poverty rate, 21.4 % this year: perhaps 25.',
      fix: 'Enter the baseline in the unit of the row (25 for 25 %, format Number). If it is 0.25 %, write "0.25 %" in the column of sources.',
      message: ({ name, found, perhaps, unit }) =>
        `The baseline of "${name}" is ${shown(found, unit, 'en')}, too small for the plan and the other figures of the row: perhaps ${shown(perhaps, unit, 'en')}.`,
      expected: ({ found, perhaps, unit }) =>
        `${shown(perhaps, unit, 'en')}, or "${shown(found, unit, 'en')}" in the column of sources`,
    },
  },
};
