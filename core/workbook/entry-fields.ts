/**
 * What officers enter, field by field: reading, the rules about copies, the exchange, what a repair counts and
 * the words for people all follow from this one table.
 */

/** What a field is. */
export interface EntryField {
  /** Rows of figures, of baselines, of the officer's own verdicts and of the return itself have keys of their own each. */
  family: 'figure' | 'baseline' | 'own' | 'return';
  /**
   * `figure`: a number that is read, for a figure or its baseline also a year; `text`: words of people, and a day
   * however it is written.
   */
  holds: 'figure' | 'text';
  words: { vi: string; en: string };
  /** Table and column of the exchange in which it travels; what is said of the return itself, in its descriptor. */
  exchange: { table: string; column: string };
  /** As what a repair counts it. */
  counted: 'figures' | 'remarks' | 'ownVerdicts' | 'baselines' | 'cover';
  /** The first layout that has its column; workbooks of earlier ones were issued without it. */
  since: number;
}

export const entryFields = {
  value: {
    family: 'figure',
    holds: 'figure',
    words: { vi: 'Số liệu', en: 'The figure' },
    exchange: { table: 'observations', column: 'value' },
    counted: 'figures',
    since: 1,
  },
  mark: {
    family: 'figure',
    holds: 'text',
    words: { vi: 'Ô đánh dấu', en: 'The mark' },
    exchange: { table: 'observations', column: 'mark' },
    counted: 'remarks',
    since: 1,
  },
  reason: {
    family: 'figure',
    holds: 'text',
    words: { vi: 'Lý do, ghi chú', en: 'The reason' },
    exchange: { table: 'observations', column: 'reason' },
    counted: 'remarks',
    since: 1,
  },
  baseYear: {
    family: 'baseline',
    holds: 'figure',
    words: { vi: 'Năm của số gốc', en: 'The year of the baseline' },
    exchange: { table: 'baselines', column: 'year' },
    counted: 'baselines',
    since: 1,
  },
  baseValue: {
    family: 'baseline',
    holds: 'figure',
    words: { vi: 'Số gốc', en: 'The baseline' },
    exchange: { table: 'baselines', column: 'value' },
    counted: 'baselines',
    since: 1,
  },
  baseSource: {
    family: 'baseline',
    holds: 'text',
    words: { vi: 'Nguồn số gốc', en: 'The source of the baseline' },
    exchange: { table: 'baselines', column: 'source' },
    counted: 'baselines',
    since: 1,
  },
  ownVerdict: {
    family: 'own',
    holds: 'text',
    words: { vi: 'Tự đánh giá', en: 'The own verdict' },
    exchange: { table: 'verdicts', column: 'verdict' },
    counted: 'ownVerdicts',
    since: 1,
  },
  ownReason: {
    family: 'own',
    holds: 'text',
    words: { vi: 'Lý do tự đánh giá', en: 'The reason of the own verdict' },
    exchange: { table: 'verdicts', column: 'reason' },
    counted: 'ownVerdicts',
    since: 1,
  },
  replaces: {
    family: 'return',
    holds: 'text',
    words: { vi: 'Ngày của bản được thay', en: 'The date of the return that is replaced' },
    exchange: { table: 'descriptor', column: 'replaces' },
    counted: 'cover',
    since: 3,
  },
} as const satisfies Record<string, EntryField>;

/** What a keyed column holds; the last part of its key. */
export type ColumnField = keyof typeof entryFields;
export const columnFields = Object.keys(entryFields) as readonly ColumnField[];

/** What the rows of a sheet are about. */
export type Family = EntryField['family'];

/** Families whose rows hold numbers, of which none may be missing, strange or there twice. */
export type FigureFamily = Exclude<Family, 'own' | 'return'>;

type Fields = typeof entryFields;
/** The fields of the table that are such. */
type FieldsThat<Such extends Partial<EntryField>> = {
  [Field in ColumnField]: Fields[Field] extends Such ? Field : never;
}[ColumnField];

/** What people write beside figures. */
export type TextField = FieldsThat<{ holds: 'text' }>;
/** Texts beside a figure of a period. */
export type RemarkField = FieldsThat<{ family: 'figure'; holds: 'text' }>;
/** The fields of a baseline. */
export type BaselineField = FieldsThat<{ family: 'baseline' }>;
/** The fields of an officer's own verdict. */
export type OwnField = FieldsThat<{ family: 'own' }>;

/** The column of the exchange in which a field travels. */
export type EntryColumn<Field extends ColumnField> = Fields[Field]['exchange']['column'];

/** A text an officer wrote beside a figure. */
export interface Remark {
  key: string;
  period: string;
  field: RemarkField;
  text: string;
}

/** Whether a column holds a number that is read. */
export function holdsFigures(field: ColumnField): field is Exclude<ColumnField, TextField> {
  return entryFields[field].holds === 'figure';
}

export function isRemarkField(field: ColumnField): field is RemarkField {
  return entryFields[field].family === 'figure' && !holdsFigures(field);
}

export function isBaselineField(field: ColumnField): field is BaselineField {
  return entryFields[field].family === 'baseline';
}

export function isOwnField(field: ColumnField): field is OwnField {
  return entryFields[field].family === 'own';
}

export const textFields = columnFields.filter((field): field is TextField => !holdsFigures(field));
export const remarkFields = columnFields.filter(isRemarkField);

/** What the keyed rows of a sheet hold, by its keyed columns. */
export function familiesOf(columns: readonly { field: ColumnField }[]): Set<Family> {
  return new Set(columns.map(({ field }) => entryFields[field].family));
}

/** The same, of the families whose rows hold numbers. */
export function figureFamiliesOf(columns: readonly { field: ColumnField }[]): Set<FigureFamily> {
  const families = new Set<FigureFamily>();
  for (const family of familiesOf(columns)) if (family !== 'own' && family !== 'return') families.add(family);
  return families;
}
