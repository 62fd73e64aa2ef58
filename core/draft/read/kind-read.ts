import type { TargetKind } from '../../plan/schema.ts';
import type { Read } from '../model.ts';
import type { FoundYears } from './year.ts';

/** What a kind is read from, beside the item. */
export interface KindContext {
  years: Read<FoundYears>;
  /** Whether the plan is of a single year. */
  isOneYear: boolean;
  /** Words of the sentence before the number, from its start. */
  sentenceBefore: string;
  /** Words between the last semicolon and the number. */
  segmentBefore: string;
  /** Words of the headings it stands under, the nearest first. */
  headings: readonly string[];
  /** What the document is called. */
  title: string;
  /** Whether it stands among tasks, not among aims. */
  isTask: boolean;
  /** Whether it is the first number behind that semicolon. */
  isFirst: boolean;
  /** Whether it is another value of what the number before it is of, by another year. */
  isLater: boolean;
  /** "Có thêm 10 xã …, 4 xã …": whether it counts the same as the number before it, whose verb says that it is added. */
  isOneMore: boolean;
  /** Kind of the head of the list it stands in; null where it stands in none. */
  list: KindRead | null;
  /** Kinds read before it in its sentence, or in the one its sentence goes on from, the nearest last. */
  earlier: readonly TargetKind[];
  /** Words of the part of the sentence (between semicolons) the item stands in. */
  part: string;
  /** Kind and average of the item this one is a part of ("trong đó", "riêng"), where it has no predicate of its own. */
  head: { kind: TargetKind; average: boolean } | null;
}

/** Kind and whether it is an average. */
export interface KindRead extends Read<TargetKind> {
  average: boolean;
}

/** The kind of the figure a move starts from: where things stand. */
export const kindOfStart: KindRead = { value: 'level', rule: 'kind-level', average: false };

/** Puts a kind with the rule that fired. */
export type ReadKind = (value: TargetKind, rule: Read<TargetKind>['rule'], isAverage?: boolean) => KindRead;

/** The same figure as what comes about in one year. */
export function asYearly(kind: KindRead): KindRead {
  return { ...kind, value: 'flow', rule: 'kind-flow-one-year' };
}
