import { forEachCell, isUnbounded } from '../workbook/area.ts';
import { HostError, HostGap } from '../wire/host-error.ts';
import { objectOf, type ObjectType } from './object-type.ts';
import { assertFormattable } from './permission.ts';
import type { RangeTarget } from './range.ts';

/** Excel answers an empty text for the colour of cells that differ in it. */
const MIXED = '';
const NO_FILL = '#FFFFFF';

function paint({ sheet, area }: RangeTarget, fill: string | null): void {
  if (isUnbounded(area)) throw new HostGap('Formats of whole rows and columns are not imitated.');
  forEachCell(area, (row, column) => sheet.setLook(row, column, { ...sheet.lookOf(row, column), fill }));
}

/** learn.microsoft.com/javascript/api/excel/excel.rangefill */
const rangeFillType: ObjectType<RangeTarget> = {
  name: 'RangeFill',
  members: {
    color: {
      kind: 'scalar',
      set: '1.1',
      read: ({ sheet, area }) => {
        const colors = new Set<string>();
        forEachCell(area, (row, column) => colors.add(sheet.lookOf(row, column).fill ?? NO_FILL));
        const [color = NO_FILL] = colors;
        return colors.size > 1 ? MIXED : color;
      },
      write: (range, color) => {
        if (typeof color !== 'string') throw new HostError('InvalidArgument');
        const match = /^#?([0-9a-f]{6})$/iu.exec(color);
        if (!match?.[1]) throw new HostGap(`Colour names are not imitated: ${color}.`);
        assertFormattable(range.sheet);
        paint(range, `#${match[1].toUpperCase()}`);
      },
    },
    clear: {
      kind: 'method',
      set: '1.1',
      changes: true,
      call: (range) => {
        assertFormattable(range.sheet);
        paint(range, null);
        return undefined;
      },
    },
  },
};

/** learn.microsoft.com/javascript/api/excel/excel.formatprotection */
const formatProtectionType: ObjectType<RangeTarget> = {
  name: 'FormatProtection',
  members: {
    locked: {
      kind: 'scalar',
      set: '1.2',
      read: ({ sheet, area }) => {
        const found = new Set<boolean>();
        forEachCell(area, (row, column) => found.add(sheet.lookOf(row, column).locked));
        const [locked = true] = found;
        return found.size > 1 ? null : locked;
      },
    },
  },
};

/** learn.microsoft.com/javascript/api/excel/excel.rangeformat */
export const rangeFormatType: ObjectType<RangeTarget> = {
  name: 'RangeFormat',
  members: {
    fill: { kind: 'navigation', set: '1.1', get: (range) => objectOf(rangeFillType, range) },
    protection: { kind: 'navigation', set: '1.2', get: (range) => objectOf(formatProtectionType, range) },
  },
};

/** Classes that are reached through a range's format. */
export const formatTypes = [rangeFormatType, rangeFillType, formatProtectionType];
