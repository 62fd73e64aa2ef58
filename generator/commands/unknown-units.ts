import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { parsePeriod } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { roundOf, vietnameseDate } from '../../core/round/round.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { departmentsEver, departmentsOf, endedDepartments } from '../../core/workbook/departments.ts';

/**
 * What to say of ids that no workbook of the round is for: a body that has ended or is not there yet, with those that
 * report in the round; units that have the code at another time; else that there is none.
 */
export function unknownUnits(
  unknown: readonly string[],
  plans: readonly Plan[],
  catalogue: Catalogue,
  round: string | undefined,
): string {
  const rounds = plans.flatMap((plan) => {
    const period = parsePeriod(round ?? plan.file.firstRound);
    return period ? [{ plan, cutOff: roundOf(period, plan.roundRules).cutOff }] : [];
  });
  return unknown
    .map((id) => {
      for (const { plan, cutOff } of rounds) {
        const said = endedText(id, plan, catalogue, cutOff) ?? notYetText(id, plan, catalogue, cutOff);
        if (said !== null) return said;
      }
      const alike = plans.flatMap(({ units }) => units).filter((unit) => baseOf(unit.id) === baseOf(id));
      return alike.length > 0
        ? `Không có đơn vị "${id}" trong các kế hoạch đã chọn; cùng mã, ở thời gian khác: ${namedAll(alike)}. Xem chitieu units trace ${baseOf(id)}.`
        : `Không có đơn vị "${id}" trong các kế hoạch đã chọn. Hãy kiểm tra mã đơn vị (ví dụ VN12, VN12.106).`;
    })
    .join('\n');
}

function endedText(id: string, plan: Plan, catalogue: Catalogue, cutOff: string): string | null {
  const one = endedDepartments(plan, catalogue, cutOff).find(({ ended }) => ended.id === id);
  if (!one) return null;
  return `${one.ended.name} (${id}) không còn vào kỳ này. Hãy dùng --unit của cơ quan báo cáo thay: ${namedAll(one.successors)}.`;
}

function notYetText(id: string, plan: Plan, catalogue: Catalogue, cutOff: string): string | null {
  const one = departmentsEver(plan, catalogue).find((department) => department.id === id);
  if (!one?.validFrom || one.validFrom <= cutOff) return null;
  const now = departmentsOf(plan, catalogue, cutOff).filter(({ successors }) => successors.includes(id));
  const instead = now.length === 0 ? '' : `; hãy dùng --unit của cơ quan báo cáo kỳ này: ${namedAll(now)}`;
  return `${one.name} (${id}) chỉ có từ ngày ${vietnameseDate(one.validFrom)}, kỳ này chốt số liệu ngày ${vietnameseDate(cutOff)}${instead}.`;
}

function namedAll(units: readonly Unit[]): string {
  const named = new Map(units.map(({ id, name }) => [id, `${name} (${id})`]));
  return [...named.values()].join(', ');
}

/** Without the year from which a unit has its code. */
function baseOf(id: string): string {
  return id.replace(/-\d{4}$/u, '');
}
