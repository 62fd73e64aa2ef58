import { elementsOf, type XmlNode } from '../xml/tree.ts';
import { isOn, isWord, valueOf, wordAttribute, wordChild } from './names.ts';
import type { ListPlace, Styles } from './styles.ts';

/** A level of a list. */
interface Level {
  start: number;
  format: string;
  /** "%1.%2." */
  text: string;
  /** Whether every number in it is shown as 1, 2, 3. */
  isLegal: boolean;
  /** Level (1-based) whose next number restarts it; 0: none; null: every one above it. */
  restart: number | null;
  style: string | undefined;
}

interface List {
  /** The definition whose numbers it shares with other lists. */
  definition: string;
  levels: ReadonlyMap<number, Level>;
  /** Numbers it begins with when it is first used. */
  startsAt: ReadonlyMap<number, number>;
}

/** Deepest level Word knows. */
const LAST_LEVEL = 8;

/** Numbers the paragraphs of a document in their order. */
export interface Numbering {
  /** The label of the next paragraph of a list, without the space behind it; '' where its level shows none. */
  next: (place: ListPlace, style: string | undefined) => string;
}

/** Reads the numbering part; without one no paragraph has a label. */
export function readNumbering(root: XmlNode | null, styles: Styles): Numbering {
  const lists = listsOf(root, styles);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<number>();
  return {
    next({ num, level }, style) {
      const list = lists.get(num);
      if (list === undefined) return '';
      const at = Math.min(level ?? levelOfStyle(list, style) ?? 0, LAST_LEVEL);
      const counts = counters.get(list.definition) ?? [];
      counters.set(list.definition, counts);
      if (!begun.has(num)) {
        begun.add(num);
        for (const [overridden, start] of list.startsAt) counts[overridden] = start - 1;
      }
      counts[at] = (counts[at] ?? startOf(list, at) - 1) + 1;
      for (let below = at + 1; below <= LAST_LEVEL; below += 1) {
        const restart = list.levels.get(below)?.restart ?? null;
        if (restart === null || restart > at) counts[below] = undefined;
      }
      return labelOf(list, at, counts);
    },
  };
}

function levelOfStyle(list: List, style: string | undefined): number | undefined {
  return [...list.levels].find(([, level]) => style !== undefined && level.style === style)?.[0];
}

function startOf(list: List, level: number): number {
  return list.levels.get(level)?.start ?? 1;
}

function labelOf(list: List, at: number, counts: readonly (number | undefined)[]): string {
  const level = list.levels.get(at);
  if (level === undefined || level.format === 'none') return '';
  if (level.format === 'bullet') return bulletOf(level.text);
  return level.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const of = Number(digit) - 1;
    const format = level.isLegal ? 'decimal' : (list.levels.get(of)?.format ?? 'decimal');
    return numberIn(counts[of] ?? startOf(list, of), format);
  });
}

/** Symbol fonts keep their signs where Unicode has none: a sign nobody can name is a dash. */
function bulletOf(text: string): string {
  return /^[-+*•–—]$/u.test(text) ? text : '-';
}

function numberIn(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(value: number): string {
  let [left, text] = [value, ''];
  for (const [size, sign] of ROMAN) {
    while (left >= size) {
      text += sign;
      left -= size;
    }
  }
  return text;
}

/** Word doubles the letters after z: aa, bb. */
function letter(value: number): string {
  const at = (value - 1) % 26;
  return String.fromCharCode(97 + at).repeat(Math.floor((value - 1) / 26) + 1);
}

function listsOf(root: XmlNode | null, styles: Styles): Map<number, List> {
  const nodes = root === null ? [] : elementsOf(root);
  const definitions = new Map(
    nodes
      .filter((node) => isWord(node, 'abstractNum'))
      .map((node) => [wordAttribute(node, 'abstractNumId') ?? '', node]),
  );
  const numbers = new Map(
    nodes.filter((node) => isWord(node, 'num')).map((node) => [Number(wordAttribute(node, 'numId')), node]),
  );
  // A definition may lie in a style of lists, which names the number that has it.
  const definitionOf = (num: XmlNode | undefined, depth = 0): string => {
    const id = valueOf(num, 'abstractNumId') ?? '';
    const link = valueOf(definitions.get(id), 'numStyleLink');
    const linked = link === undefined ? null : styles.list(link);
    return linked === null || depth > 4 ? id : definitionOf(numbers.get(linked.num), depth + 1);
  };
  return new Map(
    [...numbers].map(([num, node]) => {
      const definition = definitionOf(node);
      const levels = levelsOf(definitions.get(definition));
      const startsAt = new Map<number, number>();
      for (const override of elementsOf(node).filter((one) => isWord(one, 'lvlOverride'))) {
        const at = Number(wordAttribute(override, 'ilvl'));
        const start = valueOf(override, 'startOverride');
        if (start !== undefined) startsAt.set(at, Number(start));
        const own = wordChild(override, 'lvl');
        if (own !== undefined) levels.set(at, levelOf(own));
      }
      return [num, { definition, levels, startsAt }] as const;
    }),
  );
}

function levelsOf(definition: XmlNode | undefined): Map<number, Level> {
  const nodes = definition === undefined ? [] : elementsOf(definition).filter((node) => isWord(node, 'lvl'));
  return new Map(nodes.map((node) => [Number(wordAttribute(node, 'ilvl')), levelOf(node)]));
}

function levelOf(node: XmlNode): Level {
  const restart = valueOf(node, 'lvlRestart');
  return {
    start: Number(valueOf(node, 'start') ?? 0),
    format: valueOf(node, 'numFmt') ?? 'decimal',
    text: valueOf(node, 'lvlText') ?? '',
    isLegal: isOn(node, 'isLgl') ?? false,
    restart: restart === undefined ? null : Number(restart),
    style: valueOf(node, 'pStyle'),
  };
}
