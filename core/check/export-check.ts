import type { CheckedWorkbook } from './check-workbook.ts';
import { returnRules } from './return/rules/index.ts';
import type { CheckFinding } from '../rules/rule.ts';
import { structureRules } from './structure/rules/index.ts';

/** What a check says of a workbook whose figures are to be exported. */
export interface ExportCheck {
  /** Errors that go with the figures, each counted; those that misplace figures first. */
  errors: CheckFinding[];
  /** Those of them because of which figures may stand under the name of another indicator, period or unit. */
  misplacing: CheckFinding[];
}

const structureRuleOf = new Map(structureRules.map((rule) => [rule.code, rule]));
const returnRuleOf = new Map(returnRules.map((rule) => [rule.code, rule]));
const misplacingTogether = structureRules.filter(({ misplaces }) => misplaces === 'together');

/**
 * Draws what an export hands on from the check of a workbook. Whether it is the return that was asked for is
 * not among it: that is judged where the files are received, by what they say of themselves. What is only
 * warned of in a workbook is an error here where typed cells are not read, because the files lack them, and where a
 * figure would look sound in them that is doubtful in the workbook.
 */
export function exportCheck({ report, request }: CheckedWorkbook): ExportCheck {
  const isUnjudged = request === null;
  const errors = report.findings.flatMap((finding): CheckFinding[] => {
    const { code, severity, explanation } = finding;
    const ofReturn = returnRuleOf.get(code);
    const counts = ofReturn
      ? isUnjudged && ofReturn.leavesUnjudged === true
      : severity === 'error' || isLost(code, explanation !== null);
    return counts ? [{ ...finding, severity: 'error' }] : [];
  });
  const codes = new Set(errors.map(({ code }) => code));
  // Nothing of a sheet of another workbook is read; alone it takes no figure's place.
  const areTogether = misplacingTogether.every(({ code }) => codes.has(code));
  const misplacing = errors.filter(({ code }) => {
    const misplaces = structureRuleOf.get(code)?.misplaces;
    return misplaces === 'alone' || (misplaces === 'together' && areTogether);
  });
  return { errors: [...misplacing, ...errors.filter((one) => !misplacing.includes(one))], misplacing };
}

function isLost(code: string, isExplained: boolean): boolean {
  const rule = structureRuleOf.get(code);
  return rule?.unread === true || (rule?.unseenInFigures === true && !isExplained);
}
