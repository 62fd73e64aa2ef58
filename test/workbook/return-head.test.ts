import { beforeAll, describe, expect, it } from 'vitest';
import { describeReturn, descriptorSchema, type ReturnHead } from '../../core/exchange/descriptor.ts';
import { figuresOf } from '../../core/exchange/from-workbook.ts';
import { receiverOf } from '../../core/plan/receiver.ts';
import { openReturn } from '../../core/returned/open-return.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { jobsOf } from '../../generator/workbook/jobs.ts';
import { factsOf } from '../core/check/structure/facts-of.ts';
import { seedModel } from '../core/check/structure/models.ts';
import { loadSeeds } from './seed-workbooks.ts';

describe('who receives a report', () => {
  it('is never who sends it, in any workbook of the seeds', async () => {
    const { catalogue, plans } = await loadSeeds();
    const pairs = plans.flatMap((plan) =>
      jobsOf([plan], catalogue, { round: plan.file.firstRound, sample: false }).map(({ reporter }) => ({
        reporter: reporter.name,
        receiver: receiverOf(plan.file, reporter),
      })),
    );
    expect(pairs.length).toBeGreaterThan(40);
    expect(pairs.filter(({ reporter, receiver }) => reporter === receiver)).toEqual([]);
    const labour = 'Sở Lao động - Thương binh và Xã hội';
    expect(pairs).toContainEqual({ reporter: labour, receiver: 'Ủy ban nhân dân tỉnh Lai Châu' });
    expect(pairs).toContainEqual({ reporter: 'Huyện Tam Đường', receiver: labour });
    expect(pairs).toContainEqual({
      reporter: 'Tỉnh Lai Châu',
      receiver: 'Bộ Lao động - Thương binh và Xã hội',
    });
  });

  it('is who issued the plan where a body of a plan with one receiver would report to itself', () => {
    const file = { issuer: 'UBND tỉnh', form: { receiver: 'Sở Y tế' } } as Parameters<typeof receiverOf>[0];
    expect(receiverOf(file, { name: 'Sở  Y tế', level: 'department' })).toBe('UBND tỉnh');
    expect(receiverOf(file, { name: 'Huyện Tam Đường', level: 'district' })).toBe('Sở Y tế');
  });
});

describe('the day of the return that is replaced', () => {
  let model: WorkbookModel;
  let place: { row: number; column: number };
  beforeAll(async () => {
    ({ model } = await seedModel('lai-chau-2021', 'VN12.106'));
    const cells = [...(model.sheets[0]?.cells.values() ?? [])];
    const column = cells.find(({ value }) => value === '2023|_|replaces')?.column ?? 0;
    const row = cells.find(({ value }) => value === 'chitieu:return')?.row ?? 0;
    place = { row, column };
  });

  /** What is read when the cell holds something; blank as it is issued for null. */
  const opened = (value: number | string | null, date1904 = false, formula: string | null = null) => {
    const facts = factsOf(model);
    const [cover, ...others] = facts.sheets;
    if (!cover) throw new Error('no cover');
    const isBlank = value === null && formula === null;
    const cells = isBlank ? cover.cells : [...cover.cells, { ...place, value, formula }];
    return openReturn({ ...facts, date1904, sheets: [{ ...cover, cells }, ...others] });
  };

  it('is an entry of the cover, blank in a first return', () => {
    expect(model.sheets[0]?.cells.get(cellIndex(place.row, place.column))).toMatchObject({
      style: 'inputText',
      format: 'dd/mm/yyyy',
    });
    expect(opened(null).returned?.replaces).toBeNull();
    expect(opened(null).findings).toEqual([]);
  });

  it.each([
    [45_306, false],
    [45_306.5, false],
    [45_306 - 1462, true],
    ['15/01/2024', false],
    ['15-1-2024', false],
    [' 15.1.2024 ', false],
    ['2024-01-15', false],
  ])('is read from %s', (value, date1904) => {
    const { returned, findings } = opened(value, date1904);
    expect(returned?.replaces).toBe('2024-01-15');
    expect(findings).toEqual([]);
  });

  it.each([2024, 'hôm qua', '31/02/2024', '15/01/1998', '15/01'])(
    'is asked for again when it says %s',
    (value) => {
      const { returned, findings } = opened(value);
      expect(returned?.replaces).toBeNull();
      expect(findings).toMatchObject([
        { code: 'replaced-not-read', place: { sheet: 'Bìa' }, data: { found: String(value) } },
      ]);
    },
  );

  it.each([
    ['shows a day of 1900', 0],
    ['shows nothing', ''],
    ['has no result', null],
  ])('is asked for again when a formula over a blank cell %s', (_, value) => {
    const { returned, findings } = opened(value, false, 'H40');
    expect(returned?.replaces).toBeNull();
    expect(findings).toMatchObject([
      { code: 'replaced-not-read', place: { sheet: 'Bìa' }, data: { found: '=H40' } },
    ]);
  });

  it('is read where a formula gives a day', () => {
    const { returned, findings } = opened(45_306, false, 'DATE(2024,1,15)');
    expect(returned?.replaces).toBe('2024-01-15');
    expect(findings).toEqual([]);
  });

  it.each(['31/12/2099', '01/01/2029', 73_050])(
    'is asked for again when it says %s of the round 2023: nobody sends its returns then',
    (value) => {
      const { returned, findings } = opened(value);
      expect(returned?.replaces).toBeNull();
      expect(findings).toMatchObject([
        { code: 'replaced-too-late', severity: 'error', place: { sheet: 'Bìa' }, data: { round: '2023' } },
      ]);
    },
  );

  it.each(['31/12/2022', '2021-06-30', 44_926])(
    'is asked for again when it says %s of the round 2023: nobody has sent its returns yet',
    (value) => {
      const { returned, findings } = opened(value);
      expect(returned?.replaces).toBeNull();
      expect(findings).toMatchObject([
        { code: 'replaced-too-early', severity: 'error', place: { sheet: 'Bìa' }, data: { round: '2023' } },
      ]);
    },
  );

  it('is asked for on the cover within the same years', () => {
    const rule = model.sheets[0]?.cells.get(cellIndex(place.row, place.column))?.validation?.rule;
    expect(rule && 'condition' in rule ? rule.condition : '').toMatch(/>=44927,.*<47119\)/u);
  });

  it('may be of the years in which a round is still corrected', () => {
    expect(opened('31/12/2028')).toMatchObject({ returned: { replaces: '2028-12-31' }, findings: [] });
  });

  it('travels in the descriptor of the exchange, which says nothing of it in a first return', () => {
    const descriptorOf = (value: string | null) => {
      const { returned } = opened(value);
      if (!returned) throw new Error('not read');
      const head: ReturnHead = {
        ...{ profile: 'machine', names: null, templateSchema: null },
        ...{ errors: [], forced: false },
      };
      return describeReturn(figuresOf(returned), [], head);
    };
    expect(descriptorOf('15/01/2024').chitieu.replaces).toBe('2024-01-15');
    expect(descriptorOf(null).chitieu).not.toHaveProperty('replaces');
    const { chitieu } = descriptorSchema.shape;
    expect(chitieu.safeParse(descriptorOf('15/01/2024').chitieu).success).toBe(true);
    expect(chitieu.safeParse({ ...descriptorOf(null).chitieu, replaces: '15/01/2024' }).success).toBe(false);
  });
});
