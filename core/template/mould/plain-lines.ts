import { fingerprintLines, fingerprintOf, plainCells } from '../../workbook/fingerprint.ts';
import type { WorkbookModel } from '../../sheet/model.ts';
import type { FilledCell } from './filled-cells.ts';

/** What the fingerprint of a workbook is taken of, so that it is had again for one that differs in a few cells. */
export interface PlainLines {
  /**
   * @param cells those that hold something else
   * @param texts those of shared texts that are others
   * @returns null where one of the cells held nothing before, or holds nothing now
   */
  fingerprint: (cells: readonly FilledCell[], texts: ReadonlyMap<string, string>) => string | null;
}

/** The lines of the plain cells of a workbook. */
export function plainLines(model: WorkbookModel, naming: readonly string[]): PlainLines {
  const lines = fingerprintLines(plainCells(model));
  const places = new Map(lines.map((line, at) => [placeOf(line), at]));
  const names = new Set(naming);
  const namings = lines.flatMap((line, at) => {
    const place = placeOf(line);
    return names.has(line.slice(place.length)) ? [{ at, place, text: line.slice(place.length) }] : [];
  });
  return {
    fingerprint(cells, texts) {
      const own = [...lines];
      for (const { at, place, text } of namings) own[at] = `${place}${texts.get(text) ?? text}`;
      for (const { sheet, cell } of cells) {
        if (cell.formula !== undefined) continue;
        const [line] = fingerprintLines([
          {
            sheet: model.sheets[sheet]?.name ?? '',
            row: cell.row,
            column: cell.column,
            value: cell.value ?? '',
          },
        ]);
        const at = line === undefined ? undefined : places.get(placeOf(line));
        if (line === undefined || at === undefined) return null;
        own[at] = line;
      }
      return fingerprintOf(own);
    },
  };
}

/** Sheet, row and column of a line, each with the sign behind it; lines are ordered by them alone. */
function placeOf(line: string): string {
  let end = 0;
  for (let part = 0; part < 3; part += 1) end = line.indexOf('\u0000', end) + 1;
  return line.slice(0, end);
}
