/** Caps that keep a hostile or wrong file from exhausting time or memory. */
export interface CsvLimits {
  /** Bytes of one file. */
  fileBytes: number;
  /** Bytes of a descriptor. */
  descriptorBytes: number;
  /** Physical lines of one file. */
  lines: number;
  /** Characters of one cell. */
  cellLength: number;
}

/** Generous for the return of one unit (a few hundred rows), tight for anything else. */
export const CSV_LIMITS: CsvLimits = {
  fileBytes: 16 * 1024 * 1024,
  descriptorBytes: 1024 * 1024,
  lines: 50_000,
  cellLength: 32_767,
};
