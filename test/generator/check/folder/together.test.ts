import { describe, expect, it } from 'vitest';
import { togetherText } from '../../../../generator/check/folder/text.ts';
import { lookTogether } from '../../../../generator/check/folder/together.ts';
import { installedOf } from '../../../../generator/check/installed.ts';
import type { ReadArrival } from '../../../../generator/import/read-arrival.ts';
import { entry } from '../../../core/store/fixture.ts';
import { loadSeeds } from '../../../workbook/seed-workbooks.ts';

const { plans, catalogue } = await loadSeeds();
const installed = installedOf({ plans, catalogue });
const TODAY = '2024-02-05';
const DISTRICTS = Array.from({ length: 8 }, (_, at) => `VN12.${105 + at}`);

/** A return with how many new jobs somebody reports for a unit. */
function jobs(reporter: string, value: string, { unit = reporter, round = '2023' } = {}): ReadArrival {
  const said = { unit, reporter, indicator: 'new-jobs', period: round, vintage: 'preliminary', value };
  return {
    head: { unit, reporter, round, plans: ['lai-chau-2021'] },
    entries: [entry(said)],
    sample: false,
    replaces: null,
    judged: { acceptance: 'accepted', errors: 0, warnings: 0, owed: 19, entered: 19 },
    refusals: [],
    doubts: [],
    originals: [],
    sha256: `${reporter}-${round}-${value}`,
    reading: null,
  };
}

const files = (...arrivals: ReadArrival[]) =>
  arrivals.map((beside, at) => ({ file: `hop thu/${at + 1}.xlsx`, beside }));
const all = DISTRICTS.map((unit) => jobs(unit, '10'));

describe('files of a folder together', () => {
  it('say which contradict or repeat each other, and which are of another round', async () => {
    const given = [
      ...all.slice(0, 3),
      jobs('VN12.105', '11'),
      jobs('VN12.106', '10'),
      jobs('VN12.108', '9', { round: '2022' }),
    ];
    const together = await lookTogether(files(...given), installed, TODAY);
    expect(together?.round).toBe('2023');
    const said = together?.files.slice(3).map(({ state, other }) => [state, other]);
    expect(said).toEqual([
      ['conflicting', 'hop thu/1.xlsx'],
      ['unchanged', 'hop thu/2.xlsx'],
      ['held-back', null],
    ]);
    const missing = together?.register?.lines.filter(({ state }) => state === 'not-received');
    expect(missing?.map(({ reporter }) => reporter)).toContain('VN12.109');
  });

  it('compare all units with the province and its department of record, and not a part of them', async () => {
    const above = [jobs('VN12', '100'), jobs('VN12.SLDTBXH', '80', { unit: 'VN12' })];
    const whole = await lookTogether(files(...all, ...above), installed, TODAY);
    expect(whole?.differences).toMatchObject([
      { units: 8, sum: 80, others: [{ reporter: 'VN12', figure: 100 }] },
    ]);
    const part = await lookTogether(files(...all.slice(1), ...above), installed, TODAY);
    expect(part?.differences).toEqual([]);
  });

  it('are a table of one line each that fits a terminal, then what there is to say', async () => {
    const given = files(...all, jobs('VN12', '100'), jobs('VN12.105', '11'));
    const together = await lookTogether(given, installed, TODAY);
    const results = given.map(({ file, beside }) => ({
      input: { kind: 'workbook' as const, path: file },
      verdict: 'accepted' as const,
      counts: { errors: 12, warnings: 345, explained: 0, notes: 0 },
      beside,
    }));
    for (const language of ['vi', 'en'] as const) {
      const lines = togetherText(results, together, { language, all: false, catalogue }).split('\n');
      expect(Math.max(...lines.slice(0, given.length + 1).map((line) => line.length))).toBeLessThanOrEqual(
        100,
      );
      expect(lines[given.length]).toMatch(/^10\.xlsx +VN12\.105 .*(?:mâu thuẫn|conflicting)$/u);
    }
    const text = togetherText(results, together, { language: 'vi', all: false, catalogue });
    expect(text).toContain('10.xlsx: mâu thuẫn (1.xlsx).');
    expect(text).toMatch(/Kỳ 2023 chưa có tệp của \d+ đơn vị: /u);
    const without = await lookTogether(given.slice(0, 9), installed, TODAY);
    expect(togetherText(results.slice(0, 9), without, { language: 'vi', all: false, catalogue })).toContain(
      'Lệch giữa các cấp – Số lao động được giải quyết việc làm trong năm: 8 đơn vị cộng lại là 80; VN12 ghi 100.',
    );
  });
});
