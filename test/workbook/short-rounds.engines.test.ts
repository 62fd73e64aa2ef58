import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sheetNames } from '../../core/workbook/contract.ts';
import { checksum, checksumPart } from '../../core/template/form/checksum.ts';
import { readReturned } from '../../core/returned/read.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';
import { modelOf } from '../../generator/workbook/jobs.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../engines/availability.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { PERIOD, COUNTED, SURVEYED, job, seeds } from './short-round-jobs.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-short-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Types into every figure cell of the round that is open, as an officer would in another program. */
async function fillRound(path: string): Promise<Map<string, number>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const typed = new Map<string, number>();
  let next = 100;
  for (const name of [sheetNames.entry, sheetNames.background]) {
    const sheet = book.getWorksheet(name);
    for (let row = 8; row <= (sheet?.rowCount ?? 0); row += 1) {
      const key = String(sheet?.getCell(row, 1).value ?? '');
      if (!key.includes('|')) continue;
      for (let column = 5; column <= (sheet?.columnCount ?? 0); column += 1) {
        const head = String(sheet?.getCell(1, column).value ?? '');
        const cell = sheet?.getCell(row, column);
        if (!/^2024(?:-S1)?\|\w+\|value$/u.test(head) || cell?.style.protection?.locked !== false) continue;
        // A published share is a fallback for the figures it is made of.
        const isShare = sheet?.getCell(row, 4).value === '%' && key !== SURVEYED;
        if (isShare) continue;
        next += 1;
        cell.value = next;
        typed.set(`${key}|${head.split('|').slice(0, 2).join('|')}`, next);
      }
      if (key === COUNTED) {
        const reason = Array.from({ length: 40 }, (_, at) => at + 1).find(
          (column) => sheet?.getCell(1, column).value === `${PERIOD}|preliminary|reason`,
        );
        if (sheet && reason) sheet.getCell(row, reason).value = 'Mở rộng đại lý thu';
      }
    }
  }
  await book.xlsx.writeFile(path);
  return typed;
}

describeWithEngine('libreoffice', 'a workbook of six months that was filled in', () => {
  it('gives the figures of the period and of the year, with counter and check number of both', async () => {
    const made = job(PERIOD);
    const path = join(folder, made.name);
    expect(made.name).toBe('lai-chau-2021_VN12.BHXH_2024-S1.xlsx');
    await writeFile(path, await serialize(modelOf(made, seeds.catalogue)));
    const typed = await fillRound(path);
    const [saved] = await libreoffice.recalculate([path], join(folder, 'saved'), { locale: 'vi-VN' });
    const { sheets } = await readWorkbook(new Uint8Array(await readFile(saved ?? '')));
    const { value, findings } = readReturned(sheets);
    expect(findings).toEqual([]);
    expect(value?.round).toBe(PERIOD);
    const observations = value?.observations ?? [];
    expect(
      Object.fromEntries(
        observations.map((one) => [
          `${one.indicator}|${one.stratum ?? '_T'}|${one.period}|${one.vintage}`,
          one.figure,
        ]),
      ),
    ).toEqual(Object.fromEntries(typed));
    expect(typed.has(`${COUNTED}|${PERIOD}|preliminary`)).toBe(true);
    expect(typed.has(`${COUNTED}|2024|estimate`)).toBe(true);
    expect(typed.has(`${SURVEYED}|${PERIOD}|preliminary`)).toBe(false);
    const noted = observations.filter(({ note }) => note !== null);
    expect(noted.map(({ indicator, period }) => `${indicator}|_T|${period}`)).toEqual([
      `${COUNTED}|${PERIOD}`,
    ]);

    const inputs = [sheetNames.entry, sheetNames.background].map(
      (name) => sheets.find((sheet) => sheet.name === name)?.cells ?? [],
    );
    const footsOf = (label: string) =>
      inputs.flatMap((cells) => {
        const row = cells.find((one) => typeof one.value === 'string' && one.value.startsWith(label))?.row;
        const number = cells.find((one) => one.row === row && typeof one.value === 'number')?.value;
        return number === undefined ? [] : [number];
      });
    expect(footsOf('Số còn phải nhập')).toEqual([0, 0]);
    const parts = [...typed].map(([id, figure]) => {
      const [indicator, stratum, period] = id.split('|');
      const key = `${indicator}|${stratum}`;
      const decimals = seeds.catalogue.indicators.get(indicator ?? '')?.decimals ?? 2;
      return checksumPart(figure, period === '2024' ? key : `${key}|${period}`, decimals);
    });
    expect(parts.length).toBeGreaterThan(2);
    expect(footsOf('Mã kiểm tra số liệu 6 tháng đầu năm 2024')).toEqual([checksum(parts)]);
  });
});
