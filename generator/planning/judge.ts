import { type Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Finding, Place } from '../../core/base/finding.ts';
import type { Plan } from '../../core/plan/model.ts';
import { planFileSchema } from '../../core/plan/schema.ts';
import { textField, type BookRow, type Raw, type RawEntry } from '../../core/planning/book.ts';
import { entriesOf } from '../../core/planning/read.ts';
import { fillLines } from '../../core/resolve/fill-lines.ts';
import { resolvePlan } from '../../core/resolve/resolve-plan.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { parseWith } from '../plan-files/schema-findings.ts';

/** A plan made of rows, as the loader sees it. */
export interface JudgedRows {
  /** Null with an error. */
  plan: Plan | null;
  /** As it is written. */
  file: RawEntry;
  findings: { finding: Finding; id: string | null; field: string }[];
}

/** Judges the accepted rows of a book as the loader judges a plan file. */
export function judgeRows(
  head: RawEntry,
  rows: readonly BookRow[],
  leftOut: readonly Raw[],
  text: string,
  { catalogue, units }: { catalogue: Catalogue; units: readonly Unit[] },
): JudgedRows {
  const made: RawEntry = { ...head, ...entriesOf(rows), leftOut };
  const file = fillLines(made, text) as RawEntry;
  const locate = () => undefined;
  const parsed = parseWith(planFileSchema, file, FILE, locate);
  const resolved =
    parsed.value === null
      ? { plan: null, findings: parsed.findings }
      : resolvePlan(parsed.value, { catalogue, units, source: text, file: FILE, locate });
  const lists = entriesOf(rows);
  return {
    plan: resolved.plan,
    file,
    findings: resolved.findings.map((finding) => ({ finding, ...whose(finding.place, lists) })),
  };
}

const FILE = 'plan.yaml';

/** The entry and field of a path such as `targets[3].printed`. */
function whose(
  { path = '' }: Place,
  lists: Record<'targets' | 'baselines' | 'deadlines', Raw[]>,
): { id: string | null; field: string } {
  const match = /^(targets|baselines|deadlines)\[(\d+)\](?:\.(\w+))?/u.exec(path);
  if (match === null) return { id: null, field: path };
  const entry = lists[match[1] as 'targets'][Number(match[2])] as RawEntry | undefined;
  return { id: entry === undefined ? null : textField(entry, 'id'), field: match[3] ?? 'sentence' };
}
