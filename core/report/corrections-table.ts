import type { Language } from '../base/finding.ts';
import type { CorrectionView } from './changes.ts';
import type { ReportTable } from './country-tables.ts';
import { countryWords } from './country-words.ts';

/** The figures that were corrected after the round was closed, in the report on a province and on the country. */
export function correctionsTable({
  language,
  corrections,
}: {
  language: Language;
  corrections: readonly CorrectionView[];
}): ReportTable {
  const { heads } = countryWords[language];
  return {
    heads: [heads.place, heads.figure, heads.before, heads.after, heads.reason],
    numbers: [2, 3],
    rows: corrections.map(({ unit, name, before, after, reasons }) => [
      ...[unit, name, before, after],
      reasons.join('; '),
    ]),
  };
}
