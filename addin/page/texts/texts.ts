/** What the standalone page says beside the pane, in one language. */
export interface PageTexts {
  title: string;
  about: string;
  stays: string;
  open: string;
  openOther: string;
  drop: string;
  opening: (name: string) => string;
  /** Above the reason why a file was refused. */
  notOpened: (name: string) => string;
  onlyOne: string;
  unsavedReasons: (count: string) => string;
  unwrittenReasons: (count: string) => string;
  /** After one of the two or both. */
  lostByOpening: string;
  /** The same where one of the two workbooks does not say whose return it is. */
  lostByOpeningUnknown: string;
  discard: string;
  keep: string;
  /** The file on the disk is another by now and cannot be read. */
  outdated: string;
  reopen: string;
  carriedReasons: (count: string) => string;
  carriedDrafts: (count: string) => string;
  /** Of the drafts, those whose row says something else in the file opened last. */
  displacedReasons: (count: string) => string;
  language: string;
  help: string;
}
