import type { Unit } from '../unit/unit.ts';
import type { PlanHead } from './schema.ts';

/** Who signs for a people's committee (Nghị định 30/2020/NĐ-CP, phụ lục I: quyền hạn, chức vụ của người ký). */
const COMMITTEE = ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] as const;

/** The lines above the signature: a district's or commune's people's committee, else whom the plan's form names. */
export function signerLines(
  { form }: Pick<PlanHead, 'form'>,
  { level }: Pick<Unit, 'level'>,
): readonly string[] {
  return level === 'district' || level === 'commune' ? COMMITTEE : [form.signer.toLocaleUpperCase('vi')];
}
