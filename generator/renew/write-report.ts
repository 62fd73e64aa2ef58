import { createHash } from 'node:crypto';
import { readRegular } from '../regular-file.ts';
import { isThere } from '../workbook/write-new.ts';
import { writeWhole } from '../workbook/write-whole.ts';
import { LARGEST } from './report-file.ts';

/** A report of a renewal for programs: what it says of all figures together, and a line for each. */
export interface ReportJson {
  head: Readonly<Record<string, unknown>>;
  lines: Iterable<object>;
}

/**
 * Writes a report, a stretch at a time: that of a country's communes has more than a hundred megabytes. One that
 * somebody has changed, or that is none, stays as it is.
 * @returns whether it was written
 */
export async function writeReport(path: string, report: ReportJson): Promise<boolean> {
  if ((await isThere(path)) && !isAsWritten(await readRegular(path, LARGEST))) return false;
  await writeWhole(path, piecesOf(report));
  return true;
}

/** What follows the body of a report: a sum of the body as it would be without it. */
const CHECK = ',\n  "check": "';
const END = '\n}';
const TAIL = /^,\n {2}"check": "([0-9a-f]{64})"\n\}\n$/u;
const TAIL_LENGTH = CHECK.length + 64 + '"\n}\n'.length;

/** Lines that are written at a time. */
const AT_ONCE = 500;

/** The text of a report in stretches: JSON, its check last. */
function* piecesOf({ head, lines }: ReportJson): Generator<string, void> {
  const sum = createHash('sha256');
  for (const piece of bodyOf(head, lines)) {
    sum.update(piece);
    yield piece;
  }
  yield `${CHECK}${sum.update(END).digest('hex')}"\n}\n`;
}

function* bodyOf(head: ReportJson['head'], lines: ReportJson['lines']): Generator<string, void> {
  yield `${JSON.stringify(head, null, 2).slice(0, -END.length)},\n  "lines": [`;
  let texts: string[] = [];
  let count = 0;
  for (const line of lines) {
    texts.push(`${count === 0 ? '' : ','}\n    ${JSON.stringify(line)}`);
    count += 1;
    if (texts.length < AT_ONCE) continue;
    yield texts.join('');
    texts = [];
  }
  yield `${texts.join('')}${count === 0 ? '' : '\n  '}]`;
}

/** Whether a file is a report to the last byte as it was written. */
function isAsWritten(bytes: Buffer): boolean {
  const body = bytes.subarray(0, Math.max(0, bytes.length - TAIL_LENGTH));
  const [, found] = TAIL.exec(bytes.toString('utf8', body.length)) ?? [];
  return found === createHash('sha256').update(body).update(END).digest('hex');
}
