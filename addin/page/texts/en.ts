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
  unsavedReasons: (count) => `Reasons not saved to a file yet: ${count}.`,
  unwrittenReasons: (count) => `Reasons typed and not written yet: ${count}.`,
  lostByOpening: 'This workbook is of another unit, round or plan: opening it loses them.',
  lostByOpeningUnknown:
    'Whether both workbooks are of the same unit, round and plan is not known: opening this one loses them.',
  discard: 'Discard and open another',
  keep: 'Stay',
  outdated:
    'The file was changed or moved after it was opened, and the browser cannot read it again. Results, copies and CSV files still have what was read of it. Open the file again to check the new version; reasons you typed are kept.',
  reopen: 'Open the file again',
  carriedReasons: (count) =>
    `Reasons brought over to the file just opened: ${count}. Save a copy to keep them.`,
  carriedDrafts: (count) => `Reasons typed and kept, but not written: ${count}.`,
  displacedReasons: (count) =>
    `Not brought over at once, because the row of the file just opened says something else or has no reason cell: ${count}. See the warnings with “Typed”, or the notices below.`,
  language: 'Language',
  help: 'Help',
};
