import type { BookNumber, BookRow, PlanningBook, Raw, RawEntry } from './book.ts';
import { textField } from './book.ts';

const LISTS = { targets: 'target', baselines: 'baseline', deadlines: 'deadline' } as const;

/** The workbook of a plan file that is there: all its rows accepted, everything it does not show kept. */
export function bookOfPlan(file: RawEntry, text: string): PlanningBook {
  const head = Object.fromEntries(
    Object.entries(file).filter(([field]) => !(field in LISTS) && field !== 'leftOut'),
  );
  const rows = Object.entries(LISTS).flatMap(([list, role]) =>
    entriesIn(file[list]).map((entry): BookRow => ({
      role,
      entry,
      decision: 'accept',
      why: '',
      sentence: textField(entry, 'quote'),
      at: numberIn(entry),
      proposals: [],
      wanted: null,
    })),
  );
  const leftOut = entriesIn(file.leftOut);
  return {
    head,
    rows,
    leftOut: leftOut.map(numberOf),
    sentences: text.split(/\r\n|\n|\r/u).flatMap((line, at) => {
      const said = line.replaceAll(/\s+/gu, ' ').trim();
      const ids = rows.flatMap(({ entry }) =>
        textField(entry, 'line') === String(at + 1) ? [textField(entry, 'id')] : [],
      );
      return said === '' ? [] : [{ line: at + 1, text: said, rows: ids }];
    }),
    text,
    ownLeftOut: leftOut,
  };
}

function entriesIn(list: Raw | undefined): RawEntry[] {
  return Array.isArray(list) ? (list as RawEntry[]) : [];
}

function numberIn(entry: RawEntry): readonly [number, number] | null {
  const printed = textField(entry, 'printed');
  const from = textField(entry, 'quote').indexOf(printed);
  return printed === '' || from < 0 || entry.cell !== undefined ? null : [from, from + printed.length];
}

function numberOf(entry: RawEntry): BookNumber {
  const numbers = Array.isArray(entry.numbers) ? entry.numbers.join(', ') : '';
  return { line: Number(textField(entry, 'line')), text: numbers, reason: textField(entry, 'reason') };
}
