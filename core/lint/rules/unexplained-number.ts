import { reporter } from '../../base/finding.ts';
import { placeAt } from '../../base/locate.ts';
import { lintMessages } from '../messages.ts';
import { accountNumbers } from '../../resolve/numbers.ts';
import type { PlanRule } from '../rule.ts';

const report = reporter(lintMessages);

/** Numbers of the document in no statement and not left out with a reason; and reasons for numbers not there. */
export const unexplainedNumber: PlanRule = {
  id: 'unexplained-number',
  check: ({ plan, file, sourceFile, locate }) => {
    const { numbers, idle } = accountNumbers(plan);
    return [
      ...numbers
        .filter(({ use }) => use.kind === 'unexplained')
        .map(({ text, line, context }) =>
          report('lint-number-unexplained', { file: sourceFile, line }, { number: text, line, context }),
        ),
      ...idle.map(({ entry, line, number }) =>
        report('lint-left-out-idle', placeAt(file, locate, ['leftOut', entry]), {
          number,
          line,
          reason: plan.file.leftOut[entry]?.reason ?? '',
        }),
      ),
    ];
  },
};
