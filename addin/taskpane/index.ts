import '../shell/without-eval.ts';
import { officeReady, type OfficeState } from '../office/ready.ts';
import { mount, pageLanguage, type ShellText } from '../shell/mount.ts';
import { paneTab, type PaneTab } from '../shell/pane-tab.ts';

const inExcel: Readonly<Record<PaneTab, ShellText>> = {
  check: {
    vi: { heading: 'Kiểm tra', paragraphs: ['Bản này chưa có phần kiểm tra trong Excel.'] },
    en: { heading: 'Check', paragraphs: ['This version cannot check workbooks inside Excel yet.'] },
  },
  gaps: {
    vi: { heading: 'Chênh lệch', paragraphs: ['Bản này chưa có phần so với kế hoạch trong Excel.'] },
    en: { heading: 'Gaps', paragraphs: ['This version cannot compare with the plan inside Excel yet.'] },
  },
};

const elsewhere: Readonly<Record<(OfficeState & { excel: false })['reason'], ShellText>> = {
  'no-library': {
    vi: {
      heading: 'Chưa kết nối được với Excel',
      paragraphs: [
        'Không tải được thư viện Office (office.js). Kiểm tra mạng hoặc tường lửa rồi mở lại ngăn này.',
      ],
    },
    en: {
      heading: 'Not connected to Excel',
      paragraphs: [
        'The Office library (office.js) could not be loaded. Check the network or firewall and reopen this pane.',
      ],
    },
  },
  'no-answer': {
    vi: {
      heading: 'Chưa kết nối được với Excel',
      paragraphs: ['Excel không trả lời. Đóng ngăn này rồi mở lại; nếu vẫn vậy, khởi động lại Excel.'],
    },
    en: {
      heading: 'Not connected to Excel',
      paragraphs: ['Excel does not answer. Close this pane and open it again; if that fails, restart Excel.'],
    },
  },
  'other-host': {
    vi: { heading: 'Chỉ Tiêu chạy trong Excel', paragraphs: ['Hãy mở trang này từ thẻ Chỉ Tiêu của Excel.'] },
    en: { heading: 'Chỉ Tiêu runs in Excel', paragraphs: ['Open this page from the Chỉ Tiêu tab of Excel.'] },
  },
};

void officeReady().then((state) => {
  if (state.excel) mount(inExcel[paneTab(location.search)], pageLanguage(state.language));
  else mount(elsewhere[state.reason], pageLanguage(navigator.language));
});
