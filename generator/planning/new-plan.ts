import { basename, extname } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { draftOf } from '../../core/draft/draft.ts';
import type { DraftDocument } from '../../core/draft/model.ts';
import { textField, type BookRow, type PlanningBook, type RawEntry } from '../../core/planning/book.ts';
import { bookOfDraft } from '../../core/planning/from-draft.ts';
import { soundsLikeUnits } from '../../core/planning/contract.ts';
import { slugOf } from '../../core/planning/new-indicators.ts';
import { inSheetWords } from '../../core/planning/sheet-words.ts';
import type { UnitGroups } from '../../core/planning/other-sheets.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { renderMessage } from '../../core/wording/render.ts';
import { CommandFailure } from '../failure.ts';
import { loadPlanUnits } from '../plan-files/plan-units.ts';
import type { PlanSource } from '../plan-files/source.ts';
import { judgeRows } from './judge.ts';

/** What a command line says of a new plan. */
export interface NewPlanOptions {
  id: string | undefined;
  province: string | undefined;
  /** "2026-2030". */
  period: string | undefined;
  /** Head of another plan, whose issuer and form are taken over. */
  like: RawEntry | null;
}

/**
 * The planning book of a document: what it is drafted to, with the rows that would not load left to be asked about.
 * @throws CommandFailure where province or period is said nowhere
 */
export async function newPlanBook(
  document: DraftDocument,
  path: string,
  options: NewPlanOptions,
  { from, catalogue }: { from: string | PlanSource; catalogue: Catalogue },
): Promise<{ book: PlanningBook; groups: UnitGroups }> {
  const period = periodOf(options.period);
  const draft = draftOf(document, catalogue, period === null ? {} : { period });
  const { province } = options;
  if (province === undefined)
    throw new CommandFailure('Hãy ghi --province và mã tỉnh, ví dụ --province VN12 (say which province).');
  const known = period ?? draft.period?.value ?? null;
  if (known === null)
    throw new CommandFailure(
      'Văn bản không nói rõ kỳ kế hoạch. Hãy ghi --period, ví dụ --period 2026-2030 (say the period).',
    );
  const name = basename(path);
  const id = options.id ?? slugOf(basename(name, extname(name)));
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id))
    throw new CommandFailure(
      `Mã kế hoạch "${id}" chỉ được có chữ thường không dấu, số và gạch nối, ví dụ lai-chau-2026 (a plan id).`,
    );
  const units = await loadPlanUnits(from, province, undefined);
  if (units.value === null)
    throw new CommandFailure(units.findings.map((finding) => renderMessage(finding, 'vi')).join('\n'));
  const plan = { id, source: name, province, period: known, like: options.like };
  const book = bookOfDraft(draft, document.text, plan, catalogue);
  const judged = judgedBook(book, catalogue, units.value);
  return { book: judged, groups: groupsOf(judged.rows, catalogue, units.value) };
}

function periodOf(said: string | undefined): { from: number; to: number } | null {
  if (said === undefined) return null;
  const match = /^(\d{4})\s*[-–]\s*(\d{4})$/u.exec(said);
  const [from, to] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || from > to)
    throw new CommandFailure(`"${said}" không phải một kỳ; cần dạng 2026-2030 (no period).`);
  return { from, to };
}

/** Rows the loader would refuse are left to be asked about, with what is wrong. */
function judgedBook(book: PlanningBook, catalogue: Catalogue, units: readonly Unit[]): PlanningBook {
  const judged = judgedOnce(book, catalogue, units);
  // What has the form of a plan file is looked at only when all of it has.
  return judged === book ? book : judgedBook(judged, catalogue, units);
}

function judgedOnce(book: PlanningBook, catalogue: Catalogue, units: readonly Unit[]): PlanningBook {
  const { findings } = judgeRows(book.head, book.rows, [], book.text, { catalogue, units });
  const wrong = new Map<string, string[]>();
  for (const { finding, id } of findings) {
    if (finding.severity !== 'error' || id === null) continue;
    wrong.set(id, [
      ...(wrong.get(id) ?? []),
      inSheetWords(renderMessage(finding, 'vi').replace(/^Mục "[^"]*": /u, ''), () => null),
    ]);
  }
  if (wrong.size === 0) return book;
  const rows = book.rows.map((row): BookRow => {
    const said = wrong.get(textField(row.entry, 'id'));
    if (said === undefined) return row;
    return { ...row, decision: 'ask', why: [row.why, ...said].filter((one) => one !== '').join(' ') };
  });
  return { ...book, rows };
}

/** The groups of units that rows speak of, and who may belong to them. */
export function groupsOf(rows: readonly BookRow[], catalogue: Catalogue, units: readonly Unit[]): UnitGroups {
  const named = new Set(rows.map(({ entry }) => textField(entry, 'stratum')));
  const strata = [...catalogue.strata.values()].flatMap((stratum) =>
    named.has(stratum.id) && stratum.tag !== undefined ? [{ ...stratum, tag: stratum.tag }] : [],
  );
  // A group that the catalogue lacks and that sounds like whole units: the ticks say whether it is.
  const added = new Map(
    rows.flatMap(({ newGroup }) =>
      newGroup === undefined || !soundsLikeUnits(newGroup) ? [] : [[slugOf(newGroup), newGroup] as const],
    ),
  );
  const columns = [
    ...strata.map(({ name, tag }) => ({ name: name.vi, tag })),
    ...[...added].map(([tag, name]) => ({ name, tag })),
  ];
  return { columns, units: units.filter(({ level }) => level === 'district' || level === 'commune') };
}
