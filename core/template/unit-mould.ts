import { definitionOf } from '../workbook/definition.ts';
import { chunksOf, definitionText, textChecksum, unitText } from '../workbook/definition-text.ts';
import { fingerprintLines, fingerprintOf, plainCells } from '../workbook/fingerprint.ts';
import type { WorkbookModel } from '../sheet/model.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import type { Unit } from '../unit/unit.ts';
import { buildWorkbook } from './build.ts';

/** The workbook of a unit that stands for any: what other units' have otherwise are a few texts. */
export interface UnitMould {
  model: WorkbookModel;
  /** Marks that stand for a unit: where one is found in anything but the texts below, no unit can be put there. */
  standIns: readonly string[];
  /** Texts of cells that a unit's workbook has otherwise. */
  changing: readonly string[];
  /**
   * What stands in their place in a unit's workbook.
   * @returns null where the unit's workbook differs in more than texts
   */
  textsFor(unit: Unit): ReadonlyMap<string, string> | null;
}

/** Characters of Unicode's private use area: no text of a plan or a unit has them. */
const ID = '\uE100';
const NAME = '\uE101';

/**
 * A mould for the workbooks of units that are asked for the same. Whether id and name of a unit change nothing
 * but texts (a long name may make a row higher) is for the caller to try with real units.
 * @param request what one of those units is asked for, about itself and with nothing known
 */
export function unitMould(request: WorkbookRequest): UnitMould {
  const standIn: Unit = { ...request.unit, id: ID, name: NAME };
  const about = { ...request, unit: standIn, reporter: standIn };
  const model = buildWorkbook(about);
  const definition = definitionText(definitionOf(about));
  const [before = '', after, ...more] = definition.split(unitText(standIn));
  const chunks = chunksOf(definition);
  const lines = fingerprintLines(plainCells(model));
  const naming = lines.flatMap((line, at) => (namesUnit(line) ? [at] : []));
  const texts = textsNamingUnit(model);
  const sums = [fingerprintOf(lines), textChecksum(chunks)];

  return {
    model,
    standIns: [ID, NAME],
    changing: [...texts, ...sums, ...chunks],
    textsFor(unit) {
      if (after === undefined || more.length > 0) return null;
      const own = chunksOf(before + unitText(unit) + after);
      if (own.length !== chunks.length) return null;
      const ownLines = [...lines];
      for (const at of naming) ownLines[at] = named(lines[at] ?? '', unit);
      return new Map([
        ...texts.map((text): [string, string] => [text, named(text, unit)]),
        [sums[0] ?? '', fingerprintOf(ownLines)],
        [sums[1] ?? '', textChecksum(own)],
        ...chunks.map((chunk, at): [string, string] => [chunk, own[at] ?? '']),
      ]);
    },
  };
}

function textsNamingUnit({ sheets }: WorkbookModel): string[] {
  const values = sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => value));
  return [...new Set(values.filter((value) => typeof value === 'string'))].filter(namesUnit);
}

function namesUnit(text: string): boolean {
  return text.includes(ID) || text.includes(NAME);
}

function named(text: string, { id, name }: Unit): string {
  return text.replaceAll(ID, () => id).replaceAll(NAME, () => name);
}
