/** A line drawn on a page, in points from the top left; across or down. */
export interface Rule {
  isAcross: boolean;
  /** Where it stands: y of one across, x of one down. */
  at: number;
  from: number;
  to: number;
}

/** Shorter strokes are no border of a cell: underlines of words, bullets. */
const SHORTEST = 5;
/** As far as an end of a straight line may be off. */
const SLANT = 0.6;

/** The straight lines of a page, from what `pdftocairo -svg` writes of it: borders of cells are drawn as such. */
export function rulesOf(svg: string): Rule[] {
  // Shapes of letters are defined before and only used on the page.
  const page = svg.slice(svg.lastIndexOf('</defs>') + 1);
  return [...page.matchAll(/<path\b([^>]*)>/gu)].flatMap(([, tag = '']) => {
    const path = /\sd="([^"]*)"/u.exec(tag)?.[1] ?? '';
    return /[CSQTAcsqta]/u.test(path) ? [] : segmentsOf(path, matrixOf(tag));
  });
}

type Matrix = readonly [number, number, number, number, number, number];

function matrixOf(tag: string): Matrix {
  const said = /\stransform="matrix\(([^)]*)\)"/u.exec(tag)?.[1];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = said?.split(/[\s,]+/u).map(Number) ?? [];
  return [a, b, c, d, e, f];
}

function segmentsOf(path: string, [a, b, c, d, e, f]: Matrix): Rule[] {
  const found: Rule[] = [];
  let first: readonly [number, number] | null = null;
  let last: readonly [number, number] | null = null;
  const draw = (to: readonly [number, number]) => {
    const rule = last === null ? null : ruleBetween(last, to);
    if (rule !== null) found.push(rule);
    last = to;
  };
  for (const [, command = '', numbers = ''] of path.matchAll(/([MLZz])([^MLZz]*)/gu)) {
    const [x = 0, y = 0] = numbers
      .trim()
      .split(/[\s,]+/u)
      .map(Number);
    const point = [a * x + c * y + e, b * x + d * y + f] as const;
    if (command === 'M') [first, last] = [point, point];
    else if (command === 'L') draw(point);
    else if (first !== null) draw(first);
  }
  return found;
}

function ruleBetween([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Rule | null {
  const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
  if (width >= SHORTEST && height <= SLANT)
    return { isAcross: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) };
  if (height >= SHORTEST && width <= SLANT)
    return { isAcross: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) };
  return null;
}
