import { message } from '../base/finding.ts';
import { meant } from '../base/message-pieces.ts';

/** Findings about a change map. */
export const changeMapMessages = {
  'changes-figure-unknown': message<{ figure: string; closest: string | null }>(
    'error',
    ({ figure, closest }) =>
      `Danh mục không có chỉ tiêu hoặc phân tổ "${figure}"${meant.vi(closest)}. Hãy sửa mã.`,
    ({ figure, closest }) =>
      `The catalogue has no indicator or stratum "${figure}"${meant.en(closest)}. Correct the id.`,
  ),
  'changes-not-asked': message<{ figure: string; plan: string }>(
    'error',
    ({ figure, plan }) =>
      `Kế hoạch ${plan} không có chỉ tiêu "${figure}". Hãy sửa mã, hoặc sửa kế hoạch ở đầu tệp (from, to).`,
    ({ figure, plan }) =>
      `The plan ${plan} has no figure "${figure}". Correct the id, or the plans at the head of the file (from, to).`,
  ),
  'changes-twice': message<{ figure: string }>(
    'error',
    ({ figure }) => `"${figure}" đã có ở một mục trước. Mỗi chỉ tiêu chỉ có một mục; hãy giữ một.`,
    ({ figure }) => `"${figure}" is in an earlier entry already. Each figure has one entry; keep one.`,
  ),
  'changes-adds-not': message<{ figure: string }>(
    'error',
    ({ figure }) =>
      `"${figure}" không cộng được nên không gộp được (merge). Hãy gộp các số đếm là tử số và mẫu số của nó; tỷ lệ được tính lại từ đó.`,
    ({ figure }) =>
      `"${figure}" does not add up and cannot be merged. Merge the counts it is made of; the rate is made anew from them.`,
  ),
  'changes-to-itself': message<{ figure: string }>(
    'error',
    ({ figure }) =>
      `"${figure}" đổi thành chính nó. Chỉ mục đứt chuỗi (break) được ghi cùng mã, kèm năm đầu của định nghĩa mới (since).`,
    ({ figure }) =>
      `"${figure}" becomes itself. Only a break may name the same figure, with the first year of the new definition (since).`,
  ),
  'changes-units-measure': message<{ figure: string; from: string; to: string }>(
    'error',
    ({ figure, from, to }) =>
      `"${figure}" tính bằng ${from}, chỉ tiêu sau tính bằng ${to}. Hãy dùng factor kèm hệ số quy đổi, hoặc break nếu định nghĩa khác.`,
    ({ figure, from, to }) =>
      `"${figure}" is measured in ${from}, what follows it in ${to}. Use factor with the number to multiply by, or break where the definition differs.`,
  ),
};
