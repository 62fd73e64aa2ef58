/**
 * How the files of a return are written: `machine` for programs, `excel` for people who open them by a
 * double click. The profile is declared in the descriptor or shown by the delimiter of the header; it is
 * never guessed from numbers.
 */
export const profiles = ['machine', 'excel'] as const;
export type Profile = (typeof profiles)[number];

/** What a profile writes. */
export interface Dialect {
  delimiter: ',' | ';';
  decimalSign: '.' | ',';
  /** A byte order mark, by which Excel knows UTF-8. */
  byteOrderMark: boolean;
  /** Whether texts a spreadsheet would take for a formula or a number get an apostrophe in front. */
  guardsTexts: boolean;
}

export const dialects: Record<Profile, Dialect> = {
  machine: { delimiter: ',', decimalSign: '.', byteOrderMark: false, guardsTexts: false },
  excel: { delimiter: ';', decimalSign: ',', byteOrderMark: true, guardsTexts: true },
};

/** RFC 4180 ends every row so, in both profiles. */
export const LINE_END = '\r\n';
