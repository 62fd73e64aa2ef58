import type { PageTexts } from './texts.ts';

export const vi: PageTexts = {
  title: 'Chỉ Tiêu',
  about: 'Kiểm tra sổ báo cáo và so với kế hoạch, không cần Excel.',
  stays: 'Tệp được đọc ngay trong trình duyệt của máy này và không gửi đi đâu.',
  open: 'Mở sổ (.xlsx)',
  openOther: 'Mở sổ khác',
  drop: 'hoặc kéo tệp vào đây',
  opening: (name) => `Đang mở ${name}…`,
  notOpened: (name) => `Không mở được ${name}`,
  onlyOne: 'Mỗi lần mở một tệp. Hãy chọn một tệp.',
  unsavedReasons: (count) => `Còn ${count} lý do chưa lưu vào tệp; mở sổ khác sẽ mất các lý do ấy.`,
  discard: 'Bỏ và mở sổ khác',
  keep: 'Ở lại',
  language: 'Ngôn ngữ',
  help: 'Trợ giúp',
};
