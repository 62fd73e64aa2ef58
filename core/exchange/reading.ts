/** Encodings from before Unicode. No file says that it has one; the names beside its codes do. */
export const oldEncodings = ['windows-1258', 'tcvn3', 'vni'] as const;
export type OldEncoding = (typeof oldEncodings)[number];

/** How people call them. */
export const encodingNames: Record<OldEncoding, string> = {
  'windows-1258': 'windows-1258',
  tcvn3: 'TCVN3 (.VnTime)',
  vni: 'VNI (VNI-Times)',
};

/**
 * What of a return was read by the code lists alone. Kept with the return: by it the same files give the same
 * figures again, whatever the lists say then.
 */
export interface Reading {
  /** Encodings of files by their names; of the others the text is as it stands. */
  encodings: readonly (readonly [file: string, encoding: OldEncoding])[];
  /** Codes as they were found, without their zeros, and what they stand for. */
  codes: readonly (readonly [found: string, code: string])[];
}
