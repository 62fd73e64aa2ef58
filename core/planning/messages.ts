import { message } from '../base/finding.ts';

/** Findings about a planning workbook that comes back. */
export const planningMessages = {
  'not-our-planning-workbook': message<Record<string, never>>(
    'error',
    () =>
      'Đây không phải sổ lập kế hoạch do "chitieu plan draft" hoặc "plan to-xlsx" tạo, hoặc trang ẩn của sổ đã mất. Hãy dùng đúng tệp, hoặc tạo lại.',
    () =>
      'This is no planning workbook made by "chitieu plan draft" or "plan to-xlsx", or its hidden sheet is lost. Use that file, or make it anew.',
  ),
  'planning-row-lost': message<{ number: number; id: string }>(
    'error',
    ({ number }) =>
      `Dòng TT ${number} của trang Mục tiêu đã bị xóa. Không mục tiêu nào được mất mà không nói: hãy lấy lại dòng ấy, chọn "Bỏ".`,
    ({ number }) =>
      `Row ${number} of the targets was deleted. No target is lost without a word: put it back and choose "Bỏ".`,
  ),
  'planning-row-twice': message<{ number: number }>(
    'error',
    ({ number }) =>
      `Dòng TT ${number} đứng hai lần. Hãy xóa bản chép; thêm mục tiêu thì dùng các dòng trống ở cuối trang.`,
    ({ number }) =>
      `Row ${number} stands twice. Delete the copy; for another target use the blank rows at the end.`,
  ),
  'planning-word': message<{ head: string; found: string; known: string[] }>(
    'error',
    ({ head, found, known }) => `Cột "${head}": không hiểu "${found}". Chọn một trong: ${known.join('; ')}.`,
    ({ head, found, known }) =>
      `Column "${head}": "${found}" is not understood. Choose one of: ${known.join('; ')}.`,
  ),
  'planning-year': message<{ head: string; found: string }>(
    'error',
    ({ head, found }) => `Cột "${head}": "${found}" không phải một năm. Hãy ghi bốn chữ số, ví dụ 2030.`,
    ({ head, found }) => `Column "${head}": "${found}" is no year. Write four digits, such as 2030.`,
  ),
  'planning-indicator-blank': message<Record<string, never>>(
    'error',
    () => 'Dòng được nhận mà chưa có chỉ tiêu. Hãy chọn một chỉ tiêu, chọn "mới: …", hoặc để "Hỏi".',
    () => 'The row is accepted but has no indicator. Choose one, choose "mới: …", or leave it to "Hỏi".',
  ),
  'planning-indicator-unknown': message<{ found: string; closest: string | null }>(
    'error',
    ({ found, closest }) =>
      `Không có chỉ tiêu "${found}" trong danh mục${closest === null ? '' : ` (gần nhất: "${closest}")`}. Hãy chọn lại, hoặc ghi "mới: ${found}" và điền trang Chỉ tiêu mới.`,
    ({ found, closest }) =>
      `The catalogue has no indicator "${found}"${closest === null ? '' : ` (closest: "${closest}")`}. Choose again, or write "mới: ${found}" and fill in the sheet Chỉ tiêu mới.`,
  ),
  'planning-group-covers': message<{ name: string }>(
    'error',
    ({ name }) =>
      `Nhóm mới “${name}”: gồm trọn một số huyện, xã, hay chỉ một phần người, hộ ở mọi đơn vị? Gồm trọn đơn vị thì ghi x cho từng đơn vị ở trang Nhóm đơn vị; một phần thì ghi ô này là “mới (một phần): ${name}”.`,
    ({ name }) =>
      `New group “${name}”: whole districts or communes, or some of the people or households of every unit? For whole units write x beside each on the sheet Nhóm đơn vị; for a part write “mới (một phần): ${name}” in this cell.`,
  ),
  'planning-new-missing': message<{ name: string }>(
    'error',
    ({ name }) =>
      `Chỉ tiêu mới "${name}" chưa có dòng ở trang Chỉ tiêu mới. Hãy thêm một dòng với đúng tên ấy.`,
    ({ name }) =>
      `The new indicator "${name}" has no row on the sheet Chỉ tiêu mới. Add one with exactly that name.`,
  ),
  'planning-new-blank': message<{ name: string; head: string }>(
    'error',
    ({ name, head }) => `Chỉ tiêu mới "${name}": còn trống "${head}".`,
    ({ name, head }) => `New indicator "${name}": "${head}" is blank.`,
  ),
  'planning-stratum-unknown': message<{ found: string }>(
    'error',
    ({ found }) =>
      `Không có nhóm "${found}" trong danh mục. Hãy chọn từ danh sách, ghi "mới: ${found}" để thêm nhóm, hoặc bỏ trống (toàn bộ).`,
    ({ found }) =>
      `The catalogue has no group "${found}". Choose from the list, write "mới: ${found}" to add it, or leave it blank.`,
  ),
  'planning-head-blank': message<{ label: string }>(
    'error',
    ({ label }) => `Trang Kế hoạch: còn trống "${label}".`,
    ({ label }) => `Sheet Kế hoạch: "${label}" is blank.`,
  ),
  'planning-sentence-changed': message<{ number: number; head: string; found: string; original: string }>(
    'error',
    ({ number, head, found, original }) =>
      `Dòng TT ${number}, cột "${head}": đang ghi "${found}", văn bản ghi "${original}". Câu và số phải đúng văn bản: hãy ghi lại "${original}". Nếu chính văn bản đã đổi thì chạy lại plan draft với văn bản mới; mục tiêu không đúng thì chọn "Bỏ".`,
    ({ number, head, found, original }) =>
      `Row ${number}, column "${head}": it says "${found}", the document "${original}". Sentence and number have to be the document's: put "${original}" back. If the document itself has changed, draft it anew; if this is no target choose "Bỏ".`,
  ),
};
