import type { DraftRow } from '../model.ts';
import { asYearly, type KindRead } from './kind-read.ts';

/**
 * The kind of a figure of the present by the year over its column: what came about in that year is of it, as it is in the
 * columns of the years to come. Every other figure keeps its kind.
 */
export function kindOfColumn(kind: KindRead, role: DraftRow['role'], cell: DraftRow['cell']): KindRead {
  const heading = cell?.columnHeading ?? '';
  const isOfOneYear =
    role.value === 'baseline' &&
    kind.rule === 'kind-total' &&
    /^\D*(?:19|20)\d\d\D*$/u.test(heading) &&
    !/giai đoạn|lũy kế|luỹ kế|cả kỳ/iu.test(heading);
  return isOfOneYear ? asYearly(kind) : kind;
}
