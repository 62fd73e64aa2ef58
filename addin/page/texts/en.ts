import type { PageTexts } from './texts.ts';

export const en: PageTexts = {
  title: 'Chỉ Tiêu',
  about: 'Checks reporting workbooks and compares them with the plan, without Excel.',
  stays: 'Files are read in the browser of this computer and are sent nowhere.',
  open: 'Open a workbook (.xlsx)',
  openOther: 'Open another workbook',
  drop: 'or drag a file here',
  opening: (name) => `Opening ${name}…`,
  notOpened: (name) => `${name} was not opened`,
  onlyOne: 'One file at a time, please. Choose one.',
  unsavedReasons: (count) =>
    `Reasons not saved to a file yet: ${count}. Opening another workbook loses them.`,
  discard: 'Discard and open another',
  keep: 'Stay',
  language: 'Language',
  help: 'Help',
};
