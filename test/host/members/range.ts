import type { CellContent } from '../../../formats/xlsx/cells.ts';
import type { HostServices } from '../host-services.ts';
import {
  boundingArea,
  fitsSheet,
  forEachCell,
  fullAddress,
  isUnbounded,
  parseArea,
  sharedArea,
  type Area,
} from '../workbook/area.ts';
import { contentOf, reportChange, reportSelection } from '../workbook/changes.ts';
import { enteredContent } from '../workbook/entered.ts';
import type { HostSheet } from '../workbook/host-sheet.ts';
import { HostError } from '../wire/host-error.ts';
import { flagArgument, isObject, wholeNumberArgument } from './arguments.ts';
import { type HostObject, objectOf, type ObjectType, type Plain } from './object-type.ts';
import { assertUnlocked } from './permission.ts';
import { rangeFormatType } from './range-format.ts';
import { worksheetType } from './worksheet.ts';

/** A range of one sheet. */
export interface RangeTarget {
  sheet: HostSheet;
  area: Area;
}

/** A range object. @throws HostError InvalidArgument when the area does not fit a sheet */
export function rangeObject(sheet: HostSheet, area: Area): HostObject {
  if (!fitsSheet(area)) throw new HostError('InvalidArgument');
  return objectOf(rangeType, { sheet, area });
}

/** A range may be read up to this size: learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization */
const READABLE_CELLS = 5_000_000;

/**
 * One value per cell; null for whole columns and rows and for ranges that are too large:
 * learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded
 */
function readCells(area: Area, cellAt: (row: number, column: number) => Plain): Plain {
  if (isUnbounded(area) || area.rows * area.columns > READABLE_CELLS) return null;
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (_, right) => cellAt(area.row + down, area.column + right)),
  );
}

/** What an array or a single value means for every cell; null leaves a cell as it is. */
function valuesFor(area: Area, given: unknown): (row: number, column: number) => unknown {
  if (isUnbounded(area)) throw new HostError('InvalidArgument', 'unbounded range');
  if (!Array.isArray(given)) return () => given;
  const rows: unknown[] = given;
  if (rows.length !== area.rows || !rows.every((row) => Array.isArray(row) && row.length === area.columns)) {
    throw new HostError('InvalidArgument', 'the array has other dimensions than the range');
  }
  return (row, column) => (rows[row - area.row] as unknown[])[column - area.column];
}

function writeCells({ sheet, area }: RangeTarget, given: unknown, host: HostServices): void {
  const valueAt = valuesFor(area, given);
  assertUnlocked(sheet, area);
  // Everything is understood before anything is written: a refused value must not leave half a range.
  const entered: { row: number; column: number; content: CellContent }[] = [];
  forEachCell(area, (row, column) => {
    const value = valueAt(row, column);
    if (value !== null) entered.push({ row, column, content: enteredContent(value) });
  });
  const before = contentOf(sheet, area);
  for (const { row, column, content } of entered) sheet.setContent(row, column, content, null);
  reportChange(host, { sheet, area, before, source: 'Local', trigger: 'ThisLocalAddin' });
}

function uniform<Value extends Plain>(
  area: Area,
  valueAt: (row: number, column: number) => Value,
): Value | null {
  const first = valueAt(area.row, area.column);
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (valueAt(row, column) !== first) return null;
    }
  }
  return first;
}

/** learn.microsoft.com/javascript/api/excel/excel.range */
export const rangeType: ObjectType<RangeTarget> = {
  name: 'Range',
  tracked: true,
  members: {
    address: { kind: 'scalar', set: '1.1', read: ({ sheet, area }) => fullAddress(sheet.name, area) },
    rowIndex: { kind: 'scalar', set: '1.1', read: ({ area }) => area.row - 1 },
    columnIndex: { kind: 'scalar', set: '1.1', read: ({ area }) => area.column - 1 },
    rowCount: { kind: 'scalar', set: '1.1', read: ({ area }) => area.rows },
    columnCount: { kind: 'scalar', set: '1.1', read: ({ area }) => area.columns },
    cellCount: { kind: 'scalar', set: '1.1', read: ({ area }) => area.rows * area.columns },
    values: {
      kind: 'scalar',
      set: '1.1',
      read: ({ sheet, area }) => readCells(area, (row, column) => sheet.valueOf(row, column)),
      write: writeCells,
    },
    valueTypes: {
      kind: 'scalar',
      set: '1.1',
      read: ({ sheet, area }) => readCells(area, (row, column) => sheet.typeOf(row, column)),
    },
    formulas: {
      kind: 'scalar',
      set: '1.1',
      read: ({ sheet, area }) => readCells(area, (row, column) => sheet.formulaOf(row, column)),
      write: writeCells,
    },
    rowHidden: {
      kind: 'scalar',
      set: '1.2',
      read: ({ sheet, area }) => uniform({ ...area, columns: 1 }, (row) => sheet.hiddenRows.has(row)),
    },
    columnHidden: {
      kind: 'scalar',
      set: '1.2',
      read: ({ sheet, area }) =>
        uniform({ ...area, rows: 1 }, (_, column) => sheet.hiddenColumns.has(column)),
    },
    format: { kind: 'navigation', set: '1.1', get: (range) => objectOf(rangeFormatType, range) },
    worksheet: { kind: 'navigation', set: '1.1', get: ({ sheet }) => objectOf(worksheetType, sheet) },
    getCell: {
      kind: 'method',
      set: '1.1',
      call: ({ sheet, area }, [row, column]) =>
        rangeObject(sheet, {
          row: area.row + wholeNumberArgument(row),
          column: area.column + wholeNumberArgument(column),
          rows: 1,
          columns: 1,
        }),
    },
    getRow: {
      kind: 'method',
      set: '1.1',
      call: ({ sheet, area }, [row]) =>
        rangeObject(sheet, { ...area, row: area.row + wholeNumberArgument(row), rows: 1 }),
    },
    getColumn: {
      kind: 'method',
      set: '1.1',
      call: ({ sheet, area }, [column]) =>
        rangeObject(sheet, { ...area, column: area.column + wholeNumberArgument(column), columns: 1 }),
    },
    getBoundingRect: {
      kind: 'method',
      set: '1.1',
      call: ({ sheet, area }, [other]) => rangeObject(sheet, boundingArea(area, areaArgument(other))),
    },
    getIntersectionOrNullObject: {
      kind: 'method',
      set: '1.4',
      call: ({ sheet, area }, [other]) => {
        const shared = sharedArea(area, areaArgument(other));
        return shared === null ? null : rangeObject(sheet, shared);
      },
    },
    getUsedRangeOrNullObject: {
      kind: 'method',
      set: '1.4',
      call: ({ sheet, area }, [valuesOnly]) => {
        const used = sheet.usedArea(flagArgument(valuesOnly));
        const shared = used === null ? null : sharedArea(area, used);
        return shared === null ? null : rangeObject(sheet, shared);
      },
    },
    select: {
      kind: 'method',
      set: '1.1',
      call: ({ sheet, area }, _, host) => {
        // Nothing can be selected on a sheet the user does not see; the code is an assumption.
        if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
        reportSelection(host, sheet, area);
        return undefined;
      },
    },
    _ValidateArraySize: {
      kind: 'method',
      set: '1.3',
      worksFor: 'values',
      call: ({ area }, [rows, columns]) => {
        if (rows !== area.rows || columns !== area.columns) throw new HostError('InvalidArgument');
        return undefined;
      },
    },
  },
};

function areaArgument(value: unknown): Area {
  const area = isObject(value, 'Range') ? (value.target as RangeTarget).area : null;
  const parsed = typeof value === 'string' ? parseArea(value) : area;
  if (parsed === null) throw new HostError('InvalidArgument');
  return parsed;
}
