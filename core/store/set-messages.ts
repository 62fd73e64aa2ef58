import { message } from '../base/finding.ts';
import { returnName } from './model.ts';

type Of = { return: number };

/** Why the set of a province's closed round is in its state. */
export const setMessages = {
  'set-follows': message<Of & { returns: number; decisions: number }>(
    'note',
    ({ return: of, returns, decisions }) =>
      `nối tiếp ${returnName(of)}: thêm ${returns} bản, ${decisions} quyết định`,
    ({ return: of, returns, decisions }) =>
      `goes on from ${returnName(of)}: ${returns} more returns, ${decisions} more decisions`,
  ),
  'set-nothing-new': message<Of>(
    'note',
    ({ return: of }) => `không có gì mới so với ${returnName(of)}`,
    ({ return: of }) => `nothing new beside ${returnName(of)}`,
  ),
  'set-older': message<Of>(
    'note',
    ({ return: of }) => `bộ lập trước ${returnName(of)}; mọi điều trong bộ này đã có`,
    ({ return: of }) => `drawn up before ${returnName(of)}, which has all of it`,
  ),
  'set-differs': message<Of & { lost: number }>(
    'error',
    ({ return: of, lost }) =>
      `không nối tiếp ${returnName(of)}: ${lost} bản hoặc quyết định của bộ trước không còn hoặc đã khác. Hỏi tỉnh vì sao; nếu bộ này đúng thì "chitieu import --release" kèm --reason, bộ trước sẽ thôi tính`,
    ({ return: of, lost }) =>
      `does not go on from ${returnName(of)}: ${lost} returns or decisions of that set are gone or otherwise. Ask the province why; if this set is right: "chitieu import --release" with --reason, and the earlier one no longer counts`,
  ),
  'set-no-plan': message<{ plans: string[] }>(
    'error',
    ({ plans }) =>
      `thư mục làm việc này không có kế hoạch ${plans.join(', ')} nên không biết các số ấy thuộc chỉ tiêu nào. Chép plans/${plans[0] ?? ''} của tỉnh vào đây rồi "chitieu import --release"`,
    ({ plans }) =>
      `this workspace has no plan ${plans.join(', ')}, so nobody knows what the figures are about. Copy plans/${plans[0] ?? ''} of the province, then "chitieu import --release"`,
  ),
  'set-other-province': message<{ province: string; units: number; first: string }>(
    'error',
    ({ province, units, first }) =>
      `${units} đơn vị trong bộ không thuộc kế hoạch nào của ${province}, trước hết ${first}. Kiểm tra danh sách đơn vị của kế hoạch; đúng thì "chitieu import --release"`,
    ({ province, units, first }) =>
      `${units} units in the set are in no plan of ${province}, the first ${first}. Look at the plan's list of units; if right: "chitieu import --release"`,
  ),
  'set-otherwise-here': message<{ said: number; found: number }>(
    'error',
    ({ said, found }) =>
      `bản kê ghi ${said} số có hiệu lực, tính lại ở đây được ${found} và không khớp từng số. Nếu tỉnh có phần thêm vào danh mục, chép catalogue.yaml của tỉnh vào đây; đúng thì "chitieu import --release"`,
    ({ said, found }) =>
      `the manifest has ${said} figures in force; here there are ${found}, and they do not agree one by one. If the province has a catalogue of its own, copy it here; if right: "chitieu import --release"`,
  ),
  'set-closed-here': message<{ round: string; day: string }>(
    'error',
    ({ round, day }) =>
      `kỳ ${round} đã khóa sổ ở đây ngày ${day}. Nhận thì "chitieu import --release" kèm --reason`,
    ({ round, day }) =>
      `the round ${round} was closed here on ${day}. To take it: "chitieu import --release" with --reason`,
  ),
  'set-own-here': message<Of & { province: string; round: string; returns: number }>(
    'error',
    ({ province, round, returns, return: first }) =>
      `kho này đã có ${returns} báo cáo nhận thẳng kỳ ${round} của đơn vị trong bộ (${province}), trước hết ${returnName(first)}: số khác nhau sẽ thành mâu thuẫn. Cần nhận cả bộ thì "chitieu import --release" kèm --reason, rồi chọn số`,
    ({ province, round, returns, return: first }) =>
      `this store has ${returns} returns of ${round} that came here from units in the set (${province}), the first ${returnName(first)}: figures that differ become conflicts. To take the set as well: "chitieu import --release" with --reason, then choose`,
  ),
  'set-broken': message<{ why: string }>(
    'error',
    ({ why }) => `bộ số liệu không còn nguyên: ${why} Chưa nhận gì; hãy xin tỉnh gửi lại cả bộ`,
    ({ why }) => `the set is not whole: ${why} Nothing was taken; ask the province for all of it again`,
  ),
};
