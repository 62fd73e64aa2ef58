import { message } from './finding.ts';
import { excerpt, expectationVi, meant } from './message-pieces.ts';

/** Letters of a header that are quoted: a usual one is quoted whole. */
const HEADER = 300;

/** Findings about reading plan files, catalogue and unit files, before their content is judged. */
export const fileMessages = {
  'text-file-missing': message<{ file: string }>(
    'error',
    ({ file }) => `Không có tệp ${file}. Hãy tạo tệp này hoặc kiểm tra lại tên thư mục.`,
    ({ file }) => `There is no file ${file}. Create it, or check the name of the folder.`,
  ),
  'text-file-unreadable': message<{ reason: string }>(
    'error',
    ({ reason }) => `Không đọc được tệp (${reason}). Hãy kiểm tra quyền đọc.`,
    ({ reason }) => `The file cannot be read (${reason}). Check its permissions.`,
  ),
  'path-missing': message<Record<string, never>>(
    'error',
    () => 'Không có tệp hoặc thư mục này. Hãy kiểm tra lại tên và đường dẫn.',
    () => 'There is no such file or folder. Check the name and the path.',
  ),
  'path-is-folder': message<Record<string, never>>(
    'error',
    () => 'Đây là thư mục, lệnh này cần một tệp. Hãy ghi tên tệp.',
    () => 'This is a folder; the command takes a file. Name a file.',
  ),
  'path-not-permitted': message<Record<string, never>>(
    'error',
    () =>
      'Không có quyền đọc hay ghi ở đây. Hãy kiểm tra quyền của tệp, của thư mục, hoặc chép sang thư mục của mình.',
    () =>
      'There is no permission to read or write here. Check the permissions of the file and of its folder, or copy it into a folder of your own.',
  ),
  'path-busy': message<Record<string, never>>(
    'error',
    () => 'Chương trình khác đang giữ tệp này. Hãy đóng tệp trong Excel rồi chạy lại.',
    () => 'Another program holds this file. Close it in Excel and run again.',
  ),
  'path-not-regular': message<Record<string, never>>(
    'error',
    () => 'Đây không phải tệp thường (đường ống, thiết bị …) nên không được mở. Hãy đưa tệp đã lưu trên đĩa.',
    () => 'This is no regular file (a pipe, a device …) and is not opened. Give a file saved on disk.',
  ),
  'path-leads-outside': message<Record<string, never>>(
    'error',
    () =>
      'Đây là liên kết dẫn ra ngoài thư mục nên không được mở. Hãy đưa thẳng tệp gốc, hoặc chép tệp vào thư mục.',
    () =>
      'This is a link that leads out of its folder and is not opened. Give the file itself, or copy it here.',
  ),
  'disk-full': message<Record<string, never>>(
    'error',
    () =>
      'Đĩa đã đầy (hoặc hết hạn mức) nên chưa ghi xong. Tệp đã có được giữ nguyên, không tệp nào ghi dở. Hãy giải phóng chỗ rồi chạy lại cùng lệnh: phần còn thiếu sẽ được ghi tiếp.',
    () =>
      'The disk is full (or its quota) and not everything was written. Files that were there are as they were, none is half written. Make room and run the same command again: what is missing is then written.',
  ),
  'disk-read-only': message<Record<string, never>>(
    'error',
    () => 'Đĩa chỉ cho đọc nên không ghi được. Hãy chọn nơi khác để ghi.',
    () => 'The disk can only be read. Choose another place to write to.',
  ),
  'check-failed': message<{ reason: string }>(
    'error',
    ({ reason }) =>
      `Chương trình gặp lỗi khi kiểm tra nên tệp này chưa được xét (${reason}). Hãy báo lỗi này kèm tệp cho người phụ trách chương trình.`,
    ({ reason }) =>
      `The program failed while checking, so the file was not judged (${reason}). Report this together with the file.`,
  ),
  'text-file-too-large': message<{ bytes: number; limit: number }>(
    'error',
    ({ bytes, limit }) =>
      `Tệp có ${bytes} byte, lớn hơn giới hạn ${limit} byte. Hãy kiểm tra xem có đúng tệp không.`,
    ({ bytes, limit }) =>
      `The file has ${bytes} bytes, more than the limit of ${limit}. Check that it is the right file.`,
  ),
  'text-file-not-utf8': message<Record<string, never>>(
    'error',
    () => 'Tệp không phải UTF-8. Hãy lưu lại bằng bảng mã UTF-8.',
    () => 'The file is not UTF-8. Save it again as UTF-8.',
  ),
  'yaml-syntax': message<{ fault: string; reason: string }>(
    'error',
    ({ fault }) =>
      `Sai cú pháp YAML: ${yamlFaultsVi[fault] ?? 'chỗ này không đúng dạng'}. Hãy sửa dòng này (thụt lề, dấu hai chấm, dấu nháy).`,
    ({ reason }) => `YAML syntax: ${reason}. Correct this line (indentation, colon, quotes).`,
  ),
  'yaml-duplicate-key': message<{ key: string }>(
    'error',
    ({ key }) => `Trường "${key}" được ghi hai lần. Hãy giữ lại một.`,
    ({ key }) => `The field "${key}" is written twice. Keep one.`,
  ),
  'yaml-not-allowed': message<{ what: 'alias' | 'anchor' | 'tag' | 'key' | 'empty'; found: string }>(
    'error',
    ({ what, found }) => `${notAllowedVi[what]}: "${found}". Tệp chỉ dùng danh sách, trường và chữ thường.`,
    ({ what, found }) =>
      `${notAllowedEn[what]}: "${found}". The file takes plain lists, fields and text only.`,
  ),
  'field-unknown': message<{ field: string; allowed: string[]; closest: string | null }>(
    'error',
    ({ field, allowed, closest }) =>
      `Không có trường "${field}"${meant.vi(closest)}. Các trường được dùng: ${allowed.join(', ')}.`,
    ({ field, allowed, closest }) =>
      `There is no field "${field}"${meant.en(closest)}. Fields allowed here: ${allowed.join(', ')}.`,
  ),
  'field-missing': message<{ field: string; expected: string }>(
    'error',
    ({ field, expected }) => `Thiếu trường "${field}"; cần ${expectationVi(expected)}. Hãy ghi thêm.`,
    ({ field, expected }) => `The field "${field}" is missing; expected ${expected}. Add it.`,
  ),
  'field-invalid': message<{ found: string; expected: string; closest: string | null }>(
    'error',
    ({ found, expected, closest }) =>
      `Giá trị "${found}" không hợp lệ${meant.vi(closest)}; cần ${expectationVi(expected)}. Hãy sửa lại.`,
    ({ found, expected, closest }) =>
      `The value "${found}" is not valid${meant.en(closest)}; expected ${expected}. Correct it.`,
  ),
  'plan-id-folder': message<{ id: string; folder: string }>(
    'error',
    ({ id, folder }) => `Mã kế hoạch là "${id}" nhưng thư mục là "${folder}". Hai tên phải giống nhau.`,
    ({ id, folder }) => `The plan's id is "${id}" but its folder is "${folder}". They must be the same.`,
  ),
  'csv-syntax': message<{ fault: string; reason: string }>(
    'error',
    ({ fault }) =>
      `Sai cú pháp CSV: ${fault === 'MissingQuotes' ? 'dấu nháy kép mở mà không đóng' : 'dấu nháy kép đứng sai chỗ'}. Hãy sửa dấu nháy hoặc dấu phẩy.`,
    ({ reason }) => `CSV syntax: ${reason}. Correct the quotes or commas.`,
  ),
  'csv-header': message<{ found: string[]; expected: string[] }>(
    'error',
    ({ found, expected }) =>
      `Dòng tiêu đề là "${excerpt(found.join(','), HEADER)}"; cần đúng "${expected.join(',')}".`,
    ({ found, expected }) =>
      `The header is "${excerpt(found.join(','), HEADER)}"; it must be exactly "${expected.join(',')}".`,
  ),
  'csv-columns': message<{ found: number; expected: number }>(
    'error',
    ({ found, expected }) => `Dòng có ${found} ô; cần ${expected}. Hãy kiểm tra dấu phẩy và dấu nháy.`,
    ({ found, expected }) => `The row has ${found} cells; expected ${expected}. Check commas and quotes.`,
  ),
  'membership-unit-unknown': message<{ unit: string }>(
    'error',
    ({ unit }) =>
      `"${unit}" không phải đơn vị của tỉnh này hoặc đơn vị trực thuộc. Hãy tra mã bằng "chitieu units --province".`,
    ({ unit }) =>
      `"${unit}" is neither the plan's province nor a unit below it. Look it up with "chitieu units --province".`,
  ),
  'national-province-unknown': message<{ province: string; near: string[]; known: string[] }>(
    'error',
    ({ province, near, known }) =>
      near.length > 0
        ? `Không có tỉnh, thành phố nào mang mã "${province}". Có phải: ${near.join(', ')}? Hãy ghi mã; mọi mã: "chitieu units --level province".`
        : `Không có tỉnh, thành phố nào mang mã "${province}". Hãy ghi một mã: ${known.join(', ')}.`,
    ({ province, near, known }) =>
      near.length > 0
        ? `There is no province "${province}". Did you mean ${near.join(', ')}? Give the id; all ids: "chitieu units --level province".`
        : `There is no province "${province}". Give one of the ids: ${known.join(', ')}.`,
  ),
  'unit-duplicate': message<{ id: string; firstLine: number }>(
    'error',
    ({ id, firstLine }) => `Mã đơn vị "${id}" đã có ở dòng ${firstLine}. Mỗi đơn vị chỉ có một dòng.`,
    ({ id, firstLine }) => `The unit "${id}" already stands on line ${firstLine}. A unit has one row.`,
  ),
  'unit-parent': message<{ id: string; parent: string | null }>(
    'error',
    ({ id, parent }) =>
      parent === null
        ? `Đơn vị "${id}" không phải cấp tỉnh nên cần cột parent (mã đơn vị cấp trên).`
        : `Đơn vị cấp trên "${parent}" của "${id}" không có trong tệp, hoặc không phải cấp trên. Hãy sửa cột parent.`,
    ({ id, parent }) =>
      parent === null
        ? `The unit "${id}" is not a province and needs the column parent (the unit above).`
        : `The parent "${parent}" of "${id}" is not in the file, or not above it. Correct the column parent.`,
  ),
  'unit-validity': message<{ id: string; from: string; to: string }>(
    'error',
    ({ id, from, to }) =>
      `Đơn vị "${id}" có hiệu lực từ "${from}" đến "${to}"; cần ngày dạng 2020-02-01, từ trước đến.`,
    ({ id, from, to }) =>
      `The unit "${id}" is valid from "${from}" to "${to}"; dates like 2020-02-01 in order are expected.`,
  ),
  'plan-not-drafted': message<{ plan: string; document: string; folder: string }>(
    'error',
    ({ plan, document, folder }) =>
      `Thư mục ${folder}/${plan} có văn bản ${document} nhưng chưa có plan.yaml. Hãy chạy: chitieu plan draft ${folder}/${plan}/${document} --id ${plan} --out ${plan}.xlsx`,
    ({ plan, document, folder }) =>
      `The folder ${folder}/${plan} has the document ${document} but no plan.yaml yet. Run: chitieu plan draft ${folder}/${plan}/${document} --id ${plan} --out ${plan}.xlsx`,
  ),
  'plan-unknown': message<{ plan: string; known: string[] }>(
    'error',
    ({ plan, known }) =>
      `Không có kế hoạch "${plan}". Các kế hoạch hiện có: ${known.join(', ') || '(chưa có kế hoạch nào)'}.`,
    ({ plan, known }) => `There is no plan "${plan}". Plans that exist: ${known.join(', ') || '(none yet)'}.`,
  ),
};

/** Faults of YAML by the codes of its parser; of any other there is only the line. */
const yamlFaultsVi: Record<string, string> = {
  BAD_INDENT: 'thụt lề không thẳng với các dòng cùng nhóm',
  TAB_AS_INDENT: 'thụt lề bằng phím Tab, phải dùng dấu cách',
  MISSING_CHAR: 'thiếu dấu đóng (nháy, ngoặc) hoặc thiếu dấu hai chấm, dấu phẩy',
  UNEXPECTED_TOKEN: 'có chữ hoặc dấu ở chỗ không được có',
  BLOCK_AS_IMPLICIT_KEY: 'hai dấu hai chấm trong một dòng; chữ có dấu hai chấm phải để trong nháy',
  MULTILINE_IMPLICIT_KEY: 'tên trường không nằm trọn trên một dòng, hoặc thiếu dấu hai chấm',
  BLOCK_IN_FLOW: 'danh sách hoặc nhóm trường lồng trong ngoặc',
  BAD_SCALAR_START: 'chữ bắt đầu bằng ký tự không được dùng (@, `, %); hãy để trong nháy',
  BAD_DQ_ESCAPE: 'dấu \\ trong nháy kép không đúng; hãy dùng nháy đơn',
  BAD_ALIAS: 'dấu * đứng đầu chữ; hãy để trong nháy',
  BAD_DIRECTIVE: 'dấu % đứng đầu dòng; hãy để trong nháy',
  MULTIPLE_DOCS: 'có dòng "---" chia tệp làm hai',
  TOO_DEEP: 'lồng quá nhiều bậc',
  TOO_LONG: 'tệp dài hơn mọi tệp kế hoạch',
};

const notAllowedVi = {
  alias: 'Không dùng tham chiếu YAML (*)',
  anchor: 'Không dùng nhãn neo YAML (&)',
  tag: 'Không dùng thẻ kiểu YAML (!)',
  key: 'Không dùng tên trường này',
  empty: 'Tệp trống',
};

const notAllowedEn = {
  alias: 'YAML aliases (*) are not used',
  anchor: 'YAML anchors (&) are not used',
  tag: 'YAML tags (!) are not used',
  key: 'This field name is not used',
  empty: 'The file is empty',
};
