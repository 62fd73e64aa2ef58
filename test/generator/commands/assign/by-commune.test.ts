import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../../formats/xlsx/read.ts';
import { sheetNames } from '../../../../core/workbook/contract.ts';
import { fillGrid, gridCell } from '../assign-fill.ts';
import { run } from '../run.ts';
import { assignDesk, HEADER, root } from './desk.ts';

const desk = assignDesk();
const [DOAN_KET, BINH_LU] = ['VN12.03388-2025', 'VN12.03390-2025'];
const HEAD = {
  decision: '15/QĐ-UBND',
  decisionDate: new Date('2026-01-10'),
  validFrom: new Date('2026-01-10'),
};
const [AREA, WATER, DISTRICT] = [
  'housing-floor-area|_T',
  'urban-centralised-water|_T',
  'districts-preschool-universalised|_T',
];

describe('values assigned to communes of what a body of record reports of them', () => {
  it('go from the grid into the workbook of the body', async () => {
    await run(root, 'assign', 'grid', 'lai-chau-2024', '--year', '2026', '--out', desk.grid);
    const book = await desk.openGrid();
    const isOpen = (key: string) => gridCell(book, key, `unit|${DOAN_KET}`).protection?.locked === false;
    expect([AREA, WATER, DISTRICT].map(isOpen)).toEqual([true, true, false]);
    expect(gridCell(book, AREA, '@body').value).toBe('Sở Xây dựng, theo từng xã');

    const values = { [AREA]: { [DOAN_KET]: 25, [BINH_LU]: 22 }, [WATER]: { [DOAN_KET]: 90 } };
    await fillGrid(desk.grid, { ...HEAD, values });
    const read = await desk.readGrid();
    expect([read.code, read.err]).toEqual([0, '']);
    const checked = await run(root, 'assign', 'check', desk.csv, 'lai-chau-2024', '--json');
    expect(checked.code).toBe(0);
    expect(checked.out).not.toContain('assignment-not-asked');

    const unit = ['--round', '2026', '--unit', 'VN12.SXD-2025'];
    const made = await run(
      root,
      ...['generate', 'lai-chau-2024', ...unit, '--assignments', desk.csv, '--out', desk.folder],
    );
    expect(made.code).toBe(0);
    const { sheets } = await readWorkbook(
      await readFile(join(desk.folder, 'lai-chau-2024_VN12.SXD-2025_2026.xlsx')),
    );
    const cells = sheets.find(({ name }) => name === sheetNames.communes)?.cells ?? [];
    const row = cells.find(({ value }) => value === `chitieu:unit:${DOAN_KET}`)?.row;
    const numbers = cells.filter((cell) => cell.row === row && typeof cell.value === 'number');
    expect(numbers.map(({ value }) => value)).toEqual(expect.arrayContaining([25, 90]));
  });
});

describe('a value assigned to a district for a year in which there are none', () => {
  it('is named: no workbook uses it', async () => {
    const row = 'VN12.106,housing-floor-area,,2026,atLeast,25,1/QĐ,2026-01-10,2026-01-10,,';
    await writeFile(desk.csv, `${HEADER}${row}\n${row.replaceAll('2026', '2025')}\n`);
    const { err, out } = await run(root, 'assign', 'check', desk.csv, 'lai-chau-2024');
    expect(`${err}${out}`).toContain(':2: Cảnh báo: Không sổ nào dùng số giao này: Huyện Tam Đường không có');
    expect(`${err}${out}`).not.toContain(':3: Cảnh báo: Không sổ nào');
  });
});
