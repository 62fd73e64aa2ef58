import { countsWholeThings } from '../../../catalogue/whole-things.ts';
import { round } from '../../../base/number.ts';
import { isBroken, isBrokenFormula, isWithinBounds } from '../../../target/possible.ts';
import { ifNumbers, numberIn } from '../cell.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import { outsideHardBounds } from './figure-impossible.ts';
import { shown } from '../wording.ts';

const THOUSAND = 1_000;

/** A broken figure of something that is counted. */
export interface NotWhole {
  figure: number;
  unit: string;
  /** The figure in thousands, or with a comma between thousands; null where it cannot be. */
  perhaps: number | null;
}

/** Counts, groups and yes-or-no come in whole numbers. */
export const countNotWhole: FigureRuleOf<NotWhole> = {
  code: 'figure-not-whole',
  severity: 'error',
  scope: 'form',
  silencedBy: [outsideHardBounds.code],
  appliesTo: ({ indicator }) => countsWholeThings(indicator),
  check: ({ indicator }, { figure }) => {
    const number = numberIn(figure);
    if (number === null) return notEvaluable;
    const thousands = round(THOUSAND * number, 6);
    const isGrouped = number >= 1 && number < THOUSAND && !isBroken(thousands);
    const perhaps = isGrouped && isWithinBounds(indicator, thousands) ? thousands : null;
    return failedWith(isBroken(number) ? { figure: number, unit: indicator.unit, perhaps } : null);
  },
  formula: (_context, { figure }) => ifNumbers([figure], isBrokenFormula(figure)),
  text: {
    vi: {
      title: 'Số đếm không nguyên',
      meaning: 'Người, hộ, xã, trường … được đếm bằng số nguyên; nhóm và có/không cũng vậy.',
      example:
        'Số hộ nghèo 12,345: thường do gõ dấu phân cách hàng nghìn thành dấu thập phân, hoặc nhập theo đơn vị nghìn.',
      fix: 'Nhập lại số nguyên theo đúng đơn vị tính của dòng, không gõ dấu phân cách hàng nghìn.',
      message: ({ figure, unit, perhaps }) =>
        `Ô ghi ${shown(figure, unit, 'vi')}, số đếm phải là số nguyên${perhaps === null ? '' : `; có lẽ ${shown(perhaps, unit, 'vi')}`}.`,
      expected: ({ perhaps, unit }) =>
        `số nguyên${perhaps === null ? '' : `, có lẽ ${shown(perhaps, unit, 'vi')}`}`,
    },
    en: {
      title: 'Count that is not whole',
      meaning:
        'People, households, communes, schools … are counted in whole numbers; so are groups and yes or no.',
      example:
        '12.345 poor households: usually a thousands separator typed as the decimal sign, or a figure in thousands.',
      fix: "Enter the whole number in the row's unit, without thousands separator.",
      message: ({ figure, unit, perhaps }) =>
        `The cell holds ${shown(figure, unit, 'en')}; a count is a whole number${perhaps === null ? '' : `, perhaps ${shown(perhaps, unit, 'en')}`}.`,
      expected: ({ perhaps, unit }) =>
        `a whole number${perhaps === null ? '' : `, perhaps ${shown(perhaps, unit, 'en')}`}`,
    },
  },
};
