import { periodSaid } from '../../core/period/period.ts';
import type { Acceptance, FindingCounts } from '../../core/check/report.ts';
import type { Language } from '../../core/base/finding.ts';
import { numberText } from '../../core/base/number-text.ts';
import type { JudgedBy } from './check-input.ts';
import type { PassedOver } from './inputs.ts';
import { shown } from '../../core/rules/figure/wording.ts';
import type { CopiedReturn, FarFigure, ReturnOfOtherSize } from './far-from-others.ts';
import type { SameReturn } from './same-return.ts';

/** What became of a file: what the report says of it, or that there is no report. */
export type FileVerdict = Acceptance | 'unreadable';

/** The fixed words of a check on the command line. */
export interface CheckWords {
  verdicts: Record<FileVerdict, string>;
  unit: string;
  reporter: string;
  round: string;
  plans: string;
  sample: string;
  counts: (counts: FindingCounts) => string;
  progress: (progress: { owed: number; done: number }) => string;
  tried: (outcomes: { passed: number; failed: number; notEvaluable: number }) => string;
  unjudged: string;
  judgedBy: Record<Exclude<JudgedBy, 'definition'>, string>;
  /** Instead of the first of these, of a set of files that has baselines of its own. */
  judgedByPlansAndSet: string;
  found: string;
  expected: string;
  fix: string;
  explanation: string;
  explainedOf: (explained: number) => string;
  places: (count: number) => string;
  more: (count: number) => string;
  targets: (count: number) => string;
  marked: (path: string, cells: number) => string;
  unmarked: (count: number) => string;
  nothingToMark: string;
  kept: (path: string) => string;
  notMarked: (path: string, reason: string) => string;
  passedOver: Record<PassedOver['why'], (path: string) => string>;
  notRead: (count: number) => string;
  sameReturn: (same: SameReturn) => string;
  copied: (copied: CopiedReturn) => string;
  farFromOthers: (far: FarFigure) => string;
  ofOtherSize: (one: ReturnOfOtherSize) => string;
  noInput: string;
  summary: (files: number) => string;
  summaryOf: Record<FileVerdict, (files: number) => string>;
}

/** Two digits are as much as the others say. */
const roughly = (value: number) => Number(value.toPrecision(2));
const vi = (value: number) => numberText(value, 'vi');
const en = (value: number) => numberText(value, 'en');

export const checkWords: Record<Language, CheckWords> = {
  vi: {
    verdicts: {
      blocked: 'CHƯA CHẤP NHẬN',
      'to-explain': 'CHỜ GIẢI TRÌNH',
      accepted: 'CHẤP NHẬN ĐƯỢC',
      unreadable: 'KHÔNG ĐỌC ĐƯỢC',
    },
    unit: 'Đơn vị',
    reporter: 'đơn vị báo cáo',
    round: 'kỳ',
    plans: 'kế hoạch',
    sample: 'SỐ LIỆU MẪU',
    counts: ({ errors, warnings, explained, notes }) =>
      `${vi(errors)} lỗi, ${vi(warnings)} cảnh báo chưa giải trình, ${vi(explained)} đã giải trình, ${vi(notes)} thông tin`,
    progress: ({ owed, done }) =>
      owed > done
        ? `Đã nhập ${vi(done)}/${vi(owed)} số phải báo cáo, còn phải nhập ${vi(owed - done)}.`
        : owed === 0
          ? 'Kỳ này không hỏi gì đơn vị: không số nào phải báo cáo.'
          : `Đã nhập đủ ${vi(owed)} số phải báo cáo.`,
    tried: ({ passed, failed, notEvaluable }) =>
      `Số lượt xét: ${vi(passed)} không vướng, ${vi(failed)} có vướng mắc, ${vi(notEvaluable)} không xét được (không tính là không vướng).`,
    unjudged: 'Chưa xét được số liệu: không biết đơn vị được cấp mẫu nào, nên chưa chấp nhận.',
    judgedBy: {
      plans:
        'Xét theo kế hoạch đang cài: tệp không mang theo mẫu đã cấp, nên không có số giao, số gốc và số cấp sẵn của người lập kế hoạch (đưa vào bằng --assignments, --baselines, --figures).',
      'plans-and-files':
        'Xét theo kế hoạch đang cài cùng số giao, số gốc, số cấp sẵn ghi ở dòng lệnh: tệp không mang theo mẫu đã cấp.',
    },
    judgedByPlansAndSet:
      'Xét theo kế hoạch đang cài và số gốc ghi trong bộ tệp: bộ tệp không mang theo mẫu đã cấp, nên không có số giao và số cấp sẵn của người lập kế hoạch (đưa vào bằng --assignments, --figures).',
    found: 'ghi',
    expected: 'cần',
    fix: 'Cách sửa',
    explanation: 'giải trình',
    explainedOf: (explained) => `, ${vi(explained)} đã giải trình`,
    places: (count) => `${vi(count)} ô`,
    more: (count) => `… và ${vi(count)} mục nữa (xem đủ bằng --all hoặc --json)`,
    targets: (count) => `Mục tiêu (${vi(count)})`,
    marked: (path, cells) => `Bản đánh dấu: ${path} (${vi(cells)} ô)`,
    unmarked: (count) => `${vi(count)} ô không đánh dấu được trong tệp.`,
    nothingToMark: 'Không có ô nào để đánh dấu nên không ghi bản đánh dấu.',
    kept: (path) =>
      `Giữ nguyên ${path}: tệp đã có. Hãy chuyển tệp cũ đi nơi khác hoặc chọn thư mục khác bằng --out.`,
    notMarked: (path, reason) =>
      `Không ghi được bản đánh dấu của ${path} (${reason}). Hãy kiểm tra thư mục ở --out.`,
    passedOver: {
      'lock-file': (path) => `Bỏ qua ${path}: tệp tạm của Excel khi sổ đang mở. Hãy đóng Excel.`,
      'empty-folder': (path) => `Bỏ qua ${path}: thư mục không có sổ hay bộ tệp CSV nào để đọc.`,
      folder: (path) => `Không đọc ${path}: thư mục con. Hãy ghi tên thư mục này ở dòng lệnh nếu cần.`,
      'csv-without-descriptor': (path) =>
        `Không đọc ${path}: tệp CSV không có tệp mô tả (.datapackage.json) đi kèm. Hãy xin đủ bộ, hoặc ghi rõ tên tệp ở dòng lệnh.`,
      archive: (path) => `Không đọc ${path}: tệp nén. Hãy giải nén rồi kiểm tra các tệp bên trong.`,
      download: (path) => `Không đọc ${path}: tệp tải dở hoặc tệp tạm. Hãy tải lại cho xong.`,
      backup: (path) =>
        `Không đọc ${path}: bản sao lưu. Nếu đây là bản cần nộp, hãy đổi đuôi tệp thành .xlsx.`,
      template: (path) =>
        `Không đọc ${path}: tệp mẫu của chương trình bảng tính. Hãy mở ra và lưu dạng "Excel Workbook (.xlsx)".`,
      'other-spreadsheet': (path) =>
        `Không đọc ${path}: tệp của chương trình khác. Hãy mở ra và lưu dạng "Excel Workbook (.xlsx)".`,
      hidden: (path) => `Không đọc ${path}: tệp ẩn.`,
      shortcut: (path) => `Không đọc ${path}: lối tắt, không phải tệp. Hãy chép chính tệp vào thư mục.`,
      'leads-outside': (path) =>
        `Không đọc ${path}: liên kết ra ngoài thư mục. Hãy chép chính tệp vào thư mục.`,
      'not-regular': (path) => `Không đọc ${path}: không phải tệp thường.`,
      'no-return': (path) => `Không đọc ${path}: không phải sổ hay bộ tệp CSV của báo cáo.`,
    },
    notRead: (count) => `Trong thư mục còn ${vi(count)} mục không đọc, đã nêu ở trên.`,
    sameReturn: ({ unit, reporter, round, files }) =>
      `Trùng báo cáo: ${files.join('; ')} cùng là của ${unit}${reporter === null ? '' : `, do ${reporter} báo cáo`}, kỳ ${periodSaid(round)}. Hãy chỉ giữ bản đúng.`,
    copied: ({ one, other, alike, both, example: { name, value, unit } }) =>
      `Số giống hệt nhau: ${one.unit} (${one.file}) và ${other.unit} (${other.file}) trùng ${alike} trong ${both} số của kỳ, ví dụ "${name.vi}" đều là ${numberText(value, 'vi')} ${unit}: có lẽ một biểu được chép từ biểu kia. So cả hai với báo cáo gốc, gửi lại biểu sai.`,
    farFromOthers: ({ whose: { file, unit }, figure, usual, others }) =>
      `Khác hẳn đơn vị khác: ${file}, ${unit}: "${figure.name.vi}" ghi ${shown(figure.value, figure.unit, 'vi')}; theo ${vi(others)} đơn vị cùng cấp thì khoảng ${shown(roughly(usual), figure.unit, 'vi')}. Hãy hỏi lại đơn vị về đơn vị tính và số chữ số.`,
    ofOtherSize: ({ whose: { file, unit }, times, others }) =>
      `Cả biểu khác hẳn đơn vị khác: ${file}, ${unit}: các số đếm cùng ${times > 1 ? `gấp khoảng ${vi(roughly(times))} lần` : `bằng khoảng 1/${vi(roughly(1 / times))}`} của đơn vị thường gặp trong ${vi(others)} đơn vị cùng cấp. Hãy hỏi lại đơn vị: cả biểu nhập nhầm đơn vị tính, hay đơn vị đúng là khác hẳn về quy mô?`,
    noInput: 'Không có tệp nào để kiểm tra.',
    summary: (files) => `Tổng cộng ${vi(files)} tệp`,
    summaryOf: {
      accepted: (files) => `${vi(files)} chấp nhận được`,
      'to-explain': (files) => `${vi(files)} chờ giải trình`,
      blocked: (files) => `${vi(files)} chưa chấp nhận`,
      unreadable: (files) => `${vi(files)} không đọc được`,
    },
  },
  en: {
    verdicts: {
      blocked: 'NOT ACCEPTED',
      'to-explain': 'TO BE EXPLAINED',
      accepted: 'ACCEPTED',
      unreadable: 'CANNOT BE READ',
    },
    unit: 'Unit',
    reporter: 'reporter',
    round: 'round',
    plans: 'plan',
    sample: 'MADE-UP FIGURES',
    counts: ({ errors, warnings, explained, notes }) =>
      `errors ${en(errors)}, warnings without reason ${en(warnings)}, with reason ${en(explained)}, notes ${en(notes)}`,
    progress: ({ owed, done }) =>
      owed > done
        ? `${en(done)} of ${en(owed)} figures owed are entered, ${en(owed - done)} left.`
        : owed === 0
          ? 'Nothing is asked of the unit in this round: no figure is owed.'
          : `All ${en(owed)} figures owed are entered.`,
    tried: ({ passed, failed, notEvaluable }) =>
      `Checks made: ${en(passed)} passed, ${en(failed)} failed, ${en(notEvaluable)} not evaluable (not counted as passed).`,
    unjudged:
      'The figures could not be judged: nobody knows which template was issued, so they are not accepted.',
    judgedBy: {
      plans:
        'Judged by the installed plans: the file does not carry the issued template, so assigned values, baselines and prefilled figures of the planner are unknown (give them with --assignments, --baselines, --figures).',
      'plans-and-files':
        'Judged by the installed plans with the assigned values, baselines and known figures given on the command line: the file does not carry the issued template.',
    },
    judgedByPlansAndSet:
      'Judged by the installed plans and the baselines in the set: it does not carry the issued template, so assigned values and prefilled figures of the planner are unknown (give them with --assignments, --figures).',
    found: 'holds',
    expected: 'expected',
    fix: 'What to do',
    explanation: 'reason',
    explainedOf: (explained) => `, ${en(explained)} with reason`,
    places: (count) => (count === 1 ? '1 cell' : `${en(count)} cells`),
    more: (count) => `… and ${en(count)} more (all of them with --all or --json)`,
    targets: (count) => `Targets (${en(count)})`,
    marked: (path, cells) => `Marked copy: ${path} (${cells === 1 ? '1 cell' : `${en(cells)} cells`})`,
    unmarked: (count) => `${count === 1 ? '1 cell' : `${en(count)} cells`} of the file could not be marked.`,
    nothingToMark: 'There is no cell to mark, so no marked copy was written.',
    kept: (path) =>
      `Left as it is: ${path}, a file of this name exists. Move it away, or give another folder with --out.`,
    notMarked: (path, reason) =>
      `The marked copy of ${path} could not be written (${reason}). Check the folder given with --out.`,
    passedOver: {
      'lock-file': (path) => `Passed over ${path}: Excel's own file beside an open workbook. Close Excel.`,
      'empty-folder': (path) =>
        `Passed over ${path}: no workbook or set of CSV files to read in this folder.`,
      folder: (path) => `Not read: ${path}, a folder below. Name it on the command line if it is wanted.`,
      'csv-without-descriptor': (path) =>
        `Not read: ${path}, a CSV file without its descriptor (.datapackage.json). Ask for the whole set, or name the file on the command line.`,
      archive: (path) => `Not read: ${path}, a compressed file. Unpack it and check the files inside.`,
      download: (path) => `Not read: ${path}, an unfinished download or a temporary file. Download it again.`,
      backup: (path) => `Not read: ${path}, a backup. If it is the return, change its ending to .xlsx.`,
      template: (path) =>
        `Not read: ${path}, a template of a spreadsheet program. Open it and save as "Excel Workbook (.xlsx)".`,
      'other-spreadsheet': (path) =>
        `Not read: ${path}, a file of another program. Open it and save as "Excel Workbook (.xlsx)".`,
      hidden: (path) => `Not read: ${path}, a hidden file.`,
      shortcut: (path) => `Not read: ${path}, a shortcut, no file. Copy the file itself into the folder.`,
      'leads-outside': (path) =>
        `Not read: ${path}, a link out of the folder. Copy the file itself into the folder.`,
      'not-regular': (path) => `Not read: ${path}, no regular file.`,
      'no-return': (path) => `Not read: ${path}, no workbook and no CSV files of a return.`,
    },
    notRead: (count) =>
      `${count === 1 ? '1 thing' : `${en(count)} things`} in the folders not read, named above.`,
    sameReturn: ({ unit, reporter, round, files }) =>
      `The same return: ${files.join('; ')} are all of ${unit}${reporter === null ? '' : `, reported by ${reporter}`}, round ${periodSaid(round, 'en')}. Keep the right one.`,
    copied: ({ one, other, alike, both, example: { name, value, unit } }) =>
      `The same figures: ${one.unit} (${one.file}) and ${other.unit} (${other.file}) have ${alike} of ${both} figures of the round alike, for example "${name.en}", ${numberText(value, 'en')} ${unit} in both: one was probably copied from the other. Compare both with their sources and send the wrong one again.`,
    farFromOthers: ({ whose: { file, unit }, figure, usual, others }) =>
      `Far from the other units: ${file}, ${unit}: "${figure.name.en}" is ${shown(figure.value, figure.unit, 'en')}; ${en(others)} units of its level have about ${shown(roughly(usual), figure.unit, 'en')}. Ask the unit about the unit of measure and the number of digits.`,
    ofOtherSize: ({ whose: { file, unit }, times, others }) =>
      `The whole form is far from the other units: ${file}, ${unit}: its counts are all about ${times > 1 ? `${en(roughly(times))} times` : `1/${en(roughly(1 / times))} of`} those of the usual one of ${en(others)} units of its level. Ask the unit whether the whole form is in another unit of measure, or the unit really differs so much in size.`,
    noInput: 'There is no file to check.',
    summary: (files) => (files === 1 ? '1 file' : `${en(files)} files`),
    summaryOf: {
      accepted: (files) => `${en(files)} accepted`,
      'to-explain': (files) => `${en(files)} to be explained`,
      blocked: (files) => `${en(files)} not accepted`,
      unreadable: (files) => `${en(files)} cannot be read`,
    },
  },
};
