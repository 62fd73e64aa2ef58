import { numberText } from '../../core/base/number-text.ts';
import { struckOut } from '../letters/struck.ts';
import type { CellRange } from './cell-range.ts';
import { formatOf, type CellFormats } from './cell-formats.ts';
import type { ReadCell } from './cells.ts';
import { conditionsOver, type SheetsByName } from './conditional-conditions.ts';
import { mayMislead, type ConditionalLook } from './conditional-looks.ts';
import type { ConditionalRule } from './conditional-rules.ts';
import { renderedOtherwise } from './rendered-number.ts';
import { areUnseen } from './unseen-letters.ts';

/** Ranges and characters of conditions that are looked at; a file made to take time has more by far. */
const MOST_LOOKS = 4_000_000;
/** Longer conditions nobody writes. */
const LONGEST_CONDITION = 1_000;

/**
 * Lets conditional formats that hide, strike out or rescale what stands in cells do so, as a spreadsheet program shows
 * it: in {@link ReadCell.rendered}. Those that only colour cells cost nothing.
 * @param formats of the cells, in their order
 * @param sheets those that conditions may look at beside their own
 */
export function applyConditional(
  cells: readonly ReadCell[],
  formats: readonly string[],
  rules: readonly ConditionalRule[],
  { looks, conditional }: Pick<CellFormats, 'looks' | 'conditional'>,
  sheets: SheetsByName,
): void {
  const lookOf = ({ look, own }: ConditionalRule): ConditionalLook => own ?? conditional[look ?? -1] ?? {};
  const short = rules.filter((rule) => costOf(rule) <= LONGEST_CONDITION);
  const suspects = short.filter((rule) => rule.hidesValue || mayMislead(lookOf(rule)));
  if (suspects.length === 0) return;
  const width = suspects.reduce((sum, { ranges }) => sum + ranges.length, 0);
  const ordered = short.sort((one, other) => one.priority - other.priority);
  const holds = conditionsOver(cells, sheets);
  let looked = 0;
  for (const [at, cell] of cells.entries()) {
    looked += width;
    if (looked > MOST_LOOKS) return;
    if (cell.value === null || !suspects.some(({ ranges }) => isWithin(ranges, cell))) continue;
    const said: ConditionalLook = {};
    let isHidden = false;
    for (const rule of ordered) {
      looked += rule.ranges.length;
      if (!isWithin(rule.ranges, cell)) continue;
      looked += costOf(rule);
      // Bars and icons have no condition that numbers do not meet.
      isHidden ||= rule.hidesValue && typeof cell.value === 'number';
      if (rule.hidesValue || !holds(rule, cell)) continue;
      const { struck, colour, ground, code } = lookOf(rule);
      if (struck !== undefined) said.struck ??= struck;
      if (colour !== undefined && said.colour === undefined) said.colour = colour;
      if (ground !== undefined && said.ground === undefined) said.ground = ground;
      if (code !== undefined) said.code ??= code;
      if (rule.isLast) break;
    }
    show(cell, said, looks.get(formats[at] ?? ''));
    if (isHidden) cell.rendered = '';
  }
}

function show(cell: ReadCell, said: ConditionalLook, own: ReturnType<CellFormats['looks']['get']>): void {
  const { value } = cell;
  const letters = { size: own?.letters.size ?? null, colour: said.colour ?? own?.letters.colour ?? null };
  if (said.code !== undefined && typeof value === 'number') {
    const shownAs = formatOf(0, said.code);
    delete cell.rendered;
    delete cell.shownAs;
    if (typeof shownAs === 'string') cell.shownAs = shownAs;
    else if (shownAs !== null) {
      const rendered = renderedOtherwise(shownAs.code, value);
      if (rendered !== null) cell.rendered = rendered;
    }
  }
  if (said.struck === true && own?.letters.struck !== true && typeof value === 'number')
    cell.rendered = struckOut(cell.rendered ?? numberText(value, 'vi'));
  const isColoured = said.colour !== undefined || said.ground !== undefined;
  if (isColoured && areUnseen(letters, said.ground ?? own?.ground ?? null)) cell.rendered = '';
}

function costOf({ formulas }: ConditionalRule): number {
  return formulas.reduce((sum, { length }) => sum + length, 0);
}

function isWithin(ranges: readonly CellRange[], { row, column }: ReadCell): boolean {
  return ranges.some(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
}
