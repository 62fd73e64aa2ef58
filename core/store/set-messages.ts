import { message } from '../base/finding.ts';
import { releaseCommand, type Told } from './messages.ts';
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
  'set-differs': message<Told & Of & { lost: number }>(
    'error',
    ({ return: of, lost, ...told }) =>
      `không nối tiếp ${returnName(of)}: ${lost} bản hoặc quyết định của bộ trước không còn hoặc đã khác. Hỏi tỉnh vì sao; nếu bộ này đúng thì ${releaseCommand(told)} kèm --reason, bộ trước sẽ thôi tính`,
    ({ return: of, lost, ...told }) =>
      `does not go on from ${returnName(of)}: ${lost} returns or decisions of that set are gone or otherwise. Ask the province why; if this set is right: ${releaseCommand(told)} with --reason, and the earlier one no longer counts`,
  ),
  'set-no-plan': message<Told & { plans: string[] }>(
    'error',
    ({ plans, ...told }) =>
      `thư mục làm việc này không có kế hoạch ${plans.join(', ')} nên không biết các số ấy thuộc chỉ tiêu nào. Chép plans/${plans[0] ?? ''} của tỉnh vào đây rồi ${releaseCommand(told)}`,
    ({ plans, ...told }) =>
      `this workspace has no plan ${plans.join(', ')}, so nobody knows what the figures are about. Copy plans/${plans[0] ?? ''} of the province, then ${releaseCommand(told)}`,
  ),
  'set-other-province': message<Told & { province: string; units: number; first: string }>(
    'error',
    ({ province, units, first, ...told }) =>
      `${units} đơn vị trong bộ không thuộc kế hoạch nào của ${province}, trước hết ${first}. Kiểm tra danh sách đơn vị của kế hoạch; đúng thì ${releaseCommand(told)}`,
    ({ province, units, first, ...told }) =>
      `${units} units in the set are in no plan of ${province}, the first ${first}. Look at the plan's list of units; if right: ${releaseCommand(told)}`,
  ),
  'set-otherwise-here': message<Told & { said: number; found: number }>(
    'error',
    ({ said, found, ...told }) =>
      `bản kê ghi ${said} số có hiệu lực, tính lại ở đây được ${found} và không khớp từng số. Nếu tỉnh có phần thêm vào danh mục, chép catalogue.yaml của tỉnh vào đây; đúng thì ${releaseCommand(told)}`,
    ({ said, found, ...told }) =>
      `the manifest has ${said} figures in force; here there are ${found}, and they do not agree one by one. If the province has a catalogue of its own, copy it here; if right: ${releaseCommand(told)}`,
  ),
  'set-closed-here': message<Told & { round: string; day: string }>(
    'error',
    ({ round, day, ...told }) =>
      `kỳ ${round} đã khóa sổ ở đây ngày ${day}. Nhận thì ${releaseCommand(told)} kèm --reason`,
    ({ round, day, ...told }) =>
      `the round ${round} was closed here on ${day}. To take it: ${releaseCommand(told)} with --reason`,
  ),
  'set-own-here': message<Told & Of & { province: string; round: string; returns: number }>(
    'error',
    ({ province, round, returns, return: first, ...told }) =>
      `kho này đã có ${returns} báo cáo nhận thẳng kỳ ${round} của đơn vị trong bộ (${province}), trước hết ${returnName(first)}: số khác nhau sẽ thành mâu thuẫn. Cần nhận cả bộ thì ${releaseCommand(told)} kèm --reason, rồi chọn số`,
    ({ province, round, returns, return: first, ...told }) =>
      `this store has ${returns} returns of ${round} that came here from units in the set (${province}), the first ${returnName(first)}: figures that differ become conflicts. To take the set as well: ${releaseCommand(told)} with --reason, then choose`,
  ),
  'set-broken': message<{ why: string }>(
    'error',
    ({ why }) => `bộ số liệu không còn nguyên: ${why} Chưa nhận gì; hãy xin tỉnh gửi lại cả bộ`,
    ({ why }) => `the set is not whole: ${why} Nothing was taken; ask the province for all of it again`,
  ),
};
