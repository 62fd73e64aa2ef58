import { DRAWING } from './namespaces.ts';
import { element, type Xml } from './xml-element.ts';

/** The font of the whole workbook; without it charts take the theme's. */
const FONT = 'Times New Roman';
const TEXT_COLOR = '262626';

/** How text looks: size in points. */
export interface TextLook {
  size: number;
  bold?: boolean;
  color?: string;
}

/** `c:txPr`: the look of text that the program makes itself (axis and legend labels). */
export function textProperties(look: TextLook): Xml {
  return element(
    'c:txPr',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    element(
      'a:p',
      {},
      element('a:pPr', {}, runProperties('a:defRPr', look)),
      element('a:endParaRPr', { lang: 'vi-VN' }),
    ),
  );
}

/** `c:tx` with one paragraph of our own words. */
export function richText(text: string, look: TextLook): Xml {
  return element(
    'c:tx',
    {},
    element(
      'c:rich',
      {},
      element('a:bodyPr'),
      element('a:lstStyle'),
      element(
        'a:p',
        {},
        element('a:pPr', {}, runProperties('a:defRPr', look)),
        element('a:r', {}, runProperties('a:rPr', look), element('a:t', {}, text)),
      ),
    ),
  );
}

/** A fill of one colour, RGB without alpha. */
export function solidFill(color: string): Xml {
  return element('a:solidFill', {}, element('a:srgbClr', { val: color }));
}

/** `c:spPr` of a line; its width in points. */
export function lineProperties(color: string, width: number): Xml {
  return element('c:spPr', {}, outline(color, width));
}

/** An outline within other shape properties; its width in points. */
export function outline(color: string, width: number, dash?: string): Xml {
  return element(
    'a:ln',
    { w: Math.round(width * 12_700) },
    solidFill(color),
    dash === undefined ? null : element('a:prstDash', { val: dash }),
  );
}

/** The drawing namespace as an attribute of a root element. */
export const drawingNamespace = { 'xmlns:a': DRAWING } as const;

function runProperties(
  name: 'a:defRPr' | 'a:rPr',
  { size, bold = false, color = TEXT_COLOR }: TextLook,
): Xml {
  return element(
    name,
    { ...(name === 'a:rPr' ? { lang: 'vi-VN' } : {}), sz: size * 100, b: bold ? 1 : 0 },
    solidFill(color),
    // Each script has its own font; Vietnamese letters count as Latin, signs such as "…" as East Asian.
    element('a:latin', { typeface: FONT }),
    element('a:ea', { typeface: FONT }),
    element('a:cs', { typeface: FONT }),
  );
}
