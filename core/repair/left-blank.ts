import { reporter, type Language } from '../base/finding.ts';
import { cellAddress } from '../sheet/address.ts';
import { cellIndex, type WorkbookModel } from '../sheet/model.ts';
import { FIRST_LAYOUT } from '../workbook/contract.ts';
import { entryFields } from '../workbook/entry-fields.ts';
import type { Contents } from './fill-in.ts';
import type { Label } from './found-sheets.ts';
import { repairMessages } from './messages.ts';
import type { Noted } from './repaired.ts';
import { placeId, type Slot, type Slots } from './slots.ts';

const report = reporter(repairMessages);

/**
 * What is blank in a repaired workbook because the file has no cell for it any more: a whole sheet, a whole column,
 * or a row. What the template was issued with stands there again, and is not among it; nor is what the layout of the
 * file never had.
 */
export function blankNotes(
  issued: WorkbookModel,
  slots: Slots,
  contents: Contents,
  { label, layout }: { label: Label; layout: number | null },
): Noted[] {
  const known = [...slots.all.values()].filter(
    ({ field }) => entryFields[field].since <= (layout ?? FIRST_LAYOUT),
  );
  const isGone = (slot: Slot) => !contents.has(placeId(slot.sheet, slot.row, slot.column));
  const isBlank = (slot: Slot) =>
    issued.sheets[slot.sheet]?.cells.get(cellIndex(slot.row, slot.column))?.value === undefined;
  const notes: Noted[] = [];
  const note = (what: 'row' | 'column' | 'sheet', gone: readonly Slot[]): void => {
    const blank = gone.filter(isBlank);
    const [first] = blank;
    const sheet = first && issued.sheets[first.sheet]?.name;
    if (!first || sheet === undefined) return;
    const names: Record<typeof what, () => Record<Language, string>> = {
      row: () => label(first.rowKey),
      column: () => headOf(first, label),
      sheet: () => ({ vi: sheet, en: sheet }),
    };
    const place = { sheet, cell: cellAddress(first.row, first.column) };
    const cells = blank.map(({ row, column }) => cellAddress(row, column));
    const data = { what, name: names[what](), cells };
    const key = what === 'row' ? first.rowKey : null;
    const about = key === null ? null : label(key);
    notes.push({
      ...place,
      key,
      about,
      label: null,
      value: '',
      finding: report('repair-left-blank', place, data),
    });
  };
  for (const { index } of slots.sheets) {
    const here = known.filter(({ sheet }) => sheet === index);
    if (here.every(isGone)) {
      note('sheet', here);
      continue;
    }
    const goneColumns = new Set<number>();
    for (const column of new Set(here.map((slot) => slot.column))) {
      const cells = here.filter((slot) => slot.column === column);
      if (!cells.every(isGone)) continue;
      goneColumns.add(column);
      note('column', cells);
    }
    for (const row of new Set(here.map((slot) => slot.row))) {
      note(
        'row',
        here.filter((slot) => slot.row === row && isGone(slot) && !goneColumns.has(slot.column)),
      );
    }
  }
  return notes;
}

/** A column by its period and what is entered there. */
function headOf({ columnKey, field, period }: Slot, label: Label): Record<Language, string> {
  const words = label(columnKey);
  if (field !== 'value') return { vi: entryFields[field].words.vi, en: entryFields[field].words.en };
  return words.vi === '' ? { vi: period, en: period } : words;
}
