import { expect, it } from 'vitest';
import { openDamaged } from '../../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../../core/repair/repair-workbook.ts';
import { isKeyText } from '../../../core/repair/key-text.ts';
import {
  identityKey,
  parseColumnKey,
  parseIdentityKey,
  sheetNames,
} from '../../../core/workbook/contract.ts';
import { seedModel } from '../check/structure/models.ts';
import { filled } from './tokens.ts';

it('of a sheet of last year’s workbook what people read is listed, not the keys of its columns and rows', async () => {
  const given = filled((await seedModel('quang-ngai-2021', 'VN51')).model);
  const earlier = (text: string): string => {
    const identity = parseIdentityKey(text);
    if (identity) return identityKey({ ...identity, round: String(Number(identity.round) - 1) });
    const column = parseColumnKey(text);
    return column && /^\d{4}$/u.test(column.period)
      ? text.replace(column.period, String(Number(column.period) - 1))
      : text;
  };
  const sheets = given.facts.sheets.map((sheet) =>
    sheet.name === sheetNames.background
      ? {
          ...sheet,
          cells: sheet.cells.map((cell) =>
            typeof cell.value === 'string' ? { ...cell, value: earlier(cell.value) } : cell,
          ),
        }
      : sheet,
  );
  const repaired = repairWorkbook(openDamaged({ ...given.facts, sheets }), given.definition);
  if (!repaired) throw new Error('too much');
  const ofSheet = repaired.unplaced.filter(({ sheet }) => sheet === sheetNames.background);
  expect(ofSheet.filter(({ value }) => isKeyText(String(value)))).toEqual([]);
  const codes = ofSheet.map(({ finding }) => finding.code);
  expect(codes.filter((code) => code === 'repair-other-workbook').length).toBeGreaterThan(20);
});
