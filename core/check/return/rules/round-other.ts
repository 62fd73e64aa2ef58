import { periodSaid } from '../../../period/period.ts';
import { failed, notEvaluable, passed, shown, type ReturnRule } from '../return-rule.ts';

const said = (found: string | null, language: 'vi' | 'en' = 'vi') =>
  shown(found && periodSaid(found, language));

/** A return of another round than expected. */
export const roundOther: ReturnRule = {
  code: 'round-other',
  severity: 'error',
  text: {
    vi: {
      title: 'Sổ của kỳ khác',
      meaning:
        'Sổ thuộc kỳ báo cáo khác với kỳ đang nhận: số ước của kỳ này và số của kỳ kia không được lẫn nhau.',
      example: 'Gửi lại tệp năm 2023 trong kỳ báo cáo năm 2024.',
      fix: 'Gửi tệp của kỳ đang báo cáo.',
      message: (data) => `Sổ của kỳ ${said(data.found)}, đang nhận kỳ ${said(data.expected)}.`,
      expected: (data) => `sổ của kỳ ${said(data.expected)}`,
    },
    en: {
      title: 'Workbook of another round',
      meaning:
        'The workbook is of another round than the one being received; figures of two rounds must not be mixed.',
      example: 'The file of 2023 was sent again in the round of 2024.',
      fix: 'Send the file of the round being reported.',
      message: (data) =>
        `The workbook is of round ${said(data.found, 'en')}; round ${said(data.expected, 'en')} is expected.`,
      expected: (data) => `the workbook of round ${said(data.expected, 'en')}`,
    },
  },
  evaluate({ returned, expectation }) {
    if (returned.round === null || expectation.round === undefined) return notEvaluable;
    return returned.round === expectation.round
      ? passed
      : failed({ found: returned.round, expected: expectation.round });
  },
};
