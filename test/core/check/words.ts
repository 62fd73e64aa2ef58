import { allRules } from '../../../core/check/all-rules.ts';
import { describeFinding } from '../../../core/check/describe.ts';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import type { CheckFinding } from '../../../core/rules/rule.ts';

/** What a finding says to people, in both languages. */
export function wordsOf(finding: CheckFinding, catalogue: Catalogue): string[] {
  return (['vi', 'en'] as const).map((language) => {
    const { title, label, found, message, expected, fix } = describeFinding(finding, language, {
      catalogue,
      rules: allRules,
    });
    return [title, label, found, message, expected, fix].join(' · ');
  });
}

/** What these find is quoted as it stands in the file: formulas, and keys of nobody. */
const QUOTED = /^(?:formula-|row-unknown$|column-unknown$)/u;
/** More decimals than anybody types. */
const RAW_NUMBER = /\d[.,]\d{5,}/u;
/** Keys of rows and columns, values that are none, and words of programs for what holds. */
const INNER = /[a-z0-9]\|[_a-zA-Z0-9]|undefined|\bNaN\b|\[object|đúng\/sai/u;
const CODES = allRules.map(({ code }) => code);

/** What of the words of a finding is not for people: raw numbers, keys, ids, codes. */
export function notForPeople(code: string, words: string, { indicators, strata }: Catalogue): string[] {
  const raw = QUOTED.test(code) ? null : RAW_NUMBER.exec(words);
  const ids = [...indicators.keys(), ...strata.keys(), ...CODES].filter((id) => id.includes('-'));
  const inner = new Set(words.split(/[^\p{L}\p{N}-]+/u));
  const text = QUOTED.test(code) ? words.replaceAll(/"[^"]*"/gu, '') : words;
  return [...(raw ?? []), ...(INNER.exec(text) ?? []), ...ids.filter((id) => inner.has(id))];
}
