import { describe, expect, it } from 'vitest';
import type { ExchangeNames } from '../../../core/exchange/names.ts';
import type { Profile } from '../../../core/exchange/profile.ts';
import { observationsTable } from '../../../core/exchange/tables.ts';
import type { Finding } from '../../../core/base/finding.ts';
import { CSV_LIMITS } from '../../../formats/csv/limits.ts';
import { readReturnCsv } from '../../../formats/csv/read-return.ts';
import type { ReturnFile, ReturnFiles } from '../../../formats/csv/write-return.ts';
import { expectReadable } from '../../core/wording/readable.ts';
import { NAMES } from './arbitrary-return.ts';
import { fileOf, makeReturn, observation, textOf, withText, writeFiles } from './make-return.ts';

/** Reads a return, and expects every finding to read well in both languages. */
async function read(files: readonly ReturnFile[], names: ExchangeNames | null = NAMES) {
  const outcome = await readReturnCsv(files, names);
  expectReadable(outcome.findings);
  return outcome;
}

/** Code, file ending and line of findings. */
function brief(findings: readonly Finding[]): [string, number | undefined][] {
  return findings.map(({ code, place }) => [code, place.line]);
}

/** The files with the text of one of them changed. */
function edited(written: ReturnFiles, end: string, change: (text: string) => string): ReturnFile[] {
  const file = fileOf(written, end);
  const after = change(textOf(file));
  expect(after).not.toBe(textOf(file));
  return written.files.map((one) => (one === file ? withText(file, after) : one));
}

/** Reads the small return after its observations were changed. */
async function readEdited(profile: Profile, change: (text: string) => string) {
  return read(edited(await writeFiles(makeReturn(), profile), '.observations.csv', change));
}

/** Takes the checksums away, as somebody does who changes a row on purpose. */
function withoutChecks(text: string): string {
  return text.replaceAll(/[b-df-hj-np-tv-xz]{9}(?=\r\n)/gu, '');
}

const HASH: [string, undefined] = ['return-hash', undefined];

describe('a row that was changed', () => {
  it('is found out by its check, and taken when the check is emptied', async () => {
    const change = (text: string) => text.replace(',12.5,', ',13.5,');
    const caught = await readEdited('machine', change);
    expect(brief(caught.findings)).toEqual([HASH, ['return-row-changed', 4]]);
    expect(caught.value?.observations.map(({ figure }) => figure)).toEqual(['-', 1.234]);
    const meant = await readEdited('machine', (text) => withoutChecks(change(text)));
    expect(brief(meant.findings)).toEqual([HASH]);
    expect(meant.value?.observations.map(({ figure }) => figure)).toEqual(['-', 13.5, 1.234]);
  });

  it('is found out when a spreadsheet takes the decimal comma for a thousands sign', async () => {
    const { findings } = await readEdited('excel', (text) => text.replace(';1,234;', ';1234;'));
    expect(brief(findings)).toEqual([HASH, ['return-row-changed', 6]]);
  });
});

describe('a cell that does not have the form of its column', () => {
  it.each([
    ['machine', ',12.5,', ',"12,5",', 'return-number-dialect'],
    ['excel', ';12,5;', ';12.5;', 'return-number-dialect'],
    ['excel', ';1,234;', ';1.234;', 'return-number-dialect'],
    ['excel', ';12,5;', ';1,25E+01;', 'return-number-shortened'],
    ['machine', ',12.5,', ',mười hai,', 'return-not-a-number'],
    ['machine', ',-,', ',--,', 'return-cell-form'],
    ['machine', ',estimate,reported,12.5', ',guess,reported,12.5', 'return-cell-form'],
    ['machine', ',2023,estimate,reported,12.5', ',2023-M13,estimate,reported,12.5', 'return-cell-form'],
    ['machine', ',2023,estimate,reported,12.5', ',,estimate,reported,12.5', 'return-cell-empty'],
    ['machine', ',reported,12.5,', ',reported,,', 'return-status'],
    ['machine', ',reported,12.5,', ',blank,12.5,', 'return-status'],
    ['machine', ',_,blank,', ',_,reported,', 'return-status'],
    ['machine', ',12.5,,', ',12.5,x,', 'return-value-and-sign'],
    ['machine', ',poverty-rate,Tỷ lệ hộ nghèo,_T', ',poverty-rat,Tỷ lệ,_T', 'return-code-unknown'],
    ['machine', 'VN12,2023,no,poverty', 'VN12.XX,2023,no,poverty', 'return-code-unknown'],
    ['machine', ',Tỷ lệ hộ nghèo,_T', ',Số hộ,_T', 'return-code-name'],
    ['machine', 'VN12,2023,no,poverty', 'VN12,2022,no,poverty', 'return-other'],
    ['machine', 'VN12,2023,no,poverty', 'VN12,2023,yes,poverty', 'return-other'],
    ['machine', 'reported,12.5,', 'reported,12.5,,,,', 'csv-columns'],
  ] as const)('%s: %s made %s', async (profile, before, after, code) => {
    const { findings } = await readEdited(profile, (text) => text.replace(before, after));
    const [first, ...more] = findings.filter((finding) => finding.code !== 'return-hash');
    expect(first?.code).toBe(code);
    expect(first?.place.file).toMatch(/\.observations\.csv$/u);
    expect(first?.place.line).toBeGreaterThan(1);
    expect(more.every(({ place }) => place.line === first?.place.line)).toBe(true);
  });

  it('is taken where a spreadsheet only made one sign of three dots', async () => {
    const figures = makeReturn({ observations: [observation({ figure: '...' })], remarks: [] });
    const files = edited(await writeFiles(figures, 'excel'), '.observations.csv', (text) =>
      text.replace(';...;', ';…;'),
    );
    const { value, findings } = await read(files);
    expect(brief(findings)).toEqual([HASH]);
    expect(value?.observations[0]?.figure).toBe('...');
  });
});

describe('a code', () => {
  describe('that lost its zero', () => {
    const written = writeFiles(
      makeReturn({
        unit: 'VN12.040',
        reporter: 'VN12.040',
        observations: [
          observation({ unit: 'VN12.040', reporter: 'VN12.040' }),
          observation({ unit: 'VN12.040', reporter: 'VN12.040', period: '2022', vintage: 'final' }),
        ],
        remarks: [],
        ownVerdicts: [],
        baselines: [],
      }),
      'machine',
    );
    const readAs = async (change: (text: string) => string) => {
      const file = fileOf(await written, '.observations.csv');
      return read([withText(file, change(textOf(file)))]);
    };

    it('is restored by the code list and the name beside it, with one warning, and read so again', async () => {
      const shorten = (text: string) => text.replaceAll('VN12.040,', 'VN12.40,');
      const { value, findings, reading } = await readAs(shorten);
      expect(findings.slice(1)).toMatchObject([
        {
          code: 'return-zeros-restored',
          severity: 'warning',
          data: { what: 'unit', found: 'VN12.40', code: 'VN12.040' },
          place: { cell: 'A2' },
        },
      ]);
      expect(value).toMatchObject({ unit: 'VN12.040', reporter: 'VN12.040' });
      expect(reading).toEqual({ encodings: [], codes: [['VN12.40', 'VN12.040']] });
      const file = fileOf(await written, '.observations.csv');
      const again = await readReturnCsv([withText(file, shorten(textOf(file)))], null, { reading });
      expect(again.value?.observations).toEqual(value?.observations);
    });

    it('is not restored without the name, nor under the name of another', async () => {
      for (const name of ['', 'Bảo hiểm xã hội tỉnh']) {
        const { findings } = await readAs((text) =>
          text.replaceAll('VN12.040,Huyện Mẫu,', `VN12.40,${name},`),
        );
        expect(findings.map(({ code }) => code)).toContain('return-code-unknown');
      }
    });
  });

  it('whose name the catalogue has changed is a warning, and still read', async () => {
    const written = await writeFiles(makeReturn(), 'machine');
    const indicators = new Map([...NAMES.indicators, ['poverty-rate', 'Tỷ lệ hộ nghèo đa chiều']]);
    const { value, findings } = await read(written.files, { ...NAMES, indicators });
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['return-name-differs']));
    expect(value?.observations).toHaveLength(3);
  });

  it('is not checked without names', async () => {
    const { findings } = await read((await writeFiles(makeReturn(), 'machine')).files, null);
    expect(findings).toEqual([]);
  });
});

describe('a file that is no table of ours, or not whole', () => {
  it('says all wrong columns at once', async () => {
    const { value, findings } = await readEdited('machine', (text) =>
      text.replace('period,', '__proto__,').replace('sign,', 'constructor,').replace('vintage,', 'status,'),
    );
    expect(value).toBeNull();
    const wrong = findings.find(({ code }) => code === 'csv-wrong-columns');
    expect(wrong?.data).toMatchObject({
      missing: ['period', 'vintage', 'sign'],
      unknown: ['__proto__', 'constructor'],
      twice: ['status'],
    });
    expect(wrong?.place.line).toBe(1);
  });

  it('says on which line a quote is opened that is never closed', async () => {
    const { findings } = await readEdited('machine', (text) => text.replace(',12.5,,,,"do', ',12.5,,,,do'));
    expect(brief(findings)).toEqual([['csv-stray-quote', 5]]);
    const open = await readEdited('machine', (text) => text.replace(',1.234,', ',"1.234,'));
    expect(brief(open.findings)).toEqual([['csv-unclosed-quote', 6]]);
  });

  it('finds the same row twice, lost rows and rows of other returns', async () => {
    const twice = await readEdited('machine', (text) => {
      const lines = text.split('\r\n');
      return [...lines.slice(0, 4), ...lines.slice(1)].join('\r\n');
    });
    expect(brief(twice.findings)).toContainEqual(['return-row-count', undefined]);
    expect(twice.findings.find(({ code }) => code === 'return-row-twice')?.data).toMatchObject({
      firstLine: 2,
    });
    const lost = await readEdited('machine', (text) => text.replace(/VN12,.*?new-jobs.*?\r\n/u, ''));
    expect(lost.findings.find(({ code }) => code === 'return-row-count')?.data).toEqual({
      found: 3,
      expected: 4,
    });
  });

  it('refuses what another program saved with another delimiter, and does not guess its decimal sign', async () => {
    const files = edited(await writeFiles(makeReturn(), 'machine'), '.observations.csv', (text) =>
      text.replaceAll(',', ';'),
    );
    const { value, findings } = await read(files);
    expect(value).toBeNull();
    expect(brief(findings)[0]).toEqual(['csv-delimiter', 1]);
    expect(findings.map(({ code }) => code)).not.toContain('return-number-dialect');
  });

  it('refuses a table given twice and tables of two profiles', async () => {
    const machine = await writeFiles(makeReturn(), 'machine');
    const excel = await writeFiles(makeReturn(), 'excel');
    const file = fileOf(machine, '.observations.csv');
    const twice = await read([...machine.files, { ...file, name: 'copy.csv' }]);
    expect(twice.findings.map(({ code }) => code)).toEqual(['return-table-twice']);
    const mixed = await read([file, fileOf(excel, '.verdicts.csv')]);
    expect(mixed.findings.map(({ code }) => code)).toEqual([
      'return-no-descriptor',
      'return-profile-differs',
    ]);
  });

  it('says which files are missing', async () => {
    const { files } = await writeFiles(makeReturn(), 'machine');
    const noTables = await read(files.filter(({ name }) => name.endsWith('.json')));
    expect(noTables.findings.map(({ code }) => code)).toEqual([
      'return-file-missing',
      'return-file-missing',
      'return-file-missing',
      'return-no-observations',
    ]);
    const foreign = await read([withText({ name: 'a.csv', bytes: new Uint8Array() }, 'a;b\n1;2\n')]);
    expect(brief(foreign.findings)).toContainEqual(['csv-not-ours', 1]);
  });

  it('hands on that the workbook had errors', async () => {
    const { files } = await writeFiles(makeReturn(), 'machine', 2);
    const { findings } = await read(files);
    const codes = [{ code: 'figure-not-read', count: 2, title: null }];
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'return-had-errors',
        severity: 'error',
        data: { count: 2, codes, forced: false },
      }),
    ]);
  });
});

const HEADER = observationsTable.columns.map(({ name }) => name).join(',');

describe('bytes that are no UTF-8 text', () => {
  const utf16 = (text: string) =>
    new Uint8Array([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));
  const bytesOf = (text: string) => new Uint8Array([...text].map((letter) => letter.charCodeAt(0)));

  it.each([
    [
      'half a letter of UTF-16',
      new Uint8Array([0xff, 0xfe, ...utf16('unit,unitName'), 0x1e]),
      'csv-utf16',
      undefined,
    ],
    [
      'half a letter without a mark',
      utf16('unit,unitName\r\nVN12,Lai Châu').slice(0, -1),
      'csv-utf16',
      undefined,
    ],
    [
      'bytes of nobody knows what',
      bytesOf(`${HEADER}\r\nVN12,T\u00f2nh Lai Ch\u00e2u${','.repeat(16)}\r\n`),
      'csv-not-utf8',
      2,
    ],
    ['a NUL byte', bytesOf('unit,unitName\r\n\r\nVN12,\0 and much more text than zeros'), 'csv-nul', 3],
    ['nothing', new Uint8Array(), 'csv-empty', undefined],
    ['a byte order mark alone', new Uint8Array([0xef, 0xbb, 0xbf]), 'csv-empty', undefined],
    ['a zip', bytesOf('PK\u0003\u0004\u00ff\u00fe'), 'csv-other-kind', undefined],
    ['a web page', bytesOf('<html><table><tr><td>unit</td></tr></table>'), 'csv-other-kind', undefined],
    [
      'an old workbook',
      bytesOf('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'),
      'csv-other-kind',
      undefined,
    ],
  ])('%s', async (_, bytes, code, line) => {
    const { value, findings } = await read([{ name: 'a.observations.csv', bytes }]);
    expect(value).toBeNull();
    expect(brief(findings)).toContainEqual([code, line]);
  });
});

describe('a file made to harm', () => {
  const file = (text: string) => withText({ name: 'a.csv', bytes: new Uint8Array() }, text);

  it('is refused above the limits, before it is parsed', async () => {
    const limits = { ...CSV_LIMITS, fileBytes: 10_000, lines: 20, cellLength: 100 };
    const codes = async (text: string) =>
      (await readReturnCsv([file(text)], null, { limits })).findings.map(({ code }) => code);
    expect(await codes('x'.repeat(10_001))).toContain('csv-too-large');
    expect(await codes(`${HEADER}\n${'\n'.repeat(30)}`)).toContain('csv-too-many-rows');
    expect(await codes(`${HEADER}\n"${'x'.repeat(200)}"`)).toContain('csv-cell-too-long');
    expect(await codes(`${HEADER}\n${'x'.repeat(200)}`)).toContain('csv-cell-too-long');
  });

  it('is not read to its end when every row of it is wrong', async () => {
    const text = `${HEADER}\n${'VN12,,,,,,,,,,,,,,,,,\n'.repeat(40_000)}`;
    const { value, findings } = await read([file(text)]);
    expect(value).toBeNull();
    expect(findings.length).toBeLessThan(2_100);
    expect(findings.at(-1)?.code).toBe('return-too-many-faults');
  });

  it('takes no time out of proportion', async () => {
    const begin = performance.now();
    for (const text of [
      '"'.repeat(3_000_000),
      '"a'.repeat(1_500_000),
      ','.repeat(3_000_000),
      '\n'.repeat(400_000),
    ])
      await readReturnCsv([file(`${HEADER}\n${text}`)], null);
    expect(performance.now() - begin).toBeLessThan(20_000);
  });

  it('names no property of an object', async () => {
    const names = { ...NAMES, units: new Map([['VN12', 'Tỉnh Lai Châu']]) };
    const cells = observationsTable.columns.map(({ name }) =>
      name === 'sample' ? '__proto__' : 'constructor',
    );
    const { findings } = await read([file(`${HEADER}\n${cells.join(',')}\n`)], names);
    expect(findings.some(({ code }) => code === 'return-cell-form')).toBe(true);
  });
});

describe('a descriptor', () => {
  it.each([
    ['no JSON', '{', 'csv-descriptor-invalid'],
    ['of another kind', '{"name":"x"}', 'csv-descriptor-invalid'],
    ['a list', '[]', 'csv-descriptor-invalid'],
    ['newer', '{"chitieu":{"schema":9}}', 'csv-descriptor-newer'],
  ])('that is %s is refused, and the tables are read by themselves', async (_, text, code) => {
    const written = await writeFiles(makeReturn(), 'machine');
    const descriptor = fileOf(written, '.json');
    const files = written.files.map((one) => (one === descriptor ? withText(one, text) : one));
    const { value, findings } = await read(files);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(value?.observations).toHaveLength(3);
  });

  it('says whose return it is, and rows of another are refused', async () => {
    const written = await writeFiles(makeReturn(), 'machine');
    const files = edited(written, '.json', (text) => text.replaceAll('"VN12"', '"VN12.040"'));
    const { value, findings } = await read(files);
    expect(value?.observations).toEqual([]);
    expect(findings.every(({ code }) => code === 'return-other')).toBe(true);
    expect(findings.length).toBeGreaterThan(4);
  });
});
