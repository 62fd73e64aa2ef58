import { type DataOf, type Place, reporter } from '../core/base/finding.ts';
import {
  type WorkbookFileCode,
  workbookFileMessages,
  type WorkbookFileFinding,
} from '../core/sheet/file-messages.ts';

const report = reporter(workbookFileMessages);

/**
 * A file that cannot be read as a workbook. The finding says why; its place names the sheet and cell where
 * there is one, the caller adds the file name.
 */
export class WorkbookReadError extends Error {
  override readonly name = 'WorkbookReadError';
  readonly finding: WorkbookFileFinding;

  constructor(finding: WorkbookFileFinding, options?: ErrorOptions) {
    super(englishWording(finding), options);
    this.finding = finding;
  }
}

/** Makes the error for one code; the data are checked against the code's message. */
export function readError<Code extends WorkbookFileCode>(
  code: Code,
  data: DataOf<typeof workbookFileMessages, Code>,
  place: Place = {},
  options?: ErrorOptions,
): WorkbookReadError {
  return new WorkbookReadError(report(code, place, data) as WorkbookFileFinding, options);
}

/** For logs and failed tests; people get the finding rendered in their language. */
function englishWording(finding: WorkbookFileFinding): string {
  const { en } = workbookFileMessages[finding.code] as { en: (data: unknown) => string };
  const where = [finding.place.sheet, finding.place.cell].filter((part) => part !== undefined).join('!');
  return `${where === '' ? '' : `${where}: `}${en(finding.data)}`;
}
