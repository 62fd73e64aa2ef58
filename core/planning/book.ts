/** A plan as the planning workbook holds it: everything of a plan file, with what a planner is asked about it. */

/** Fields of a plan file as YAML has them: texts, and lists and groups of texts. */
export type Raw = string | readonly Raw[] | { readonly [field: string]: Raw };
export type RawEntry = { readonly [field: string]: Raw };

/** What becomes of a row. */
export type Decision = 'accept' | 'drop' | 'ask';

/** A target, baseline or deadline. */
export interface BookRow {
  role: 'target' | 'baseline' | 'deadline';
  entry: RawEntry;
  decision: Decision;
  /** Why to look at it. */
  why: string;
  /** Sentence it stands in, and where in it the number. */
  sentence: string;
  at: readonly [from: number, to: number] | null;
  /** Ids of indicators to choose from, the best first. */
  proposals: readonly string[];
  /** Name and unit of the indicator it would need where none fits; null where one does. */
  wanted: { name: string; unit: string } | null;
  /** Words of a group that the catalogue does not have yet. */
  newGroup?: string;
  /** Whether the planner said that it is a part of each unit. */
  isGroupPart?: boolean;
}

/** A sentence of the document with the ids of its rows. */
export interface BookSentence {
  line: number;
  text: string;
  rows: readonly string[];
}

/** A number in no row, with the reason. */
export interface BookNumber {
  line: number;
  text: string;
  reason: string;
}

export interface PlanningBook {
  /** Fields before the lists of the plan file: id, source, title … form, sections. */
  head: RawEntry;
  rows: readonly BookRow[];
  leftOut: readonly BookNumber[];
  sentences: readonly BookSentence[];
  /** The document, as `source.txt` has it. */
  text: string;
  /** Entries of `leftOut` of a plan file as they are; null for a draft, whose numbers are accounted for anew. */
  ownLeftOut: readonly Raw[] | null;
}

/** A field that is a text; '' where there is none. */
export function textField(entry: RawEntry, field: string): string {
  const value = entry[field];
  return typeof value === 'string' ? value : '';
}
