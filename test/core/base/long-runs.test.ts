import { describe, expect, it } from 'vitest';
import { reporter, sentence } from '../../../core/base/finding.ts';
import { fileMessages } from '../../../core/base/file-messages.ts';
import { numberText } from '../../../core/base/number-text.ts';
import { fold, trimSpaces } from '../../../core/base/text.ts';
import { overlongParagraph } from '../../../core/draft/paragraph.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { guardedText, unguardedText } from '../../../core/exchange/guarded-text.ts';
import { parseNumberText } from '../../../core/exchange/number-text.ts';
import { parseFigure } from '../../../core/observation/figure.ts';
import { parseRowKey } from '../../../core/observation/key.ts';
import { assignmentColumns, assignmentRowSchema } from '../../../core/planner/assignment/assignment.ts';
import { blankSources } from '../../../core/returned/blank-sources.ts';
import { isNumberText, readingsOf } from '../../../core/rules/figure/text-number.ts';
import { parseAddress } from '../../../core/sheet/address.ts';
import { formulaLexemes } from '../../../core/sheet/formula/lexemes.ts';
import { isSeriesKey, parseColumnKey, parseIdentityKey } from '../../../core/workbook/contract.ts';
import { withAttribute } from '../../../formats/xml/elements.ts';

const report = reporter(fileMessages);

/** Of a text this long a reader whose cost grows with the square never comes back; a linear one at once. */
const LENGTH = 200_000;
const RUNS = [
  ' ',
  '\u00a0',
  '\n',
  '1',
  '.',
  ',',
  '-',
  "'",
  '"',
  '(',
  '[',
  '!',
  '$',
  ':',
  '|',
  '/',
  'a',
  'A',
  'đ',
  '1.',
  '1,',
  "' ",
  'a=',
  '1 -',
  '::',
  "''",
];
const ENDS: readonly (readonly [string, string])[] = [
  ['', ''],
  ['1', '\u0001'],
  ['a|', '|_T'],
];

const READERS: Record<string, (text: string) => unknown> = {
  fold,
  blankSources: (text) => blankSources([])(text, 'A'),
  formulaLexemes,
  guardedText,
  isNumberText,
  isSeriesKey,
  numberInCsv: (text) => [parseNumberText(text, 'machine'), parseNumberText(text, 'excel')],
  parseAddress,
  parseColumnKey,
  parseFigure,
  parseIdentityKey,
  parseRowKey,
  isAssignmentRow: (text) =>
    assignmentRowSchema.safeParse(Object.fromEntries(assignmentColumns.map((name) => [name, text]))),
  message: (text) =>
    sentence(fileMessages, report('csv-header', {}, { found: [text], expected: ['unit'] }), 'vi'),
  paragraph: (text) => overlongParagraph(plainDocument(text)),
  readingsOf,
  trimSpaces,
  unguardedText,
  withAttribute: (text) => withAttribute(`<c${text}>`, 't', null),
};

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it('comes back from any long run of one sign', { timeout: 60_000 }, () => {
    for (const run of RUNS) {
      const long = run.repeat(LENGTH / run.length);
      for (const [before, after] of ENDS) read(before + long + after);
    }
  });
});

it('digits are grouped from the right, whatever their number', () => {
  expect([999, 1000, 12_345.5, -1_234_567].map((value) => numberText(value, 'vi'))).toEqual([
    '999',
    '1.000',
    '12.345,5',
    '-1.234.567',
  ]);
});

it('a message quotes the beginning of what stands in a file, however long it is', () => {
  const found = [report('csv-header', {}, { found: ['"'.repeat(LENGTH)], expected: ['unit'] })];
  const more = report('csv-syntax', {}, { fault: 'MissingQuotes', reason: 'x'.repeat(LENGTH) });
  for (const finding of [...found, more])
    for (const language of ['vi', 'en'] as const)
      expect(sentence(fileMessages, finding, language).length).toBeLessThan(1_200);
});
