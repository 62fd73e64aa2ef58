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
  discard: string;
  keep: string;
  language: string;
  help: string;
}
