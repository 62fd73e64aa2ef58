import type { HostWorkbook } from '../workbook/host-workbook.ts';
import { HostError } from '../wire/host-error.ts';
import { textArgument } from './arguments.ts';
import { objectOf, type HostObject, type ObjectType, type Plain } from './object-type.ts';

function find(key: unknown, { settings }: HostWorkbook): HostObject | null {
  const wanted = textArgument(key);
  return settings.has(wanted) ? objectOf(settingType, wanted) : null;
}

function existing(key: unknown, workbook: HostWorkbook): HostObject {
  const found = find(key, workbook);
  if (found === null) throw new HostError('ItemNotFound');
  return found;
}

/** learn.microsoft.com/javascript/api/excel/excel.setting */
export const settingType: ObjectType<string> = {
  name: 'Setting',
  identity: { property: '_Id', of: (key) => key },
  members: {
    key: { kind: 'scalar', set: '1.4', read: (key) => key },
    value: {
      kind: 'scalar',
      set: '1.4',
      read: (key, { workbook }) => (workbook.settings.get(key) ?? null) as Plain,
      write: (key, value, { workbook }) => {
        workbook.settings.set(key, value);
      },
    },
    delete: {
      kind: 'method',
      set: '1.4',
      changes: true,
      call: (key, _, { workbook }) => {
        workbook.settings.delete(key);
        return undefined;
      },
    },
  },
};

/** learn.microsoft.com/javascript/api/excel/excel.settingcollection */
export const settingCollectionType: ObjectType<null> = {
  name: 'SettingCollection',
  items: (_, { workbook }) => [...workbook.settings.keys()].map((key) => objectOf(settingType, key)),
  item: (_, key, { workbook }) => existing(key, workbook),
  members: {
    add: {
      kind: 'method',
      set: '1.4',
      changes: true,
      call: (_, [key, value], { workbook }) => {
        workbook.settings.set(textArgument(key), value);
        return existing(key, workbook);
      },
    },
    getItem: { kind: 'method', set: '1.4', call: (_, [key], { workbook }) => existing(key, workbook) },
    getItemOrNullObject: {
      kind: 'method',
      set: '1.4',
      call: (_, [key], { workbook }) => find(key, workbook),
    },
    getCount: { kind: 'method', set: '1.4', call: (_, __, { workbook }) => workbook.settings.size },
  },
};
