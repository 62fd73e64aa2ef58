/** Caps that keep a hostile or damaged file from exhausting time or memory. */
export interface ReadLimits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Entries of the zip. */
  entries: number;
  /** Uncompressed bytes of one part. */
  partBytes: number;
  /** Uncompressed bytes of all parts together. */
  totalBytes: number;
  /**
   * Cells of all sheets together, as stored: empty cells that only have a format count too. Ranges, names,
   * hidden rows and columns together may be as many again.
   */
  cells: number;
  /** Characters of one cell's text. */
  textLength: number;
}
/** Generous for our workbooks (the largest is below 2 MB), tight for a bomb. */
export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 64 * 1024 * 1024,
  entries: 2000,
  partBytes: 128 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  cells: 1000000,
  textLength: 32767,
};
