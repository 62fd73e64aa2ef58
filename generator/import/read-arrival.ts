import { basename } from 'node:path';
import { exportCheck } from '../../core/check/export-check.ts';
import { reporter, type Finding } from '../../core/base/finding.ts';
import { figuresOf } from '../../core/exchange/from-workbook.ts';
import { ofRound, type ReturnFigures } from '../../core/exchange/return-figures.ts';
import { entriesOf, placesInCsv, placesInWorkbook, type Entry } from '../../core/store/entry.ts';
import { storeMessages } from '../../core/store/messages.ts';
import type { Judged, ReturnHead } from '../../core/store/model.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { describeFinding } from '../../core/check/describe.ts';
import { allRules } from '../../core/check/all-rules.ts';
import {
  checkInput,
  unfinished,
  type Behind,
  type CheckedInput,
  type UnreadableInput,
} from '../check/check-input.ts';
import type { Installed } from '../check/installed.ts';
import type { Reading } from '../../core/exchange/reading.ts';
import { partsOf, type JoinedPart } from '../../formats/csv/joined.ts';
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
  /** Why somebody has to look at it first. */
  doubts: Finding[];
  originals: Original[];
  /** SHA-256 over its files. */
  sha256: string;
  reading: Reading | null;
}

/** What of a file stands in the way of reading it. */
export interface UnreadArrival {
  /** Said of the file, in words for people. */
  why: Finding;
}

/** Files into which several returns were joined. */
export interface JoinedArrival {
  parts: JoinedPart[];
}

/** SHA-256 of what has come in; empty where it cannot be read, which reading it will say. */
export function sha256OfArrival(read: Behind | null): string {
  if (read === null) return '';
  return read.kind === 'csv' ? sha256OfAll(read.files) : sha256Of(read.bytes);
}

/** What a reading of CSV files may find without being less than whole: it is about the figures, not the files. */
const ABOUT_FIGURES: ReadonlySet<string> = new Set([
  'return-unread',
  'return-had-errors',
  'return-had-figure-errors',
]);

/** What the reader finds where files of several returns were joined. */
const JOINED: ReadonlySet<string> = new Set(['csv-header-again', 'return-other']);

/** Reads and checks a file that has come in. @param read its bytes; null where they cannot be had */
export async function readArrival(
  arrival: Arrival,
  installed: Installed,
  read: Behind | null,
): Promise<ReadArrival | UnreadArrival | JoinedArrival> {
  const file = await checkInput(arrival, installed, read);
  if (read?.kind === 'csv' && findingsOf(file).some(({ code }) => JOINED.has(code))) {
    const parts = partsOf(read.files);
    // One part means that rows of one return stand there twice: that is no matter of taking apart.
    if (parts.length > 1) return { parts };
  }
  return file.kind === 'unreadable' ? unread(file, installed) : returnOf(file, installed);
}

/** A file whose reading ended before its time. */
export function unfinishedArrival(arrival: Arrival, error: unknown, installed: Installed): UnreadArrival {
  return unread(unfinished(arrival, error), installed);
}

function unread({ findings }: UnreadableInput, installed: Installed): UnreadArrival {
  const first = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  return { why: report('store-unreadable', {}, { first: first ? said(first, installed) : '?' }) };
}

/**
 * What a file that was read and checked says, as a return that has come in.
 * @param of `round`: of its entries the figures of its round alone
 */
export function returnOf(
  file: CheckedInput,
  installed: Installed,
  of: 'everything' | 'round' = 'everything',
): ReadArrival {
  const { identity, checked } = file;
  const { acceptance, counts } = checked.report;
  const { owed, done: entered } = checked.progress;
  const { unit, reporter: by, round, plans, sample } = identity;
  const opened = openedOf(file, installed, of === 'round' ? ofRound : (figures) => figures);
  return {
    head: { unit, reporter: by, round, plans },
    ...opened,
    sha256: sha256OfAll(opened.originals),
    sample,
    judged: { acceptance, errors: counts.errors, warnings: counts.warnings, owed, entered },
  };
}

function findingsOf(file: CheckedInput | UnreadableInput): readonly Finding[] {
  if (file.kind === 'unreadable') return file.findings;
  return file.opened.kind === 'csv' ? file.opened.findings : [];
}

type Opened = Pick<ReadArrival, 'entries' | 'replaces' | 'refusals' | 'doubts' | 'originals' | 'reading'>;

function openedOf(
  { input, opened }: CheckedInput,
  installed: Installed,
  within: (figures: ReturnFigures) => ReturnFigures,
): Opened {
  if (opened.kind === 'workbook') {
    const { returned, checked, bytes } = opened;
    const { misplacing } = exportCheck(checked);
    return {
      entries: entriesOf(within(figuresOf(returned)), placesInWorkbook(returned)),
      replaces: returned.replaces,
      refusals: misplacing.length > 0 ? [report('store-misplaced', {}, { errors: misplacing.length })] : [],
      doubts: [],
      originals: [{ name: basename(input.path), bytes }],
      reading: null,
    };
  }
  const { returned, files, findings, reading } = opened;
  const errors = findings.filter(({ code, severity }) => severity === 'error' && !ABOUT_FIGURES.has(code));
  const [first] = errors;
  const hasDescriptor = files.some(({ name }) => name.toLowerCase().endsWith('.json'));
  return {
    entries: entriesOf(within(returned), placesInCsv(returned)),
    replaces: returned.replaces,
    refusals: first
      ? [report('store-not-whole', {}, { errors: errors.length, first: said(first, installed) })]
      : [],
    doubts: hasDescriptor ? [] : [report('store-no-descriptor', {}, {})],
    originals: files.map(({ name, bytes }) => ({ name, bytes })),
    reading,
  };
}

/** A finding as one sentence; what is said of a return is said in Vietnamese, as the check's findings are. */
function said(finding: Finding, { catalogue }: Installed): string {
  const isOfRule = allRules.some(({ code }) => code === finding.code);
  if (!isOfRule) return renderFinding(finding, 'vi');
  const found = { ...finding, key: null, period: null, found: null, explanation: null };
  return describeFinding(found, 'vi', { catalogue, rules: allRules }).message;
}
