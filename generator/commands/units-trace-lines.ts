import type { Language } from '../../core/base/finding.ts';
import type { NationalUnit } from '../../core/unit/national.ts';
import { daySaid } from './units-group.ts';
import { unitsWords } from './units-words.ts';

/** What of a unit is not verified, in words; no line where all is. */
export function unverifiedLine(fields: readonly string[], lang: Language): string[] {
  const { unverified, fields: words } = unitsWords[lang];
  return fields.length === 0 ? [] : [`  ${unverified}: ${fields.map((one) => words[one] ?? one).join(', ')}`];
}

/** From when until when a unit is there, as far as it is known. */
export function period(
  { validFrom, validTo }: Pick<NationalUnit, 'validFrom' | 'validTo'>,
  lang: Language,
): string {
  const { from, to } = unitsWords[lang];
  const begins = validFrom === null ? '' : from(daySaid(validFrom, lang));
  return `${begins}${validTo === null ? '' : to(daySaid(validTo, lang))}`;
}
