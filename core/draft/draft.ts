import type { Catalogue } from '../catalogue/catalogue.ts';
import { accountOf } from './account.ts';
import { endRows } from './ends.ts';
import { dateOf, periodOf, titleOf } from './head.ts';
import { isHeadline, saidAgain } from './headline.ts';
import { indexIndicators } from './indicator/propose.ts';
import type { Draft, DraftDocument, DraftRow, LeftOutNumber } from './model.ts';
import { outlineOf, type PlacedParagraph } from './outline.ts';
import { paragraphsOf } from './paragraph.ts';
import { type RowContext, rowsOfSentence } from './rows.ts';
import type { KindRead } from './read/kind-read.ts';
import { dividedBelow, type Earlier } from './read/part-of-list.ts';
import { reportsSoFar, saysAim } from './read/report.ts';
import { indexStrata } from './read/stratum.ts';
import { carriedOn, sentenceYears } from './read/year.ts';
import { sentencesOf } from './sentences.ts';
import type { YearPhrase } from './year-phrases.ts';

/** What a planner or a plan file already says of the document; the document is asked where nothing is said. */
export interface DraftKnown {
  period?: { from: number; to: number };
  /** ISO year, month or day. */
  date?: string;
}

/** A document in its outline, with what its sentences are read by. */
export interface PreparedDocument extends Pick<Draft, 'outline' | 'date' | 'period'> {
  placed: readonly PlacedParagraph[];
  context: RowContext;
}

/** The outline of a document, its date and its period, before any sentence is read. */
export function prepared(
  document: DraftDocument,
  catalogue: Catalogue,
  known: DraftKnown = {},
): PreparedDocument {
  const { outline, placed } = outlineOf(paragraphsOf(document));
  const date =
    known.date === undefined ? dateOf(placed) : ({ value: known.date, rule: 'date-head' } as const);
  const firstYear = date === null ? null : Number(date.value.slice(0, 4));
  const period =
    known.period === undefined
      ? periodOf(placed, firstYear)
      : ({ value: known.period, rule: 'period-title' } as const);
  const context: RowContext = {
    years: yearsOfPlan(firstYear, period),
    indicators: indexIndicators(catalogue),
    strata: indexStrata(catalogue),
    catalogue,
    title: titleOf(placed),
  };
  return { outline, placed, date, period, context };
}

/**
 * Reads a document: its outline, every sentence, every number, and of each number that is a target or a figure of
 * the present the row a planner would write. Pure and the same on every run; nothing is decided that a person is
 * not shown, and every number ends in a row or is left out with its reason.
 * @param catalogue whose indicators and strata are proposed
 */
export function draftOf(document: DraftDocument, catalogue: Catalogue, known: DraftKnown = {}): Draft {
  return draftOfPrepared(prepared(document, catalogue, known));
}

/** The draft of a document whose outline is known. */
export function draftOfPrepared({ outline, placed, date, period, context }: PreparedDocument): Draft {
  const rows: DraftRow[] = [];
  const leftOut: LeftOutNumber[] = [];
  const sentences: Draft['sentences'][number][] = [];
  let carried: YearPhrase | null = null;
  let isAimed = false;
  const parts = new Map<string, Earlier>();
  const named = new Map<string, YearPhrase[]>();
  placed.forEach((paragraph, at) => {
    if (!goesOnFrom(placed[at - 1], paragraph)) carried = null;
    let last: readonly KindRead[] = [];
    const section = paragraph.section?.id ?? '';
    // A list within a list stands in the outer one itself.
    const outer =
      paragraph.above[0]?.entry.line === paragraph.lineAt[0] ? paragraph.above[1]?.entry.id : section;
    const whole = parts.get(outer ?? '') ?? null;
    const told: Earlier[] = [];
    for (const sentence of sentencesOf(paragraph)) {
      const index = sentences.length;
      const years = sentenceYears(paragraph, sentence.start, sentence.end, carried, isAimed);
      const read = rowsOfSentence(
        sentence,
        years,
        index,
        { ...context, whole, named: named.get(section) ?? [] },
        last,
      );
      last = read.read.map(({ kind }) => kind);
      named.set(section, [...(named.get(section) ?? []), ...years.phrases].slice(-MOST_NAMED));
      told.push(...read.read);
      const divided = dividedBelow(paragraph, told);
      if (divided !== null) parts.set(section, divided);
      const drawn = [...read.rows, ...endRows(sentence, read, years, index, context)].sort(
        (left, right) => left.at[0] - right.at[0],
      );
      rows.push(...drawn);
      leftOut.push(...accountOf(sentence, index, read));
      const said = paragraph.clean.slice(Math.max(sentence.start, paragraph.from), sentence.end);
      if (!paragraph.isHeading) isAimed = saysAim(said) || (isAimed && !reportsSoFar(said));
      carried = carriedOn(
        years,
        read.items,
        { ...context.years, first: context.years.written },
        paragraph.clean,
      );
      sentences.push({
        text: paragraph.text.slice(sentence.start, sentence.end).trim(),
        line: paragraph.lineAt[sentence.start] ?? 1,
        section: paragraph.section?.id ?? null,
        rows: drawn.map(({ id }) => id),
        kind: paragraph.block.cell ? 'cell' : paragraph.isHeading ? 'heading' : 'text',
      });
    }
  });
  const first =
    placed[0] === undefined || !isHeadline(placed[0]) ? [] : rows.filter(({ bullet }) => bullet === 'b0');
  const again = saidAgain(first, rows.slice(first.length));
  const isAgain = new Set(again.map(({ id }) => id));
  return {
    ...{ outline, date, period },
    rows: rows.filter(({ id }) => !isAgain.has(id)),
    leftOut: [...again.map(toldBelow), ...leftOut],
    sentences: sentences.map((one) => ({ ...one, rows: one.rows.filter((id) => !isAgain.has(id)) })),
  };
}

/** A number of the headline, which the text says again. */
function toldBelow({ printed, said, line, sentence }: DraftRow): LeftOutNumber {
  return { text: printed ?? said ?? '', line, sentence, reason: 'name' };
}

/** Years of a section that are kept in mind, the latest. */
const MOST_NAMED = 20;

/** A plan of 2026 to 2030 written in December 2025 has no target of 2025. */
function yearsOfPlan(written: number | null, period: Draft['period']): RowContext['years'] {
  const first = written ?? period?.value.from ?? 0;
  const isNext = period?.rule === 'period-title' && period.value.from === first + 1;
  return { first: isNext ? period.value.from : first, written: first, period: period?.value ?? null };
}

/** A paragraph without a label that begins with a number goes on with the years of the one before it. */
function goesOnFrom(
  before: PlacedParagraph | undefined,
  { clean, label, section, block }: PlacedParagraph,
): boolean {
  return (
    before !== undefined &&
    before.label === null &&
    label === null &&
    !before.isHeading &&
    before.section === section &&
    before.block.cell === undefined &&
    block.cell === undefined &&
    /^\s*(?:(?:khoảng|trên|ít nhất|tối thiểu|có)\s)*\d/u.test(clean)
  );
}
