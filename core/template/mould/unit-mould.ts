import { fieldTexts, joinedFields } from '../../workbook/definition-text.ts';
import { definitionOf, givenOf } from '../../workbook/definition.ts';
import { placed } from '../../workbook/placed.ts';
import type { KnownFigures, WorkbookRequest } from '../../workbook/request.ts';
import type { SheetModel, WorkbookModel } from '../../sheet/model.ts';
import type { CellPlace } from '../../sheet/evaluate/recalculation.ts';
import type { Unit } from '../../unit/unit.ts';
import { buildWorkbook } from '../build.ts';
import { metaSheet } from '../sheets/meta.ts';
import { changedBreaks, type ChangedBreaks } from './changed-breaks.ts';
import { knownCells, NOTHING_CHANGED, type ChangedCells } from './known-cells.ts';
import { namedHeights, type RowHeight } from './named-heights.ts';
import { NotStamped } from './not-stamped.ts';
import { plainLines } from './plain-lines.ts';

/** The workbook of a unit that stands for any of those that are asked for the same and have the same filled in. */
export interface UnitMould {
  model: WorkbookModel;
  /** Marks that stand for a unit: where one is found in anything but the texts below, no unit can be put there. */
  standIns: readonly string[];
  /** Texts of cells, shared by all, that name the unit. */
  naming: readonly string[];
  /** Cells that the name or figures of another unit may change, or the height of their row. */
  changeable: readonly CellPlace[];
  /**
   * What a unit's workbook has otherwise.
   * @throws NotStamped where it differs in more than can be said so
   * @throws NotComputed where a result cannot be computed
   */
  workbookOf: (unit: Unit, known: KnownFigures) => UnitWorkbook;
}

/** What the workbook of a unit has otherwise than the mould. */
export interface UnitWorkbook extends ChangedCells {
  /** Rows after which a page ends, by sheet, where they are others. */
  breaks: readonly ChangedBreaks[];
  /** Of {@link heights} those that the unit's name makes. */
  named: readonly RowHeight[];
  /** What stands in the place of the texts that name the unit. */
  texts: ReadonlyMap<string, string>;
  /** Its last sheet, which is its own. */
  meta: SheetModel;
}

/** Characters of Unicode's private use area: no text of a plan or a unit has them. */
const ID = '\uE100';
const NAME = '\uE101';

/**
 * A mould for the workbooks of units that are asked for the same, and of which figures of the same cells are known:
 * what differs is typed into cells, and every result follows from it by the workbook's own formulas. Whether id and
 * name of a unit change nothing but texts and heights of rows is for the caller to try with real units.
 * @param request what one of those units is asked for, about itself
 * @throws NotComputed where figures are known and a formula of the workbook cannot be computed
 */
export function unitMould(request: WorkbookRequest): UnitMould {
  const standIn: Unit = { ...request.unit, id: ID, name: NAME };
  const about = { ...request, unit: standIn, reporter: standIn };
  const model = buildWorkbook(about);
  const where = placed(about);
  const naming = textsNamingUnit(model);
  const fields = fieldTexts(definitionOf(about));
  const lines = plainLines(model, naming);
  const known = knownCells(where, model);
  const heightsOf = namedHeights(about, model);
  const heights = heightsOf(about);

  return {
    model,
    standIns: [ID, NAME],
    naming,
    changeable: [
      ...(known?.changeable ?? []),
      ...heights.map(({ sheet, row }) => ({ sheet, row, column: 2 })),
    ],
    workbookOf(unit, of) {
      const own = { ...about, unit, reporter: unit, known: of };
      const changed = known === null ? NOTHING_CHANGED : known.changed(own);
      const ofName = heightsOf(own).filter(({ height }, at) => height !== heights[at]?.height);
      const all = [...changed.heights, ...ofName];
      const breaks = changedBreaks(where, model, all);
      if (breaks === null) throw new NotStamped('pages end otherwise');
      const texts = new Map(naming.map((text) => [text, named(text, unit)]));
      const untouched = lines.fingerprint(changed.cells, texts);
      if (untouched === null) throw new NotStamped('other cells are filled in');
      const definition = joinedFields(new Map([...fields, ...fieldTexts({ unit, ...givenOf(own, where) })]));
      const meta = metaSheet(own, where.layout, where.asked, untouched, definition);
      return { ...changed, heights: all, named: ofName, breaks, texts, meta };
    },
  };
}

function textsNamingUnit({ sheets }: WorkbookModel): string[] {
  const texts = sheets.flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ value, own }) => (typeof value === 'string' && !own ? [value] : [])),
  );
  return [...new Set(texts)].filter((text) => text.includes(ID) || text.includes(NAME));
}

function named(text: string, { id, name }: Unit): string {
  return text.replaceAll(ID, () => id).replaceAll(NAME, () => name);
}
