import type { Catalogue } from '../catalogue/catalogue.ts';
import { fold } from '../base/text.ts';
import { comparatorOfWord } from '../plan/comparator.ts';
import type { IndicatorStatement, Plan } from '../plan/model.ts';
import { readFields, type ReadField } from '../plan/schema.ts';
import { draftOfPrepared, prepared, type PreparedDocument } from '../draft/draft.ts';
import { endReading } from '../draft/end-reading.ts';
import { fitsUnit, indicatorScore, proposeIndicators, type Wanted } from '../draft/indicator/propose.ts';
import type { Draft, DraftRow } from '../draft/model.ts';
import { plainDocument } from '../draft/plain-document.ts';
import { kindOf } from '../target/kinds/index.ts';
import { shown, type ReadingShown } from './second-reading-shown.ts';

/** One thing that the document says otherwise than the plan file. */
export interface ReadOtherwise {
  field: ReadField;
  /** As the words of the document are read, and as the plan file has it. */
  read: ReadingShown;
  written: ReadingShown;
}

/** A second reader of a plan's document: what it would have drafted, without looking at the plan's rows. */
export interface SecondReader {
  document: PreparedDocument;
  draft: Draft;
}

/** Reads the document of a plan again; date and period are taken from the plan file. */
export function secondReader({ file, source }: Plan, catalogue: Catalogue): SecondReader {
  const document = prepared(plainDocument(source), catalogue, { period: file.period, date: file.date });
  return { document, draft: draftOfPrepared(document) };
}

/** Shares this much of what the best indicator shares, or the words speak of another one. */
const NEARLY_BEST = 0.85;
/** Where even the best shares little, only what shares far less is another one. */
const NEAR_WEAK = 0.7;
const STRONG = 0.45;

/** What the document says otherwise than a row; nothing where it is read the same. */
export function readOtherwise(target: IndicatorStatement, reader: SecondReader): ReadOtherwise[] {
  if (target.printed !== null)
    return rowOtherwise(target, rowsAt(reader.draft, target.citations[0].line, target.printed), reader);
  const said = reader.draft.rows.filter(
    (row) =>
      row.line === target.citations[0].line &&
      row.said !== null &&
      row.unit === '%' &&
      fold(target.citations[0].quote).includes(fold(row.said)),
  );
  return said.length > 0 ? rowOtherwise(target, said, reader) : endOtherwise(target, reader);
}

/**
 * Whether the document leaves open what a target is: a share that "rises by 20 %" moves by points or by a part of what
 * it was. Points are the convention; another kind is told as read otherwise.
 */
export function saysPointsOrPercent(target: IndicatorStatement, { draft }: SecondReader): boolean {
  const { isRate, isRelative } = kindOf(target);
  if (target.printed === null || !isRate || isRelative) return false;
  return rowsAt(draft, target.citations[0].line, target.printed).some(({ doubts }) =>
    doubts.includes('points-or-percent'),
  );
}

function rowOtherwise(
  target: IndicatorStatement,
  rows: readonly DraftRow[],
  { document, draft }: SecondReader,
): ReadOtherwise[] {
  const { indicators } = document.context;
  const wantedOf = (row: DraftRow): Wanted => ({
    own: row.subject,
    around: row.around,
    unit: row.unit,
    kind: row.kind.value,
    counted: row.counted,
  });
  const score = (row: DraftRow): number => indicatorScore(target.indicator.id, wantedOf(row), indicators);
  const [row] = [...rows].sort((left, right) => score(right) - score(left));
  if (row === undefined) {
    const left = draft.leftOut.find(
      ({ line, text }) => line === target.citations[0].line && (target.printed ?? '').includes(text),
    );
    return [{ field: 'role', read: shown.leftOut(left?.reason ?? 'unknown'), written: shown.role('target') }];
  }
  const wanted = wantedOf(row);
  const otherwise: (ReadOtherwise | false)[] = [
    row.role.value !== 'target' && {
      field: 'role',
      read: shown.role(row.role.value),
      written: shown.role('target'),
    },
    row.comparator.value !== null &&
      comparatorOfWord(row.comparator.value) !== target.comparator && {
        field: 'comparator',
        read: shown.comparator(comparatorOfWord(row.comparator.value)),
        written: shown.comparator(target.comparator),
      },
    row.kind.value !== target.kind && {
      field: 'kind',
      read: shown.kind(row.kind.value),
      written: shown.kind(target.kind),
    },
    row.average !== target.average &&
      kindOf(target).canAverage && {
        field: 'average',
        read: shown.average(row.average),
        written: shown.average(target.average),
      },
    yearOtherwise(target, row.years),
    unitOtherwise(target, row),
    indicatorOtherwise(target, wanted, document),
  ];
  return otherwise.filter((one) => one !== false);
}

function endOtherwise(target: IndicatorStatement, { document }: SecondReader): ReadOtherwise[] {
  const { line, quote } = target.citations[0];
  const reading = endReading(document, line, fold(quote));
  if (reading === null) return [];
  const otherwise: (ReadOtherwise | false)[] = [
    reading.kind.value !== target.kind && {
      field: 'kind',
      read: shown.kind(reading.kind.value),
      written: shown.kind(target.kind),
    },
    target.comparator !== null &&
      target.comparator !== '=' && {
        field: 'comparator',
        read: shown.comparator('='),
        written: shown.comparator(target.comparator),
      },
    yearOtherwise(target, reading.years),
    indicatorOtherwise(target, { ...reading.wanted, kind: target.kind }, document),
  ];
  return otherwise.filter((one) => one !== false);
}

/** The rows of a number on a line; a dash of any length is the same. */
function rowsAt({ rows }: Draft, line: number, printed: string): DraftRow[] {
  const plain = (text: string): string =>
    text.normalize('NFC').replaceAll(/[–—]/gu, '-').replaceAll(/\s/gu, '');
  return rows.filter((row) => row.line === line && plain(row.printed ?? '') === plain(printed));
}

function yearOtherwise(
  target: IndicatorStatement,
  { value, rule }: DraftRow['years'],
): ReadOtherwise | false {
  const asRead = { ...value, rule };
  const written = {
    from: target.yearFrom,
    to: target.yearTo,
    base: target.baseYear,
    basis: target.yearBasis,
  };
  const { needsFirstYear, isSinceBase } = kindOf(target);
  const sameFirst = needsFirstYear || target.yearFrom !== null ? isFirst(target, asRead) : true;
  const sameBase = !isSinceBase || value.base === null || value.base === target.baseYear;
  const isSame = value.to === target.yearTo && sameFirst && sameBase && basisFits(target.yearBasis, rule);
  return !isSame && { field: 'year', read: shown.years(asRead), written: shown.years(written) };
}

/** The first year; of a milestone, and of what runs towards a year, the plan's own first year may be named. */
function isFirst({ yearFrom, kind }: IndicatorStatement, { from }: { from: number | null }): boolean {
  return from === yearFrom || (from === null && !kindOf({ kind }).hasValue);
}

/** Whether the plan file says where the year stands as the document has it. */
function basisFits(basis: IndicatorStatement['yearBasis'], rule: DraftRow['years']['rule']): boolean {
  const inSentence =
    rule === 'year-beside' ||
    rule === 'year-sentence' ||
    rule === 'year-sentence-end' ||
    rule === 'year-over-parts';
  if (basis === 'explicit') return inSentence || rule === 'year-onwards';
  if (basis === 'period')
    return rule === 'year-plan' || rule === 'year-plan-not-over' || rule === 'year-onwards';
  return rule !== 'year-plan' && rule !== 'year-plan-not-over' && rule !== 'year-none';
}

function unitOtherwise(target: IndicatorStatement, row: DraftRow): ReadOtherwise | false {
  if (fitsUnit(target.indicator, { unit: row.unit, kind: target.kind, counted: row.counted })) return false;
  return { field: 'unit', read: shown.text(row.unit), written: shown.text(target.indicator.unit) };
}

/** Words that share far more with another indicator than with the one of the row. */
function indicatorOtherwise(
  target: IndicatorStatement,
  wanted: Wanted,
  { context }: PreparedDocument,
): ReadOtherwise | false {
  const own = indicatorScore(target.indicator.id, wanted, context.indicators);
  const [best] = proposeIndicators(wanted, context.indicators);
  if (best === undefined) return false;
  const isOther = own < best.score * (best.score >= STRONG ? NEARLY_BEST : NEAR_WEAK);
  const named = context.catalogue.indicators.get(best.indicator);
  if (!isOther || named === undefined) return false;
  return { field: 'indicator', read: named.name, written: target.indicator.name };
}

/** Every field that a row may be read otherwise in. */
export const fieldsRead: readonly ReadField[] = readFields;
