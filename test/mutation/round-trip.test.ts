import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMeta } from '../../core/returned/read-meta.ts';
import { openDamaged } from '../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../core/repair/repair-workbook.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { randomWorkbook } from './random-workbook.ts';
import { typedInto, typedIntoFile } from './typed-into.ts';

describe('whatever a plan asks and whatever is typed', () => {
  it('is read from the file as it was typed', { timeout: 240_000 }, async () => {
    let entries = 0;
    await fc.assert(
      fc.asyncProperty(randomWorkbook, async (workbook) => {
        const typed = typedInto(workbook);
        entries += Object.keys(typed).length;
        expect(await typedIntoFile(await serialize(workbook.model)), workbook.name).toEqual(typed);
      }),
      { numRuns: 40, endOnFailure: true, seed: 20_211_105 },
    );
    expect(entries).toBeGreaterThan(500);
  });

  it('stands in the repaired workbook as it was typed', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomWorkbook, async (workbook) => {
        const facts = await readFacts(await serialize(workbook.model));
        const { definition } = readMeta(facts.sheets);
        if (typeof definition !== 'object') throw new Error('no definition');
        const repaired = repairWorkbook(openDamaged(facts), definition);
        expect(repaired?.unplaced, workbook.name).toEqual([]);
        expect(repaired && typedInto(repaired), workbook.name).toEqual(typedInto(workbook));
      }),
      { numRuns: 15, endOnFailure: true, seed: 20_240_613 },
    );
  });
});
