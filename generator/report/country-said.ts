import type { CountryView } from '../../core/report/country.ts';
import { countryWords } from '../../core/report/country-words.ts';
import { reportJson, type SaidReport } from './said.ts';
import type { WrittenReport } from './write-report.ts';

/** The report on the country and what became of its file. */
export interface SaidCountry extends WrittenReport {
  view: CountryView;
}

/** What came out, for people: which provinces are here, who is missing, and the file. */
export function countryText({ view, written }: SaidCountry, folder: string): string {
  const { language, round, sentences } = view;
  const files = written.map((name) => `${folder}/${name}`).join(', ');
  return [
    `${countryWords[language].country}, ${round.name}: ${sentences.join('\n')}\n`,
    ...(written.length === 0 ? [] : [language === 'vi' ? `Đã ghi ${files}.\n` : `Written: ${files}.\n`]),
  ].join('');
}

/** Reports for programs: a list of those on provinces; in a workspace of the country beside the one on all. */
export function reportsJson(reports: readonly SaidReport[], country: SaidCountry | null): string {
  const own = reports.map(reportJson);
  if (country === null) return `${JSON.stringify(own, null, 2)}\n`;
  const { view, written, kept } = country;
  const { round, sentences, rows, totals, corrections } = view;
  const said = { round: round.period, sentences, provinces: rows, totals, corrections, written, kept };
  return `${JSON.stringify({ country: said, provinces: own }, null, 2)}\n`;
}
