import { whyText } from '../../import/words.ts';
import type { Together } from './together.ts';

/** What files come to together, for programs. */
export function togetherJson({ round, files, register, differences }: Together) {
  return {
    round,
    files: files.map(({ file, state, why, other }) => ({
      file,
      state,
      other,
      why: why.map((one) => ({ code: one.code, vi: whyText([one], 'vi'), en: whyText([one], 'en') })),
    })),
    missing:
      register?.lines
        .filter(({ state }) => state === 'not-received')
        .map(({ reporter, name }) => ({ unit: reporter, name })) ?? null,
    levels: differences.map(({ column, units, sum, others }) => ({ key: column.key, units, sum, others })),
  };
}
