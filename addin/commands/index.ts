import '../shell/without-eval.ts';
import { associateCommands } from '../office/commands.ts';
import { ExcelBench } from '../office/excel-bench.ts';
import { officeReady } from '../office/ready.ts';
import { mount, pageLanguage } from '../shell/mount.ts';
import { commandHandlers } from './handlers.ts';

// Nobody sees this page; the text is for those who open its address.
mount(
  {
    vi: { heading: 'Chỉ Tiêu', paragraphs: ['Trang này chạy các nút của thẻ Chỉ Tiêu trong Excel.'] },
    en: { heading: 'Chỉ Tiêu', paragraphs: ['This page runs the buttons of the Chỉ Tiêu tab in Excel.'] },
  },
  pageLanguage(navigator.language),
);

void officeReady().then((state) => {
  if (!state.excel) return;
  associateCommands(commandHandlers(new ExcelBench(state.language)), (error) => {
    console.error(error);
  });
});
