import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../engines/availability.ts';
import { awkwardReturn } from './given.ts';
import { leftOf } from './left.ts';
import { bytesAt, savedByAll } from './savers.ts';

/** What a program leaves of a workbook over a format, where that is not everything. */
interface Known {
  /** Findings that the workbook did not have. */
  newly?: readonly string[];
  /** Nothing is read where it stands; the repair finds everything by the printed names. */
  hasLostKeys?: true;
  /** A line break of a text is dropped. */
  joinsLines?: true;
  /** Texts are cut at 255 characters, the definition too: nothing says what the workbook was. */
  cutsTexts?: true;
}

const UNSTYLED = ['conditional-format-lost', 'protection-removed', 'validation-lost'];

/** By program and the format that it saved, opened again by LibreOffice where it is not xlsx. */
const programs: Record<string, Known> = {
  'libreoffice-ods': {},
  'libreoffice-fods': {},
  'libreoffice-xls': {},
  'gnumeric-gnumeric': {},
  // Texts of hidden columns do not come back, the keys among them.
  'gnumeric-ods': {
    newly: ['keys-lost', 'printed-text-changed', 'protection-removed'],
    hasLostKeys: true,
    joinsLines: true,
  },
  // COUNTIFS and SUMIFS lose what they count.
  'gnumeric-xls': { newly: ['formula-altered'] },
  openpyxl: { newly: ['result-stale'] },
  sheetjs: { newly: UNSTYLED },
  'sheetjs-ods': { newly: [...UNSTYLED, 'formula-altered'] },
  'sheetjs-xlsb': { newly: [...UNSTYLED, 'formula-emptied', 'formula-replaced'] },
  'sheetjs-xls': { newly: ['definition-damaged'], cutsTexts: true },
};

describeWithEngine('libreoffice', 'a return that another program has saved', () => {
  describeWithEngine('gnumeric', 'over any format that it writes', () => {
    let folder = '';
    let given: Uint8Array;
    let saved: Record<string, string> = {};
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'chitieu-programs-'));
      given = await serialize(await awkwardReturn());
      saved = await savedByAll(given, folder);
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('is one of the programs known here', () => {
      expect(Object.keys(saved).sort()).toEqual(Object.keys(programs).sort());
    });

    it.each(Object.entries(programs))('%s', async (name, known) => {
      const left = await leftOf(given, await bytesAt(saved[name]));
      expect(left.newly).toEqual([...(known.newly ?? [])].sort());
      expect(left.listed).toBe(known.cutsTexts ? null : 0);
      const { afterRepair } = left;
      const read = known.hasLostKeys ? afterRepair : left.otherwise;
      const unlike = (read ?? []).filter(([typed, is]) => !isKnown(typed, is, known));
      expect(unlike).toEqual([]);
      if (!known.cutsTexts) expect(afterRepair).toEqual(read);
    });
  });
});

function isKnown(typed: unknown, read: unknown, { joinsLines, cutsTexts }: Known): boolean {
  if (typeof typed !== 'string') return false;
  return (
    (joinsLines === true && read === typed.replaceAll('\n', '')) ||
    (cutsTexts === true && read === typed.slice(0, 255))
  );
}
