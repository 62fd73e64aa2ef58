import { periodSaid } from '../../core/period/period.ts';
import type { Language } from '../../core/base/finding.ts';

/** What commands say when they have done their work, in both languages; what went wrong is said in both at once. */

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** " ở kỳ 2026", or nothing where no round was named. */
const ofRound = (round: string | undefined, language: Language) =>
  round === undefined ? '' : `${language === 'vi' ? ' ở kỳ' : ' in'} ${periodSaid(round, language)}`;

/** What a workbook asks for, in cells of the round. */
type WorkbookCells = Record<'owed' | 'entry' | 'background' | 'byCommune', number>;

const vi = {
  made: (folder: string, province: string | null, plans: readonly string[]) =>
    `Đã lập thư mục làm việc ${folder} ${province === null ? 'cho cả nước' : `cho tỉnh ${province}`}: ${
      plans.length === 0
        ? 'chương trình chưa có kế hoạch nào của tỉnh này'
        : `${plans.length} kế hoạch (${plans.join(', ')})`
    }.`,
  keptFile: (name: string) => `Giữ nguyên ${name}: tệp đã có.`,
  next: (hasPlans: boolean): string =>
    hasPlans
      ? 'Việc tiếp theo: cd vào thư mục, điền planner/, rồi chạy "chitieu generate".'
      : 'Việc tiếp theo: cd vào thư mục, chép văn bản kế hoạch (.docx, .pdf, .txt) vào đó, rồi chạy "chitieu plan draft VĂN-BẢN --out SỔ.xlsx".',

  workbook: (name: string, { owed, entry, background, byCommune }: WorkbookCells) =>
    `${name}: ${owed} chỉ tiêu; ${entry} ô nhập liệu, ${background} ô số liệu nền của kỳ${byCommune > 0 ? `, ${byCommune} ô theo xã` : ''}`,
  workbooks: (written: number, unchanged: number, folder: string) =>
    `Đã tạo ${written} sổ trong thư mục ${folder}${unchanged > 0 ? `; ${unchanged} sổ đã có, không đổi` : ''}.`,
  stopped: (written: number, of: number, path: string) => `Đã ghi ${written}/${of} sổ, dừng ở ${path}.`,
  goneOn: (there: number, left: number) =>
    `Lần chạy trước bị dừng giữa chừng: ${there} sổ đã có thì giữ, tạo tiếp ${left} sổ còn lại.`,
  keptWorkbook: (path: string) =>
    `Giữ nguyên ${path}: tệp đã có người nhập, sửa hoặc không đọc được. Hãy chuyển tệp đi nơi khác hoặc dùng --out.`,
  builtAlone: (books: number, why: string) =>
    `${books} sổ giống nhau về cấu trúc phải dựng riêng từng sổ: nội dung vẫn đúng, chỉ lâu hơn. Lý do, để báo người phụ trách chương trình: ${why}.`,
  given: (file: string, name: string) => `Đã ghi vào kho số cấp sẵn của ${file}: ${name}.`,
  sent: (filled: number, left: number) => `  ${filled} ô đã điền sẵn từ kho, ${left} ô chưa điền được`,
  brokenOff: (count: number) => `  ${count} ô của năm trước để trống vì chuỗi số đứt`,
  moreLeft: (more: number) => `  … và ${more} ô nữa, xem cột "Nguồn số cấp sẵn" của sổ`,
  missing: (file: string, figures: number, baselines: number, assignments: number) =>
    `Đã ghi ${file}: còn thiếu ${figures} số đã biết, ${baselines} số gốc, ${assignments} số giao. Điền xong thì đưa tệp ấy bằng --figures, --baselines, --assignments.`,

  noConflicts: (round?: string) => `Không có mâu thuẫn nào chưa giải quyết${ofRound(round, 'vi')}.`,
  noConflictsFile: (round?: string) =>
    `Không có mâu thuẫn nào chưa giải quyết${ofRound(round, 'vi')}; không ghi tệp nào.`,
  conflicts: (open: number) =>
    `${open} mâu thuẫn chưa giải quyết. Chọn bằng: chitieu resolve <mã> --keep <bản> --reason "…"${open > 1 ? '; bỏ <mã> thì giữ số của bản ấy trong mọi mâu thuẫn có nó; chọn từng số trong Excel: chitieu resolve --list --out "mau thuan.xlsx"' : ''}.`,
  received: (day: string) => `nhận ${day}`,
  conflictsFile: (open: number, path: string) =>
    `Đã ghi ${open} mâu thuẫn vào ${path}. Điền ô nền vàng rồi chạy: chitieu resolve --from "${path}".`,
  chosen: (name: string, conflicts: number, numbers: string) =>
    `Đã giữ số của ${name} trong ${conflicts} mâu thuẫn: quyết định số ${numbers}. Bỏ: chitieu resolve --undo ${numbers} --reason "…".`,
  undone: (number: number, by: string, reason: string) => `Đã bỏ quyết định số ${number} (${by}: ${reason}).`,
  notDecided: 'Chưa ghi quyết định nào. Hãy sửa các ô trên rồi chạy lại.',
  decidedBefore: (rows: number) => `${rows} dòng đã quyết định từ trước, giữ nguyên. `,
  nothingNew: 'Không có quyết định mới.',
  decided: (decisions: number, range: string) =>
    `Đã ghi ${decisions} quyết định, số ${range}. Bỏ: chitieu resolve --undo ${range} --reason "…".`,

  accepted: (name: string, unit: string, round: string, decision: number) =>
    `Đã chấp nhận ${name} của ${unit}, kỳ ${periodSaid(round)}. Bỏ quyết định: chitieu resolve --undo ${decision} --reason "…".`,
  released: (name: string, unit: string, round: string, decision: number) =>
    `Đã cho vào ${name} (${unit}, kỳ ${periodSaid(round)}): quyết định số ${decision}. Bỏ quyết định: chitieu resolve --undo ${decision} --reason "…".`,
  withdrawn: (name: string, unit: string, round: string, decision: number) =>
    `Đã rút ${name} (${unit}, kỳ ${periodSaid(round)}): quyết định số ${decision}. Bỏ quyết định: chitieu resolve --undo ${decision} --reason "…".`,
  keptFeedback: (path: string) =>
    `Giữ nguyên ${path}: tệp đã có. Hãy chuyển tệp đi nơi khác hoặc dùng --out.`,
  feedback: (letters: number, marked: number, folder: string, units: number) =>
    `Đã ghi ${letters} thư, ${marked} bản đánh dấu vào ${folder}; ${units} đơn vị cần nhắc.`,
  closed: (said: { round: string; figures: number; uncounted: number; checksum: string; decision: number }) =>
    `Đã khóa sổ kỳ ${periodSaid(said.round)}: ${said.figures} số có hiệu lực của mọi nơi báo cáo, kể cả dấu -, ..., x, số đã cấp và số chưa được tính vào tổng${said.uncounted > 0 ? `, ${said.uncounted} đơn vị chưa được tính hoặc tính chưa đủ` : ''}, mã kiểm ${said.checksum}. Quyết định số ${said.decision}; mở lại: chitieu close --round ${said.round} --reopen --reason "…".`,
  closesWithout: (round: string, uncounted: string) =>
    `Cảnh báo: khóa sổ kỳ ${periodSaid(round)} khi ${uncounted}. Số đến sau là bản sửa có lý do.`,
  closeReason: (round: string) => `Khóa sổ kỳ ${periodSaid(round)}`,
  reopened: (round: string, day: string, decision: number) =>
    `Đã mở lại kỳ ${periodSaid(round)}, khóa ngày ${day}: quyết định số ${decision}.`,

  originalsGone: (name: string, files: string) => `${name}: thiếu hoặc đã đổi tệp gốc ${files}`,
  originalBroken: (name: string, file: string, why: string) =>
    `${name}: không đọc được tệp gốc ${file}: ${why} Tệp đúng là tệp đã nhận; hãy xin đơn vị gửi lại, nhận tệp mới rồi "chitieu withdraw ${name}"`,
  entriesDiffer: (name: string, entries: number) => `${name}: ${entries} mục trong kho khác với tệp gốc`,
  miscounted: (name: string) =>
    `${name}: bảng số dùng để cộng khác với các mục trong kho; đừng dùng số tổng, hãy chạy "chitieu store rebuild"`,
  verified: (returns: number, entries: number, faults: number) =>
    `Đã đọc lại ${returns} bản, ${entries} mục: ${faults === 0 ? 'không khác gì' : `${faults} bản có sai khác`}.`,
  rebuilt: (returns: number, entries: number) => `Đã dựng lại kho: ${returns} bản, ${entries} mục.`,
  oldStore: (path: string) => ` Kho cũ: ${path}.`,
  backedUp: (folder: string) => `Đã chép kho sang ${folder}.`,
  setUp: ({
    server,
    migrations,
    provinces,
  }: {
    server: string;
    migrations: readonly string[];
    provinces: number;
  }) =>
    `${server}: ${migrations.length === 0 ? 'kho đã có, đúng bản' : 'đã lập kho'}; ${provinces} phần (tỉnh, cả nước).`,
  account: (name: string, may: string, servers: readonly string[]) =>
    `Tài khoản ${name} ${may === 'ministry' ? 'chỉ đọc, số của mọi tỉnh' : may === 'country' ? 'ghi và đọc số của mọi tỉnh' : `ghi và đọc số của ${may}`}, trên ${servers.join(', ')}. Mật khẩu do người quản trị đặt bằng lệnh \\password ${name} của psql${passwordPlaces(may, servers, 'vi')}.`,
  restored: (returns: number) => `Đã lấy lại kho: ${returns} bản.`,
  storeBefore: (path: string) => ` Kho trước đó: ${path}.`,
  renumbered:
    ' Bản và quyết định được đánh số lại theo tỉnh, đúng thứ tự cũ: bản thứ ba của tỉnh mã 12 là B312. Tên cũ trên giấy không còn dùng được trong lệnh.',
  exported: (returns: number, entries: number, folder: string, files: number) =>
    `Đã ghi ${returns} bản, ${entries} mục vào ${folder} (${files} tệp số liệu), đọc lại khớp với kho.`,
  setWritten: (set: {
    province: string;
    round: string;
    returns: number;
    entries: number;
    figures: number;
    to: string;
  }) =>
    `Đã ghi bộ số liệu kỳ ${periodSaid(set.round)} của ${set.province} vào ${set.to}: ${set.returns} bản, ${set.entries} mục, ${set.figures} số có hiệu lực, đọc lại khớp với kho. Gửi nguyên bộ; nơi nhận chạy "chitieu import".`,
  setClosed: (day: string, by: string, corrections: number) =>
    `Khóa sổ ngày ${day}, ${by}; ${corrections === 0 ? 'chưa số nào sửa sau khi khóa' : `${corrections} số đã sửa sau khi khóa, bộ này có số mới`}.`,
  setElsewhere: (figures: number) =>
    `${figures} số có hiệu lực của kỳ này nằm trong báo cáo của kỳ khác, không có trong bộ; hãy gửi cả bộ của kỳ ấy khi khóa.`,
  setLeftOpen: (conflicts: string) => `Mâu thuẫn để lại khi khóa sổ, nơi nhận chưa tính được: ${conflicts}.`,
  imported: (returns: number, entries: number, decisions: number) =>
    `Đã lập kho: ${returns} bản, ${entries} mục, ${decisions} quyết định, khớp với tệp Parquet.`,
  originalsMissing: (files: number, folder: string) =>
    ` Thiếu ${files} tệp gốc: hãy chép thư mục originals của kho cũ vào ${folder}, rồi chạy "chitieu store verify".`,
};

const en: typeof vi = {
  made: (folder, province, plans) =>
    `Made the workspace ${folder} for ${province === null ? 'the whole country' : province}: ${
      plans.length === 0
        ? 'the program has no plan of this province'
        : `${count(plans.length, 'plan', 'plans')} (${plans.join(', ')})`
    }.`,
  keptFile: (name) => `${name} was there and stays as it is.`,
  next: (hasPlans) =>
    hasPlans
      ? 'Next: cd into the folder, fill in planner/, then run "chitieu generate".'
      : 'Next: cd into the folder, copy the plan document (.docx, .pdf, .txt) there, then run "chitieu plan draft DOCUMENT --out BOOK.xlsx".',

  workbook: (name, { owed, entry, background, byCommune }) =>
    `${name}: ${count(owed, 'indicator', 'indicators')}; ${entry} input cells, ${background} cells of background figures of the round${byCommune > 0 ? `, ${byCommune} by commune` : ''}`,
  workbooks: (written, unchanged, folder) =>
    `Made ${count(written, 'workbook', 'workbooks')} in ${folder}${unchanged > 0 ? `; ${unchanged} were there, unchanged` : ''}.`,
  stopped: (written, of, path) => `${written} of ${of} workbooks were written; stopped at ${path}.`,
  goneOn: (there, left) =>
    `The run before was cut off: the ${there} workbooks that are there are kept, the other ${left} are made.`,
  keptWorkbook: (path) =>
    `${path} stays as it is: somebody has filled it in or changed it, or it cannot be read. Move it or use --out.`,
  builtAlone: (books, why) =>
    `${count(books, 'workbook of one structure was', 'workbooks of one structure were')} built one by one: they are right and took longer. The reason, for whoever looks after the program: ${why}.`,
  given: (file, name) => `Kept in the store what ${file} gives: ${name}.`,
  sent: (filled, left) => `  ${filled} cells filled in from the store, ${left} could not be`,
  brokenOff: (count) => `  ${count} cells of earlier years are blank as their series is broken off`,
  moreLeft: (more) => `  … and ${more} more, see the column "Nguồn số cấp sẵn" of the workbook`,
  missing: (file, figures, baselines, assignments) =>
    `Written ${file}: ${figures} known figures, ${baselines} baselines, ${assignments} assigned values are missing. Fill it in and give it as --figures, --baselines, --assignments.`,

  noConflicts: (round) => `No open conflicts${ofRound(round, 'en')}.`,
  noConflictsFile: (round) => `No open conflicts${ofRound(round, 'en')}; no file was written.`,
  conflicts: (open) =>
    `${count(open, 'open conflict', 'open conflicts')}. Choose: chitieu resolve <id> --keep <return> --reason "…"${open > 1 ? '; without <id> its figures hold in every conflict it is in; one by one in Excel: chitieu resolve --list --out conflicts.xlsx' : ''}.`,
  received: (day) => `received ${day}`,
  conflictsFile: (open, path) =>
    `Wrote ${count(open, 'conflict', 'conflicts')} into ${path}. Fill in the yellow cells, then: chitieu resolve --from "${path}".`,
  chosen: (name, conflicts, numbers) =>
    `The figures of ${name} hold in ${count(conflicts, 'conflict', 'conflicts')}: decision ${numbers}. To undo: chitieu resolve --undo ${numbers} --reason "…".`,
  undone: (number, by, reason) => `Decision ${number} is undone (${by}: ${reason}).`,
  notDecided: 'Nothing was decided. Correct the cells above and run it again.',
  decidedBefore: (rows) => `${count(rows, 'row was', 'rows were')} decided before. `,
  nothingNew: 'Nothing new was decided.',
  decided: (decisions, range) =>
    `Kept ${count(decisions, 'decision', 'decisions')}: ${range}. To undo: chitieu resolve --undo ${range} --reason "…".`,

  accepted: (name, unit, round, decision) =>
    `Accepted ${name} of ${unit}, ${round}. To undo: chitieu resolve --undo ${decision} --reason "…".`,
  released: (name, unit, round, decision) =>
    `Let in ${name} (${unit}, ${periodSaid(round, 'en')}): decision ${decision}. To undo: chitieu resolve --undo ${decision} --reason "…".`,
  withdrawn: (name, unit, round, decision) =>
    `Withdrawn ${name} (${unit}, ${round}): decision ${decision}. To undo: chitieu resolve --undo ${decision} --reason "…".`,
  keptFeedback: (path) => `${path} was there and stays as it is. Move it or use another --out.`,
  feedback: (letters, marked, folder, units) =>
    `Wrote ${count(letters, 'letter', 'letters')} and ${count(marked, 'marked copy', 'marked copies')} into ${folder}; ${count(units, 'unit', 'units')} to remind.`,
  closed: ({ round, figures, uncounted, checksum, decision }) =>
    `Closed ${round}: ${count(figures, 'figure', 'figures')} in force of all who report, signs, given figures and figures that are in no total yet among them${uncounted > 0 ? `, ${count(uncounted, 'unit does', 'units do')} not count, or not in full` : ''}, checksum ${checksum}. Decision ${decision}; to reopen: chitieu close --round ${round} --reopen --reason "…".`,
  closesWithout: (round, uncounted) =>
    `Warning: ${round} is closed while ${uncounted}. What comes in later is a correction with a reason.`,
  closeReason: (round) => `Round ${round} closed`,
  reopened: (round, day, decision) => `Reopened ${round}, closed on ${day}: decision ${decision}.`,

  originalsGone: (name, files) => `${name}: originals missing or changed: ${files}`,
  originalBroken: (name, file, why) =>
    `${name}: the original ${file} cannot be read: ${why} It is the file that came in; ask the unit for it again, import that and "chitieu withdraw ${name}"`,
  entriesDiffer: (name, entries) =>
    `${name}: ${count(entries, 'entry differs', 'entries differ')} from the originals`,
  miscounted: (name) =>
    `${name}: its figures are added up otherwise than its entries say them; do not use totals, run "chitieu store rebuild"`,
  verified: (returns, entries, faults) =>
    `Read ${count(returns, 'return', 'returns')} again, ${count(entries, 'entry', 'entries')}: ${faults === 0 ? 'no difference' : `${faults} differ`}.`,
  rebuilt: (returns, entries) =>
    `Built the store anew: ${count(returns, 'return', 'returns')}, ${count(entries, 'entry', 'entries')}.`,
  oldStore: (path) => ` The old one: ${path}.`,
  backedUp: (folder) => `Copied the store to ${folder}.`,
  setUp: ({ server, migrations, provinces }) =>
    `${server}: ${migrations.length === 0 ? 'the store is there, in its present form' : 'made the store'}; ${count(provinces, 'part', 'parts')} (provinces, country).`,
  account: (name, may, servers) =>
    `The account ${name} ${may === 'ministry' ? 'only reads, all provinces' : may === 'country' ? 'adds and reads rows of all provinces' : `adds and reads rows of ${may}`}, on ${servers.join(', ')}. Its password is for the administrator to set, with \\password ${name} of psql${passwordPlaces(may, servers, 'en')}.`,
  restored: (returns) => `Restored the store: ${count(returns, 'return', 'returns')}.`,
  storeBefore: (path) => ` The one before: ${path}.`,
  renumbered:
    ' Returns and decisions have new numbers that tell the province, in the same order: the third return of province 12 is B312. Old names on paper serve in no command.',
  exported: (returns, entries, folder, files) =>
    `Wrote ${count(returns, 'return', 'returns')}, ${count(entries, 'entry', 'entries')} into ${folder} (${count(files, 'file', 'files')} of figures), read back and compared.`,
  setWritten: ({ province, round, returns, entries, figures, to }) =>
    `Wrote the set of ${round} of ${province} into ${to}: ${count(returns, 'return', 'returns')}, ${count(entries, 'entry', 'entries')}, ${count(figures, 'figure', 'figures')} in force, read back and compared. Send all of it; who gets it runs "chitieu import".`,
  setClosed: (day, by, corrections) =>
    `Closed on ${day} by ${by}; ${corrections === 0 ? 'no figure was corrected since' : `${count(corrections, 'figure', 'figures')} corrected since, the set has the new ones`}.`,
  setElsewhere: (figures) =>
    `${count(figures, 'figure', 'figures')} in force of this round come from returns of other rounds and are not in the set; send the set of that round, too, once it is closed.`,
  setLeftOpen: (conflicts) =>
    `Conflicts left open when the round was closed do not count where the set goes: ${conflicts}.`,
  imported: (returns, entries, decisions) =>
    `Made the store: ${count(returns, 'return', 'returns')}, ${count(entries, 'entry', 'entries')}, ${count(decisions, 'decision', 'decisions')}, as the Parquet files have them.`,
  originalsMissing: (files, folder) =>
    ` ${count(files, 'original is', 'originals are')} missing: copy the folder originals of the old store into ${folder}, then run "chitieu store verify".`,
};

/** The sentences in a language. */
export const said: Record<Language, typeof vi> = { vi, en };

/** On which of several servers an account needs its password; '' where there is but one. */
function passwordPlaces(
  may: string,
  [coordinator = '', ...shards]: readonly string[],
  language: Language,
): string {
  if (shards.length === 0) return '';
  // Who only reads asks the coordinator, which asks the others by an account of its own.
  if (may === 'ministry') return language === 'vi' ? ` trên ${coordinator}` : ` on ${coordinator}`;
  return language === 'vi'
    ? ` trên từng máy ấy, cùng một mật khẩu: mật khẩu không tự sang máy khác`
    : ` on each of these servers, the same on all: it does not travel from one to another`;
}
