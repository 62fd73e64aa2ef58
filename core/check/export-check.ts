import type { CheckedWorkbook } from './check-workbook.ts';
import { returnRules } from './return/rules.ts';
import type { CheckFinding } from '../rules/rule.ts';
import { contentNotRead } from './structure/content-not-read.ts';

/** What a check says of a workbook whose figures are to be exported. */
export interface ExportCheck {
  /** Errors that go with the figures, each counted; those that misplace figures first. */
  errors: CheckFinding[];
  /** Those of them because of which figures may stand under the name of another indicator, period or unit. */
  misplacing: CheckFinding[];
}

const codesOfReturn = new Set(returnRules.map(({ definition }) => definition.code));

/** Why nobody could say whether the workbook is whole. */
const unjudgedBy: ReadonlySet<string> = new Set([
  'definition-damaged',
  'definition-missing',
  'workbook-older',
]);

/**
 * Draws what an export hands on from the check of a workbook. Whether it is the return that was asked for is
 * not among it: that is judged where the files are received, by what they say of themselves. What is only
 * warned of in a workbook is an error here where typed cells are not read, because the files lack them.
 */
export function exportCheck({ report, request }: CheckedWorkbook): ExportCheck {
  const isUnjudged = request === null;
  const errors = report.findings.flatMap((finding): CheckFinding[] => {
    const { code, severity } = finding;
    const counts = codesOfReturn.has(code)
      ? isUnjudged && unjudgedBy.has(code)
      : severity === 'error' || contentNotRead.has(code);
    return counts ? [{ ...finding, severity: 'error' }] : [];
  });
  const codes = new Set(errors.map(({ code }) => code));
  // Nothing of a sheet of another workbook is read; alone it takes no figure's place.
  const isReplaced = codes.has('sheet-of-another-workbook') && codes.has('sheet-missing');
  const misplacing = errors.filter(
    ({ code }) =>
      code === 'key-and-name-differ' ||
      (isReplaced && (code === 'sheet-of-another-workbook' || code === 'sheet-missing')),
  );
  return { errors: [...misplacing, ...errors.filter((one) => !misplacing.includes(one))], misplacing };
}
