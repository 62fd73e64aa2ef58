import type { Place } from '../base/finding.ts';
import { judgeBaselines } from '../rules/baseline/judge-baselines.ts';
import { baselineRules } from '../rules/baseline/rules/index.ts';
import type { CheckFinding } from '../rules/rule.ts';
import type { PlacedRequest } from '../workbook/placed.ts';
import { seriesName } from '../workbook/wording.ts';
import type { FigureCheck } from './check-figures.ts';

/** What the rules over baselines say of a return. */
export function checkBaselines({ request, layout }: Omit<PlacedRequest, 'asked'>): FigureCheck {
  const judged = judgeBaselines(request, layout);
  const findings = judged.flatMap(({ row, found }) =>
    found.flatMap(({ rule: { code, severity }, findings: inRow }) =>
      inRow.map(({ at, found: held, data }): CheckFinding => {
        const cell = layout.baselineCells(row.key)?.[at];
        return {
          code,
          severity,
          place: cell === undefined ? {} : placeOfReference(cell),
          data: { ...(data as object), at, name: seriesName(request.plans, row.series) },
          key: row.key,
          period: null,
          found: held,
          explanation: null,
        };
      }),
    ),
  );
  const known = judged.filter(({ baseline }) => baseline.value !== null || baseline.year !== null).length;
  const rules = baselineRules.map(({ code }) => {
    const failed = findings.filter((one) => one.code === code).length;
    return { code, passed: Math.max(0, known - failed), failed, 'not-evaluable': 0 };
  });
  return { findings, rules };
}

/** `'Số gốc'!$F$9` as a place. */
function placeOfReference(reference: string): Place {
  const at = reference.lastIndexOf('!');
  const sheet = reference.slice(0, at).replace(/^'/u, '').replace(/'$/u, '');
  return { sheet, cell: reference.slice(at + 1).replaceAll('$', '') };
}
