import { failed, notEvaluable, passed, shown, type ReturnRule } from '../return-rule.ts';

/** The workbook of another unit than expected. */
export const unitOther: ReturnRule = {
  code: 'unit-other',
  severity: 'error',
  text: {
    vi: {
      title: 'Sổ của đơn vị khác',
      meaning: 'Sổ được cấp cho đơn vị khác với đơn vị đang nhận báo cáo: số liệu sẽ bị ghi nhầm đơn vị.',
      example: 'Huyện A gửi tệp đã cấp cho huyện B.',
      fix: 'Gửi lại tệp đã cấp cho đơn vị; nếu đúng là báo cáo của đơn vị kia, hãy nhận vào đơn vị đó.',
      message: (data) => `Sổ của đơn vị ${shown(data.found)}, đang chờ đơn vị ${shown(data.expected)}.`,
      expected: (data) => `sổ của đơn vị ${shown(data.expected)}`,
    },
    en: {
      title: 'Workbook of another unit',
      meaning:
        'The workbook was issued to another unit than the one it is received for: figures would be filed under the wrong unit.',
      example: 'District A sends the file issued to district B.',
      fix: 'Send the file issued to the unit; if it is the return of the other one, receive it there.',
      message: (data) =>
        `The workbook is of unit ${shown(data.found)}; unit ${shown(data.expected)} is expected.`,
      expected: (data) => `the workbook of unit ${shown(data.expected)}`,
    },
  },
  evaluate({ returned: { reporter }, expectation: { unit } }) {
    if (reporter === null || unit === undefined) return notEvaluable;
    return reporter === unit ? passed : failed({ found: reporter, expected: unit });
  },
};
