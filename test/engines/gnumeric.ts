import { rm, stat } from 'node:fs/promises';
import { requireEngine } from './availability.ts';
import { runProcess, said } from './process.ts';

export interface GnumericOptions {
  timeoutMilliseconds?: number;
}

const MILLISECONDS = 120_000;

/** What Gnumeric calls the format of our workbooks. */
export const XLSX = 'Gnumeric_Excel:xlsx2';

/**
 * Opens a workbook in Gnumeric, recalculates every formula (without `--recalc` it would trust the stored
 * results) and saves it as xlsx.
 * @throws Error with Gnumeric's own words when no result was written
 */
export function recalculate(file: string, outFile: string, options: GnumericOptions = {}): Promise<string> {
  return saveAs(file, outFile, XLSX, options);
}

/**
 * Does as {@link recalculate} does, in a format of one's own choice.
 * @param type one of `ssconvert --list-exporters`
 */
export async function saveAs(
  file: string,
  outFile: string,
  type: string,
  options: GnumericOptions = {},
): Promise<string> {
  const ssconvert = requireEngine('gnumeric');
  await rm(outFile, { force: true });
  const { code, stdout, stderr } = await runProcess(
    ssconvert,
    ['--recalc', `--export-type=${type}`, file, outFile],
    {
      timeoutMilliseconds: options.timeoutMilliseconds ?? MILLISECONDS,
      // The caller's language must not decide how text is read or written.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
  );
  const size = await stat(outFile).then(
    (found) => found.size,
    () => 0,
  );
  if (code !== 0 || size === 0) {
    throw new Error(`Gnumeric (exit code ${code}) made no workbook of ${file}.\n${said(stdout, stderr)}`);
  }
  return outFile;
}
