import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { assignDesk, DISTRICTS, HEADER, SPLIT, root } from './desk.ts';

const desk = assignDesk();

describe('chitieu assign check', () => {
  const row = (unit: string, value: number, indicator = 'new-jobs') =>
    `${unit},${indicator},,2025,equal,${value},1/QĐ,2024-12-20,2025-01-01,,\n`;

  it('accepts a full split and says how many findings there are', async () => {
    await writeFile(desk.csv, HEADER + DISTRICTS.map((id) => row(id, SPLIT[id] ?? 0)).join(''));
    const { code, out } = await run(root, 'assign', 'check', desk.csv, 'lai-chau-2021');
    expect({ code, out }).toEqual({ code: 0, out: '0 lỗi, 0 cảnh báo, 0 thông tin\n' });
  });

  it('gives findings as JSON, and exits with 0 when there are only warnings', async () => {
    await writeFile(desk.csv, HEADER + row('VN12.105', 8000));
    const { code, out } = await run(root, 'assign', 'check', desk.csv, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      findings: [
        {
          code: 'assigned-sum-behind',
          severity: 'warning',
          place: { file: desk.csv },
          data: { total: 8000, expected: 8500, difference: -500, without: { length: 7 } },
          message: { vi: expect.stringContaining('thấp hơn 500'), en: expect.stringContaining('500 less') },
        },
      ],
    });
  });

  it('weights shares with the denominators of a figures file', async () => {
    const figures = join(desk.folder, 'figures.csv');
    await writeFile(
      desk.csv,
      // One falls behind the plan, and the mean of all, which weights tell, does not.
      HEADER + DISTRICTS.map((id, at) => row(id, at === 0 ? 91 : 99, 'health-insurance-coverage')).join(''),
    );
    const without = await run(root, 'assign', 'check', desk.csv, 'lai-chau-2021');
    expect(without.out).toContain('(đưa bằng --figures)');
    const rows = DISTRICTS.map((id) => `${id},population,,2024,final,1000,Niên giám\n`).join('');
    await writeFile(figures, `unit,indicator,stratum,period,vintage,value,source\n${rows}`);
    const { out } = await run(root, 'assign', 'check', desk.csv, 'lai-chau-2021', '--figures', figures);
    // No district reports the figures of the social insurance, which is said of each row; nothing else is.
    expect(out).toMatch(/\n0 lỗi, 8 cảnh báo, 0 thông tin\n$/u);
    expect(out.match(/không báo cáo "Tỷ lệ dân số tham gia bảo hiểm y tế"/gu)).toHaveLength(8);
  });

  it.each([
    ['1 for wrong content', row('VN12.999', 1), 1],
    ['2 for what is no such file', 'a,b\n', 2],
  ])('exits with %s', async (_, text, expected) => {
    await writeFile(desk.csv, expected === 1 ? HEADER + text : text);
    const { code, out } = await run(root, 'assign', 'check', desk.csv);
    expect(code).toBe(expected);
    expect(out).toMatch(/:\d+: Lỗi: /u);
  });

  it('exits with 2 for a figures file that is not there', async () => {
    await writeFile(desk.csv, HEADER);
    const { code, out } = await run(
      root,
      'assign',
      'check',
      desk.csv,
      '--figures',
      join(desk.folder, 'none.csv'),
    );
    expect(code).toBe(2);
    expect(out).toContain('none.csv');
  });
});
