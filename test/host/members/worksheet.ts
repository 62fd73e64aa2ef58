import { ANY_SHEET, EventType } from '../host-services.ts';
import { parseArea, WHOLE_SHEET } from '../workbook/area.ts';
import { activate } from '../workbook/changes.ts';
import type { HostSheet } from '../workbook/host-sheet.ts';
import { HostError } from '../wire/host-error.ts';
import { flagArgument, textArgument, wholeNumberArgument } from './arguments.ts';
import { objectOf, type MethodMember, type ObjectType } from './object-type.ts';
import { rangeObject } from './range.ts';

const ONE_CELL = { row: 1, column: 1, rows: 1, columns: 1 };

/** How office.js asks for an event of a sheet, or of all sheets. */
export function subscription<Target>(
  set: string,
  worksFor: string,
  type: EventType,
  how: 'subscribe' | 'unsubscribe',
  targetOf: (target: Target) => string,
): MethodMember<Target> {
  return {
    kind: 'method',
    set,
    worksFor,
    call: (target, _, host) => {
      host.events[how](type, targetOf(target));
      return undefined;
    },
  };
}

const idOf = ({ id }: HostSheet) => id;

/** learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
export const worksheetProtectionType: ObjectType<HostSheet> = {
  name: 'WorksheetProtection',
  members: {
    protected: { kind: 'scalar', set: '1.2', read: ({ protection }) => protection.on },
  },
};

/** learn.microsoft.com/javascript/api/excel/excel.worksheet */
export const worksheetType: ObjectType<HostSheet> = {
  name: 'Worksheet',
  identity: { property: 'Id', of: idOf },
  members: {
    id: { kind: 'scalar', set: '1.1', read: idOf },
    name: { kind: 'scalar', set: '1.1', read: ({ name }) => name },
    position: { kind: 'scalar', set: '1.1', read: (sheet, { workbook }) => workbook.sheets.indexOf(sheet) },
    visibility: { kind: 'scalar', set: '1.1', read: ({ visibility }) => visibility },
    protection: { kind: 'navigation', set: '1.2', get: (sheet) => objectOf(worksheetProtectionType, sheet) },
    getRange: {
      kind: 'method',
      set: '1.1',
      call: (sheet, [address], { workbook }) => {
        if (address === undefined || address === null) return rangeObject(sheet, WHOLE_SHEET);
        const text = textArgument(address);
        const area = parseArea(text) ?? parseArea(nameFormula(text, workbook.names) ?? '');
        if (area === null) throw new HostError('InvalidArgument');
        return rangeObject(sheet, area);
      },
    },
    getRangeByIndexes: {
      kind: 'method',
      set: '1.7',
      call: (sheet, [row, column, rows, columns]) =>
        rangeObject(sheet, {
          row: wholeNumberArgument(row) + 1,
          column: wholeNumberArgument(column) + 1,
          rows: wholeNumberArgument(rows),
          columns: wholeNumberArgument(columns),
        }),
    },
    getCell: {
      kind: 'method',
      set: '1.1',
      call: (sheet, [row, column]) =>
        rangeObject(sheet, {
          ...ONE_CELL,
          row: wholeNumberArgument(row) + 1,
          column: wholeNumberArgument(column) + 1,
        }),
    },
    getUsedRange: {
      kind: 'method',
      set: '1.1',
      // An entirely blank sheet answers its first cell.
      call: (sheet, [valuesOnly]) => rangeObject(sheet, sheet.usedArea(flagArgument(valuesOnly)) ?? ONE_CELL),
    },
    getUsedRangeOrNullObject: {
      kind: 'method',
      set: '1.4',
      call: (sheet, [valuesOnly]) => {
        const area = sheet.usedArea(flagArgument(valuesOnly));
        return area === null ? null : rangeObject(sheet, area);
      },
    },
    activate: {
      kind: 'method',
      set: '1.1',
      call: (sheet, _, host) => {
        // The code is an assumption: the documentation does not say what becomes of a hidden sheet.
        if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
        activate(host, sheet);
        return undefined;
      },
    },
    _RegisterDataChangedEvent: subscription('1.7', 'onChanged', EventType.changed, 'subscribe', idOf),
    _UnregisterDataChangedEvent: subscription('1.7', 'onChanged', EventType.changed, 'unsubscribe', idOf),
    _RegisterSelectionChangedEvent: subscription(
      '1.7',
      'onSelectionChanged',
      EventType.selectionChanged,
      'subscribe',
      idOf,
    ),
    _UnregisterSelectionChangedEvent: subscription(
      '1.7',
      'onSelectionChanged',
      EventType.selectionChanged,
      'unsubscribe',
      idOf,
    ),
    _RegisterActivatedEvent: subscription('1.7', 'onActivated', EventType.activated, 'subscribe', idOf),
    _UnregisterActivatedEvent: subscription('1.7', 'onActivated', EventType.activated, 'unsubscribe', idOf),
  },
};

function nameFormula(text: string, names: readonly { name: string; formula: string }[]): string | null {
  return names.find(({ name }) => name.toLowerCase() === text.toLowerCase())?.formula ?? null;
}

const anySheet = () => ANY_SHEET;

/** learn.microsoft.com/javascript/api/excel/excel.worksheetcollection */
export const worksheetCollectionType: ObjectType<null> = {
  name: 'WorksheetCollection',
  items: (_, { workbook }) => workbook.sheets.map((sheet) => objectOf(worksheetType, sheet)),
  item: (_, key, { workbook }) => {
    const sheet = workbook.sheet(textArgument(key));
    if (sheet === null) throw new HostError('ItemNotFound');
    return objectOf(worksheetType, sheet);
  },
  members: {
    getItem: {
      kind: 'method',
      set: '1.1',
      call: (_, [key], { workbook }) => {
        const sheet = workbook.sheet(textArgument(key));
        if (sheet === null) throw new HostError('ItemNotFound');
        return objectOf(worksheetType, sheet);
      },
    },
    getItemOrNullObject: {
      kind: 'method',
      set: '1.4',
      call: (_, [key], { workbook }) => {
        const sheet = workbook.sheet(textArgument(key));
        return sheet === null ? null : objectOf(worksheetType, sheet);
      },
    },
    getActiveWorksheet: {
      kind: 'method',
      set: '1.1',
      call: (_, __, { workbook }) => objectOf(worksheetType, workbook.active),
    },
    getCount: {
      kind: 'method',
      set: '1.4',
      call: (_, [visibleOnly], { workbook }) =>
        workbook.sheets.filter(({ visibility }) => !flagArgument(visibleOnly) || visibility === 'Visible')
          .length,
    },
    _RegisterDataChangedEvent: subscription('1.9', 'onChanged', EventType.changed, 'subscribe', anySheet),
    _UnregisterDataChangedEvent: subscription('1.9', 'onChanged', EventType.changed, 'unsubscribe', anySheet),
    _RegisterSelectionChangedEvent: subscription(
      '1.9',
      'onSelectionChanged',
      EventType.selectionChanged,
      'subscribe',
      anySheet,
    ),
    _UnregisterSelectionChangedEvent: subscription(
      '1.9',
      'onSelectionChanged',
      EventType.selectionChanged,
      'unsubscribe',
      anySheet,
    ),
    _RegisterActivatedEvent: subscription('1.7', 'onActivated', EventType.activated, 'subscribe', anySheet),
    _UnregisterActivatedEvent: subscription(
      '1.7',
      'onActivated',
      EventType.activated,
      'unsubscribe',
      anySheet,
    ),
  },
};
