import { missingSigns, type MissingSign } from '../observation/figure.ts';
import { vintageNames, vintages } from '../observation/vintage.ts';
import { WHOLE } from '../unit/row-fields.ts';
import { entryFields, type ColumnField } from '../workbook/entry-fields.ts';

/** A name in both languages. */
interface Name {
  vi: string;
  en: string;
}

/** The three tables of a return. */
export const tableIds = ['observations', 'verdicts', 'baselines'] as const;
export type TableId = (typeof tableIds)[number];

/** A cell of a table; null where it is empty. */
export type Cell = string | number | null;

/** A row of a table by its columns. */
export type TableRow = Readonly<Record<string, Cell>>;

/** A column of a table. */
export interface ExchangeColumn<Column extends string = string> {
  name: Column;
  /** `code`: one of few plain forms; `text`: free; `number`: written with the decimal sign of the profile. */
  kind: 'code' | 'text' | 'number';
  required: boolean;
  title: Name;
  /** Regular expression of the whole cell, in the dialect that XML Schema and JavaScript share. */
  pattern?: string;
  /** A cell that fits the pattern, for messages. */
  example?: string;
  /** The words the column takes, with what each means. */
  words?: Readonly<Record<string, Name>>;
}

/** A table: its columns in order, and those that say which row it is. */
export interface ExchangeTable {
  id: TableId;
  title: Name;
  columns: readonly ExchangeColumn[];
  key: readonly string[];
}

export { WHOLE };
/** The name beside it. */
export const WHOLE_NAME = 'Chung';

/** Stands in the column `vintage` of a row without a figure. */
export const NO_VINTAGE = '_';

/** A pattern, and a cell that fits it. */
type Form = readonly [pattern: string, example: string];
const UNIT: Form = [String.raw`VN\d{2}(\.[A-Z0-9]+)?(-\d{4})?`, 'VN12.106'];
const SLUG = '[a-z0-9]+(-[a-z0-9]+)*';
const PERIOD: Form = [String.raw`(19|20)\d{2}(-S[12]|-Q[1-4]|-LK9)?`, '2023, 2023-S1, 2023-Q3, 2023-LK9'];

const signWords: Record<MissingSign, Name> = {
  '-': { vi: 'không phát sinh, tính là 0', en: 'nothing occurred, counts as 0' },
  '...': { vi: 'có phát sinh nhưng chưa có số', en: 'occurred but not available' },
  x: { vi: 'không áp dụng', en: 'not applicable' },
};

/** Columns that every table begins with: whose return it is. */
const identity = [
  code('unit', 'mã đơn vị', 'unit id', UNIT),
  text('unitName', 'tên đơn vị, để đối chiếu với mã', 'unit name, checks the id'),
  code('reporter', 'mã đơn vị báo cáo', 'id of who reports', UNIT),
  code('round', 'kỳ báo cáo', 'round', PERIOD),
  words('sample', 'số liệu mẫu', 'made-up figures', {
    no: { vi: 'số liệu thật', en: 'real figures' },
    yes: { vi: 'số liệu mẫu, không dùng để báo cáo', en: 'made-up figures, never to be reported' },
  }),
];

const figure = [
  code('indicator', 'mã chỉ tiêu', 'indicator id', [SLUG, 'poverty-rate']),
  text('indicatorName', 'tên chỉ tiêu, để đối chiếu với mã', 'indicator name, checks the id'),
  code('stratum', 'mã phân tổ; _T là số chung', 'stratum id; _T is the whole', [
    `${WHOLE}|${SLUG}`,
    '_T, poor-districts',
  ]),
  text('stratumName', 'tên phân tổ, để đối chiếu với mã', 'stratum name, checks the id'),
];

const unread = text('unread', 'chữ đã nhập ở chỗ cần số', 'what was typed where a number was asked for');
const period = code('period', 'kỳ của số liệu', 'period of the figure', PERIOD);
const check: ExchangeColumn<'check'> = {
  ...code('check', 'mã kiểm tra của dòng', 'checksum of the row', ['[b-df-hj-np-tv-xz]{8,9}', 'vbcdfghjk']),
  required: false,
  title: {
    vi: 'mã kiểm tra của dòng; để trống ở dòng tự viết hoặc đã chủ ý sửa',
    en: 'checksum of the row; empty in a row that is written by hand or was changed on purpose',
  },
};

export const observationsTable = {
  id: 'observations',
  title: { vi: 'Số liệu', en: 'Observations' },
  columns: [
    ...identity,
    ...figure,
    period,
    words('vintage', 'mức độ chắc chắn', 'how sure the figure is', {
      ...vintageNames,
      [NO_VINTAGE]: { vi: 'dòng không có số', en: 'a row without a figure' },
    }),
    words('status', 'dòng có số hay không', 'whether the row has a figure', {
      reported: { vi: 'có số hoặc dấu', en: 'a figure or a sign' },
      blank: { vi: 'bỏ trống; chỉ có ghi chú', en: 'left blank; only what was written beside it' },
      unread: { vi: 'đã nhập nhưng không phải số', en: 'something was typed that is no figure' },
    }),
    number('value', 'số; trống nếu có dấu hoặc bỏ trống', 'number; empty beside a sign or a blank'),
    { ...words('sign', 'dấu thay cho số', 'sign in place of a number', signWords), required: false },
    unread,
    text('mark', 'đánh dấu', 'mark'),
    text('reason', 'lý do, ghi chú', 'reason, note'),
    check,
  ],
  key: ['unit', 'indicator', 'stratum', 'period', 'vintage', 'reporter'],
} as const satisfies ExchangeTable;

const verdictsTable = {
  id: 'verdicts',
  title: { vi: 'Đánh giá của cán bộ', en: "Officers' own verdicts" },
  columns: [
    ...identity,
    code('plan', 'mã kế hoạch', 'plan id', [SLUG, 'lai-chau-2021']),
    ...figure,
    code('kind', 'loại mục tiêu', 'kind of target', [SLUG, 'level']),
    period,
    text('verdict', 'đánh giá', 'verdict as written'),
    text('reason', 'lý do', 'reason'),
    check,
  ],
  key: ['unit', 'plan', 'indicator', 'stratum', 'kind', 'period', 'reporter'],
} as const satisfies ExchangeTable;

const baselinesTable = {
  id: 'baselines',
  title: { vi: 'Số gốc', en: 'Baselines' },
  columns: [
    ...identity,
    ...figure,
    number('year', 'năm của số gốc', 'year of the baseline'),
    number('value', 'số gốc', 'value'),
    unread,
    text('source', 'nguồn', 'source'),
    check,
  ],
  key: ['unit', 'indicator', 'stratum', 'reporter'],
} as const satisfies ExchangeTable;

/** The tables of a return, in the order in which a descriptor lists them. */
export const tables: Record<TableId, ExchangeTable> = {
  observations: observationsTable,
  verdicts: verdictsTable,
  baselines: baselinesTable,
};

type PlaceIn<Table extends ExchangeTable> = {
  table: Table['id'];
  column: Table['columns'][number]['name'];
};

/** A column of one of the tables. */
export type ExchangePlace =
  PlaceIn<typeof observationsTable> | PlaceIn<typeof verdictsTable> | PlaceIn<typeof baselinesTable>;

/** Fields that travel in a table; what is said of the return itself travels in its descriptor. */
type TableField = Exclude<ColumnField, 'replaces'>;

/** Where a field of a workbook travels. One without a column in these tables does not compile here. */
export function placeOf<Field extends TableField>(
  field: Field,
): ExchangePlace & (typeof entryFields)[Field]['exchange'] {
  return entryFields[field].exchange;
}

/** The words of a column, for the reader. */
export const vintageCodes = [...vintages, NO_VINTAGE] as const;
export const signCodes = missingSigns;

function code<Column extends string>(
  name: Column,
  vi: string,
  en: string,
  [pattern, example]: Form,
): ExchangeColumn<Column> {
  return { name, kind: 'code', required: true, title: { vi, en }, pattern, example };
}

function words<Column extends string>(
  name: Column,
  vi: string,
  en: string,
  taken: Record<string, Name>,
): ExchangeColumn<Column> {
  return { name, kind: 'code', required: true, title: { vi, en }, words: taken };
}

function text<Column extends string>(name: Column, vi: string, en: string): ExchangeColumn<Column> {
  return { name, kind: 'text', required: false, title: { vi, en } };
}

function number<Column extends string>(name: Column, vi: string, en: string): ExchangeColumn<Column> {
  return { name, kind: 'number', required: false, title: { vi, en } };
}
