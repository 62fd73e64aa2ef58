import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runProcess, said } from './process.ts';

const SCRIPT = fileURLToPath(new URL('validate-schemas.sh', import.meta.url));
const VALIDATOR = fileURLToPath(new URL('../../../shared/schemas/validate_ooxml.py', import.meta.url));
const MILLISECONDS = 300_000;

/** True when the ECMA-376 schemas lie beside this repository; they are not part of it. */
export const schemasPresent: boolean = existsSync(VALIDATOR);

/**
 * Validates every part of the workbooks against the ECMA-376 transitional schemas.
 * @returns null when all are valid, else the validator's list of errors per file
 * @throws Error when the schemas or python3-lxml are not there: nothing was validated
 */
export async function schemaErrors(files: readonly string[]): Promise<string | null> {
  if (!schemasPresent) throw new Error('The schemas are not beside this repository; nothing was validated.');
  const { code, stdout, stderr } = await runProcess('bash', [SCRIPT, ...files], {
    timeoutMilliseconds: MILLISECONDS,
  });
  if (code === 0) return null;
  if (code === 1) return stdout;
  throw new Error(`Nothing was validated.\n${said(stdout, stderr)}`);
}
