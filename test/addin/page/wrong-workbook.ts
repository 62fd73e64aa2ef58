import { filledWorkbook } from './filled-workbook.ts';

/** The province's workbook of 2023 with slips as they are made, each of another kind. */
export function wrongWorkbook(): ReturnType<typeof filledWorkbook> {
  return filledWorkbook('lai-chau-2021', 'VN12', {
    figures: new Map([
      ['primary-level-3-communes|_T|2023', 190],
      ['insurance-satisfaction-index|_T|2023', 527.3],
      ['new-jobs|_T|2023', null],
    ]),
    typed: new Map([['vocational-training-persons|_T|2023', '7,757']]),
  });
}
