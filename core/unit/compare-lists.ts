import { type Finding, message, type Place, reporter } from '../base/finding.ts';
import type { Unit } from './unit.ts';

/** What a planner's own list of units has otherwise than the national one. */
export const unitListMessages = {
  'unit-list-lacks': message<{ units: string[]; date: string }>(
    'warning',
    ({ units, date }) =>
      `Danh sách thiếu ${units.length} đơn vị của tỉnh vào ngày ${date}: ${units.join('; ')}. Các đơn vị này không có sổ; hãy thêm vào danh sách.`,
    ({ units, date }) =>
      `The list lacks ${units.length} units of the province on ${date}: ${units.join('; ')}. They get no workbook; add them.`,
  ),
  'unit-list-extra': message<{ units: string[]; date: string }>(
    'warning',
    ({ units, date }) =>
      `Danh sách có ${units.length} đơn vị không phải của tỉnh vào ngày ${date}: ${units.join('; ')}. Hãy kiểm tra mã, hoặc bỏ khỏi danh sách.`,
    ({ units, date }) =>
      `The list has ${units.length} units that are not the province's on ${date}: ${units.join('; ')}. Check their ids, or remove them.`,
  ),
};

const report = reporter(unitListMessages);

/**
 * Compares the units below a province in a list of the planner's own with those of the national list, both as they
 * are on a day. Each unit that is missing or too many is named.
 * @param shownDate the day as people write it
 */
export function compareUnitLists(
  own: readonly Unit[],
  national: readonly Unit[],
  shownDate: string,
  place: Place,
): Finding[] {
  const below = (units: readonly Unit[]) => units.filter(({ parent }) => parent !== null);
  const without = (units: readonly Unit[], others: readonly Unit[]) =>
    below(units)
      .filter(({ id }) => !others.some((other) => other.id === id))
      .map(({ id, name }) => `${name} (${id})`);
  const [lacking, extra] = [without(national, own), without(own, national)];
  return [
    ...(lacking.length > 0 ? [report('unit-list-lacks', place, { units: lacking, date: shownDate })] : []),
    ...(extra.length > 0 ? [report('unit-list-extra', place, { units: extra, date: shownDate })] : []),
  ];
}
