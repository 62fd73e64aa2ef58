import type { PngSize } from './png.ts';

/** What a manifest is compared with. */
export interface ManifestFacts {
  /** Where the pages are served from, without a closing slash; may end in a path. */
  readonly origin: string;
  /** Version of the package, three numbers. */
  readonly packageVersion: string;
  /** The functions that the command page associates. */
  readonly commandNames: readonly string[];
  /** The files served, by their path below the origin; the size of those that are PNG pictures. */
  readonly files: ReadonlyMap<string, PngSize | null>;
}
