import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { dhis2Rows, hasPlace, observationsOfDhis2 } from '../../core/exchange/dhis2/rows.ts';
import type { ExchangeNames } from '../../core/exchange/names.ts';
import { brokenReferences } from '../../core/exchange/sdmx/references.ts';
import { observationsOfSdmx, sdmxRows } from '../../core/exchange/sdmx/rows.ts';
import { structureMessage } from '../../core/exchange/sdmx/structure.ts';
import { allObservations, returnName, type ReturnFigures } from '../../core/exchange/return-figures.ts';
import { figureKey } from '../../core/observation/key.ts';
import type { Observation } from '../../core/observation/observation.ts';
import { linesBytes, linesOf } from '../../formats/csv/write-lines.ts';
import type { ReturnFile, ReturnFiles } from '../../formats/csv/write-return.ts';

/** Statistical systems that a return can be written for. */
export interface Systems {
  sdmx?: boolean;
  dhis2?: boolean;
}

/** Files for other systems. */
export interface SystemFiles extends ReturnFiles {
  /** Observations that have no place in one of them. */
  leftOut: number;
}

/** What was written does not come back as it was; nothing of it may leave the house. */
export class NotAsWritten extends Error {
  override readonly name = 'NotAsWritten';
  /** File name without folder. */
  readonly file: string;

  constructor(file: string) {
    super(`${file} does not read back as it was written.`);
    this.file = file;
  }
}

/**
 * The files of a return for other systems, each read back and compared before it is handed on.
 * @param known names and units of measure; null where the workbook has lost them
 * @param day ISO date, the round's last
 * @throws NotAsWritten when a file does not read back as it was written
 */
export function systemFiles(
  figures: ReturnFigures,
  systems: Systems,
  known: { names: ExchangeNames | null; catalogue: Catalogue | null },
  day: string,
): SystemFiles {
  const name = returnName(figures);
  const observations = allObservations(figures);
  const files: ReturnFile[] = [];
  if (systems.sdmx) {
    const unitOf = (indicator: string) => known.catalogue?.indicators.get(indicator)?.unit ?? '';
    const data = { name: `${name}.sdmx.csv`, bytes: linesBytes(sdmxRows(observations, unitOf)) };
    assertSame(data, observationsOfSdmx(linesOf(data.bytes)), observations);
    const message = structureMessage(observations, known, day);
    const structure = `${name}.sdmx.structure.json`;
    if (brokenReferences(message).length > 0) throw new NotAsWritten(structure);
    const text = `${JSON.stringify(message, null, 2)}\n`;
    files.push(data, { name: structure, bytes: new TextEncoder().encode(text) });
  }
  let leftOut = 0;
  if (systems.dhis2) {
    const made = dhis2Rows(observations);
    leftOut = made.leftOut;
    const data = { name: `${name}.dhis2.csv`, bytes: linesBytes(made.rows) };
    assertSame(data, observationsOfDhis2(linesOf(data.bytes)), observations.filter(hasPlace));
    files.push(data);
  }
  return { name, files, unused: [], leftOut };
}

function assertSame(
  { name }: ReturnFile,
  found: readonly Observation[] | null,
  written: readonly Observation[],
): void {
  const texts = (list: readonly Observation[]) => list.map(textOf).sort().join('\u0001');
  if (found === null || texts(found) !== texts(written)) throw new NotAsWritten(name);
}

function textOf({ unit, reporter, indicator, stratum, period, vintage, figure, note }: Observation): string {
  const key = figureKey(indicator, stratum);
  return [unit, reporter, key, period, vintage, String(figure), note ?? ''].join('\u0000');
}
