import { attribute, type XmlElement } from '../xml/scan.ts';
import { isTrue } from './flag.ts';
import { areUnseen, BLACK, type Colour, colourOf, WHITE } from './unseen-letters.ts';

/** What a conditional format does to what stands in its cells; what it does not say stays as the cell has it. */
export interface ConditionalLook {
  struck?: boolean;
  colour?: Colour;
  ground?: Colour;
  /** Code of a number format. */
  code?: string;
}

/** Takes in what an element says inside a differential format (`dxf`), with the names of its ancestors in it. */
export function readLook(look: ConditionalLook, within: string, element: XmlElement): void {
  const { local } = element;
  if (within === '' && local === 'numFmt') look.code = attribute(element, 'formatCode') ?? '';
  else if (within === 'font' && local === 'strike') look.struck = isTrue(attribute(element, 'val') ?? 'true');
  else if (within === 'font' && local === 'color') look.colour = colourOf(element);
  else if (within === 'fill patternFill' && local === 'fgColor') look.ground ??= colourOf(element);
  // Of a filled cell this is the ground, whatever a program writes beside it.
  else if (within === 'fill patternFill' && local === 'bgColor') look.ground = colourOf(element);
}

/** Whether a look may keep a number from being seen as it is; most only colour cells. */
export function mayMislead({ struck, colour, ground, code }: ConditionalLook): boolean {
  if (struck === true || code !== undefined) return true;
  if (colour === undefined && ground === undefined) return false;
  return areUnseen({ size: null, colour: colour ?? BLACK }, ground ?? WHITE);
}
