import type { Rule } from './rules.ts';

/** A word of a page, in points from the top left. */
export interface PdfWord {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A table of a page: its place, its columns, and the text of every place of its grid. */
export interface PdfTable {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Where its columns stand. */
  columns: readonly number[];
  /** Cells as paragraphs; a merged cell stands in every place it covers. */
  rows: readonly (readonly (readonly string[])[])[];
}

/** Borders are drawn as two lines, or a line and a rectangle, this near to each other. */
const NEAR = 3;

/** The tables that the lines of a page make: what is bounded by lines is a cell, merged ones included. */
export function tablesOf(rules: readonly Rule[], words: readonly PdfWord[]): PdfTable[] {
  return connected(rules).flatMap((group) => {
    const columns = places(group.filter(({ isAcross }) => !isAcross));
    const lines = places(group.filter(({ isAcross }) => isAcross));
    // A frame around a paragraph has one cell.
    if (columns.length < 3 || lines.length < 3) return [];
    const table = tableOf(group, columns, lines, words);
    return table === null ? [] : [table];
  });
}

/** Lines that touch each other, directly or over others. */
function connected(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const touched = groups.filter((group) => group.some((other) => touch(rule, other)));
    const joined = [rule, ...touched.flat()];
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups;
}

function touch(one: Rule, other: Rule): boolean {
  if (one.isAcross === other.isAcross)
    return Math.abs(one.at - other.at) <= NEAR && one.from <= other.to + NEAR && other.from <= one.to + NEAR;
  return (
    one.at >= other.from - NEAR &&
    one.at <= other.to + NEAR &&
    other.at >= one.from - NEAR &&
    other.at <= one.to + NEAR
  );
}

/** Where lines of one sort stand, those near each other taken together. */
function places(rules: readonly Rule[]): number[] {
  const found: number[] = [];
  for (const { at } of [...rules].sort((one, other) => one.at - other.at)) {
    const last = found.at(-1);
    if (last === undefined || at - last > NEAR) found.push(at);
  }
  return found;
}

function tableOf(
  rules: readonly Rule[],
  columns: readonly number[],
  lines: readonly number[],
  words: readonly PdfWord[],
): PdfTable | null {
  const [width, height] = [columns.length - 1, lines.length - 1];
  const middle = (at: readonly number[], index: number): number =>
    ((at[index] ?? 0) + (at[index + 1] ?? 0)) / 2;
  const bounded = (isAcross: boolean, at: number, across: number): boolean =>
    rules.some(
      (rule) =>
        rule.isAcross === isAcross &&
        Math.abs(rule.at - at) <= NEAR &&
        rule.from <= across &&
        across <= rule.to,
    );
  // Places without a line between them are one cell.
  const cell = Array.from({ length: width * height }, (_, index) => index);
  const join = (one: number, other: number) => {
    const [from, to] = [cell[other], cell[one]];
    cell.forEach((id, index) => {
      if (id === from) cell[index] = to ?? index;
    });
  };
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      if (column + 1 < width && !bounded(false, columns[column + 1] ?? 0, middle(lines, row)))
        join(at, at + 1);
      if (row + 1 < height && !bounded(true, lines[row + 1] ?? 0, middle(columns, column)))
        join(at, at + width);
    }
  const inside = new Map<number, PdfWord[]>();
  for (const word of words) {
    const column = slot(columns, (word.left + word.right) / 2);
    const row = slot(lines, (word.top + word.bottom) / 2);
    if (column === null || row === null) continue;
    const id = cell[row * width + column] ?? 0;
    inside.set(id, [...(inside.get(id) ?? []), word]);
  }
  if (new Set(cell).size < 4 || inside.size === 0) return null;
  const texts = new Map([...inside].map(([id, found]) => [id, printedLines(found)]));
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_unused, column) => texts.get(cell[row * width + column] ?? 0) ?? []),
  );
  const [left = 0, top = 0] = [columns[0], lines[0]];
  return { left, top, right: columns.at(-1) ?? 0, bottom: lines.at(-1) ?? 0, columns, rows };
}

function slot(at: readonly number[], value: number): number | null {
  for (let index = 0; index + 1 < at.length; index += 1)
    if ((at[index] ?? 0) <= value && value < (at[index + 1] ?? 0)) return index;
  return null;
}

/** Words as they are read: line by line, from left to right. */
function printedLines(words: readonly PdfWord[]): string[] {
  const lines: PdfWord[][] = [];
  for (const word of [...words].sort((one, other) => one.top - other.top)) {
    const middle = (word.top + word.bottom) / 2;
    const line = lines.find((one) => one.some(({ top, bottom }) => top <= middle && middle <= bottom));
    if (line === undefined) lines.push([word]);
    else line.push(word);
  }
  return lines.map((line) =>
    line
      .sort((one, other) => one.left - other.left)
      .map(({ text }) => text)
      .join(' '),
  );
}

/** Whether a table goes on from the page before: the same columns. */
export function goesOn(before: PdfTable, { columns }: PdfTable): boolean {
  return (
    before.columns.length === columns.length &&
    before.columns.every((at, index) => Math.abs(at - (columns[index] ?? 0)) <= NEAR)
  );
}
