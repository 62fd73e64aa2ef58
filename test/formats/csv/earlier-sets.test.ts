import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exchangeNames, type ExchangeNames } from '../../../core/exchange/names.ts';
import { profiles, type Profile } from '../../../core/exchange/profile.ts';
import { readReturnCsv } from '../../../formats/csv/read-return.ts';
import type { ReturnFile } from '../../../formats/csv/write-return.ts';
import { exchangeContext } from '../../../generator/exchange-files/context.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { textOf, withText } from './make-return.ts';

let names: ExchangeNames;
beforeAll(async () => {
  const { catalogue, plans } = await loadSeeds();
  names = exchangeNames(exchangeContext(catalogue, plans).units, {
    indicators: catalogue.indicators.values(),
    strata: catalogue.strata.values(),
  });
});

/** The files of a set of format 1, as they were written then. */
function filesOf(profile: Profile): ReturnFile[] {
  const folder = join(packageRoot(), 'test/fixtures/exchange-1', profile);
  return readdirSync(folder).map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(join(folder, name))),
  }));
}

/** Reads a set after its observations were changed. */
async function readChanged(profile: Profile, change: (text: string) => string) {
  const files = filesOf(profile);
  const changed = files.map((file) => {
    if (!file.name.endsWith('.observations.csv')) return file;
    const after = change(textOf(file));
    expect(after).not.toBe(textOf(file));
    return withText(file, after);
  });
  return readReturnCsv(changed, names);
}

describe.each(profiles)('a set of format 1, %s profile,', (profile) => {
  it('is read and verified to the last cell', async () => {
    const { value, findings } = await readReturnCsv(filesOf(profile), names);
    expect(findings).toEqual([]);
    expect([value?.observations.length, value?.ownVerdicts.length, value?.baselines.length]).toEqual([
      36, 2, 6,
    ]);
    expect(value?.observations.map(({ figure }) => figure)).toContain(50.300000000000004);
    const alone = await readReturnCsv(
      filesOf(profile).filter(({ name }) => name.endsWith('.csv')),
      names,
    );
    expect(alone.findings.map(({ code }) => code)).toEqual(['return-no-descriptor']);
    expect(alone.value?.observations).toHaveLength(36);
  });

  it.each([
    ['a figure', /reported([,;])23669/u, 'reported$123696'],
    ['a reason', /hòa giải xong/u, 'hòa giải rồi'],
    ['a vintage', /preliminary([,;])reported([,;])23669/u, 'estimate$1reported$223669'],
  ])('shows on which row %s was changed', async (_what, before, after) => {
    const { findings } = await readChanged(profile, (text) => text.replace(before, after));
    expect(findings.map(({ code }) => code)).toEqual(['return-hash', 'return-row-changed']);
  });

  it.each([
    ['emptied', (text: string) => text.replaceAll('Tỉnh Lai Châu', '').replaceAll('Dân số trung bình', '')],
    ['decomposed', (text: string) => text.replaceAll('Tỉnh Lai Châu', 'Tỉnh Lai Châu'.normalize('NFD'))],
    ['with a blank behind', (text: string) => text.replaceAll('Tỉnh Lai Châu', 'Tỉnh Lai Châu ')],
    ['with white space doubled', (text: string) => text.replaceAll('bảo hiểm', 'bảo  hiểm')],
  ])('takes names that are %s', async (_what, change) => {
    const { value, findings } = await readChanged(profile, change);
    expect(findings.map(({ code }) => code)).toEqual(['return-hash']);
    expect(value?.observations).toHaveLength(36);
  });

  it('takes no checksum of the other format', async () => {
    const files = filesOf(profile).map((file) =>
      file.name.endsWith('.json') ? withText(file, textOf(file).replace('"schema": 1', '"schema": 2')) : file,
    );
    const { value, findings } = await readReturnCsv(files, names);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['return-row-changed']));
    expect(value?.observations).toEqual([]);
  });
});
