import { fold } from '../base/text.ts';
import type { Unit } from '../unit/unit.ts';
import type { PlanHead } from './schema.ts';

/**
 * Who receives the report of a unit by the plan's form (đơn vị nhận báo cáo). Nobody reports to itself: the body
 * that collects the others' reports reports to whom the plan says, or to who issued it.
 */
export function receiverOf(
  { form: { receiver }, issuer }: Pick<PlanHead, 'form' | 'issuer'>,
  reporter: Pick<Unit, 'name' | 'level'>,
): string {
  const level = reporter.level === 'country' ? 'province' : reporter.level;
  const [usual, collectors] =
    typeof receiver === 'string' ? [receiver, issuer] : [receiver[level], receiver.collector];
  return fold(usual) === fold(reporter.name) ? collectors : usual;
}
