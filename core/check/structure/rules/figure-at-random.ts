import { ofKey, others, shown, type SpotData } from '../fold.ts';
import { evaluationOfDoubt } from '../number-cells.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A figure that is another at each opening of the file. */
export const figureAtRandom: StructureRule<SpotData> = {
  code: 'figure-at-random',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  holdsNoFigure: true,
  text: {
    vi: {
      title: 'Số liệu là số ngẫu nhiên hoặc theo ngày giờ',
      meaning:
        'Ô nhập ghi công thức có hàm cho số ngẫu nhiên (RAND, RANDBETWEEN, RANDARRAY) hoặc theo ngày giờ mở tệp (TODAY, NOW), hay lấy số từ ô có công thức như vậy: mỗi lần mở tệp ra một số khác, nên không phải số liệu.',
      example: 'Ô số hộ nghèo ghi =RANDBETWEEN(100,200).',
      fix: 'Gõ số thực tế vào ô.',
      message: (data) =>
        `Số ở ô này là số ngẫu nhiên hoặc tính theo ngày giờ, công thức ${shown(data.found, 'vi')}${ofKey(data)}: mỗi lần mở tệp một khác${others(data, 'vi')}.`,
      expected: () => 'số thực tế, gõ vào ô',
    },
    en: {
      title: 'Figures at random or by the clock',
      meaning:
        'A cell for figures holds a formula with a function that gives random numbers (RAND, RANDBETWEEN, RANDARRAY) or goes by the clock (TODAY, NOW), or takes its number from such a cell: it is another number each time the file is opened, and no figure.',
      example: 'The poor households are =RANDBETWEEN(100,200).',
      fix: 'Type the actual figure into the cell.',
      message: (data) =>
        `The figure in this cell is a random number or goes by the clock, the formula ${shown(data.found, 'en')}${ofKey(data)}: it changes each time the file is opened${others(data, 'en')}.`,
      expected: () => 'the actual figure, typed into the cell',
    },
  },
  evaluate: ({ numbers }) => evaluationOfDoubt(figureAtRandom, numbers, 'fleeting'),
};
