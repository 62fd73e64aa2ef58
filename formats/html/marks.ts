import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ReportVerdict } from '../../core/report/judge.ts';
import type { TargetView } from '../../core/report/targets.ts';

/** The word of a verdict on its colour: the word says it, the colour helps to find it. */
export function verdictMark(verdict: ReportVerdict, word: string): Element {
  return h('span', { className: ['verdict', `v-${verdict}`] }, word);
}

/** Targets by their keys. */
export function targetsByKey(targets: readonly TargetView[]): Map<string, TargetView> {
  return new Map(targets.map((one) => [one.key, one]));
}
