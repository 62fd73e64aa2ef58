import { attribute, scanXml, type XmlElement } from '../../../formats/xml/scan.ts';
import { DEFAULT_LOOK, type CellLook } from './host-sheet.ts';

/** The look of every cell format, by the number cells refer to it with. */
export function readLooks(bytes: Uint8Array, part: string): CellLook[] {
  const fills: (string | null)[] = [];
  const looks: CellLook[] = [];
  let list = '';
  let solid = false;
  scanXml(bytes, part, () => ({
    open(element, depth) {
      if (depth === 2) list = element.local;
      else if (list === 'fills') readFill(element);
      else if (list === 'cellXfs') readFormat(element, depth);
    },
  }));
  return looks;

  function readFill(element: XmlElement): void {
    if (element.local === 'fill') fills.push(null);
    else if (element.local === 'patternFill') solid = attribute(element, 'patternType') === 'solid';
    else if (element.local === 'fgColor' && solid) {
      const rgb = attribute(element, 'rgb');
      if (rgb !== undefined) fills[fills.length - 1] = `#${rgb.slice(-6).toUpperCase()}`;
    }
  }

  function readFormat(element: XmlElement, depth: number): void {
    if (depth === 3 && element.local === 'xf') {
      looks.push({ ...DEFAULT_LOOK, fill: fills[Number(attribute(element, 'fillId') ?? '0')] ?? null });
    } else if (element.local === 'protection') {
      const look = looks.at(-1);
      if (look) look.locked = !isFalse(attribute(element, 'locked'));
    }
  }
}

function isFalse(flag: string | undefined): boolean {
  return flag === '0' || flag === 'false';
}
