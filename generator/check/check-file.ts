import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { unitFigures, type UnitFigures } from '../../core/check/across-units.ts';
import type { FindingCounts } from '../../core/check/report.ts';
import type { Language } from '../../core/base/finding.ts';
import { returnOf, type ReadArrival } from '../import/read-arrival.ts';
import { checkInput, type UnreadableInput } from './check-input.ts';
import type { Input } from './inputs.ts';
import type { Installed } from './installed.ts';
import { markedCopy, type MarkedCopy } from './marked-copy.ts';
import { fileJson, unreadableJson, type FileJson } from './report-json.ts';
import { reportText, unreadableText } from './report-text.ts';
import { ownerOf, type ReturnOwner } from './same-return.ts';
import type { FileVerdict } from './words.ts';

/** What is wanted of every file. */
export interface CheckWants {
  language: Language;
  /** Everything, nothing cut short. */
  all: boolean;
  /** For programs instead of for people. */
  json: boolean;
  /** A copy with its findings marked. */
  marked: boolean;
  /** What it says to the files beside it. */
  together: boolean;
}

/** What a check comes to, as data that can cross threads. */
export interface FileResult {
  input: Input;
  /** Whose return it is; null where the file could not be read. */
  of: ReturnOwner | null;
  /** Its figures, to be held against those of other units; null where there are none to compare. */
  figures: UnitFigures | null;
  verdict: FileVerdict;
  /** Null where the file could not be read. */
  counts: FindingCounts | null;
  /** What it says to the files beside it; null where that is not wanted or it could not be read. */
  beside: ReadArrival | null;
  /** `marked` is not known yet. Of several files each is said only where that is wanted or it cannot be read; else ''. */
  report: FileJson | string;
  /** Null where none is wanted, or nothing was found. */
  copy: MarkedCopy | { kind: 'failed'; reason: string } | null;
}

/** Checks one return and words what it comes to. */
export async function checkFile(input: Input, installed: Installed, wants: CheckWants): Promise<FileResult> {
  const { catalogue } = installed;
  const { language, all, json, marked, together } = wants;
  const file = await checkInput(input, installed);
  if (file.kind === 'unreadable') return unreadableResult(file, catalogue, wants);
  const { report: said, request } = file.checked;
  const { acceptance: verdict, counts } = said;
  const figures = request && unitFigures(request);
  const text = () => (together && !all ? '' : reportText(file, { language, catalogue, all }));
  const report = json ? fileJson(file, catalogue) : text();
  // Files are held against each other by the round's own figures; hundreds of files are not held at once.
  const beside = together ? { ...returnOf(file, installed, 'round'), originals: [] } : null;
  // As between threads: what is a piece of a file's text keeps all of it in memory.
  const kept = structuredClone({ of: ownerOf(file), figures, beside });
  const result = { ...kept, input, verdict, counts, report };
  if (!marked) return { ...result, copy: null };
  // What cannot be marked is still reported, and so are the files after it.
  const copy = await markedCopy(file, { language, catalogue }).catch((error: unknown) => ({
    kind: 'failed' as const,
    reason: error instanceof Error ? error.message : String(error),
  }));
  return { ...result, copy };
}

/** What a file that cannot be read comes to. */
export function unreadableResult(
  file: UnreadableInput,
  catalogue: Catalogue,
  { json, language }: CheckWants,
): FileResult {
  return {
    input: file.input,
    of: null,
    figures: null,
    verdict: 'unreadable',
    counts: null,
    beside: null,
    report: json ? unreadableJson(file, catalogue) : unreadableText(file, language),
    copy: null,
  };
}
