import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from 'vitest';

/** The outside programs that tests use as referees. */
export type Engine =
  | 'libreoffice'
  | 'writer'
  | 'gnumeric'
  | 'chromium'
  | 'poppler'
  | 'xmllint'
  | 'lxml'
  | 'openpyxl'
  | 'postgres';

interface EngineDescription {
  label: string;
  /** The Debian package that brings it. */
  debianPackage: string;
  /** The absolute path of the program, or null when it is not installed. */
  find: () => string | null;
}

const ENGINES: Record<Engine, EngineDescription> = {
  libreoffice: {
    label: 'LibreOffice Calc',
    debianPackage: 'libreoffice-calc',
    find: () => onPath('soffice', 'libreoffice'),
  },
  writer: {
    label: 'LibreOffice Writer',
    debianPackage: 'libreoffice-writer',
    // Without its library soffice is there and opens no Word document.
    find: () =>
      existsSync('/usr/lib/libreoffice/program/libswlo.so') ? onPath('soffice', 'libreoffice') : null,
  },
  gnumeric: { label: 'Gnumeric', debianPackage: 'gnumeric', find: () => onPath('ssconvert') },
  chromium: {
    label: 'Chromium',
    debianPackage: 'chromium',
    find: () => onPath('chromium', 'chromium-browser', 'google-chrome'),
  },
  poppler: { label: 'pdftotext', debianPackage: 'poppler-utils', find: () => onPath('pdftotext') },
  xmllint: { label: 'xmllint', debianPackage: 'libxml2-utils', find: () => onPath('xmllint') },
  lxml: { label: 'Python with lxml', debianPackage: 'python3-lxml', find: () => pythonWith('lxml.etree') },
  openpyxl: {
    label: 'Python with openpyxl',
    debianPackage: 'python3-openpyxl',
    find: () => pythonWith('openpyxl'),
  },
  postgres: { label: 'PostgreSQL', debianPackage: 'postgresql', find: () => postgresProgram() },
};

const found = new Map<Engine, string | null>();

/** Where an engine's program is, or null when this machine does not have it. */
export function locateEngine(engine: Engine): string | null {
  const known = found.get(engine);
  if (known !== undefined) return known;
  const path = ENGINES[engine].find();
  found.set(engine, path);
  return path;
}

/**
 * The program of an engine.
 * @throws Error that names the Debian package when it is not installed; in the lane `unit` always.
 */
export function requireEngine(engine: Engine): string {
  refuseInUnit(engine);
  const path = locateEngine(engine);
  if (path === null) throw new Error(missingEngine(engine));
  return path;
}

/** What becomes of a suite: a missing engine may be passed over on a desk, never on a build server. */
export function suiteMode(found: boolean, ci: string | undefined): 'run' | 'skip' | 'fail' {
  if (found) return 'run';
  return ci === 'true' ? 'fail' : 'skip';
}

/**
 * A suite that needs an engine. Without it the suite is skipped under a name that says why; with `CI=true`
 * it fails instead, so that nothing passes unseen.
 */
export function describeWithEngine(engine: Engine, name: string, suite: () => void): void {
  refuseInUnit(engine);
  switch (suiteMode(locateEngine(engine) !== null, process.env.CI)) {
    case 'run':
      describe(name, suite);
      break;
    case 'fail':
      describe(name, () => {
        it(`needs ${ENGINES[engine].label}`, () => {
          throw new Error(missingEngine(engine));
        });
      });
      break;
    case 'skip':
      describe.skip(`${name} [skipped: ${missingEngine(engine)}]`, suite);
  }
}

/** `npm test` needs no other program. */
function refuseInUnit(engine: Engine): void {
  if (process.env.CHITIEU_LANE !== 'unit') return;
  throw new Error(
    `A test file of the lane unit uses ${ENGINES[engine].label}; name it *.engines.test.ts or *.browser.test.ts.`,
  );
}

function missingEngine(engine: Engine): string {
  const { label, debianPackage } = ENGINES[engine];
  return `${label} is not installed; on Debian: apt-get install ${debianPackage}`;
}

function onPath(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  return null;
}

/** Debian keeps the server's programs off the path, a folder for each version. */
function postgresProgram(): string | null {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
  const paths = versions.map((version) => join(folder, version, 'bin', 'pg_ctl'));
  return paths.find(isExecutable) ?? onPath('pg_ctl');
}

/** Debian installs modules for its own interpreter, which need not be the first python3 on the path. */
function pythonWith(module: string): string | null {
  for (const python of ['/usr/bin/python3', onPath('python3')]) {
    if (python === null || !isExecutable(python)) continue;
    try {
      execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' });
      return python;
    } catch {
      continue;
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
