import { attribute, type XmlElement } from '../xml/scan.ts';

/** A colour as a styles part tells it: red, green, blue from 0 to 255; null where only the theme knows. */
export type Colour = readonly [number, number, number] | null;

/** Letters of a font. */
export interface Letters {
  /** In points; null where the font does not say. */
  size: number | null;
  colour: Colour;
  /** Whether a line goes through them: somebody means that what they say no longer holds. */
  struck: boolean;
}

export const WHITE: Colour = [255, 255, 255];
export const BLACK: Colour = [0, 0, 0];

/** Letters that differ less from their ground are not seen (WCAG contrast; 1 is none, 21 black on white). A convention. */
const LEAST_CONTRAST = 1.3;
/** Smaller letters are dots. A convention. */
const LEAST_SIZE = 4;

/** The colours that files name by their number; beyond these nobody picks one by hand. */
const INDEXED: ReadonlyMap<number, string> = new Map([
  ...['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'].flatMap(
    (rgb, at): [number, string][] => [
      [at, rgb],
      [at + 8, rgb],
    ],
  ),
  [22, 'C0C0C0'],
  [23, '808080'],
  [26, 'FFFFCC'],
  [43, 'FFFF99'],
  [64, '000000'],
  [65, 'FFFFFF'],
]);

/** The first two colours of every theme: the paper's and the letters'. */
const OF_THEME: readonly Colour[] = [WHITE, BLACK];

/** The colour an element names by its value, its number or its place in the theme. */
export function colourOf(element: XmlElement): Colour {
  const rgb = attribute(element, 'rgb') ?? INDEXED.get(Number(attribute(element, 'indexed') ?? NaN));
  if (rgb !== undefined) {
    const bare = rgb.slice(-6);
    if (!/^[\da-f]{6}$/iu.test(bare)) return null;
    return [0, 2, 4].map((at) => parseInt(bare.slice(at, at + 2), 16)) as unknown as Colour;
  }
  const colour = OF_THEME[Number(attribute(element, 'theme') ?? NaN)] ?? null;
  const tint = Number(attribute(element, 'tint') ?? 0);
  if (colour === null || !(Math.abs(tint) <= 1)) return null;
  const [red, green, blue] = colour;
  const tinted = (part: number) => (tint < 0 ? part * (1 + tint) : part + (255 - part) * tint);
  return [tinted(red), tinted(green), tinted(blue)];
}

/** Whether nobody sees letters on their ground: in its own colour, or too small to be letters. */
export function areUnseen({ size, colour }: Pick<Letters, 'size' | 'colour'>, ground: Colour): boolean {
  if (size !== null && size < LEAST_SIZE) return true;
  if (colour === null || ground === null) return false;
  const [darker = 0, lighter = 0] = [luminance(colour), luminance(ground)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05) < LEAST_CONTRAST;
}

/** Relative luminance of sRGB as WCAG 2 defines it. */
function luminance([red, green, blue]: NonNullable<Colour>): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
