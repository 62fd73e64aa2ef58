import type { CheckFinding } from '../../../rules/rule.ts';
import { cellAddress } from '../../../sheet/address.ts';
import { printSpot } from '../compared-print.ts';
import { ofKey, shown } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** An assigned value that reads differently now. */
export interface AssignedChanged {
  key: string;
  period: string | null;
  found: string | number | null;
  expected: string | number | null;
  decision: string;
}

/** A value that a decision assigned to the unit and somebody changed: each is said, with its decision. */
export const assignedValueChanged: StructureRule<AssignedChanged> = {
  code: 'assigned-value-changed',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Chỉ tiêu giao bị đổi',
      meaning:
        'Chỉ tiêu giao cho đơn vị lấy từ quyết định; kết quả đạt hay chưa đạt tính theo đó. Chỉ một quyết định mới được đổi.',
      example: 'Ô chỉ tiêu giao năm 2023 ghi 800 trong khi Quyết định 1520/QĐ-UBND giao 1.050.',
      fix: `Nếu đã có quyết định điều chỉnh, hãy báo cơ quan kế hoạch để cấp mẫu mới. ${REPAIR.vi}`,
      message: (data) =>
        `Chỉ tiêu giao${ofKey(data)} nay là ${shown(data.found, 'vi')}, ${data.decision} giao ${shown(data.expected, 'vi')}.`,
      expected: (data) => `${shown(data.expected, 'vi')} theo ${data.decision}`,
    },
    en: {
      title: 'Assigned value changed',
      meaning:
        'Values assigned to the unit come from a decision, and verdicts are drawn from them. Only a new decision may change them.',
      example: 'The value assigned for 2023 reads 800 while decision 1520/QĐ-UBND assigned 1,050.',
      fix: `If a decision changed the value, ask the planning office for a new template. ${REPAIR.en}`,
      message: (data) =>
        `The assigned value${ofKey(data)} is now ${shown(data.found, 'en')}; ${data.decision} assigned ${shown(data.expected, 'en')}.`,
      expected: (data) => `${shown(data.expected, 'en')} by ${data.decision}`,
    },
  },
  evaluate({ print }) {
    const assigned = print.flatMap((one) => {
      const { decision } = one.cell;
      return decision === undefined ? [] : [{ one, decision }];
    });
    const findings = assigned.flatMap(({ one, decision }): CheckFinding<string, AssignedChanged>[] => {
      if (one.state !== 'number-changed') return [];
      const { sheet, row, column, key, period, found, expected } = printSpot(one);
      const cell = row && column ? { cell: cellAddress(row, column) } : {};
      return [
        {
          code: assignedValueChanged.code,
          severity: assignedValueChanged.severity,
          place: { ...(sheet === null ? {} : { sheet }), ...cell },
          data: {
            key: key ?? '',
            period: period ?? null,
            found: found ?? null,
            expected: expected ?? null,
            decision,
          },
          key: key ?? null,
          period: period ?? null,
          found: found ?? null,
          explanation: null,
        },
      ];
    });
    return {
      findings,
      passed: assigned.filter(({ one }) => one.state === 'same').length,
      failed: findings.length,
      notEvaluable: assigned.filter(({ one }) => one.state === 'unknown').length,
    };
  },
};
