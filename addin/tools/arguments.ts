import { parseArgs } from 'node:util';
import type { OfficeJsSource } from '../build/office-js.ts';
import { DEVELOPMENT_ORIGIN, parseOrigin } from '../manifest/origin.ts';

/** What the tools are told on the command line. */
export interface ToolArguments {
  readonly origin: string;
  readonly officeJs: OfficeJsSource;
  /** Where to write the manifest, if anywhere of its own. */
  readonly out: string | null;
}

/**
 * Reads the options that build, server and manifest tool share.
 * @param environment OFFICE_JS is what `--office-js` is when it is not given
 * @throws Error for an unknown option or a value that does not fit
 */
export function toolArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ToolArguments {
  const { values } = parseArgs({
    args: [...args],
    options: { origin: { type: 'string' }, 'office-js': { type: 'string' }, out: { type: 'string' } },
  });
  const officeJs = values['office-js'] ?? environment.OFFICE_JS ?? 'cdn';
  if (officeJs !== 'cdn' && officeJs !== 'local') {
    throw new Error(`--office-js is "${officeJs}"; expected cdn or local.`);
  }
  return {
    origin: parseOrigin(values.origin ?? DEVELOPMENT_ORIGIN),
    officeJs,
    out: values.out ?? null,
  };
}
