import type { Place } from './finding.ts';

/** Where something stands in structured data: keys and 0-based indices from the root. */
export type Path = readonly (string | number)[];

/** Finds the 1-based line of a path in the file it was read from; the nearest parent's when it is absent. */
export type Locate = (path: Path) => number | undefined;

/** Writes a path as people write it: `targets[3].printed`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((written, step) => {
    if (typeof step === 'number') return `${written}[${step}]`;
    return written === '' ? step : `${written}.${step}`;
  }, '');
}

/** The place of a path in a file, with its line when that is known. */
export function placeAt(file: string, locate: Locate, path: Path): Place {
  const line = locate(path);
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(path.length === 0 ? {} : { path: formatPath(path) }),
  };
}
