import { escapeText, withoutImpossible } from './escaped-text.ts';
import { parseAddress, type CellPosition } from '../../core/sheet/address.ts';
import { escapeXml, locateElements, prefixOf, withAttribute, type LocatedElement } from '../xml/elements.ts';
import type { Patch } from '../xml/patch.ts';
import { attribute } from '../xml/scan.ts';
import { SPREADSHEET } from './namespaces.ts';

const ROW_DEPTH = 3;
const CELL_DEPTH = 4;
const CONTENT_DEPTH = 5;

/** Row and column as one key; null for what is no address of a cell. */
export function placeOf(address: string): string | null {
  const place = parseAddress(address);
  return place && `${place.row}:${place.column}`;
}

/** A cell of a sheet with its formula. */
export interface LocatedCell {
  element: LocatedElement;
  formula: LocatedElement | null;
}

/** The wanted cells, by row and column; rows and cells without an address follow the one before them. */
export function locateCells(
  bytes: Uint8Array,
  text: string,
  part: string,
  wanted: ReadonlySet<string>,
): Map<string, LocatedCell> {
  let place: CellPosition = { row: 0, column: 0 };
  let isOpen = false;
  const places: string[] = [];
  const seen = new Set<string>();
  const elements = locateElements(bytes, text, part, (element, depth, ancestors) => {
    if (ancestors[1] !== 'sheetData' || !SPREADSHEET.has(element.uri)) return false;
    const declared = attribute(element, 'r');
    if (depth === ROW_DEPTH && element.local === 'row') {
      place = { row: declared === undefined ? place.row + 1 : Number(declared), column: 0 };
      return false;
    }
    if (depth === CELL_DEPTH && element.local === 'c') {
      const next = place.column + 1;
      place = { ...place, column: (declared === undefined ? null : parseAddress(declared)?.column) ?? next };
      const key = `${place.row}:${place.column}`;
      isOpen = wanted.has(key) && !seen.has(key);
      seen.add(key);
      if (isOpen) places.push(key);
      return isOpen;
    }
    return isOpen && depth === CONTENT_DEPTH && element.local === 'f';
  });
  const cells = new Map<string, LocatedCell>();
  let last: LocatedCell | null = null;
  for (const element of elements) {
    if (element.depth === CELL_DEPTH) {
      last = { element, formula: null };
      cells.set(places[cells.size] ?? '', last);
    } else if (last !== null) {
      last.formula ??= element;
    }
  }
  return cells;
}

/** What stands in a cell, in place of what stood there. */
export function contentPatch(
  text: string,
  { opening, closing }: LocatedElement,
  { text: content, number }: { text: string; number?: number },
): Patch {
  const prefix = prefixOf(text, opening);
  const tag = text.slice(opening.from, opening.to).replace(/\/?>$/u, '>');
  const span = { from: opening.from, to: closing.to };
  if (content === '') return { ...span, text: `${withAttribute(tag, 't', null).slice(0, -1).trimEnd()}/>` };
  if (number !== undefined) {
    return {
      ...span,
      text: `${withAttribute(tag, 't', null)}<${prefix}v>${number}</${prefix}v></${prefix}c>`,
    };
  }
  const inside = `<${prefix}is><${prefix}t xml:space="preserve">${storedText(content)}</${prefix}t></${prefix}is>`;
  return { ...span, text: `${withAttribute(tag, 't', 'inlineStr')}${inside}</${prefix}c>` };
}

/** The stored result of a formula, in place of the one before. */
export function resultPatch(
  text: string,
  { opening, closing }: LocatedElement,
  formula: LocatedElement,
  value: number | string,
): Patch {
  const prefix = prefixOf(text, opening);
  const tag = withAttribute(
    text.slice(opening.from, opening.to),
    't',
    typeof value === 'string' ? 'str' : null,
  );
  const kept = text.slice(formula.opening.from, formula.closing.to);
  const stored = typeof value === 'string' ? storedText(value) : String(value);
  const inside = `${kept}<${prefix}v>${stored}</${prefix}v>`;
  return { from: opening.from, to: closing.to, text: `${tag}${inside}</${prefix}c>` };
}

function storedText(text: string): string {
  return escapeXml(escapeText(withoutImpossible(text.replace(/\r\n?/gu, '\n'))));
}
