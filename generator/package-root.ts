import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this package, searched upward so that it is found from the source tree and from dist alike.
 * @param start URL of a module inside the package
 * @throws Error when no package.json named chitieu lies above
 */
export function packageRoot(start: string = import.meta.url): string {
  for (let folder = dirname(fileURLToPath(start)); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && isOurs(readFileSync(manifest, 'utf8'))) return folder;
    if (dirname(folder) === folder) throw new Error('No package.json named "chitieu" lies above this file.');
  }
}

function isOurs(manifest: string): boolean {
  const parsed: unknown = JSON.parse(manifest);
  return typeof parsed === 'object' && parsed !== null && 'name' in parsed && parsed.name === 'chitieu';
}

/** Version of the program, as its package says. @param root folder of the package */
export function programVersion(root: string): string {
  const parsed: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version =
    typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : null;
  return typeof version === 'string' ? version : '?';
}
