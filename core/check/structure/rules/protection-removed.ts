import { evaluationOf, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A sheet whose formulas are no longer locked. */
export const protectionRemoved: StructureRule<SpotData> = {
  code: 'protection-removed',
  severity: 'note',
  needs: 'file',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Trang đã bỏ khóa',
      meaning: 'Mẫu khóa (không mật khẩu) các ô không phải ô nhập, để không gõ nhầm vào công thức.',
      example: 'Trang Nhập liệu được bỏ khóa để chèn một dòng.',
      fix: 'Khóa lại: thẻ Xem lại > Bảo vệ trang tính, không đặt mật khẩu.',
      message: () => 'Trang không còn được khóa.',
      expected: () => 'trang được khóa, không mật khẩu',
    },
    en: {
      title: 'Protection removed',
      meaning:
        'The template locks (without a password) every cell that is not for input, so that nobody types over a formula.',
      example: 'The sheet Nhập liệu was unlocked to insert a row.',
      fix: 'Lock it again: Review > Protect Sheet, without a password.',
      message: () => 'The sheet is no longer protected.',
      expected: () => 'a protected sheet without password',
    },
  },
  evaluate({ alignment }) {
    const open = alignment.sheets.filter(({ found }) => !found.facts.isProtected);
    const spots = open.map(({ found }): Spot => ({ sheet: found.facts.name }));
    return evaluationOf(protectionRemoved, spots, { passed: alignment.sheets.length - open.length });
  },
};
