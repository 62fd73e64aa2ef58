import { basename } from 'node:path';
import { exportCheck } from '../../core/check/export-check.ts';
import { reporter, type Finding } from '../../core/base/finding.ts';
import { figuresOf } from '../../core/exchange/from-workbook.ts';
import { entriesOf, placesInCsv, placesInWorkbook, type Entry } from '../../core/store/entry.ts';
import { storeMessages } from '../../core/store/messages.ts';
import type { Judged, ReturnHead } from '../../core/store/model.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { describeFinding } from '../../core/check/describe.ts';
import { allRules } from '../../core/check/all-rules.ts';
import { checkInput, type CheckedInput } from '../check/check-input.ts';
import { filesBeside } from '../check/csv-files.ts';
import type { Installed } from '../check/installed.ts';
import { readWorkbookBytes } from '../regular-file.ts';
import { sha256Of, sha256OfAll } from '../store/originals.ts';
import type { Original } from '../store/store.ts';
import type { Arrival } from './arrivals.ts';

const report = reporter(storeMessages);

/** A return as it has come in. */
export interface ReadArrival {
  head: ReturnHead;
  entries: Entry[];
  sample: boolean;
  /** Day of the earlier return that it says it replaces. */
  replaces: string | null;
  judged: Judged;
  /** Why nothing of it may be taken. */
  refusals: Finding[];
  originals: Original[];
}

/** What of a file stands in the way of reading it. */
export interface UnreadArrival {
  /** Said of the file, in words for people. */
  why: Finding;
}

/** SHA-256 of what has come in; empty where it cannot be read, which reading it will say. */
export async function sha256OfArrival({ kind, path }: Arrival): Promise<string> {
  try {
    if (kind === 'csv') return sha256OfAll((await filesBeside(path)).files);
    return sha256Of(await readWorkbookBytes(path));
  } catch {
    return '';
  }
}

/** What a reading of CSV files may find without being less than whole: it is about the figures, not the files. */
const ABOUT_FIGURES: ReadonlySet<string> = new Set([
  'return-unread',
  'return-had-errors',
  'return-had-figure-errors',
]);

/** Reads and checks a file that has come in. */
export async function readArrival(
  arrival: Arrival,
  installed: Installed,
): Promise<ReadArrival | UnreadArrival> {
  const file = await checkInput(arrival, installed);
  if (file.kind === 'unreadable') {
    const [first] = file.findings;
    return { why: report('store-unreadable', {}, { first: first ? said(first, installed) : '?' }) };
  }
  const { identity, checked } = file;
  const { acceptance, counts } = checked.report;
  const { owed, done: entered } = checked.progress;
  const { unit, reporter: by, round, plans, sample } = identity;
  return {
    head: { unit, reporter: by, round, plans },
    ...openedOf(file, installed),
    sample,
    judged: { acceptance, errors: counts.errors, warnings: counts.warnings, owed, entered },
  };
}

type Opened = Pick<ReadArrival, 'entries' | 'replaces' | 'refusals' | 'originals'>;

function openedOf({ input, opened }: CheckedInput, installed: Installed): Opened {
  if (opened.kind === 'workbook') {
    const { returned, checked, bytes } = opened;
    const { misplacing } = exportCheck(checked);
    return {
      entries: entriesOf(figuresOf(returned), placesInWorkbook(returned.entries)),
      replaces: returned.replaces,
      refusals: misplacing.length > 0 ? [report('store-misplaced', {}, { errors: misplacing.length })] : [],
      originals: [{ name: basename(input.path), bytes }],
    };
  }
  const { returned, files, findings } = opened;
  const errors = findings.filter(({ code, severity }) => severity === 'error' && !ABOUT_FIGURES.has(code));
  const [first] = errors;
  const hasDescriptor = files.some(({ name }) => name.toLowerCase().endsWith('.json'));
  return {
    entries: entriesOf(returned, placesInCsv(returned)),
    replaces: returned.replaces,
    refusals: [
      ...(hasDescriptor ? [] : [report('store-no-descriptor', {}, {})]),
      ...(first
        ? [report('store-not-whole', {}, { errors: errors.length, first: said(first, installed) })]
        : []),
    ],
    originals: files.map(({ name, bytes }) => ({ name, bytes })),
  };
}

/** A finding as one sentence; what is said of a return is said in Vietnamese, as the check's findings are. */
function said(finding: Finding, { catalogue }: Installed): string {
  const isOfRule = allRules.some(({ code }) => code === finding.code);
  if (!isOfRule) return renderFinding(finding, 'vi');
  const found = { ...finding, key: null, period: null, found: null, explanation: null };
  return describeFinding(found, 'vi', { catalogue, rules: allRules }).message;
}
