import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { dialects, profiles } from '../../../core/exchange/profile.ts';
import type { ReturnFigures } from '../../../core/exchange/return-figures.ts';
import { readReturnCsv } from '../../../formats/csv/read-return.ts';
import { arbitraryReturn, NAMES } from './arbitrary-return.ts';
import { fileOf, makeReturn, observation, textOf, withText, writeFiles } from './make-return.ts';

/** What must come back; the profile and the places are of the files. */
function saidBy({ unit, reporter, round, sample, plans, ...said }: ReturnFigures) {
  const { observations, remarks, ownVerdicts, baselines, unread } = said;
  const byUnit = said.byUnit.map((one) => ({ ...one })).sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const all = { observations, remarks, ownVerdicts, baselines, unread, byUnit };
  return { unit, reporter, round, sample, plans, ...all };
}

/** An empty one is not written. */
const arbitraryFilled = arbitraryReturn.filter((one) =>
  [one.observations, one.remarks, one.ownVerdicts, one.baselines, one.byUnit].some(
    ({ length }) => length > 0,
  ),
);

describe.each(profiles)('a return in the %s profile', (profile) => {
  it('reads back the same, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFilled, async (figures) => {
        const { files } = await writeFiles(figures, profile);
        const { value, findings } = await readReturnCsv(files, NAMES);
        expect(findings).toEqual([]);
        expect(value && saidBy(value)).toEqual(saidBy(figures));
        expect(value?.profile).toBe(profile);
      }),
      { numRuns: 200 },
    );
  });

  it('reads back the same without its descriptor, but for the plans, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryReturn.filter(({ observations }) => observations.length > 0),
        async (figures) => {
          const { files } = await writeFiles(figures, profile);
          const tables = files.filter(({ name }) => name.endsWith('.csv'));
          const { value, findings } = await readReturnCsv(tables.reverse(), NAMES);
          expect(findings.map(({ code }) => code)).toEqual(['return-no-descriptor']);
          expect(value && saidBy(value)).toEqual({ ...saidBy(figures), plans: new Map() });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('has the same bytes for the same figures, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFilled, async (figures) => {
        const other: ReturnFigures = {
          ...figures,
          observations: [...figures.observations].reverse(),
          remarks: [...figures.remarks].reverse(),
          ownVerdicts: [...figures.ownVerdicts].reverse(),
          baselines: [...figures.baselines].reverse(),
        };
        expect(await writeFiles(other, profile)).toEqual(await writeFiles(figures, profile));
      }),
      { numRuns: 50 },
    );
  });

  it('reads back the same with columns and rows in another order', async () => {
    const written = await writeFiles(makeReturn(), profile);
    const file = fileOf(written, '.observations.csv');
    const { delimiter } = dialects[profile];
    const { data } = Papa.parse<string[]>(textOf(file), { delimiter, skipEmptyLines: true });
    const [header = [], ...rows] = data.map((cells) => cells.reverse());
    const text = Papa.unparse([header, ...rows.reverse()], { delimiter });
    const changed = written.files.map((one) => (one === file ? withText(file, text) : one));
    const { value, findings } = await readReturnCsv(changed, NAMES);
    expect(findings.map(({ code }) => code)).toEqual(['return-hash']);
    expect(value && saidBy(value)).toEqual(saidBy(makeReturn()));
  });

  it('reads back the same with any line ends', async () => {
    const written = await writeFiles(makeReturn(), profile);
    const expected = (await readReturnCsv(written.files, NAMES)).value;
    const file = fileOf(written, '.observations.csv');
    for (const lineEnd of ['\n', '\r', '\r\n']) {
      const bytes = new TextEncoder().encode(textOf(file).replaceAll(/\r?\n/gu, lineEnd));
      const { value, findings } = await readReturnCsv(
        written.files.map((one) => (one === file ? { name: file.name, bytes } : one)),
        NAMES,
      );
      // Line ends inside cells changed too, and so did the bytes.
      expect(findings.map(({ code }) => code)).toEqual(['return-hash']);
      expect(value && saidBy(value)).toEqual(expected && saidBy(expected));
    }
  });
});

describe('the files', () => {
  it('are as RFC 4180 and the profile say', async () => {
    const figures = makeReturn({ observations: [observation({ figure: 12.5, note: 'a "b"' })], remarks: [] });
    const machine = fileOf(await writeFiles(figures, 'machine'), '.observations.csv');
    expect([...machine.bytes.subarray(0, 4)]).toEqual([...'unit'].map((letter) => letter.charCodeAt(0)));
    expect(textOf(machine)).toMatch(
      /^unit,.*\r\nVN12,Tỉnh Lai Châu,VN12,2023,no,poverty-rate,Tỷ lệ hộ nghèo,_T,Chung,2023,estimate,reported,12\.5,,,,"a ""b""",v[a-z]{8}\r\n$/u,
    );
    const excel = fileOf(await writeFiles(figures, 'excel'), '.observations.csv');
    expect([...excel.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(textOf(excel)).toContain(';reported;12,5;;;;"a ""b""";');
  });

  it('never hold a formula in the Excel profile', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFilled, async (figures) => {
        const { files } = await writeFiles(figures, 'excel');
        for (const file of files.filter(({ name }) => name.endsWith('.csv'))) {
          const { data } = Papa.parse<string[]>(textOf(file), { delimiter: ';', newline: '\r\n' });
          const run = data.flat().filter((cell) => /^[\s\0]*[=+\-@＝＋－＠]/u.test(cell));
          // Of what begins like a formula only numbers and the sign are left.
          expect(run.filter((cell) => !/^-(?:\d+(?:,\d+)?)?$/u.test(cell))).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('keep marks and reasons beside blanks, and what was typed in place of a figure', async () => {
    const figures = makeReturn({
      unread: [
        { key: 'households|urban', period: '2023', vintage: 'estimate', text: '12,5' },
        { key: 'new-jobs|_T', period: '_', vintage: '_', text: 'chưa rõ' },
      ],
    });
    const written = await writeFiles(figures, 'machine');
    const observations = textOf(fileOf(written, '.observations.csv'));
    expect(observations).toContain(',_T,Chung,2023,_,blank,,,,,chờ số của Thống kê,');
    expect(observations).toContain(',urban,Thành thị,2023,estimate,unread,,,"12,5",,,');
    expect(textOf(fileOf(written, '.baselines.csv'))).toContain(',,,chưa rõ,,');
    const { value, findings } = await readReturnCsv(written.files, NAMES);
    expect(findings.map(({ code, place }) => [code, place.line])).toEqual([
      ['return-unread', 3],
      ['return-unread', 2],
    ]);
    // The texts are kept, with their lines.
    expect(value?.unread).toEqual(figures.unread);
    expect(value?.unread.map((one) => value.places.get(one)?.line)).toEqual([3, 2]);
    expect(value?.leftOut.size).toBe(0);
    expect(value?.remarks).toEqual(figures.remarks);
  });

  it('are named as the workbook, and only by what may stand in a file name', async () => {
    const { name, files, unused } = await writeFiles(makeReturn({ sample: true, baselines: [] }), 'machine');
    expect(name).toBe('lai-chau-2021_VN12_2023_mau');
    expect(files.map((file) => file.name)).toEqual([
      `${name}.observations.csv`,
      `${name}.verdicts.csv`,
      `${name}.datapackage.json`,
    ]);
    expect(unused).toEqual([`${name}.baselines.csv`]);
  });
});
