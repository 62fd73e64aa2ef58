import { newSheet, put, setHeight, wrappedHeight } from '../sheet/draft.ts';
import { MAX_ROW_HEIGHT } from '../sheet/page.ts';
import type { SheetModel } from '../sheet/model.ts';
import type { Unit } from '../unit/unit.ts';
import { textField, type BookNumber, type BookSentence, type PlanningBook } from './book.ts';
import {
  BLANK_INDICATORS,
  headFields,
  indicatorColumns,
  KEY_COLUMN,
  KEY_ROW,
  planningSheets,
} from './contract.ts';
import { headValue } from './head.ts';
import type { Lists } from './lists.ts';
import type { NewIndicator } from './wanted.ts';

const HEADER = 4;

/** What the plan is, and what to do with the workbook. */
export function headSheet(book: PlanningBook): SheetModel {
  const sheet = newSheet(planningSheets.head, [30, 80, 56], { orientation: 'landscape' });
  put(sheet, KEY_ROW, KEY_COLUMN, 'hiddenKey', 'head');
  put(sheet, KEY_ROW, 3, 'hiddenKey', 'value');
  put(sheet, 2, 2, 'title', 'SỔ LẬP KẾ HOẠCH');
  const counts = (['accept', 'ask', 'drop'] as const).map(
    (decision) => book.rows.filter((row) => row.decision === decision).length,
  );
  put(
    sheet,
    3,
    2,
    'subtitle',
    `${textField(book.head, 'id')}: ${book.rows.length} dòng (nhận ${counts[0] ?? 0}, hỏi ${counts[1] ?? 0}, bỏ ${counts[2] ?? 0}); ${book.leftOut.length} số để ngoài; ${book.sentences.length} câu`,
  );
  headFields.forEach(([path, label, help], at) => {
    const row = HEADER + 1 + at;
    const value = headValue(book.head, path);
    put(sheet, row, KEY_COLUMN, 'hiddenKey', path);
    put(sheet, row, 2, 'label', label);
    put(sheet, row, 3, 'inputText', typeof value === 'string' ? value : '');
    put(
      sheet,
      row,
      4,
      'small',
      typeof value === 'object' ? 'khác nhau theo cấp: giữ như ở tệp kế hoạch' : help,
    );
    setHeight(sheet, row, Math.max(18, wrappedHeight(typeof value === 'string' ? value : '', 80)));
  });
  const steps = [
    '1. Trang này: kiểm tra tên, ngày, kỳ của kế hoạch.',
    '2. Trang Mục tiêu: mỗi dòng một mục tiêu. Xem trước các dòng có "Vì sao nên xem"; chọn Nhận, Bỏ hoặc Hỏi.',
    '3. Trang Chỉ tiêu mới: mỗi chỉ tiêu chưa có trong danh mục một dòng.',
    '4. Trang Văn bản và Số để ngoài: từng câu, từng số, để thấy không sót gì.',
    '5. Lưu lại, rồi chạy: chitieu plan from-xlsx TỆP.xlsx. Chỗ chưa đúng được ghi chú ngay ở ô của một bản sao.',
  ];
  steps.forEach((step, at) => {
    put(sheet, HEADER + headFields.length + 3 + at, 2, 'plainLeft', step);
  });
  return sheet;
}

/** Indicators the catalogue does not have, a row each. */
export function indicatorsSheet(wanted: readonly NewIndicator[], lists: Lists): SheetModel {
  const sheet = newSheet(
    planningSheets.indicators,
    indicatorColumns.map(({ width }) => width),
    {
      freeze: { rows: HEADER, columns: 2 },
    },
  );
  put(sheet, KEY_ROW, KEY_COLUMN, 'hiddenKey', 'indicators');
  put(sheet, 2, 2, 'title', 'CHỈ TIÊU MỚI');
  put(
    sheet,
    3,
    2,
    'note',
    'Chỉ điền cho chỉ tiêu được chọn là "mới: …" ở trang Mục tiêu; dòng không dùng thì để nguyên. Tỷ lệ cần tử số và mẫu số.',
  );
  indicatorColumns.forEach(({ field, head }, at) => {
    put(sheet, KEY_ROW, 2 + at, 'hiddenKey', field);
    put(sheet, HEADER, 2 + at, 'header', head);
  });
  setHeight(sheet, HEADER, 33);
  const rows = [...wanted, ...Array.from({ length: BLANK_INDICATORS }, () => null)];
  rows.forEach((row, at) => {
    const line = HEADER + 1 + at;
    put(sheet, line, KEY_COLUMN, 'hiddenKey', `new-${at + 1}`);
    let height = 20;
    indicatorColumns.forEach(({ field, head, list, help, width }, index) => {
      const value = row === null ? '' : (row[field as keyof NewIndicator] ?? '');
      if (value !== '') height = Math.max(height, wrappedHeight(value, width));
      put(sheet, line, 2 + index, 'inputText', {
        ...(value === '' ? {} : { value }),
        validation: {
          promptTitle: head.slice(0, 32),
          prompt: help,
          errorTitle: 'Ngoài danh sách',
          error: 'Không có trong danh sách của ô.',
          rule:
            list === undefined
              ? { condition: 'TRUE' }
              : { from: lists.range[list] ?? '', ...(list === 'units' ? { open: true } : {}) },
        },
      });
    });
    setHeight(sheet, line, height);
  });
  return sheet;
}

/** Every number that is in no row, with the reason. */
export function leftOutSheet(numbers: readonly BookNumber[]): SheetModel {
  const sheet = newSheet(planningSheets.leftOut, [8, 30, 60], { freeze: { rows: HEADER, columns: 0 } });
  put(sheet, 2, 2, 'title', 'SỐ ĐỂ NGOÀI');
  put(
    sheet,
    3,
    2,
    'note',
    'Số của văn bản không nằm trong mục tiêu nào, và vì sao. Thấy một mục tiêu ở đây thì ghi vào tệp kế hoạch.',
  );
  ['Dòng', 'Số', 'Vì sao để ngoài'].forEach((head, at) => put(sheet, HEADER, 2 + at, 'header', head));
  numbers.forEach(({ line, text, reason }, at) => {
    put(sheet, HEADER + 1 + at, 2, 'centered', line);
    put(sheet, HEADER + 1 + at, 3, 'wrapped', text);
    put(sheet, HEADER + 1 + at, 4, 'wrapped', reason);
    setHeight(sheet, HEADER + 1 + at, Math.max(18, wrappedHeight(text, 30), wrappedHeight(reason, 60)));
  });
  return sheet;
}

/** The document sentence by sentence, with the rows drawn from each. */
export function documentSheet(
  sentences: readonly BookSentence[],
  numberOf: ReadonlyMap<string, number>,
): SheetModel {
  const sheet = newSheet(planningSheets.document, [8, 110, 18], { freeze: { rows: HEADER, columns: 0 } });
  put(sheet, 2, 2, 'title', 'VĂN BẢN');
  put(sheet, 3, 2, 'note', 'Từng câu của văn bản; cột cuối là TT của mục tiêu rút ra từ câu ấy.');
  ['Dòng', 'Câu', 'Mục tiêu (TT)'].forEach((head, at) => put(sheet, HEADER, 2 + at, 'header', head));
  sentences.forEach(({ line, text, rows }, at) => {
    put(sheet, HEADER + 1 + at, 2, 'centered', line);
    put(sheet, HEADER + 1 + at, 3, 'wrapped', text);
    const numbers = rows.flatMap((id) => numberOf.get(id) ?? []);
    put(sheet, HEADER + 1 + at, 4, 'centered', numbers.length === 0 ? null : numbers.join(', '));
    setHeight(sheet, HEADER + 1 + at, Math.min(MAX_ROW_HEIGHT, Math.max(18, wrappedHeight(text, 110))));
  });
  return sheet;
}

/** Groups of units of which the plan has targets, and who belongs to them. */
export interface UnitGroups {
  units: readonly Unit[];
  /** Groups that cover units, each a column, with the tag of their units. */
  columns: readonly { name: string; tag: string }[];
}

/** The units of the province as rows, the groups as columns to be ticked. */
export function unitsSheet({ units, columns }: UnitGroups): SheetModel {
  const sheet = newSheet(planningSheets.units, [20, 36, 12, ...columns.map(() => 18)], {
    freeze: { rows: HEADER, columns: 3 },
  });
  put(sheet, KEY_ROW, KEY_COLUMN, 'hiddenKey', 'units');
  put(sheet, 2, 2, 'title', 'NHÓM ĐƠN VỊ');
  put(
    sheet,
    3,
    2,
    'note',
    'Ghi x vào ô của đơn vị thuộc nhóm, theo văn bản của tỉnh. Chỉ cần với nhóm có ở trang Mục tiêu.',
  );
  ['Mã', 'Đơn vị', 'Cấp', ...columns.map(({ name }) => name)].forEach((head, at) =>
    put(sheet, HEADER, 2 + at, 'header', head),
  );
  columns.forEach(({ tag }, at) => put(sheet, KEY_ROW, 5 + at, 'hiddenKey', tag));
  setHeight(sheet, HEADER, 33);
  units.forEach((unit, at) => {
    const row = HEADER + 1 + at;
    put(sheet, row, KEY_COLUMN, 'hiddenKey', unit.id);
    put(sheet, row, 2, 'plainLeft', unit.id);
    put(sheet, row, 3, 'plainLeft', unit.name);
    put(
      sheet,
      row,
      4,
      'centered',
      unit.level === 'commune' ? 'xã' : unit.level === 'district' ? 'huyện' : '',
    );
    columns.forEach(({ tag }, column) => {
      put(sheet, row, 5 + column, 'inputText', unit.tags.includes(tag) ? 'x' : null);
    });
  });
  return sheet;
}
