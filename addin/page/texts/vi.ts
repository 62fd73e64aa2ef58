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
  unsavedReasons: (count) => `Còn ${count} lý do hoặc số sửa chưa lưu vào tệp.`,
  unwrittenReasons: (count) => `Còn ${count} lý do hoặc số đang gõ, chưa ghi.`,
  lostByOpening: 'Đây là sổ của đơn vị, kỳ hoặc kế hoạch khác: mở sổ này sẽ mất các lý do ấy.',
  lostByOpeningUnknown:
    'Không xác định được hai sổ có cùng đơn vị, kỳ và kế hoạch hay không: mở sổ này sẽ mất các lý do ấy.',
  discard: 'Bỏ và mở sổ khác',
  keep: 'Ở lại',
  outdated:
    'Tệp đã thay đổi hoặc bị chuyển đi sau khi mở và trình duyệt không đọc lại được. Kết quả, bản sao và tệp CSV vẫn theo nội dung đã đọc. Hãy mở lại tệp để kiểm tra bản mới; lý do đã gõ được giữ nguyên.',
  reopen: 'Mở lại tệp',
  carriedReasons: (count) => `Đã chuyển ${count} lý do hoặc số sửa sang tệp vừa mở; hãy lưu bản sao để giữ.`,
  carriedDrafts: (count) => `${count} lý do đang gõ được giữ lại, chưa ghi.`,
  displacedReasons: (count) =>
    `Trong đó ${count} lý do không chuyển ngay được vì tệp vừa mở ghi khác ở dòng ấy hoặc không còn ô lý do: hãy xem ở cảnh báo có chữ “Đang gõ” hoặc ở thông báo phía dưới.`,
  language: 'Ngôn ngữ',
  help: 'Trợ giúp',
};
