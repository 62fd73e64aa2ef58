import { parseAddress } from '../../../core/sheet/address.ts';
import { attribute, scanXml, type XmlElement } from '../../../formats/xml/scan.ts';
import type { CellLook, HostSheet } from './host-sheet.ts';

/** Adds to a sheet how its cells look, which are locked, and what its protection allows. */
export function applySheetLooks(
  bytes: Uint8Array,
  part: string,
  looks: readonly CellLook[],
  sheet: HostSheet,
): void {
  const lookOf = (element: XmlElement, name: string) => looks[Number(attribute(element, name) ?? '-1')];
  scanXml(bytes, part, () => ({
    open(element, depth) {
      if (depth === 2 && element.local === 'sheetProtection') {
        // The attributes say what is forbidden, and forbidding is the default of this one.
        sheet.protection = {
          on: isTrue(attribute(element, 'sheet')),
          formatCells: !isTrue(attribute(element, 'formatCells') ?? '1'),
        };
      } else if (depth === 3 && element.local === 'col') {
        applyColumns(element);
      } else if (depth === 4 && element.local === 'c') {
        const place = parseAddress(attribute(element, 'r') ?? '');
        const look = lookOf(element, 's');
        // An empty cell without a format of its own is not used.
        const used = attribute(element, 's') !== '0' || (place && sheet.cell(place.row, place.column));
        if (place && look && used) sheet.setLook(place.row, place.column, { ...look });
      }
    },
  }));

  function applyColumns(element: XmlElement): void {
    const look = lookOf(element, 'style');
    if (!look) return;
    for (let at = Number(attribute(element, 'min')); at <= Number(attribute(element, 'max')); at += 1) {
      sheet.columnLooks.set(at, { ...look });
    }
  }
}

function isTrue(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}
