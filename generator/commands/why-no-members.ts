import type { Plan } from '../../core/plan/model.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import type { Unit } from '../../core/unit/unit.ts';

/**
 * Why nothing can be assigned below the province of a plan in a year: the unit list lacks the province or the
 * units below it, or these have ended by then or do not exist yet.
 */
export function whyNoMembers({ file, units }: Plan, year: number): string {
  const { province } = file;
  if (!units.some(({ id }) => id === province))
    return `Danh sách đơn vị không có ${province}. Hãy đưa danh sách có ${province} và các đơn vị trực thuộc bằng --units.`;
  const below = units.filter(({ parent, level }) => parent === province && level !== 'department');
  if (below.length === 0)
    return `Danh sách đơn vị có ${province} nhưng không có đơn vị nào trực thuộc. Hãy đưa danh sách có các đơn vị trực thuộc bằng --units.`;
  const said = [ended(below, year), notBegun(below, year)].filter((text) => text !== null);
  return `Danh sách đơn vị có ${province}, nhưng năm ${year} không còn hoặc chưa có đơn vị trực thuộc nào để giao: ${said.join('; ')}. Hãy đưa danh sách đơn vị của năm ${year} bằng --units.`;
}

function ended(units: readonly Unit[], year: number): string | null {
  const gone = units.filter(({ validTo }) => validTo !== null && validTo < `${year}-01-01`);
  if (gone.length === 0) return null;
  const days = [...new Set(gone.map(({ validTo }) => validTo ?? ''))].sort();
  const last = `${days.length > 1 ? 'muộn nhất ' : ''}đến hết ngày ${vietnameseDate(days.at(-1) ?? '')}`;
  const successors = [...new Set(gone.flatMap((unit) => unit.successors))];
  const replaced = successors.length === 0 ? '' : `, thay bằng ${few(successors)}`;
  return `${gone.length} đơn vị (${few(gone.map(({ id }) => id))}) chỉ có ${last}${replaced}`;
}

function notBegun(units: readonly Unit[], year: number): string | null {
  const coming = units.filter(({ validFrom }) => validFrom !== null && validFrom > `${year}-12-31`);
  if (coming.length === 0) return null;
  const [first = '', second] = [...new Set(coming.map(({ validFrom }) => validFrom ?? ''))].sort();
  const from = `${second === undefined ? '' : 'sớm nhất '}từ ngày ${vietnameseDate(first)}`;
  return `${coming.length} đơn vị (${few(coming.map(({ id }) => id))}) chỉ có ${from}`;
}

/** A few ids; a province may have more than a hundred communes. */
function few(ids: readonly string[]): string {
  const [first, second, ...others] = ids;
  if (second === undefined) return first ?? '';
  return others.length === 0 ? `${first}, ${second}` : `${first}, ${second}, …`;
}
