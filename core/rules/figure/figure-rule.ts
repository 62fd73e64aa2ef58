import type { RuleDefinition } from '../rule.ts';
import type { RawCell } from './cell.ts';
import type { FigureContext, FigureSurroundings } from './surroundings.ts';

/** What a rule says of one figure; a failure carries what its message needs. */
export type FigureOutcome<Data> =
  | { outcome: 'passed' }
  | { outcome: 'not-evaluable' }
  | {
      outcome: 'failed';
      data: Data;
      /** The cell that is wrong, where it is not the figure's own. */
      at?: 'denominator';
    };

/**
 * A rule over one figure, its TypeScript function and its Excel formula side by side; a spreadsheet engine
 * is the referee between them. `In` and `Out` are the same data; apart, so that rules fit into one list.
 */
export interface FigureRule<In = never, Out = unknown> extends RuleDefinition<In> {
  /**
   * `form` rules look at every typed cell and at nothing else, `every` rules too and at what is beside it; `round`
   * rules only at the figures of the round.
   */
  scope: 'form' | 'every' | 'round';
  /**
   * Codes of the rules that have already said it where they fail: one slip is reported once. Only rules
   * before it in the list, so that no two silence each other.
   */
  silencedBy: readonly string[];
  /** Counted, not listed, in the sheet of the check: before anything is filled in it would be everything there is. */
  counted?: true;
  /** Its formula holds what the cell was filled in with, which in each workbook is something else. */
  isOfGiven?: true;
  /** Whether the rule has anything to say about figures like this one. */
  appliesTo: (context: FigureContext) => boolean;
  check: (context: FigureContext, values: FigureSurroundings<RawCell>) => FigureOutcome<Out>;
  /** TRUE where the check fails, FALSE otherwise, never an error; null where no cell can say it. */
  formula: (context: FigureContext, refs: FigureSurroundings<string>) => string | null;
  /** Whether a failure of it is told at another figure of the return, where the rule says one thing of many. */
  saidElsewhere?: {
    check: (values: FigureSurroundings<RawCell>) => boolean;
    /** Null where no figure tells it. */
    formula: (refs: FigureSurroundings<string>) => string | null;
  };
  /** Where `check` says that another cell is wrong (`at`), in Excel; `formula` is TRUE there too. */
  elsewhere?: (context: FigureContext, refs: FigureSurroundings<string>) => string | null;
}

/** Of a rule that says one thing of all figures which share it: it is told at the first of them. */
export function saidAtFirst(
  shared: <Part>(values: FigureSurroundings<Part>) => { isFirst: Part } | null,
): NonNullable<FigureRule['saidElsewhere']> {
  return {
    check: (values) => shared(values)?.isFirst !== true,
    formula: (refs) => {
      const is = shared(refs);
      return is === null ? null : `NOT(${is.isFirst})`;
    },
  };
}

/** A rule as its own file defines it. */
export type FigureRuleOf<Data> = FigureRule<Data, Data>;

export const passed = { outcome: 'passed' } as const;
export const notEvaluable = { outcome: 'not-evaluable' } as const;

/** Fails with the data where there are any, passes otherwise. */
export function failedWith<Data>(data: Data | null): FigureOutcome<Data> {
  return data === null ? passed : { outcome: 'failed', data };
}
