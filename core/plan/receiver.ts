import { fold } from '../base/text.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { DISTRICTS_ENDED } from '../catalogue/on-date.ts';
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

/**
 * Who receives reports on a day: in the place of a body that has ended the one that took over; what communes gave
 * to their district goes where the districts' reports went.
 * @param catalogue of all times
 * @param date ISO date
 */
export function receiversOn(receiver: Receiver, { bodies }: Catalogue, date: string): Receiver {
  const then = (name: string): string => {
    const body = bodies.get(name);
    const hasEnded = body?.validTo !== undefined && body.validTo < date;
    if (!hasEnded) return body?.name ?? name;
    return body.successor === undefined ? name : then(body.successor);
  };
  if (typeof receiver === 'string') return then(receiver);
  const { province, department, district, commune, collector } = receiver;
  return {
    province: then(province),
    department: then(department),
    district: then(district),
    commune: then(date < DISTRICTS_ENDED ? commune : district),
    collector: then(collector),
  };
}

type Receiver = PlanHead['form']['receiver'];
