import { expect, it } from 'vitest';
import { figuresOf } from '../../../core/exchange/from-workbook.ts';
import { CHECK_MARK_PREFIX } from '../../../core/workbook/contract.ts';
import type { Remark, ReturnedWorkbook } from '../../../core/workbook/read.ts';

it('carries what officers wrote, not what a check wrote beside it', () => {
  const remark = (field: Remark['field'], text: string): Remark => ({
    ...{ key: 'population|_T', period: '2021' },
    ...{ field, text },
  });
  const own = [remark('mark', 'xem lại'), remark('reason', `${CHECK_MARK_PREFIX}chép lại làm lý do`)];
  const returned: ReturnedWorkbook = {
    ...{ unit: 'VN12', reporter: 'VN12', round: '2021', identifiedBy: 'meta', sheetIdentities: [] },
    ...{ definition: null, sample: false, untouched: null, plans: new Map(), cells: [], observations: [] },
    ...{ baselines: [], ownVerdicts: [], remarks: [...own, remark('mark', `${CHECK_MARK_PREFIX}Lỗi: …`)] },
  };
  expect(figuresOf(returned).remarks).toEqual(own);
});
