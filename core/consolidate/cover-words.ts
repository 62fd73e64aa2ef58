import type { Language } from '../base/finding.ts';

/** What the workbook says that covers several, in one language. */
export interface CoverWords {
  sheets: { files: string; totals: string };
  /** Name of a part of a province. */
  part: (province: string, at: number, of: number) => string;
  /** How the totals of the sheets of domains come about. */
  note: string;
  filesNote: (count: number) => string;
  fileHeads: readonly string[];
  totalHeads: readonly string[];
  totalsNote: string;
  /** Over the columns of an indicator. */
  columns: { value: string; entered: string; of: string; above: string; below: string };
  /** Head of the column that names the file of a row. */
  file: string;
}

const vi: CoverWords = {
  sheets: { files: 'Các tệp', totals: 'Nguồn tổng' },
  part: (province, at, of) => `${province}, phần ${at}/${of}`,
  note: 'Mỗi dòng dưới cùng là một tệp; tổng ở trên là công thức cộng các dòng ấy. Trang "Nguồn tổng" ghi mỗi số lấy ở ô nào của tệp nào; trong tệp ấy, số của từng đơn vị và nguồn của nó.',
  filesNote: (count) =>
    `Kỳ này quá lớn cho một sổ nên được ghi thành ${count} tệp cạnh tệp này. Hãy giữ các tệp cùng một thư mục, cùng tên.`,
  fileHeads: ['Mã', 'Tỉnh, phần', 'Tệp', 'Số đơn vị', 'Số đã có', 'Số phải có', 'SHA-256 của tệp'],
  totalHeads: [
    'Chỉ tiêu',
    'Phân tổ',
    'Mã',
    'Tỉnh, phần',
    'Số',
    'Đơn vị có số',
    'Đơn vị phải có số',
    'Tệp',
    'Trang',
    'Ô',
    'SHA-256 của tệp',
  ],
  totalsNote: 'Số của từng tệp, đúng như ô đã ghi khi các tệp được làm.',
  columns: { value: 'Số', entered: 'Có số', of: 'Phải có', above: 'Tử số', below: 'Mẫu số' },
  file: 'Tệp',
};

const en: CoverWords = {
  sheets: { files: 'Files', totals: 'Sources of totals' },
  part: (province, at, of) => `${province}, part ${at} of ${of}`,
  note: 'Each row at the bottom is a file; the totals above are formulas over these rows. "Sources of totals" says from which cell of which file each comes; that file has the figures of every unit and where they come from.',
  filesNote: (count) =>
    `This round is too large for one workbook: it is written into ${count} files beside this one. Keep them in one folder, under their names.`,
  fileHeads: [
    'Id',
    'Province, part',
    'File',
    'Units',
    'Figures known',
    'Figures owed',
    'SHA-256 of the file',
  ],
  totalHeads: [
    'Indicator',
    'Stratum',
    'Id',
    'Province, part',
    'Figure',
    'Units with a figure',
    'Units that owe one',
    'File',
    'Sheet',
    'Cell',
    'SHA-256 of the file',
  ],
  totalsNote: 'The figures of each file, as its cells had them when the files were made.',
  columns: { value: 'Figure', entered: 'Known', of: 'Owed', above: 'Numerator', below: 'Denominator' },
  file: 'File',
};

export const coverWords: Record<Language, CoverWords> = { vi, en };
