import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder with manifest.xml, searched upward so that it is found from the sources and from dist alike.
 * @throws Error when no folder above has the manifest and the pages
 */
export function projectRoot(start: string = import.meta.url): string {
  for (let folder = dirname(fileURLToPath(start)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'manifest.xml')) && existsSync(join(folder, 'addin/taskpane.html'))) {
      return folder;
    }
    if (dirname(folder) === folder) throw new Error('No folder above this file holds manifest.xml.');
  }
}
