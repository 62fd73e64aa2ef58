import { evaluationOf, ofKey, others, shown, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A figure that is another at each opening of the file. */
export const figureAtRandom: StructureRule<SpotData> = {
  code: 'figure-at-random',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Số liệu là số ngẫu nhiên',
      meaning:
        'Ô nhập ghi công thức có hàm cho số ngẫu nhiên (RAND, RANDBETWEEN, RANDARRAY): mỗi lần mở tệp ra một số khác, nên không phải số liệu.',
      example: 'Ô số hộ nghèo ghi =RANDBETWEEN(100,200).',
      fix: 'Gõ số thực tế vào ô.',
      message: (data) =>
        `Số ở ô này là số ngẫu nhiên, công thức ${shown(data.found, 'vi')}${ofKey(data)}: mỗi lần mở tệp một khác${others(data, 'vi')}.`,
      expected: () => 'số thực tế, gõ vào ô',
    },
    en: {
      title: 'Figures at random',
      meaning:
        'A cell for figures holds a formula with a function that gives random numbers (RAND, RANDBETWEEN, RANDARRAY): it is another number each time the file is opened, and no figure.',
      example: 'The poor households are =RANDBETWEEN(100,200).',
      fix: 'Type the actual figure into the cell.',
      message: (data) =>
        `The figure in this cell is a random number, the formula ${shown(data.found, 'en')}${ofKey(data)}: it changes each time the file is opened${others(data, 'en')}.`,
      expected: () => 'the actual figure, typed into the cell',
    },
  },
  evaluate({ numbers }) {
    const spots: Spot[] = [];
    let passed = 0;
    for (const { cell, at, doubt } of numbers) {
      if (doubt?.why === 'random') spots.push({ ...at, found: `=${cell.formula ?? ''}` });
      else passed += 1;
    }
    return evaluationOf(figureAtRandom, spots, { passed });
  },
};
