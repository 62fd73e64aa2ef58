import XLSX from '@e965/xlsx';
import Papa from 'papaparse';
import { dialects, profiles, type Profile } from '../../core/exchange/profile.ts';
import { oldEncodings, type OldEncoding } from '../../core/exchange/reading.ts';
import { oldLetters, utf8, written } from './encodings.ts';
import { filesOf, textOf, type Folder, type HazardSet } from './make-set.ts';

/**
 * What must come of a return when it is imported: `read`, every figure and text as it was; `held`, the same but
 * somebody has to let it in; `apart`, the files are taken apart into the returns of two units, each as it was; else
 * it is refused with the code of what is said first.
 */
export type Outcome = 'read' | 'held' | 'apart' | { refused: string };

/** Files as they may come in, and what must come of them. */
export interface Hazard {
  kind: string;
  what: string;
  profile: Profile;
  make: (set: HazardSet, other: HazardSet) => Folder;
  /** Said by whoever imports. */
  encoding?: OldEncoding;
  must: Outcome;
}

const refused = (code: string): Outcome => ({ refused: code });

/** The set after its observations were saved again. */
const saved =
  (save: (text: string, profile: Profile) => string | Uint8Array) =>
  (profile: Profile) =>
  (set: HazardSet): Folder => {
    const bytes = save(textOf(set.observations), profile);
    return filesOf({
      ...set,
      observations: { ...set.observations, bytes: typeof bytes === 'string' ? utf8(bytes) : bytes },
    });
  };

/** A hazard in both profiles. */
const inBoth = (
  kind: string,
  what: string,
  make: (profile: Profile) => Hazard['make'],
  must: Outcome | Record<Profile, Outcome>,
): Hazard[] =>
  profiles.map((profile) => ({
    kind,
    what,
    profile,
    make: make(profile),
    must: typeof must === 'object' && 'machine' in must ? must[profile] : must,
  }));

/** The tables of a set saved in one way, all of them. */
const all =
  (save: (text: string) => Uint8Array) =>
  () =>
  (set: HazardSet): Folder =>
    filesOf(set).map((file) => (file === set.descriptor ? file : { ...file, bytes: save(textOf(file)) }));

const renamed = (change: (name: string) => string) => () => (set: HazardSet) =>
  filesOf(set).map((file) => ({ ...file, name: change(file.name) }));

const without = (part: keyof HazardSet) => () => (set: HazardSet) =>
  filesOf(set).filter((file) => file !== set[part]);

const delimiterOf = (profile: Profile) => dialects[profile].delimiter;
const rowsOf = (text: string, profile: Profile) =>
  Papa.parse<string[]>(text, { delimiter: delimiterOf(profile), skipEmptyLines: true }).data;
const unparsed = (rows: string[][], profile: Profile) =>
  Papa.unparse(rows, { delimiter: delimiterOf(profile) });

/** The observations with one column changed, and their checksums emptied as by somebody who means it. */
const column = (name: string, change: (cell: string, row: string[]) => string, keepsCheck = true) =>
  saved((text, profile) => {
    const [header = [], ...rows] = rowsOf(text, profile);
    const [at, check] = [header.indexOf(name), header.indexOf('check')];
    const changed = rows.map((row) =>
      row.map((cell, one) => (one === at ? change(cell, row) : one === check && !keepsCheck ? '' : cell)),
    );
    return unparsed([header, ...changed], profile);
  });
const header = (change: (names: string[]) => string[]) =>
  saved((text, profile) => {
    const [names = [], ...rows] = rowsOf(text, profile);
    return unparsed([change(names), ...rows], profile);
  });
const cells = (change: (row: string[]) => string[]) =>
  saved((text, profile) => unparsed(rowsOf(text, profile).map(change), profile));

/** A number in the table typed otherwise, without checksum. */
const typed = (before: Record<Profile, string>, after: string, keepsCheck = false) =>
  saved((text, profile) => {
    const [names = [], ...rows] = rowsOf(text, profile);
    const [value, check] = [names.indexOf('value'), names.indexOf('check')];
    return unparsed(
      [
        names,
        ...rows.map((row) =>
          row[value] === before[profile]
            ? row.map((cell, at) => (at === value ? after : at === check && !keepsCheck ? '' : cell))
            : row,
        ),
      ],
      profile,
    );
  });
const RATE = { machine: '16.25', excel: '16,25' };
const SMALL = { machine: '1.234', excel: '1,234' };
const COUNT = { machine: '1234', excel: '1234' };

/** The observations of two units in one file, alone. */
const joined =
  (join: (one: string, other: string) => string | Uint8Array, withDescriptor = false) =>
  () =>
  (set: HazardSet, other: HazardSet): Folder => {
    const text = join(textOf(set.observations), textOf(other.observations));
    const observations = { ...set.observations, bytes: typeof text === 'string' ? utf8(text) : text };
    return withDescriptor ? filesOf({ ...set, observations }) : [observations];
  };
const bytesOf = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const body = (text: string) => text.slice(text.indexOf('\n') + 1);

/** As SheetJS reads a table by itself and writes it again. */
function sheetJs(text: string, profile: Profile): string {
  const book = XLSX.read(text, { type: 'string', FS: delimiterOf(profile) });
  const [sheet] = Object.values(book.Sheets);
  return sheet ? XLSX.utils.sheet_to_csv(sheet, { FS: delimiterOf(profile) }) : '';
}

/** Every hazard; the table in the README beside this file says the same. */
export const hazards: readonly Hazard[] = [
  ...Object.entries(written).flatMap(([name, write]) =>
    inBoth('encoding', name, all(write), /TCVN3|VNI/u.test(name) ? refused('csv-old-letters') : 'read'),
  ),
  ...Object.entries(oldLetters).flatMap(([name, letters]) =>
    inBoth(
      'encoding',
      `${name} letters in UTF-8`,
      all((text) => utf8(letters(text))),
      refused('csv-old-letters'),
    ),
  ),
  ...['TCVN3', 'VNI'].flatMap((name) =>
    [...oldEncodings].flatMap((encoding) =>
      [
        [`${name}, --encoding ${encoding}`, written[name]] as const,
        [
          `${name} letters in UTF-8, --encoding ${encoding}`,
          (text: string) => utf8(oldLetters[name]?.(text) ?? ''),
        ] as const,
      ].map(([what, write]): Hazard => ({
        kind: 'encoding',
        what,
        profile: 'excel',
        make: all(write ?? utf8)(),
        encoding,
        must: encoding === name.toLowerCase() ? 'read' : refused('csv-old-letters'),
      })),
    ),
  ),
  ...inBoth(
    'encoding',
    'letters saved as question marks',
    all((text) => utf8(text.replaceAll(/[ạ-ỹ]/giu, '?'))),
    refused('csv-letters-lost'),
  ),
  ...inBoth(
    'encoding',
    'NUL bytes behind the end',
    saved((text) => `${text}\0\0\0`),
    refused('csv-nul'),
  ),
  ...inBoth(
    'encoding',
    'UTF-16 with half a letter',
    saved((text) => written['UTF-16LE with a mark']?.(text).slice(0, -1) ?? ''),
    refused('csv-utf16'),
  ),

  ...inBoth(
    'letters',
    'decomposed (NFD)',
    column('indicatorName', (name) => name.normalize('NFD')),
    'read',
  ),
  ...inBoth(
    'letters',
    'Ð for Đ',
    column('unitName', (name) => name.replaceAll('Đ', 'Ð')),
    'read',
  ),
  ...inBoth(
    'letters',
    'no-break spaces in names',
    column('unitName', (name) => name.replaceAll(' ', '\u00a0')),
    'read',
  ),
  ...inBoth(
    'letters',
    'the name of another indicator',
    column('indicatorName', (name) => (name.includes('Tỷ lệ hộ nghèo') ? 'Tổng số hộ gia đình' : name)),
    refused('return-code-name'),
  ),
  ...inBoth(
    'letters',
    'names emptied',
    column('indicatorName', () => ''),
    'read',
  ),

  ...inBoth(
    'lines',
    'LF',
    saved((text) => text.replaceAll('\r\n', '\n')),
    'read',
  ),
  ...inBoth(
    'lines',
    'CR',
    saved((text) => text.replaceAll(/\r?\n/gu, '\r')),
    'read',
  ),
  ...inBoth(
    'lines',
    'LF and CRLF in turn',
    saved((text) => text.replaceAll('\r\n', '\n').replace('\n', '\r\n')),
    'read',
  ),
  ...inBoth(
    'lines',
    'none at the end',
    saved((text) => text.trimEnd()),
    'read',
  ),
  ...inBoth(
    'lines',
    'Control-Z at the end',
    saved((text) => `${text}\u001a`),
    'read',
  ),
  ...inBoth(
    'lines',
    '"sep=" first',
    saved((text, profile) => `sep=${delimiterOf(profile)}\r\n${text}`),
    'read',
  ),
  ...inBoth(
    'lines',
    'rows of delimiters',
    saved((text, profile) => text + `${delimiterOf(profile).repeat(17)}\r\n`.repeat(30)),
    'read',
  ),
  ...inBoth(
    'lines',
    'delimiters behind every row',
    saved((text, profile) => text.replaceAll('\r\n', `${delimiterOf(profile).repeat(3)}\r\n`)),
    'read',
  ),
  ...inBoth(
    'lines',
    'blank lines above and between',
    saved((text) => `\r\n${text.replaceAll('\r\n', '\r\n\r\n')}`),
    'read',
  ),

  ...inBoth(
    'delimiter',
    'tabs',
    saved((text, profile) => Papa.unparse(rowsOf(text, profile), { delimiter: '\t' })),
    'read',
  ),
  ...inBoth(
    'delimiter',
    'that of the other profile',
    saved((text, profile) =>
      Papa.unparse(rowsOf(text, profile), { delimiter: profile === 'machine' ? ';' : ',' }),
    ),
    refused('csv-delimiter'),
  ),
  ...inBoth(
    'delimiter',
    'a vertical bar',
    saved((text, profile) => Papa.unparse(rowsOf(text, profile), { delimiter: '|' })),
    refused('csv-not-ours'),
  ),
  ...inBoth(
    'delimiter',
    'every cell quoted',
    saved((text, profile) =>
      Papa.unparse(rowsOf(text, profile), { delimiter: delimiterOf(profile), quotes: true }),
    ),
    'read',
  ),
  ...inBoth(
    'delimiter',
    'a quote never closed',
    saved((text) => text.replace('chờ kết quả', '"chờ kết quả')),
    refused('csv-unclosed-quote'),
  ),

  ...inBoth(
    'number',
    'a share with the other decimal sign',
    (profile) => typed(RATE, profile === 'machine' ? '16,25' : '16.25')(profile),
    refused('return-number-dialect'),
  ),
  ...inBoth(
    'number',
    'decimals padded with zeros',
    (profile) => typed(RATE, profile === 'machine' ? '16.2500000' : '16,2500000')(profile),
    'read',
  ),
  ...inBoth('number', 'a decimal sign lost', typed(SMALL, '1234', true), refused('return-row-changed')),
  ...inBoth(
    'number',
    'a count with a sign, its checksum emptied',
    (profile) => typed(COUNT, profile === 'machine' ? '1.234' : '1,234')(profile),
    refused('return-thousands-or-decimal'),
  ),
  ...inBoth('number', 'a count grouped with blanks', typed(COUNT, '1 234'), refused('return-not-a-number')),
  ...inBoth('number', 'an exponent', typed(COUNT, '1.234E+03'), refused('return-number-shortened')),
  ...inBoth('number', 'full-width digits', typed(COUNT, '１２３４'), refused('return-not-a-number')),
  ...(
    [
      ['narrow no-break spaces', '1\u202f234'],
      ['no-break spaces', '1\u00a0234'],
      ['apostrophes', "1'234"],
      ['a decimal arrow', '1⎖234'],
    ] as const
  ).flatMap(([by, number]) =>
    inBoth('number', `a count grouped with ${by}`, typed(COUNT, number), refused('return-not-a-number')),
  ),
  ...inBoth('number', 'Arabic-Indic digits', typed(COUNT, '١٢٣٤'), refused('return-not-a-number')),
  ...inBoth('number', 'a minus behind', typed(COUNT, '1234-'), refused('return-not-a-number')),
  ...inBoth('number', 'in brackets, a loss', typed(COUNT, '(1234)'), refused('return-not-a-number')),
  ...inBoth('number', 'a per cent sign behind', typed(RATE, '16%'), refused('return-not-a-number')),
  ...inBoth('number', 'a unit behind', typed(COUNT, '1234 hộ'), refused('return-not-a-number')),
  ...inBoth('number', 'a fraction sign', typed(RATE, '16¼'), refused('return-not-a-number')),
  ...inBoth('number', 'a short exponent', typed(COUNT, '1E+05'), refused('return-number-shortened')),
  ...inBoth('number', 'a plus before', typed(COUNT, '+1234'), refused('return-not-a-number')),
  ...inBoth('number', 'a minus of print', typed(COUNT, '−1234'), refused('return-not-a-number')),
  ...inBoth('number', 'a hexadecimal', typed(COUNT, '0x4D2'), refused('return-not-a-number')),
  ...inBoth('number', 'an underscore', typed(COUNT, '1_234'), refused('return-not-a-number')),
  ...inBoth('number', 'a formula', typed(COUNT, '=1234'), refused('return-not-a-number')),
  ...inBoth('number', 'hash marks of a narrow column', typed(COUNT, '####'), refused('return-not-a-number')),
  ...inBoth('number', 'a date of days and months', typed(RATE, '16-Dec'), refused('return-not-a-number')),
  ...inBoth('number', 'a true and a false', typed(COUNT, 'TRUE'), refused('return-not-a-number')),
  ...inBoth('number', 'blanks around', typed(COUNT, ' 1234 '), 'read'),
  ...inBoth('number', 'a date', typed(RATE, '16/12/2025'), refused('return-not-a-number')),
  ...inBoth('number', 'an error of a spreadsheet', typed(RATE, '#N/A'), refused('return-not-a-number')),
  ...inBoth('number', 'emptied, its checksum left', typed(RATE, '', true), refused('return-status')),
  ...inBoth(
    'number',
    '"1.234" of a share, no descriptor, checksums emptied, no other decimals',
    (profile) => (set) => {
      const rate = typed(RATE, '17')(profile)(set)[0] ?? set.observations;
      const { observations } = { ...set, observations: rate };
      return column('value', (cell) => cell, false)(profile)({ ...set, observations }).slice(0, 1);
    },
    refused('return-thousands-unproven'),
  ),

  ...inBoth(
    'columns',
    'swapped',
    cells((row) => [...row].reverse()),
    'read',
  ),
  ...inBoth(
    'columns',
    'one left out',
    cells((row) => row.slice(0, -1)),
    refused('csv-wrong-columns'),
  ),
  ...inBoth(
    'columns',
    'one added',
    cells((row) => [...row, 'x']),
    refused('csv-wrong-columns'),
  ),
  ...inBoth(
    'columns',
    'named `__proto__`',
    header((names) => names.map((name) => (name === 'period' ? '__proto__' : name))),
    refused('csv-wrong-columns'),
  ),
  ...inBoth(
    'columns',
    'named `constructor`',
    header((names) => names.map((name) => (name === 'value' ? 'constructor' : name))),
    refused('csv-wrong-columns'),
  ),
  ...inBoth(
    'columns',
    'one name twice',
    header((names) => names.map((name) => (name === 'sign' ? 'value' : name))),
    refused('csv-wrong-columns'),
  ),
  ...inBoth(
    'columns',
    'two names exchanged over their cells',
    header((names) =>
      names.map((name) => (name === 'indicator' ? 'stratum' : name === 'stratum' ? 'indicator' : name)),
    ),
    refused('return-cell-form'),
  ),
  ...inBoth(
    'columns',
    'names in another language',
    header((names) => names.map((name) => `cột ${name}`)),
    refused('csv-not-ours'),
  ),
  ...inBoth(
    'columns',
    'no header',
    saved((text) => text.slice(text.indexOf('\n') + 1)),
    refused('csv-not-ours'),
  ),
  ...inBoth(
    'columns',
    'cells moved one to the right in a row',
    saved((text, profile) =>
      text.replace(/\nVN12\.106./u, (found) => `\n${delimiterOf(profile)}${found.slice(1)}`),
    ),
    refused('csv-columns'),
  ),

  ...inBoth(
    'cut off',
    'in the middle of a row',
    saved((text) => text.slice(0, -30)),
    refused('csv-columns'),
  ),
  ...inBoth(
    'cut off',
    'the last row',
    saved((text) => text.slice(0, text.trimEnd().lastIndexOf('\n') + 1)),
    refused('return-row-count'),
  ),
  ...inBoth(
    'cut off',
    'all but the header',
    saved((text) => text.slice(0, text.indexOf('\n') + 1)),
    refused('return-row-count'),
  ),
  ...inBoth(
    'cut off',
    'everything',
    saved(() => ''),
    refused('csv-empty'),
  ),
  ...inBoth(
    'cut off',
    'the descriptor in its middle',
    () => (set) =>
      filesOf({ ...set, descriptor: { ...set.descriptor, bytes: set.descriptor.bytes.slice(0, 400) } }),
    refused('csv-descriptor-invalid'),
  ),
  ...inBoth('missing', 'the baselines', without('baselines'), refused('return-file-missing')),
  ...inBoth('missing', 'the verdicts', without('verdicts'), refused('return-file-missing')),
  ...inBoth('missing', 'the observations', without('observations'), refused('return-file-missing')),
  ...inBoth('missing', 'the descriptor', without('descriptor'), 'held'),

  ...['(1)', '- Copy', '- Bản sao', '- bản sao (2)'].flatMap((copy) =>
    inBoth(
      'renamed',
      `all files with " ${copy}"`,
      renamed((name) => name.replace(/(\.(?:csv|json))$/u, ` ${copy}$1`)),
      'read',
    ),
  ),
  ...inBoth(
    'renamed',
    'only the descriptor with " (1)"',
    renamed((name) => name.replace('.json', ' (1).json')),
    'read',
  ),
  ...inBoth(
    'renamed',
    'tables as .txt',
    renamed((name) => name.replace('.csv', '.txt')),
    'read',
  ),
  ...inBoth(
    'doubled',
    'every row twice',
    saved((text) => text + text.slice(text.indexOf('\n') + 1)),
    refused('return-row-count'),
  ),
  ...inBoth(
    'doubled',
    'joined with itself',
    saved((text) => text + text),
    refused('csv-header-again'),
  ),

  ...(
    [
      ['an Excel workbook', 'PK\u0003\u0004…[Content_Types].xml…xl/workbook.xml'],
      ['a web page of Excel', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'],
      ['an XML spreadsheet', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'],
      ['a PDF', '%PDF-1.7'],
      ['a .rar', 'Rar!\u001a\u0007\u0001\u0000'],
    ] as const
  ).flatMap(([what, begin]) =>
    inBoth(
      'named .csv',
      what,
      saved(() => begin),
      refused('csv-other-kind'),
    ),
  ),

  ...inBoth(
    'saved again',
    'papaparse with types',
    saved((text, profile) => {
      const { data } = Papa.parse<unknown[]>(text, {
        delimiter: delimiterOf(profile),
        dynamicTyping: true,
        skipEmptyLines: true,
      });
      return Papa.unparse(data, { delimiter: delimiterOf(profile) });
    }),
    { machine: 'read', excel: 'read' },
  ),
  ...inBoth('saved again', 'SheetJS by itself', saved(sheetJs), 'read'),
  ...inBoth(
    'saved again',
    'R write.csv (row names first, NA for blanks)',
    saved((text, profile) => {
      const rows = rowsOf(text, profile).map((row, at) => [
        at === 0 ? '' : String(at),
        ...row.map((cell) => (cell === '' ? 'NA' : cell)),
      ]);
      return Papa.unparse(rows, { delimiter: delimiterOf(profile), quotes: true });
    }),
    refused('csv-wrong-columns'),
  ),
  ...inBoth(
    'saved again',
    'pandas (all numbers as floats)',
    column('value', (cell) => (/^\d+$/u.test(cell) ? `${cell}.0` : cell)),
    { machine: 'read', excel: refused('return-number-dialect') },
  ),
  ...inBoth(
    'saved again',
    'R (NA for blank signs)',
    column('sign', (cell) => (cell === '' ? 'NA' : cell)),
    refused('return-cell-form'),
  ),
  ...inBoth(
    'saved again',
    'numbers as R readr writes them',
    column('value', (cell) => cell.replace(/^(\d+),(\d+)$/u, '$1,$2').replace(/^11940$/u, '11940.0000000')),
    { machine: 'read', excel: refused('return-number-dialect') },
  ),
  ...inBoth(
    'saved again',
    'Excel "Unicode Text" (tabs, UTF-16, .txt)',
    (profile) => (set) =>
      saved(
        (text) =>
          written['UTF-16LE with a mark']?.(Papa.unparse(rowsOf(text, profile), { delimiter: '\t' })) ?? '',
      )(profile)(set).map((file) => ({ ...file, name: file.name.replace('.csv', '.txt') })),
    'read',
  ),
  ...inBoth(
    'saved again',
    'as Excel on a Mac does (CR, "_" for letters it lacks)',
    saved((text) => utf8(text.replaceAll(/[ạ-ỹ]/giu, '_').replaceAll('\r\n', '\r'))),
    refused('csv-letters-lost'),
  ),
  ...inBoth(
    'saved again',
    'Google Sheets (LF, no line end, commas)',
    saved((text, profile) => Papa.unparse(rowsOf(text, profile), { newline: '\n' })),
    { machine: 'read', excel: refused('csv-delimiter') },
  ),
  ...inBoth(
    'saved again',
    'Numbers (a title above, columns A to R)',
    saved(
      (text, profile) =>
        `${['Table 1', ...Array<string>(17).fill('')].join(delimiterOf(profile))}\r\n${text}`,
    ),
    refused('csv-not-ours'),
  ),
  ...inBoth(
    'saved again',
    'WPS (quotes around every text, semicolons kept)',
    saved((text, profile) =>
      Papa.unparse(rowsOf(text, profile), {
        delimiter: delimiterOf(profile),
        quotes: true,
        newline: '\n',
      }),
    ),
    'read',
  ),
  ...inBoth(
    'saved again',
    'three dots made one sign',
    column('sign', (cell) => (cell === '...' ? '…' : cell)),
    'read',
  ),
  ...inBoth(
    'saved again',
    'years made dates',
    column('period', (cell) => `${cell}-01-01`),
    refused('return-cell-form'),
  ),

  ...inBoth(
    'two units',
    'two headers',
    joined((one, other) => one + other),
    'apart',
  ),
  ...inBoth(
    'two units',
    'two headers, byte order marks before both',
    joined((one, other) => `\ufeff${one}\ufeff${other}`),
    'apart',
  ),
  ...inBoth(
    'two units',
    'below one header',
    joined((one, other) => one + body(other)),
    'apart',
  ),
  ...inBoth(
    'two units',
    'the second in windows-1258',
    joined((one, other) => bytesOf(utf8(one), written['windows-1258']?.(other) ?? utf8(other))),
    'apart',
  ),
  ...inBoth(
    'two units',
    'both in UTF-16, marks before both',
    joined((one, other) => written['UTF-16LE with a mark']?.(`${one}\ufeff${other}`) ?? ''),
    'apart',
  ),
  ...inBoth(
    'two units',
    'a Control-Z behind each, with the descriptor of the first',
    joined((one, other) => `${one}\u001a${other}\u001a`, true),
    'apart',
  ),
];
