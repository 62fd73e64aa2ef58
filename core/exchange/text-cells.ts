/** The texts of a row by column. */
export interface TextCells {
  /** @returns undefined for a column that is not there */
  get(column: string): string | undefined;
}
