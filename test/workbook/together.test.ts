import { beforeAll, describe, expect, it } from 'vitest';
import { parseColumnKey, sheetNames } from '../../core/workbook/contract.ts';
import { parseRowKey } from '../../core/observation/key.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { modelOf, togetherJobs } from '../../generator/workbook/jobs.ts';
import { COLUMN } from '../../core/template/sheets/summary/columns.ts';
import { styleOf } from '../../formats/xlsx/write/styles.ts';
import { loadSeeds } from './seed-workbooks.ts';

const models = new Map<string, WorkbookModel>();
beforeAll(async () => {
  const { catalogue, plans } = await loadSeeds();
  for (const job of togetherJobs(plans, catalogue, {
    sample: true,
    unit: ['VN12', 'VN12.106', 'VN12.BHXH'],
  })) {
    models.set(job.name, modelOf(job, catalogue));
  }
});

/** Every input cell by its keys. */
function inputsOf(model: WorkbookModel): string[] {
  return model.sheets.flatMap((sheet) =>
    [...sheet.cells.values()].flatMap(({ row, column, style }) => {
      const key = String(sheet.cells.get(cellIndex(row, 1))?.value ?? '');
      const head = parseColumnKey(String(sheet.cells.get(cellIndex(1, column))?.value ?? ''));
      return style === 'input' && parseRowKey(key) && head?.field === 'value'
        ? [`${key} ${head.period}`]
        : [];
    }),
  );
}

describe('several live plans in one workbook', () => {
  it('names both forms and both receivers in the head of the form, in a row as high as that takes', () => {
    const sheet = models
      .get('lai-chau-2021+lai-chau-2024_VN12.106_2024_mau.xlsx')
      ?.sheets.find(({ name }) => name === sheetNames.entry);
    const head = [...(sheet?.cells.values() ?? [])].find(({ style }) => style === 'formHead');
    expect(head?.value).toMatch(/^Biểu số: 01\/BC-LC2021, 01\/BC-CTHĐ42 – Đơn vị nhận: .+; .+$/u);
    expect(sheet?.rows.get(head?.row ?? 0)?.height).toBeGreaterThanOrEqual(30);
    expect(styleOf({ style: 'formHead' }, 11).alignment?.wrapText).toBe(true);
  });

  it('tells indicators of one name apart by the number of the form', () => {
    const texts = [...models.values()].flatMap(({ sheets }) =>
      sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => String(value))),
    );
    expect(texts.filter((text) => text.endsWith(' [01/BC-CTHĐ42]')).length).toBeGreaterThan(0);
    expect(texts.filter((text) => text.includes('[lai-chau-'))).toEqual([]);
  });

  it('has in the summary the unit of the figure itself where no value was given and the figure is shown', () => {
    const unitsIn = (name: string) => {
      const sheet = models.get(name)?.sheets.find((one) => one.name === sheetNames.summary);
      return [...(sheet?.cells.values() ?? [])].flatMap(({ row, column, value }) =>
        column === 1 && /\|poverty-rate\|_T\|change$/u.test(String(value))
          ? [sheet?.cells.get(cellIndex(row, COLUMN.unit))?.value]
          : [],
      );
    };
    const district = unitsIn('lai-chau-2021+lai-chau-2024_VN12.106_2024_mau.xlsx');
    expect(new Set(district)).toEqual(new Set(['%']));
    const province = unitsIn('lai-chau-2021+lai-chau-2024_VN12_2024_mau.xlsx');
    expect(new Set(province)).toEqual(new Set(['điểm %/năm (giảm)']));
  });

  it('takes the plans of a province that are live in the round', () => {
    expect([...models.keys()].sort()).toEqual([
      'lai-chau-2021+lai-chau-2024_VN12.106_2024_mau.xlsx',
      'lai-chau-2021+lai-chau-2024_VN12.BHXH_2024_mau.xlsx',
      'lai-chau-2021+lai-chau-2024_VN12_2024_mau.xlsx',
    ]);
  });

  it('shows the form of each plan on lines of its own, begun by its number', () => {
    const cover = models.get('lai-chau-2021+lai-chau-2024_VN12_2024_mau.xlsx')?.sheets[0];
    const linesAt = (row: number, column: number) =>
      String(cover?.cells.get(cellIndex(row, column))?.value).split('\n');
    expect(linesAt(2, 2)).toEqual(['Biểu số: 01/BC-LC2021', 'Biểu số: 01/BC-CTHĐ42']);
    const bases = linesAt(3, 2);
    expect(bases).toHaveLength(2);
    expect(bases[0]).toMatch(/^Biểu 01\/BC-LC2021: Kèm theo Kế hoạch năm 2021/u);
    expect(bases[1]).toMatch(/^Biểu 01\/BC-CTHĐ42: Chương trình hành động/u);
    expect(linesAt(3, 5)).toEqual([
      'Đơn vị nhận báo cáo:',
      'Biểu 01/BC-LC2021: Bộ Lao động - Thương binh và Xã hội',
      'Biểu 01/BC-CTHĐ42: Ban Thường vụ Tỉnh ủy',
    ]);
    // Every line has room: 15 points each.
    expect(cover?.rows.get(3)?.height).toBeGreaterThanOrEqual(45);
  });

  it('names the plans as people know them', () => {
    const cover = models.get('lai-chau-2021+lai-chau-2024_VN12_2024_mau.xlsx')?.sheets[0];
    // The copies carry neither number nor day.
    expect(cover?.cells.get(cellIndex(11, 4))?.value).toBe(
      'Văn bản năm 2021 của Ủy ban nhân dân tỉnh Lai Châu (mã: lai-chau-2021)\n' +
        'Văn bản năm 2024 của Ban Thường vụ Tỉnh ủy Lai Châu (mã: lai-chau-2024)',
    );
    expect(cover?.rows.get(11)?.height).toBeGreaterThanOrEqual(30);
    // The year stands among words, left as they do.
    expect(cover?.cells.get(cellIndex(12, 4))).toMatchObject({ value: 2024, style: 'plainLeft' });
    expect(styleOf({ style: 'plainLeft' }, 11)).toMatchObject({ alignment: { horizontal: 'left' } });
    expect(styleOf({ style: 'plainLeft' }, 11).font?.bold).toBeUndefined();
  });

  it('says of every baseline which plans use it', () => {
    const sheet = models
      .get('lai-chau-2021+lai-chau-2024_VN12_2024_mau.xlsx')
      ?.sheets.find(({ name }) => name === 'Số gốc');
    const column = [...(sheet?.cells.values() ?? [])].find(
      ({ value }) => value === 'Kế hoạch dùng số gốc',
    )?.column;
    const plansOf = (key: string) => {
      const row = [...(sheet?.cells.values() ?? [])].find((cell) => cell.column === 1 && cell.value === key);
      return sheet?.cells.get(cellIndex(row?.row ?? 0, column ?? 0))?.value;
    };
    expect(plansOf('poverty-rate|_T')).toBe('lai-chau-2021');
    expect(plansOf('social-insurance-coverage|_T')).toBe('lai-chau-2021\nlai-chau-2024');
  });

  it('asks for every figure once', () => {
    for (const model of models.values()) {
      const inputs = inputsOf(model);
      expect(inputs.length).toBeGreaterThan(20);
      expect(new Set(inputs).size).toBe(inputs.length);
    }
  });

  it('gives both plans their own verdict on the same figure', () => {
    const model = models.get('lai-chau-2021+lai-chau-2024_VN12_2024_mau.xlsx');
    const shared = [
      'social-insurance-coverage',
      'unemployment-insurance-coverage',
      'pension-coverage',
      'stunting',
    ];
    const keys = (model?.sheets ?? []).flatMap((sheet) =>
      [...sheet.cells.values()].map(({ value }) => String(value)),
    );
    const verdictRows = keys.filter((key) => key.endsWith('|verdict'));
    const ofPlan = (plan: string) =>
      new Set(
        verdictRows
          .filter((key) => key.startsWith(`${plan}|`))
          .map((key) => key.split('|').slice(1, 3).join('|')),
      );
    const both = [...ofPlan('lai-chau-2021')].filter((key) => ofPlan('lai-chau-2024').has(key));
    // Bảo hiểm xã hội, bảo hiểm thất nghiệp, lương hưu, bảo hiểm y tế, thấp còi.
    expect(both.length, `${both.join()} of ${shared.join()}`).toBeGreaterThanOrEqual(5);
  });
});
