import type { Language } from '../../core/base/finding.ts';
import { countryView, type CountryView } from '../../core/report/country.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { ReportView } from '../../core/report/view.ts';
import { countryHtml } from '../../formats/html/country.ts';
import { countryDocx } from '../../formats/word/country.ts';
import { gather } from '../consolidate/gather.ts';
import { ofCountryHere } from '../consolidate/of-country.ts';
import type { CountryGathered } from '../consolidate/of-country.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { pageName } from './report-files.ts';
import type { ReportFile } from './write-report.ts';

/** What a report on the country is gathered for. */
export interface WantedCountry {
  round: string;
  plans: readonly [Plan, ...Plan[]];
  catalogue: Catalogue;
  today: string;
  language: Language;
}

/** All provinces added up, where the workspace is the country's; null in that of a province. */
export async function gatherCountry(
  store: Store,
  workspace: Workspace,
  wanted: WantedCountry,
): Promise<CountryGathered | null> {
  if (workspace.province !== null) return null;
  const gathered = await gather(store, { ...wanted, level: null, acceptedOnly: false });
  return ofCountryHere(store, workspace, { ...wanted, ...gathered });
}

/** The report on the country over those on its provinces; null without the provinces. */
export function countryReport(
  { found, provinces }: CountryGathered,
  views: readonly ReportView[],
  { today, language }: Pick<WantedCountry, 'today' | 'language'>,
): CountryView | null {
  if (provinces === null) return null;
  const reports = views.map((view) => ({ view, page: pageName(view) }));
  return countryView({ found, provinces, reports, today, language });
}

/** It as files: the page, and the same as a Word document. */
export async function countryFiles(view: CountryView): Promise<ReportFile[]> {
  const page = pageName({ ...view, province: { id: 'ca-nuoc' } });
  return [
    { name: page, bytes: Buffer.from(await countryHtml(view), 'utf8') },
    { name: page.replace(/html$/u, 'docx'), bytes: await countryDocx(view) },
  ];
}
