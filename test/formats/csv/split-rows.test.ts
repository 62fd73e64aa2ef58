import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { splitRows } from '../../../formats/csv/split-rows.ts';

/** Cells as they are written, quoted or not, with delimiters, line ends and quotes in them. */
const cell = fc.oneof(
  fc.constantFrom('', 'a', ' ', '12,5', 'Điện Biên'),
  fc.stringMatching(/^[a,;" \n]{0,6}$/u),
);
const written = (text: string, isQuoted: boolean) =>
  isQuoted || /[",;\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const table = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 4 }), {
  maxLength: 8,
});

it('splits as the parser does that reads the whole text, with the line and the row of each', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';'),
      fc.constantFrom('', '\n', '\n\n'),
      (rows, delimiter, end) => {
        const text =
          rows.map((cells) => cells.map((one) => written(...one)).join(delimiter)).join('\n') + end;
        const whole = Papa.parse<string[]>(text, { delimiter, newline: '\n' }).data;
        let line = 1;
        const expected = whole.flatMap((cells, at) => {
          const own = { cells, line, row: at + 1 };
          line += 1 + cells.join('').split('\n').length - 1;
          return cells.some((one) => one.trim() !== '') ? [own] : [];
        });
        expect(splitRows(text, delimiter)).toEqual(expected);
      },
    ),
    { numRuns: 2000 },
  );
});
