import type { Language } from '../../base/finding.ts';

/** What only a workbook to be published says. */
export interface PublicWords {
  /** In the place of a figure that is hidden. */
  hidden: string;
  title: string;
  note: (threshold: number) => string;
  signs: string;
  rows: {
    total: string;
    entered: string;
    of: string;
    record: string;
    own: string;
    decided: string;
    by: string;
  };
  /** Heads of the list of sources: nothing that a hidden figure could be read from. */
  sourceHeads: readonly string[];
}

export const publicWords: Record<Language, PublicWords> = {
  vi: {
    hidden: 'kcb',
    title: 'Tổng hợp báo cáo để công bố',
    note: (threshold) =>
      `"kcb": không công bố, vì là số người hoặc hộ từ 1 đến ${threshold - 1}, hoặc vì từ nó tính ra được một số như vậy.`,
    signs:
      '"-" không phát sinh; "..." chưa có số; "x" không áp dụng; để trống: không phải báo cáo, hoặc chưa có số được tính; dấu * sau số: còn chờ giải trình.',
    rows: {
      total: 'Cộng các đơn vị',
      entered: 'Đơn vị có số',
      of: 'Đơn vị phải có số',
      record: 'Cơ quan công bố',
      own: 'Tỉnh báo cáo',
      decided: 'Số dùng',
      by: 'Lấy theo',
    },
    sourceHeads: ['Chỉ tiêu', 'Phân tổ', 'Mã', 'Đơn vị', 'Người báo cáo', 'Số', 'Loại số', 'Ngày nhận'],
  },
  en: {
    hidden: 'n.p.',
    title: 'Returns consolidated for publication',
    note: (threshold) =>
      `"n.p.": not published, being a count of persons or households from 1 to ${threshold - 1}, or because one could be computed from it.`,
    signs:
      '"-" nothing occurred; "..." not known; "x" does not apply; blank: not owed, or no figure that counts; * after a figure: still to be explained.',
    rows: {
      total: 'Units together',
      entered: 'Units with a figure',
      of: 'Units that owe one',
      record: 'Source of record',
      own: 'Province reports',
      decided: 'Figure used',
      by: 'Taken from',
    },
    sourceHeads: ['Indicator', 'Stratum', 'Id', 'Unit', 'Reporter', 'Figure', 'Vintage', 'Received'],
  },
};
