import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { documentMessages } from '../../core/draft/document-messages.ts';

const report = reporter(documentMessages);
const run = promisify(execFile);

/** What a program made of a document, or why it made nothing. */
export type Helped<Value> = { value: Value; finding: null } | { value: null; finding: Finding };

const LONGEST_MILLISECONDS = 180_000;
const LARGEST_OUTPUT = 128 * 1024 * 1024;

/** What poppler says of a PDF. */
export interface PdfByPoppler {
  /** The printed lines with their places. */
  xhtml: string;
  /** Names of the fonts. */
  fonts: string[];
  /** The drawing of each page asked for, by its 1-based number. */
  drawings: ReadonlyMap<number, string>;
}

/**
 * Reads a PDF by poppler.
 * @param drawn which pages are asked for as drawings, by the printed lines
 */
export async function pdfByPoppler(
  bytes: Uint8Array,
  drawn: (xhtml: string) => readonly number[],
): Promise<Helped<PdfByPoppler>> {
  return inFolder(async (folder) => {
    const file = join(folder, 'document.pdf');
    await writeFile(file, bytes);
    const poppler = { program: 'pdftotext (poppler-utils)', install: 'apt install poppler-utils' };
    return helped(poppler, async () => {
      const { stdout } = await run('pdftotext', ['-bbox-layout', '-enc', 'UTF-8', file, '-'], OPTIONS);
      const fonts = await run('pdffonts', [file], OPTIONS);
      const names = fonts.stdout
        .split('\n')
        .slice(2)
        .map((line) => line.replace(/^[A-Z]{6}\+/u, '').split(/\s/u)[0] ?? '');
      const drawings = new Map<number, string>();
      for (const page of drawn(stdout)) {
        const only = ['-f', String(page), '-l', String(page)];
        drawings.set(page, (await run('pdftocairo', ['-svg', ...only, file, '-'], OPTIONS)).stdout);
      }
      return { xhtml: stdout, fonts: names.filter((name) => name !== ''), drawings };
    });
  });
}

/** A document of another program as .docx, by LibreOffice, which keeps tracked changes and hidden text as they are. */
export async function docxByLibreOffice(bytes: Uint8Array, extension: string): Promise<Helped<Uint8Array>> {
  return inFolder(async (folder) => {
    const file = join(folder, `document.${extension}`);
    await writeFile(file, bytes);
    const libreOffice = { program: 'LibreOffice', install: 'https://www.libreoffice.org' };
    return helped(libreOffice, async () => {
      // A profile of its own: one that is open elsewhere would be asked to do the work, and not wait for it.
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const out = join(folder, 'out');
      await run('soffice', [profile, '--headless', '--convert-to', 'docx', '--outdir', out, file], OPTIONS);
      const [made] = await readdir(out);
      if (made === undefined) throw new Error('no output');
      return new Uint8Array(await readFile(join(out, made)));
    });
  });
}

const OPTIONS = { timeout: LONGEST_MILLISECONDS, maxBuffer: LARGEST_OUTPUT, windowsHide: true } as const;

async function helped<Value>(
  helper: { program: string; install: string },
  work: () => Promise<Value>,
): Promise<Helped<Value>> {
  try {
    return { value: await work(), finding: null };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' && error instanceof Error && /spawn/u.test(error.message))
      return { value: null, finding: report('document-helper-missing', {}, helper) };
    const reason = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);
    return {
      value: null,
      finding: report(
        'document-helper-failed',
        {},
        { program: helper.program, reason: reason.slice(0, 200) },
      ),
    };
  }
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-document-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
