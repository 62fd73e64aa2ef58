import type { RuleCount } from '../report.ts';
import type { CheckFinding } from '../../rules/rule.ts';
import type { ReturnData, ReturnExpectation } from './return-rule.ts';
import type { ReturnIdentity } from '../../returned/return-identity.ts';
import { returnRules } from './rules/index.ts';

/** What is known of a return, at once or only when it has said whose it is. */
export type Expected = ReturnExpectation | ((identity: ReturnIdentity) => ReturnExpectation);

/**
 * Whether a file is the return that was asked for.
 * @param expected what is known where it is received; without it only what the file says of itself counts
 */
export function checkReturn(
  returned: ReturnIdentity,
  expected: Expected = {},
): { findings: CheckFinding[]; rules: RuleCount[] } {
  const expectation = typeof expected === 'function' ? expected(returned) : expected;
  const findings: CheckFinding<string, ReturnData>[] = [];
  const rules = returnRules.map(({ code, severity, evaluate }): RuleCount => {
    const { outcome, data } = evaluate({ returned, expectation });
    if (data !== null) {
      const { found } = data;
      findings.push({ code, severity, place: {}, data, key: null, period: null, found, explanation: null });
    }
    return { code, passed: 0, failed: 0, 'not-evaluable': 0, [outcome]: 1 };
  });
  return { findings, rules };
}
