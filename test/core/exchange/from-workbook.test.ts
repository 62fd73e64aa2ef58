import { expect, it } from 'vitest';
import { figuresOf } from '../../../core/exchange/from-workbook.ts';
import { CHECK_MARK_PREFIX } from '../../../core/workbook/contract.ts';
import type { ReturnedWorkbook } from '../../../core/returned/read.ts';
import type { Remark } from '../../../core/workbook/entry-fields.ts';

const returnedWith = (some: Partial<ReturnedWorkbook>): ReturnedWorkbook => ({
  ...{ unit: 'VN12', reporter: 'VN12', round: '2021', identifiedBy: 'meta', sheetIdentities: [] },
  ...{
    definition: null,
    layout: null,
    sample: false,
    untouched: null,
    plans: new Map(),
    cells: [],
    entries: [],
  },
  ...{ observations: [], baselines: [], ownVerdicts: [], remarks: [], replaces: null, byUnit: [], ...some },
});

it('carries what officers wrote, not what a check wrote beside it', () => {
  const remark = (field: Remark['field'], text: string): Remark => ({
    ...{ key: 'population|_T', period: '2021' },
    ...{ field, text },
  });
  const own = [remark('mark', 'xem lại'), remark('reason', `${CHECK_MARK_PREFIX}chép lại làm lý do`)];
  const remarks = [...own, remark('mark', `${CHECK_MARK_PREFIX}Lỗi: …`)];
  expect(figuresOf(returnedWith({ remarks })).remarks).toEqual(own);
});

it('carries a formula nobody has computed, and no blank cell', () => {
  const cell = { sheet: 'Nhập liệu', row: 8, column: 6, address: 'F8', vintage: 'final' } as const;
  const keys = { rowKey: 'population|_T', period: '2021', field: 'value' } as const;
  const cells = [
    { ...cell, ...keys, value: null, formula: 'B5+B6' },
    { ...cell, ...keys, period: '2022', value: null, formula: null },
    { ...cell, ...keys, period: '2023', value: 12, formula: 'B5+B6' },
  ];
  expect(figuresOf(returnedWith({ entries: cells })).unread).toEqual([
    { key: 'population|_T', period: '2021', vintage: 'final', text: '=B5+B6' },
  ]);
});
