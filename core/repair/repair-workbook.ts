import type { WorkbookFacts } from '../sheet/facts.ts';
import { reporter } from '../base/finding.ts';
import type { OpenedReturn } from '../returned/open-return.ts';
import { typedReturn } from '../returned/typed-figures.ts';
import { repairMessages } from './messages.ts';
import { parseAddress } from '../sheet/address.ts';
import { buildWorkbook } from '../template/build.ts';
import { printedBefore } from '../template/sheets/printed-before.ts';
import { identityOf, sheetNames } from '../workbook/contract.ts';
import { entryFields } from '../workbook/entry-fields.ts';
import { keyNamesOf, placeLabel } from '../workbook/key-label.ts';
import { requestOf, type WorkbookDefinition } from '../workbook/definition.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import { cellIndex, type WorkbookModel } from '../sheet/model.ts';
import { collect, type Collected } from './collect.ts';
import { earlierList, isEarlierList } from './earlier-repair.ts';
import { columnsOfBefore } from './into-before.ts';
import { fillIn } from './fill-in.ts';
import { blankNotes } from './left-blank.ts';
import { damagedSheets } from './found-sheets.ts';
import { typedOnMeta } from './meta-sheet.ts';
import { notPutBack } from './not-put-back.ts';
import type { CellData, Noted, Placed, Repaired } from './repaired.ts';
import type { BesideCells } from '../sheet/beside.ts';
import { resolveCopies } from './resolve.ts';
import { isSameResult } from './same-content.ts';
import { placeId, slotsOf, type Slots } from './slots.ts';
import { templateText } from './template-text.ts';
import { unplacedSheet } from './unplaced-sheet.ts';

/** More cells than any list of leftovers that somebody reads has; a file made to exhaust memory has millions. */
export const MOST_UNPLACED = 50_000;

const report = reporter(repairMessages);

/**
 * Builds the template of a damaged workbook anew and puts back what was typed into it:
 *
 *   cells → keys or printed names → cells of the template, and a list of all that has no place there
 *
 * Nothing typed is dropped: each cell is in its place, or the template prints or computes the same there, or
 * it is listed.
 * @param opened by {@link openDamaged}
 * @param otherwise what the template is made from where the file has lost its own definition
 * @param beside comments, text boxes and pictures of the file, where the reader sees them
 * @returns null when more than {@link MOST_UNPLACED} cells would have to be listed
 */
export function repairWorkbook(
  opened: OpenedReturn,
  otherwise: WorkbookDefinition,
  beside: Partial<BesideCells> = {},
): Repaired | null {
  const { facts } = opened;
  const definition = opened.issued?.definition ?? otherwise;
  const request = requestOf(definition);
  const issued = opened.issued?.model ?? buildWorkbook(request);
  const slots = slotsOf(issued);
  const others = { ...facts, sheets: facts.sheets.filter((sheet) => !isEarlierList(sheet)) };
  const names = keyNamesOf(request);
  const label = (key: string) => ({
    vi: placeLabel(key, names, 'vi'),
    en: placeLabel(key, names, 'en'),
  });
  const sheets = damagedSheets(issued, others, slots, identityOf(request), label);
  const former = opened.issued?.isOfEarlierLayout === true ? asProvince(request) : null;
  const collected = collect(
    sheets,
    slots,
    templateText(issued, former, printedBefore(request)),
    notPutBack(others.sheets, opened.issued ?? (opened.returned && typedReturn(opened.returned))),
    MOST_UNPLACED,
  );
  if (collected.unplaced.length > MOST_UNPLACED) return null;
  const before = facts.sheets.filter(isEarlierList).map(earlierList);

  const contents = new Map<string, CellData | null>([...collected.seen].map((place) => [place, null]));
  const unplaced: Noted[] = [...collected.unplaced];
  const toVerify: Noted[] = [...collected.toVerify];
  for (const [place, candidates] of collected.candidates) {
    const [first, ...copies] = candidates;
    if (!first) continue;
    const resolved = resolveCopies(slots.at.get(place) ?? null, [first, ...copies], facts.date1904);
    contents.set(place, resolved.value);
    unplaced.push(...resolved.unplaced);
    toVerify.push(...resolved.toVerify);
  }
  const model = fillIn(definition, issued, slots, contents, facts);
  unplaced.push(...typedOverFormulas(model, collected), ...typedOnMeta(facts, model), ...besideNotes(beside));
  const order = orderOf(facts);
  const listed = [
    ...columnsOfBefore(unplaced.sort(order), sheets),
    ...before.flatMap((list) => list.unplaced),
  ];
  const verified = [...toVerify.sort(order), ...before.flatMap((list) => list.toVerify)];
  const leftBlank = blankNotes(issued, slots, contents, { label, layout: opened.returned?.layout ?? null });
  const lists = { unplaced: listed, toVerify: verified, leftBlank };
  if (listed.length + verified.length > MOST_UNPLACED) return null;
  if (listed.length + verified.length + leftBlank.length > 0) {
    // Before `_meta`, so that it is the last tab people see.
    const at = model.sheets.findIndex(({ name }) => name === sheetNames.meta);
    model.sheets.splice(at < 0 ? model.sheets.length : at, 0, unplacedSheet(lists));
  }
  return { model, ...lists, placed: countPlaced(issued, slots, contents) };
}

/** The workbook as a province would have it, the one that prints the most. */
function asProvince(request: WorkbookRequest): WorkbookModel {
  const province = <Of extends { level: string }>(of: Of) => ({ ...of, level: 'province' as const });
  return buildWorkbook({ ...request, unit: province(request.unit), reporter: province(request.reporter) });
}

/** The template has none of it: the words are kept in the list, pictures at least counted. */
function besideNotes({ comments = [], textBoxes = [], pictures = [] }: Partial<BesideCells>): Noted[] {
  const noted = { key: null, about: null, label: null };
  const wordsOf =
    (code: 'repair-comment' | 'repair-text-box') =>
    ({ sheet, cell, text }: { sheet: string; cell: string; text: string }): Noted => {
      const finding = report(code, { sheet, cell }, { found: text, formula: null });
      return { ...noted, sheet, cell, value: text, finding };
    };
  return [
    ...comments.map(wordsOf('repair-comment')),
    ...textBoxes.map(wordsOf('repair-text-box')),
    ...pictures.map(({ sheet, cell, count }) => {
      const finding = report('repair-pictures', { sheet, cell }, { count });
      return { ...noted, sheet, cell, value: '', finding };
    }),
  ];
}

/** Typed over a formula that gives something else. */
function typedOverFormulas(model: WorkbookModel, { overFormulas }: Collected): Noted[] {
  return overFormulas.flatMap(({ at, note, cell }) => {
    const result = model.sheets[at.sheet]?.cells.get(cellIndex(at.row, at.column))?.result;
    return isSameResult(result, cell) ? [] : [note(result ?? '')];
  });
}

/** Compares notes by where they stood in the file: tab, row, column. */
function orderOf({ sheets }: WorkbookFacts): (left: Noted, right: Noted) => number {
  const places = new Map(sheets.map(({ name }, at) => [name, at]));
  const cells = new Map<Noted, number>();
  const placeOf = (noted: Noted): number => {
    const known = cells.get(noted);
    if (known !== undefined) return known;
    const { row, column } = parseAddress(noted.cell) ?? { row: 0, column: 0 };
    const place = cellIndex(row, column);
    cells.set(noted, place);
    return place;
  };
  return (left, right) =>
    (places.get(left.sheet) ?? 0) - (places.get(right.sheet) ?? 0) || placeOf(left) - placeOf(right);
}

function countPlaced(
  issued: WorkbookModel,
  slots: Slots,
  contents: ReadonlyMap<string, CellData | null>,
): Placed {
  const placed: Placed = { figures: 0, remarks: 0, ownVerdicts: 0, baselines: 0, cover: 0, asIssued: 0 };
  for (const [place, content] of contents) {
    if (content === null) continue;
    const field = slots.at.get(place)?.field;
    placed[field === undefined ? 'cover' : entryFields[field].counted] += 1;
  }
  for (const slot of slots.all.values()) {
    const isGone = !contents.has(placeId(slot.sheet, slot.row, slot.column));
    const given = issued.sheets[slot.sheet]?.cells.get(cellIndex(slot.row, slot.column))?.value;
    if (isGone && given !== undefined) placed.asIssued += 1;
  }
  return placed;
}
