import '../shell/without-eval.ts';
import { associateCommands } from '../office/commands.ts';
import { officeReady } from '../office/ready.ts';
import { mount, pageLanguage } from '../shell/mount.ts';

// Nobody sees this page; the text is for those who open its address.
mount(
  {
    vi: { heading: 'Chỉ Tiêu', paragraphs: ['Trang này chạy các nút của thẻ Chỉ Tiêu trong Excel.'] },
    en: { heading: 'Chỉ Tiêu', paragraphs: ['This page runs the buttons of the Chỉ Tiêu tab in Excel.'] },
  },
  pageLanguage(navigator.language),
);

void officeReady().then(({ excel }) => {
  if (!excel) return;
  const nothing = () => Promise.resolve();
  associateCommands({ nextProblem: nothing, markProblems: nothing, clearMarks: nothing }, (error) => {
    console.error(error);
  });
});
