/** What is kept of a return and can no longer be read as it was. */
export interface Unreadable {
  /** Names of files that are missing or are no longer what they were. */
  missing: string[];
}
