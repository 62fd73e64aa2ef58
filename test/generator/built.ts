import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../generator/package-root.ts';

const root = packageRoot();

/** The program as it is installed. */
export const launcher = join(root, 'generator', 'bin', 'chitieu.mjs');

let isBuilt = false;

/** Compiles what the launcher starts, where it is older than its source; once a process. */
export function build(): void {
  if (isBuilt) return;
  isBuilt = true;
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-b', 'generator'], { cwd: root });
}

/** Runs the launcher in a process of its own. */
export function launch(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(launcher, args, { cwd, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}
