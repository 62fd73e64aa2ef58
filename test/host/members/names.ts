import { parseArea } from '../workbook/area.ts';
import type { HostName, HostWorkbook } from '../workbook/host-workbook.ts';
import { HostError } from '../wire/host-error.ts';
import { textArgument } from './arguments.ts';
import { objectOf, type HostObject, type ObjectType } from './object-type.ts';
import { rangeObject } from './range.ts';

function find(key: unknown, { names }: HostWorkbook): HostObject | null {
  const wanted = textArgument(key).toLowerCase();
  const name = names.find((one) => one.name.toLowerCase() === wanted);
  return name ? objectOf(namedItemType, name) : null;
}

function existing(key: unknown, workbook: HostWorkbook): HostObject {
  const found = find(key, workbook);
  if (found === null) throw new HostError('ItemNotFound');
  return found;
}

function rangeOf({ formula }: HostName, workbook: HostWorkbook): HostObject | null {
  const bang = formula.lastIndexOf('!');
  const sheet = workbook.sheet(
    formula
      .slice(0, bang)
      .replace(/^'(.*)'$/u, '$1')
      .replaceAll("''", "'"),
  );
  const area = parseArea(formula);
  return bang < 0 || sheet === null || area === null ? null : rangeObject(sheet, area);
}

/** learn.microsoft.com/javascript/api/excel/excel.nameditem */
export const namedItemType: ObjectType<HostName> = {
  name: 'NamedItem',
  identity: { property: '_Id', of: ({ name }) => name },
  members: {
    name: { kind: 'scalar', set: '1.1', read: ({ name }) => name },
    visible: { kind: 'scalar', set: '1.1', read: ({ hidden }) => !hidden },
    formula: { kind: 'scalar', set: '1.7', read: ({ formula }) => `=${formula}` },
    getRange: {
      kind: 'method',
      set: '1.1',
      call: (name, _, { workbook }) => {
        const range = rangeOf(name, workbook);
        if (range === null) throw new HostError('InvalidOperation');
        return range;
      },
    },
    getRangeOrNullObject: {
      kind: 'method',
      set: '1.4',
      call: (name, _, { workbook }) => rangeOf(name, workbook),
    },
  },
};

/** learn.microsoft.com/javascript/api/excel/excel.nameditemcollection */
export const namedItemCollectionType: ObjectType<null> = {
  name: 'NamedItemCollection',
  items: (_, { workbook }) => workbook.names.map((name) => objectOf(namedItemType, name)),
  item: (_, key, { workbook }) => existing(key, workbook),
  members: {
    getItem: { kind: 'method', set: '1.1', call: (_, [key], { workbook }) => existing(key, workbook) },
    getItemOrNullObject: {
      kind: 'method',
      set: '1.4',
      call: (_, [key], { workbook }) => find(key, workbook),
    },
    getCount: { kind: 'method', set: '1.4', call: (_, __, { workbook }) => workbook.names.length },
  },
};
