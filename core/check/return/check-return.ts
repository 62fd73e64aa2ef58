import type { RuleCount } from '../report.ts';
import type { CheckFinding } from '../rule.ts';
import type { ReturnData, ReturnExpectation, ReturnIdentity } from './return-rule.ts';
import { returnRules } from './rules.ts';

/**
 * Whether a file is the return that was asked for.
 * @param expectation what is known where it is received; without it only what the file says of itself counts
 */
export function checkReturn(
  returned: ReturnIdentity,
  expectation: ReturnExpectation = {},
): { findings: CheckFinding[]; rules: RuleCount[] } {
  const findings: CheckFinding<string, ReturnData>[] = [];
  const rules = returnRules.map(({ definition: { code, severity }, evaluate }): RuleCount => {
    const { outcome, data } = evaluate({ returned, expectation });
    if (data !== null) {
      const { found } = data;
      findings.push({ code, severity, place: {}, data, key: null, period: null, found, explanation: null });
    }
    return { code, passed: 0, failed: 0, 'not-evaluable': 0, [outcome]: 1 };
  });
  return { findings, rules };
}
