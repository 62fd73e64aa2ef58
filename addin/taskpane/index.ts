import '../shell/without-eval.ts';
import { ExcelBench } from '../office/excel-bench.ts';
import { officeReady, type OfficeState } from '../office/ready.ts';
import { mountPane } from '../pane/mount-pane.ts';
import { mount, pageLanguage, type ShellText } from '../shell/mount.ts';
import { paneTab } from '../shell/pane-tab.ts';
import { recheckAfterTyping } from './recheck.ts';

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
  if (!state.excel) {
    mount(elsewhere[state.reason], pageLanguage(navigator.language));
    return;
  }
  const root = document.getElementById('app');
  if (root === null) throw new Error('The page has no element with the id "app".');
  const bench = new ExcelBench(state.language);
  bench.readAhead();
  // Drawn only once the request is on its way, or Excel would wait with the pane.
  setTimeout(() => {
    const pane = mountPane(root, bench, { tab: paneTab(location.search) });
    recheckAfterTyping(bench, () => pane.check());
  }, 0);
});
