import { HostGap } from '../wire/host-error.ts';
import { textArgument } from './arguments.ts';
import { namedItemCollectionType, namedItemType } from './names.ts';
import { objectOf, type HostObject, type ObjectType } from './object-type.ts';
import { rangeObject, rangeType } from './range.ts';
import { formatTypes } from './range-format.ts';
import { settingCollectionType, settingType } from './settings.ts';
import { worksheetCollectionType, worksheetProtectionType, worksheetType } from './worksheet.ts';

/** learn.microsoft.com/javascript/api/excel/excel.application */
const applicationType: ObjectType<null> = {
  name: 'Application',
  members: {
    calculationMode: { kind: 'scalar', set: '1.1', read: () => 'Automatic' },
    // Nothing to do: formulas keep the results that the file has.
    calculate: { kind: 'method', set: '1.1', call: () => undefined },
    suspendApiCalculationUntilNextSync: { kind: 'method', set: '1.6', call: () => undefined },
    suspendScreenUpdatingUntilNextSync: { kind: 'method', set: '1.9', call: () => undefined },
    // Of a Vietnamese Windows, which is what officers have.
    decimalSeparator: { kind: 'scalar', set: '1.11', read: () => ',' },
    thousandsSeparator: { kind: 'scalar', set: '1.11', read: () => '.' },
  },
};

/** learn.microsoft.com/javascript/api/excel/excel.workbook */
export const workbookType: ObjectType<null> = {
  name: 'Workbook',
  members: {
    name: { kind: 'scalar', set: '1.7', read: (_, { workbook }) => workbook.name },
    readOnly: { kind: 'scalar', set: '1.8', read: (_, { readOnly }) => readOnly },
    application: { kind: 'navigation', set: '1.1', get: () => objectOf(applicationType, null) },
    worksheets: { kind: 'navigation', set: '1.1', get: () => objectOf(worksheetCollectionType, null) },
    names: { kind: 'navigation', set: '1.1', get: () => objectOf(namedItemCollectionType, null) },
    settings: { kind: 'navigation', set: '1.4', get: () => objectOf(settingCollectionType, null) },
    getSelectedRange: {
      kind: 'method',
      set: '1.1',
      call: (_, __, { workbook }) => rangeObject(workbook.active, workbook.selection),
    },
    _RemoveReference: {
      kind: 'method',
      set: '1.1',
      worksFor: null,
      call: (_, [id], { references }) => {
        references.release(textArgument(id));
        return undefined;
      },
    },
  },
};

/** office.js tells the host that ribbon handlers are in place; nothing comes of it. */
export const internalServiceType: ObjectType<null> = {
  name: 'AddinInternalService',
  members: {
    notifyActionHandlerReady: { kind: 'method', set: '1.1', worksFor: null, call: () => undefined },
  },
};

/** Every class that is documented. */
export const documentedTypes: readonly ObjectType<never>[] = [
  workbookType,
  applicationType,
  worksheetCollectionType,
  worksheetType,
  worksheetProtectionType,
  rangeType,
  ...formatTypes,
  namedItemCollectionType,
  namedItemType,
  settingCollectionType,
  settingType,
] as readonly ObjectType<never>[];

/** Objects that office.js makes by name. @throws HostGap for all but the one it cannot do without */
export function newObject(name: string): HostObject {
  if (!name.endsWith('AddinInternalService')) throw new HostGap(`new ${name}() is not imitated.`);
  return objectOf(internalServiceType, null);
}
