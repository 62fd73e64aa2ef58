import type { Language } from '../base/finding.ts';
import type { JudgedTarget, ReportVerdict } from './judge.ts';
import { verdictOrder, verdictWord } from './words.ts';

/** How many targets have a verdict, with its word. */
export interface CountView {
  verdict: ReportVerdict;
  word: string;
  count: number;
}

/** How many targets have each verdict, in the usual order; those that none has are 0. */
export function countsOf(judged: readonly Pick<JudgedTarget, 'verdict'>[], language: Language): CountView[] {
  return verdictOrder.map((verdict) => ({
    verdict,
    word: verdictWord(verdict, language),
    count: judged.filter((one) => one.verdict === verdict).length,
  }));
}
