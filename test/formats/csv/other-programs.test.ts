import { describe, expect, it } from 'vitest';
import { profiles, type Profile } from '../../../core/exchange/profile.ts';
import type { CsvReturn } from '../../../core/exchange/read-tables.ts';
import { readReturnCsv } from '../../../formats/csv/read-return.ts';
import type { ReturnFile } from '../../../formats/csv/write-return.ts';
import { expectReadable } from '../../core/wording/readable.ts';
import { NAMES } from './arbitrary-return.ts';
import { makeReturn, observation, textOf, writeFiles } from './make-return.ts';

const FIGURES = makeReturn({
  observations: [
    observation({ indicator: 'households', figure: 1000 }),
    observation({ indicator: 'new-jobs', figure: '-' }),
    observation({ figure: 12.5, note: 'do bão; mất mùa' }),
    observation({ stratum: 'poor-districts', figure: 1.234 }),
  ],
  remarks: [{ key: 'poverty-rate|_T', period: '2023', field: 'reason', text: 'do bão; mất mùa' }],
});

const OBSERVATIONS = '.observations.csv';

/** What a return says, without the files it came in. */
function saidBy(value: CsvReturn | null) {
  const { observations, remarks, ownVerdicts, baselines } = value ?? FIGURES;
  return { observations, remarks, ownVerdicts, baselines };
}

/** Reads the return after every table was saved again by another program. */
async function readSaved(
  profile: Profile,
  save: (text: string) => string | Uint8Array<ArrayBuffer>,
  end = '.csv',
) {
  const written = await writeFiles(FIGURES, profile);
  const files = written.files.map((file): ReturnFile => {
    if (!file.name.endsWith(end)) return file;
    const saved = save(textOf(file));
    return { name: file.name, bytes: typeof saved === 'string' ? new TextEncoder().encode(saved) : saved };
  });
  const outcome = await readReturnCsv(files, NAMES);
  expectReadable(outcome.findings);
  return outcome;
}

function utf16(text: string, isBig: boolean): Uint8Array<ArrayBuffer> {
  const bytes = [...`\ufeff${text}`.matchAll(/[^]/g)].flatMap(([unit]) => {
    const code = unit.charCodeAt(0);
    return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });
  return new Uint8Array(bytes);
}

/** The text with tabs between its columns; a cell that was quoted for its semicolon stays so. */
const tabs = (text: string) =>
  text.replaceAll(/"(?:[^"]|"")*"|;/gu, (found) => (found === ';' ? '\t' : found));

const everywhere: [string, (text: string, delimiter: string) => string | Uint8Array<ArrayBuffer>][] = [
  ['a Control-Z at the end', (text) => `${text}\u001a`],
  ['a Control-Z on the last line', (text) => `${text.trimEnd()}\u001a\r\n`],
  ['several of them', (text) => `${text}\r\n\u001a\u001a`],
  ['a line "sep="', (text, delimiter) => `sep=${delimiter}\r\n${text}`],
  ['a byte order mark and "sep="', (text, delimiter) => `\ufeffsep=${delimiter}\r\n${text}`],
  ['a quoted "SEP="', (text, delimiter) => `"SEP=${delimiter}"\r\n${text}`],
  ['"sep=" filled up with delimiters', (text, delimiter) => `sep=${delimiter.repeat(18)}\n${text}`],
  ['rows of delimiters', (text, delimiter) => `${text}${`${delimiter.repeat(17)}\r\n`.repeat(40)}`],
  ['rows of blanks', (text, delimiter) => `${text}${` ${delimiter}`.repeat(17)} \r\n`],
  ['rows of empty quotes', (text, delimiter) => `${text}${`""${delimiter}`.repeat(17)}""\r\n`],
  [
    'delimiters behind every row',
    (text, delimiter) => text.replaceAll(/\r\n/gu, `${delimiter.repeat(4)}\r\n`),
  ],
  ['blank lines above the header', (text) => `\r\n\r\n${text}`],
  ['UTF-16 from Excel', (text) => utf16(text, false)],
  ['UTF-16, big end first', (text) => utf16(text, true)],
  ['names without the names', (text) => withoutNames(text)],
  ['decomposed letters', (text) => text.normalize('NFD')],
  ['blanks behind names', (text) => text.replaceAll('Tỉnh Lai Châu', 'Tỉnh Lai Châu ')],
  ['no-break spaces in names', (text) => text.replaceAll('Tỉnh Lai Châu', 'Tỉnh\u00a0Lai Châu\u00a0')],
  ['nothing but blanks for names', (text) => text.replaceAll('Tỉnh Lai Châu', '   ')],
];

function withoutNames(text: string): string {
  return [...NAMES.units.values(), ...NAMES.strata.values(), 'Tỷ lệ hộ nghèo', 'Số hộ'].reduce(
    (left, name) => left.replaceAll(name, ''),
    text,
  );
}

describe.each(profiles)('a return of the %s profile is read the same with', (profile) => {
  const delimiter = profile === 'machine' ? ',' : ';';

  it.each(everywhere)('%s', async (_what, save) => {
    const { value, findings } = await readSaved(profile, (text) => save(text, delimiter));
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const plain = (said: unknown) => JSON.stringify(said).normalize('NFC');
    expect(plain(saidBy(value))).toBe(plain(saidBy(null)));
  });
});

describe('tabs between columns', () => {
  it.each([
    ['UTF-8', tabs],
    ['Unicode Text', (text: string) => utf16(tabs(text), false)],
    ['UTF-8 with "sep="', (text: string) => `sep=\t\r\n${tabs(text)}`],
  ])('are read where the descriptor says the decimal sign: %s', async (_what, save) => {
    const { value, findings } = await readSaved('excel', save);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(saidBy(value)).toEqual(saidBy(null));
  });

  it.each([
    ['read where a number proves the decimal sign', ';12,5;', [1000, '-', 12.5, 1.234]],
    ['refused where every number can be read in two ways', ';1,235;', null],
  ])('are without it %s', async (_what, number, figures) => {
    const written = await writeFiles(FIGURES, 'excel');
    const table = written.files.find(({ name }) => name.endsWith(OBSERVATIONS));
    const text = tabs((table ? textOf(table) : '').replace(';12,5;', number));
    const bytes = new TextEncoder().encode(text);
    const { value, findings } = await readReturnCsv([{ name: 'a.observations.csv', bytes }], NAMES);
    expect(value && value.observations.map(({ figure }) => figure)).toEqual(figures);
    expect(findings.some(({ code }) => code === 'csv-tab')).toBe(figures === null);
  });
});

describe('a line "sep=" and blank lines', () => {
  it('leave line and cell of a finding right', async () => {
    const wrong = (text: string) => `sep=,\r\n\r\n${text.replace(',12.5,', ',mười hai,')}`;
    const { findings } = await readSaved('machine', wrong, OBSERVATIONS);
    // Excel does not show the first line as a row.
    expect(findings.find(({ code }) => code === 'return-not-a-number')?.place).toMatchObject({
      line: 6,
      cell: 'M5',
    });
  });
});

describe('a number of whole things', () => {
  /** Empties the checksum, as somebody does who types the number anew. */
  const typed = (number: string) => (text: string) =>
    text.replace(/([,;])(?:1000)([,;].*?[,;])v[a-z]{8}/u, `$1${number}$2`);

  it.each([
    ['machine', '1.000', '1000', '1'],
    ['machine', '1.250', '1250', '1.25'],
    ['machine', '1000.0', '10000', '1000'],
    ['machine', '"1,000"', '1000', '1'],
    ['excel', '1,000', '1000', '1'],
    ['excel', '1.000', '1000', '1'],
    ['excel', '1.234.567', '1234567', '1234.567'],
  ] as const)('is asked for in the %s profile: %s', async (profile, number, whole, broken) => {
    const { value, findings } = await readSaved(profile, typed(number), OBSERVATIONS);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([
      { code: 'return-thousands-or-decimal', place: { cell: 'M2' }, data: { whole, broken } },
    ]);
    expect(value?.observations.map(({ indicator }) => indicator)).not.toContain('households');
    expect([...(value?.leftOut ?? [])]).toEqual(['households|_T|2023|estimate']);
  });

  it('is taken with decimals that the checksum proves to be nothing, and where fractions may be', async () => {
    const padded = await readSaved('machine', (text) => text.replace(',1000,', ',1000.0000,'), OBSERVATIONS);
    expect(padded.findings.map(({ code }) => code)).toEqual(['return-hash']);
    const rate = (text: string) => text.replace(/,12\.5,(.*?,)v[a-z]{8}/u, ',12.250,$1');
    const { value, findings } = await readSaved('machine', rate, OBSERVATIONS);
    expect(findings.map(({ code }) => code)).toEqual(['return-hash']);
    expect(value?.observations.map(({ figure }) => figure)).toContain(12.25);
  });
});

describe('a cell that a spreadsheet changed', () => {
  it.each([
    ['machine', ',12.5,', ',125,', 'value', '12.5'],
    ['machine', ',12.5,', ',0.125,', 'value', '12.5'],
    ['machine', ',12.5,', ',-12.5,', 'value', '12.5'],
    ['excel', ';1,234;', ';1234;', 'value', '1,234'],
    ['machine', ',reported,,-,', ',reported,,x,', 'sign', '-'],
    ['machine', ',2023,estimate,reported,12.5', ',2023,final,reported,12.5', 'vintage', 'estimate'],
    ['machine', ',2023,estimate,reported,12.5', ',2022,estimate,reported,12.5', 'period', '2023'],
    ['machine', ',12.5,', ',12.4,', 'value', null],
  ] as const)('is named with what it was: %s %s made %s', async (profile, before, after, column, was) => {
    const { findings } = await readSaved(profile, (text) => text.replace(before, after), OBSERVATIONS);
    const [finding] = findings.filter(({ severity }) => severity === 'error');
    expect(finding).toMatchObject({ code: 'return-row-changed', data: { column, was } });
    expect(finding?.place.cell).toMatch(/^[JKMN][2-6]$/u);
  });

  it('is no error where it is a reason', async () => {
    const { value, findings } = await readSaved(
      'machine',
      (text) => text.replace('do bão; mất mùa', '"do bão, mất mùa"'),
      OBSERVATIONS,
    );
    expect(findings.map(({ code }) => code)).toEqual(['return-hash']);
    expect(value?.remarks[0]?.text).toBe('do bão, mất mùa');
  });
});
