import type { OfficeJsSource } from '../../addin/build/office-js.ts';
import { buildAddin } from '../../addin/tools/build-site.ts';
import { projectRoot } from '../../addin/tools/project-root.ts';
import { madeOnce } from '../engines/made-once.ts';

/** Where the add-in is built for, in tests. */
export const ORIGIN = 'https://example.gov.vn/chitieu';

/** The folder of the add-in's pages and manifest, built once in a run; it must not be changed. */
export async function builtAddin(officeJs: OfficeJsSource): Promise<string> {
  const [folder = ''] = await madeOnce([`add-in with office.js ${officeJs}`], ([mine]) =>
    buildAddin(projectRoot(), mine?.path ?? '', { origin: ORIGIN, officeJs }),
  );
  return folder;
}
