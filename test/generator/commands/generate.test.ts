import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReturned } from '../../../core/returned/read.ts';
import { parseColumnKey } from '../../../core/workbook/contract.ts';
import type { ColumnField } from '../../../core/workbook/entry-fields.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { run } from './run.ts';

let out = '';
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'chitieu-generate-'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

const root = packageRoot();

async function names(folder = out): Promise<string[]> {
  return (await readdir(folder)).sort();
}

describe('chitieu generate', () => {
  it('writes the province, each district and department of a plan, named plan_unit_round', async () => {
    const { code, out: said } = await run(root, 'generate', 'lai-chau-2021', '--out', out);
    expect(code).toBe(0);
    expect(said).toContain('16 sổ');
    const districts = [105, 106, 107, 108, 109, 110, 111, 112].map(
      (number) => `lai-chau-2021_VN12.${number}_2021.xlsx`,
    );
    const departments = ['BHXH', 'SGDDT', 'SLDTBXH', 'SNNPTNT', 'STTTT', 'SVHTTDL', 'SYT'].map(
      (code) => `lai-chau-2021_VN12.${code}_2021.xlsx`,
    );
    expect(await names()).toEqual([...districts, ...departments, 'lai-chau-2021_VN12_2021.xlsx'].sort());
  });

  it('takes repeated units, a round and a unit list', async () => {
    const units = join(out, 'units.csv');
    await writeFile(
      units,
      'id,code,name,level,parent,validFrom,validTo,successors,tags,unverified\nVN12,12,Tỉnh Lai Châu,province,,,,,,\nVN12.106,106,Huyện Tam Đường,district,VN12,,,,,\nVN12.107,107,Huyện Mường Tè,district,VN12,,,,,\n',
    );
    const folder = join(out, 'made');
    const { code } = await run(
      root,
      'generate',
      'lai-chau-2021',
      '--round',
      '2023',
      '--units',
      units,
      '--unit',
      'VN12',
      '--unit',
      'VN12.107',
      '--out',
      folder,
    );
    expect(code).toBe(0);
    expect(await names(folder)).toEqual(['lai-chau-2021_VN12.107_2023.xlsx', 'lai-chau-2021_VN12_2023.xlsx']);
  });

  it.each([
    ['2021-S1', 'lai-chau-2021_VN12_2021-S1.xlsx'],
    ['2025-Q4', 'lai-chau-2021_VN12_2025-Q4.xlsx'],
  ])('takes the round %s, which its workbook says of itself', async (round, name) => {
    const asked = ['lai-chau-2021', '--unit', 'VN12', '--round', round];
    expect((await run(root, 'generate', ...asked, '--out', out)).code).toBe(0);
    expect(await names()).toEqual([name]);
    const { value } = readReturned((await readWorkbook(await readFile(join(out, name)))).sheets);
    expect(value?.round).toBe(round);
  });

  it('says which units and departments have ended when the round closes, and who reports instead', async () => {
    const asked = ['quang-ngai-2021', '--round', '2025', '--out', out];
    const { code, err } = await run(root, 'generate', ...asked, '--unit', 'VN51', '--unit', 'VN51.536');
    expect(code).toBe(0);
    expect(err).toContain(
      '13 đơn vị cấp huyện (VN51.522, VN51.524, …) không còn từ sau ngày 30/06/2025: 56 đơn vị cấp xã',
    );
    expect(err).toContain(
      'Sở Nông nghiệp và Phát triển nông thôn (VN51.SNNPTNT) → Sở Nông nghiệp và Môi trường (VN51.SNNMT-2025)',
    );
    expect(err).toContain('Tỉnh Quảng Ngãi (VN51) không còn từ sau ngày 30/06/2025, thay bằng VN51-2025');
    // Who names a unit of another time gets its workbook all the same.
    expect(err).toContain(
      'Huyện Lý Sơn (VN51.536) không còn từ sau ngày 30/06/2025, thay bằng VN51.21548-2025',
    );
    expect(await names()).toEqual(['quang-ngai-2021_VN51.536_2025.xlsx', 'quang-ngai-2021_VN51_2025.xlsx']);
  });

  it('names the successors of a department that has ended when it is asked for', async () => {
    const asked = ['lai-chau-2024', '--round', '2026', '--unit', 'VN12.SLDTBXH', '--out', out];
    const { code, err } = await run(root, 'generate', ...asked);
    expect(code).toBe(2);
    expect(err).toContain('Sở Nội vụ (VN12.SNV-2025), Sở Y tế (VN12.SYT-2025)');
  });

  it.each([
    ['2024', 'VN12.TKT', 'chỉ có từ ngày 01/03/2025', 'Cục Thống kê (VN12.CTK)'],
    ['2026', 'VN12.03388', 'cùng mã, ở thời gian khác', 'Phường Đoàn Kết (VN12.03388-2025)'],
  ])(
    'of %s says of %s that it is of another time, and what is there instead',
    async (round, unit, ...said) => {
      const { code, err } = await run(
        root,
        'generate',
        'lai-chau-2024',
        ...['--round', round, '--unit', unit],
      );
      expect(code).toBe(2);
      for (const words of said) expect(err).toContain(words);
    },
  );

  it('names every unit in which a list of the planner differs from the province at that time', async () => {
    const units = join(out, 'units.csv');
    await writeFile(
      units,
      'id,code,name,level,parent,validFrom,validTo,successors,tags,unverified\nVN12,12,Tỉnh Lai Châu,province,,,,,,\nVN12.03388-2025,03388,Phường Đoàn Kết,commune,VN12,2025-07-01,,,,\nVN12.99999-2025,99999,Xã Lạ,commune,VN12,2025-07-01,,,,\n',
    );
    const asked = ['lai-chau-2024', '--round', '2026', '--units', units, '--unit', 'VN12', '--out', out];
    const { code, err } = await run(root, 'generate', ...asked);
    expect(code).toBe(0);
    expect(err).toContain(
      'Danh sách thiếu 37 đơn vị của tỉnh vào ngày 31/12/2026: Xã Bình Lư (VN12.03390-2025)',
    );
    expect(err).toContain(
      'Danh sách có 1 đơn vị không phải của tỉnh vào ngày 31/12/2026: Xã Lạ (VN12.99999-2025).',
    );
  });

  it('marks sample workbooks in name and content', async () => {
    await run(root, 'generate', 'quang-ngai-2021', '--unit', 'VN51', '--sample', '--out', out);
    expect(await names()).toEqual(['quang-ngai-2021_VN51_2021_mau.xlsx']);
    const { value } = readReturned(
      (await readWorkbook(await readFile(join(out, 'quang-ngai-2021_VN51_2021_mau.xlsx')))).sheets,
    );
    expect(value?.sample).toBe(true);
    expect(value?.observations.length).toBeGreaterThan(10);
  });

  it.each([
    [['generate', 'no-such-plan'], 'no-such-plan'],
    [['generate', 'lai-chau-2021', '--round', '2031'], '2031'],
    [['generate', 'lai-chau-2021', '--round', '2021-S3'], '2021-S3'],
    [['generate', 'lai-chau-2021', '--round', '2020-S2'], '2020-S2'],
    [['generate', 'lai-chau-2021', '--together', '--round', '2021-06'], '2021-06'],
    [['generate', 'lai-chau-2021', '--unit', 'VN99'], 'VN99'],
    [['generate', 'lai-chau-2021', '--units', 'no-such-file.csv'], 'no-such-file.csv'],
    [['generate', 'lai-chau-2021', '--bogus'], '--bogus'],
  ])('refuses %j with one clear message and exit 2', async (args, named) => {
    const folder = join(out, 'nothing');
    const { code, out: said, err } = await run(root, ...args, '--out', folder);
    expect(code).toBe(2);
    expect(said).toBe('');
    expect(err).toContain(named);
    expect(err).not.toMatch(/\n\s+at /u);
    expect(await names()).toEqual([]);
  });

  it('refuses a folder it cannot write to before it makes anything', async () => {
    const file = join(out, 'a-file');
    await writeFile(file, 'not a folder');
    const { code, err } = await run(
      root,
      'generate',
      'quang-ngai-2021',
      '--unit',
      'VN51',
      '--out',
      join(file, 'below'),
    );
    expect(code).toBe(2);
    expect(err).toContain('a-file');
    expect(await names()).toEqual(['a-file']);
  });

  it.runIf(process.platform === 'linux')('refuses a file system that makes no folders', async () => {
    const { code, err } = await run(
      root,
      'generate',
      'quang-ngai-2021',
      '--unit',
      'VN51',
      '--out',
      '/proc/x/y',
    );
    expect(code).toBe(2);
    expect(err).toContain('/proc/x');
  });

  it('refuses broken YAML with file and line and writes nothing', async () => {
    const broken = join(out, 'root');
    await mkdir(join(broken, 'seeds', 'x'), { recursive: true });
    await writeFile(
      join(broken, 'seeds', 'catalogue.yaml'),
      await readFile(join(root, 'seeds', 'catalogue.yaml')),
    );
    await writeFile(join(broken, 'seeds', 'x', 'source.txt'), 'x');
    await writeFile(join(broken, 'seeds', 'x', 'plan.yaml'), "schema: '1'\nid: [x\n");
    const folder = join(out, 'made');
    const { code, err } = await run(broken, 'generate', '--out', folder);
    expect(code).toBe(2);
    expect(err).toMatch(/seeds\/x\/plan\.yaml:\d+/u);
    expect(await names()).toEqual(['root']);
  });
});

describe('baselines given to generate', () => {
  const HEADER = 'unit,indicator,stratum,year,value,numerator,denominator,source\n';
  const make = async (rows: string, ...units: string[]) => {
    const file = join(out, 'goc.csv');
    await writeFile(file, HEADER + rows);
    const asked = units.flatMap((unit) => ['--unit', unit]);
    return run(
      root,
      ...['generate', 'lai-chau-2021', '--round', '2023', ...asked, '--baselines', file, '--out', out],
    );
  };
  const baseOf = async (key: string) => {
    const bytes = await readFile(join(out, 'lai-chau-2021_VN12_2023.xlsx'));
    const { value } = readReturned((await readWorkbook(bytes)).sheets);
    const found = value?.baselines.find((one) => `${one.indicator}|${one.stratum ?? '_T'}` === key);
    return found && [found.year, found.value];
  };

  it('fills in the base year a yearly cut needs, and says once what is not used', async () => {
    const rows = 'VN12,poverty-rate,,2020,20,,,A\nVN12,poverty-rate,,2022,15,,,B\n';
    const { code, err } = await make(rows, 'VN12', 'VN12.SLDTBXH', 'VN12.BHXH');
    expect(code).toBe(0);
    expect(await baseOf('poverty-rate|_T')).toEqual([2020, 20]);
    expect(err.match(/poverty-rate\|_T 2022 \(lấy 2020\)/gu)).toHaveLength(1);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('says that the only row is of another year than the cut needs', async () => {
    const { err } = await make('VN12,poverty-rate,,2022,15,,,B\n', 'VN12');
    expect(await baseOf('poverty-rate|_T')).toEqual([2022, 15]);
    expect(err).toMatch(/Cảnh báo: 1 số gốc không đúng năm .*VN12 poverty-rate\|_T 2022 \(cần 2020\)/u);
  });

  it('gives each reason its line, folded, and speaks of no unit without a workbook', async () => {
    const insured = [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2020].map(
      (year) => `VN12,health-insurance-coverage,,${year},90,,,A\n`,
    );
    const rows = `${insured.join('')}VN12.106,poverty-rate,,2020,20,,,A\nVN12.107,poverty-rate,,2020,20,,,A\nVN12.BHXH,health-insurance-coverage,,2020,91,,,A\nVN12,new-jobs,,2020,8000,,,A\n`;
    const { err } = await make(rows, 'VN12', 'VN12.106', 'VN12.BHXH');
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining('VN12.BHXH health-insurance-coverage|_T 2020 (ghi là VN12)'),
      expect.stringContaining(
        'chưa được giao chỉ tiêu đó hoặc không báo cáo chỉ tiêu đó: VN12.106 poverty-rate|_T 2020.',
      ),
      expect.stringMatching(/Không dùng 8 dòng .*2010 \(lấy 2020\).*và 3 dòng nữa/u),
      expect.stringContaining('không có mục tiêu nào bắt đầu từ số gốc của chỉ tiêu: VN12 new-jobs|_T 2020.'),
    ]);
    expect(await baseOf('health-insurance-coverage|_T')).toEqual([2020, 90]);
  });

  it('says nothing where every row is used', async () => {
    const { err } = await make('VN12,poverty-rate,,2020,20,,,A\n', 'VN12', 'VN12.107');
    expect(err).toBe('');
  });
});

describe('known figures given to generate', () => {
  const HEADER = 'unit,indicator,stratum,period,vintage,value,source\n';
  const make = async (rows: string, unit: string) => {
    const file = join(out, 'so-da-biet.csv');
    await writeFile(file, HEADER + rows);
    return run(
      root,
      ...['generate', 'lai-chau-2021', '--round', '2023', '--unit', unit, '--figures', file, '--out', out],
    );
  };
  const ESTIMATE = 'VN12.106,households,,2023,estimate,1,Ước\n';

  it('of the round are named when none is as sure as its column, of the units with a workbook only', async () => {
    const { err } = await make(
      `${ESTIMATE}VN12.106,households,,2022,estimate,1,Ước\nVN12.106,households,,2022,preliminary,2,Sơ bộ\n`,
      'VN12.106',
    );
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining(
        'Không điền 1 số đã biết, vì kém chắc chắn hơn cột của kỳ: VN12.106 households|_T 2023 (estimate, cột cần preliminary).',
      ),
    ]);
    expect((await make(ESTIMATE, 'VN12.107')).err).toBe('');
  });

  it('are not named where a surer one is filled in, or the workbook has no cell for them', async () => {
    const final = 'VN12.106,households,,2023,final,11940,Niên giám 2023\n';
    expect((await make(final + ESTIMATE, 'VN12.106')).err).toBe('');
    expect((await make(ESTIMATE + final, 'VN12.106')).err).toBe('');
    expect((await make('VN12.106,underweight-rate,,2023,estimate,12,Ước\n', 'VN12.106')).err).toBe('');
  });
});

describe('a plan that was named and is in no workbook', () => {
  const make = (...args: string[]) => run(root, 'generate', ...args, '--out', out);

  it('is said with the years it has, when it is not live in the round', async () => {
    const { code, err } = await make(
      ...['lai-chau-2024', 'lai-chau-2012', 'lai-chau-2021'],
      ...['--together', '--round', '2022', '--unit', 'VN12'],
    );
    expect(code).toBe(0);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^Kế hoạch lai-chau-2024 .*từ năm 2024 đến năm 2030, không có kỳ 2022/u),
      expect.stringMatching(/^Kế hoạch lai-chau-2012 .*từ năm 2012 đến năm 2020, không có kỳ 2022/u),
    ]);
    expect(await names()).toEqual(['lai-chau-2021_VN12_2022.xlsx']);
  });

  it('is said when the round follows from the latest plan', async () => {
    const { err } = await make('lai-chau-2012', 'lai-chau-2021', '--together', '--unit', 'VN12');
    expect(err).toMatch(/^Kế hoạch lai-chau-2012 .*không có kỳ 2021/u);
  });

  it.each([[['--together']], [[]]])('is said when none of its units was asked for (%j)', async (more) => {
    const { code, err } = await make('quang-ngai-2021', 'lai-chau-2021', '--unit', 'VN12', ...more);
    expect(code).toBe(0);
    expect(err).toMatch(/^Kế hoạch quang-ngai-2021 .*--unit.*VN51\.\n$/u);
  });

  it('is not said of plans nobody named', async () => {
    expect((await make('--together', '--round', '2022', '--unit', 'VN12')).err).toBe('');
  });
});

describe('a workbook that is already there', () => {
  const name = 'quang-ngai-2021_VN51.525_2021.xlsx';
  const make = () => run(root, 'generate', 'quang-ngai-2021', '--unit', 'VN51.525', '--out', out);

  async function type(value: ExcelJS.CellValue, field: ColumnField): Promise<void> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(out, name));
    const sheet = book.getWorksheet('Nhập liệu');
    const row =
      sheet?.getColumn(1).values.findIndex((key) => key === 'new-jobs|_T' || String(key).includes('|_T')) ??
      -1;
    expect(row).toBeGreaterThan(7);
    const keys = sheet?.getRow(1).values as readonly unknown[] | undefined;
    const column = keys?.findIndex((key) => parseColumnKey(String(key))?.field === field) ?? -1;
    if (sheet) sheet.getRow(row).getCell(column).value = value;
    await book.xlsx.writeFile(join(out, name));
  }

  it('is renewed while nobody has typed into it', async () => {
    await make();
    const before = await readFile(join(out, name));
    expect((await make()).code).toBe(0);
    expect(await readFile(join(out, name))).toEqual(before);
  });

  it.each([
    ['a figure', 12, 'value'],
    ['a zero', 0, 'value'],
    ['a text that is no figure', '12,5', 'value'],
    ['a reason beside a blank', 'chưa có số', 'reason'],
  ] as const)('is kept when it holds %s', async (_what, value, field) => {
    await make();
    await type(value, field);
    const filled = await readFile(join(out, name));
    const { code, err } = await make();
    expect(code).toBe(2);
    expect(err).toContain(name);
    expect(await readFile(join(out, name))).toEqual(filled);
  });

  it('is kept when it cannot be read', async () => {
    await writeFile(join(out, name), 'not a workbook');
    expect((await make()).code).toBe(2);
    expect(await readFile(join(out, name), 'utf8')).toBe('not a workbook');
    expect(await names()).toEqual([name]);
  });
});
