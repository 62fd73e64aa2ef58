import type { Unit } from '../unit/unit.ts';
import { isOwnUnit } from './own-unit.ts';
import type { PlanHead } from './schema.ts';

/** Who signs for a people's committee (Nghị định 30/2020/NĐ-CP, phụ lục I: quyền hạn, chức vụ của người ký). */
const COMMITTEE = ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] as const;

/**
 * The lines above the signature: a people's committee of any unit below the plan's own, else whom the plan's form
 * names.
 */
export function signerLines(
  file: Pick<PlanHead, 'form' | 'province'>,
  reporter: Pick<Unit, 'id' | 'level'>,
): readonly string[] {
  const isCommittee = reporter.level !== 'department' && !isOwnUnit(file, reporter);
  return isCommittee ? COMMITTEE : [file.form.signer.toLocaleUpperCase('vi')];
}
