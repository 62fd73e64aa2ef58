import { roundName } from '../../round/round.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';

/**
 * Texts that layouts before the present one printed below their input sheets and this one does not. A workbook
 * that was issued keeps its own for ever, and nobody typed them.
 */
export function printedBefore({ plans, reporting }: Pick<WorkbookRequest, 'plans' | 'reporting'>): string[] {
  return [
    'và mẫu số của mỗi tử số đã nhập khi chưa có tỷ lệ',
    '(bản giấy và tệp phải trùng nhau)',
    // Below the counts, too, there was one.
    `Mã kiểm tra số liệu ${roundName(reporting)}`,
    // Layouts 1 and 2 had the signer of the plan's form sign for every unit.
    ...plans.map(({ file }) => file.form.signer.toLocaleUpperCase('vi')),
  ];
}
