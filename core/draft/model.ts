import type { ComparatorWord, TargetKind, YearBasis } from '../plan/schema.ts';
import type { RuleId } from './rules.ts';
import type { UpperRow } from './sub-rows.ts';

/** A cell of a table, as a number in it is cited. */
export interface DraftCell {
  /** 1-based number of the table in the document, of the row in the table, of the column. */
  table: number;
  row: number;
  column: number;
  /** What names the row: its first cell that is text. */
  rowLabel: string;
  /** Headings over the column, from the top, joined by " / ". */
  columnHeading: string;
  /** What the row's column of units says; '' where the table has none. */
  unit: string;
  /** The row above that this one says a part of: "Tỷ lệ lao động qua đào tạo" over "Trong đó: nữ". */
  under?: UpperRow;
  /** Whether the row is called by a commune or a district, or is the sum of them: the column says what it is of. */
  isOfPlace?: boolean;
  /** Whether the column says no aim where others do: what the aims are of, not one of them. */
  isAside?: boolean;
  /** Where every cell is a line of its own. */
  flat?: {
    /** The row from its name up to the cell, as it is cited. */
    words: string;
    /** Whether a heading is known to stand over it: a row that lacks a cell does not say which. */
    isPlaced: boolean;
  };
}

/** A paragraph, a heading or a table cell of a document. */
export interface DraftBlock {
  /** UTF-16 offsets in the text of the document; the end is behind the last character. */
  start: number;
  end: number;
  /** Clause number where it is not part of the text (automatic numbering that was not written out). */
  label?: string;
  /** Whether the document marks it as a heading (a heading style of Word). */
  heading?: boolean;
  /** Where it is a cell of a table. */
  cell?: DraftCell;
}

/**
 * What plain text, Word and PDF all come to: the text that will be `source.txt` (lines are counted in it, quotes
 * are compared with it) and the blocks it is made of, in order. Text outside every block is read by nobody.
 */
export interface DraftDocument {
  text: string;
  blocks: readonly DraftBlock[];
}

/** A field as read, with the rule that fired. */
export interface Read<Value> {
  value: Value;
  rule: RuleId;
}

/** What a heading says of what stands below it. */
export type SectionRole = 'results' | 'targets' | 'tasks' | 'funding' | 'organisation' | 'basis' | 'other';

/** A heading, a numbered clause or a line that ends in a colon. */
export interface OutlineEntry {
  /** Unique in the document, for example `II.2.1`. */
  id: string;
  title: string;
  /** 1-based line of the document. */
  line: number;
  /** Id of the entry it stands under; null at the top. */
  parent: string | null;
  role: SectionRole;
  /** Years it gives to what stands below; null where it names none. */
  years: { from: number | null; to: number } | null;
}

/** Why a number is no target and no figure of the present. */
export type LeftOutReason =
  | 'label'
  | 'date'
  | 'year'
  | 'document-number'
  | 'name'
  | 'age'
  | 'duration'
  | 'ordinal'
  | 'denominator'
  | 'multiple'
  | 'exponent'
  | 'footnote'
  | 'elsewhere'
  | 'attribute'
  | 'threshold'
  | 'money'
  | 'condition'
  | 'quoted'
  | 'base-year'
  | 'page-number'
  | 'signature'
  | 'place-row'
  | 'unknown';

/** A number that is in no row. */
export interface LeftOutNumber {
  text: string;
  /** 1-based line. */
  line: number;
  /** Index of its sentence in {@link Draft.sentences}; null outside every sentence. */
  sentence: number | null;
  reason: LeftOutReason;
}

/** An indicator a row may be about; the best first. */
export interface IndicatorProposal {
  /** Id in the catalogue. */
  indicator: string;
  /** 0 to 1: how much of the weight of the words is shared. */
  score: number;
}

/** Why a person should look at a row before accepting it. */
export type Doubt =
  | 'year-of-plan'
  | 'year-far'
  | 'year-over-parts'
  | 'yearly-beside'
  | 'kind-unclear'
  | 'change-unclear'
  | 'comparator-inherited'
  | 'indicator-weak'
  | 'indicator-close'
  | 'stratum-words'
  | 'several-groups'
  | 'number-format'
  | 'role-unclear'
  | 'said-in-words'
  | 'points-or-percent'
  | 'base-other'
  | 'other-period'
  | 'together'
  | 'years-listed'
  | 'indicator-words'
  | 'base-period'
  | 'share-removed'
  | 'column-unclear'
  | 'each-year'
  | 'two-indicators'
  | 'stock-moved'
  | 'points-over-years'
  | 'rate-goes-on'
  | 'no-digits';

/** A target or a figure of the present that the program would write into the plan. */
export interface DraftRow {
  /** Unique in the draft and the same on every run: line and place, `d20-3`. */
  id: string;
  role: Read<'target' | 'baseline'>;
  /** Index in {@link Draft.sentences}. */
  sentence: number;
  /** Id of its {@link OutlineEntry}; null above the first heading. */
  section: string | null;
  /** Id of the block it stands in; rows of one bullet share it. */
  bullet: string;
  cell: DraftCell | null;
  /** 1-based line of the number, or of the wording where no number is printed. */
  line: number;
  /** Verbatim but for white space; holds the number exactly once as a whole number. */
  quote: string;
  /** What of the quote is the number: "62,8", "5.000 – 6.000", "5 nghìn"; null for an end without digits. */
  printed: string | null;
  /** Words that say its value where no number does: "gấp 1,5 lần", "hai phần ba", "không còn"; null where one is printed. */
  said: string | null;
  /** Where the number, or the words that say it, stand in the text of the sentence. */
  at: readonly [number, number];
  value: number | null;
  low: number | null;
  high: number | null;
  /** As it stands behind the number: "%", "hộ", "giường bệnh/1 vạn dân"; '' where nothing does. */
  unit: string;
  /** What is counted, as it stands behind a number without a unit: "nhà tạm"; '' where nothing does. */
  counted: string;
  /** What an indicator of its own would be called, as the document writes it. */
  named: string;
  /** The words that say what is counted, and those of its sentence around them. */
  subject: string;
  around: string;
  comparator: Read<ComparatorWord | null>;
  kind: Read<TargetKind>;
  years: Read<{ from: number | null; to: number | null; base: number | null; basis: YearBasis }>;
  /** "bình quân". */
  average: boolean;
  stratum: Read<string | null>;
  /** Words of a group that neither the catalogue nor the likely indicator has; null where there is none. */
  group: string | null;
  /** Rows of one list that share a predicate; null alone. */
  list: string | null;
  /** At most five. */
  proposals: readonly IndicatorProposal[];
  doubts: readonly Doubt[];
}

/** A sentence of the document, with what became of it. */
export interface DraftSentence {
  text: string;
  /** 1-based line of its first character. */
  line: number;
  section: string | null;
  /** Ids of the rows drawn from it; none where it gives none. */
  rows: readonly string[];
  kind: 'heading' | 'text' | 'cell';
}

/** Everything read from a document. Every number of it is in a row or left out with its reason. */
export interface Draft {
  outline: readonly OutlineEntry[];
  /** ISO year, month or day of the document; null where it names none. */
  date: Read<string> | null;
  period: Read<{ from: number; to: number }> | null;
  rows: readonly DraftRow[];
  leftOut: readonly LeftOutNumber[];
  sentences: readonly DraftSentence[];
}
