import type { IndicatorStatement } from '../../../core/plan/model.ts';
import { filledWorkbook, type Deviations } from './filled-workbook.ts';

/** Indicators that the tests speak of. */
const NAMED = new Set([
  'primary-level-3-communes',
  'insurance-satisfaction-index',
  'new-jobs',
  'vocational-training-persons',
  'poor-households',
  'poverty-rate',
  'emergency-relief-coverage',
]);

/** A part of the plan: the whole would take three times as long to read, page after page, and show nothing more. */
const part = ({ indicator }: IndicatorStatement, place: number) => NAMED.has(indicator.id) || place % 4 === 0;

/** A workbook of the province as it should be in 2023, but for what is said. */
export function provinceWorkbook(deviations: Deviations = {}): ReturnType<typeof filledWorkbook> {
  return filledWorkbook('lai-chau-2021', 'VN12', { ...deviations, part });
}

/** The same with slips as they are made, each of another kind. */
export function wrongWorkbook(): ReturnType<typeof filledWorkbook> {
  return provinceWorkbook({
    figures: new Map([
      ['primary-level-3-communes|_T|2023', 190],
      ['insurance-satisfaction-index|_T|2023', 527.3],
      ['new-jobs|_T|2023', null],
    ]),
    typed: new Map([['vocational-training-persons|_T|2023', '7,757']]),
  });
}
