import { resolve } from 'node:path';
import type { Language } from '../../core/base/finding.ts';
import { reportView } from '../../core/report/view.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles } from '../exchange-files/planner-files.ts';
import { gatherReports } from './gather.ts';
import { reportFiles } from './report-files.ts';
import { countryFiles, countryReport, gatherCountry } from './country.ts';
import { countryText, reportsJson } from './country-said.ts';
import { reportText } from './said.ts';
import { writeReport } from './write-report.ts';
import { keepPublication } from '../publish/publication.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import { plansOfRound } from '../commands/plans-of-round.ts';
import { publicThreshold, refuseShortPublication } from '../commands/public-option.ts';
import { plannerPaths } from '../commands/planner-paths.ts';

/** What the command was given. */
export interface ReportOptions {
  round?: string;
  plan?: string[];
  public?: boolean;
  threshold?: number;
  out: string;
  at?: string;
  json?: boolean;
  lang: Language;
}

/** Writes the reports of a round. */
export async function runReport(options: ReportOptions, context: CommandContext): Promise<void> {
  const { lang: language } = options;
  const threshold = publicThreshold(options);
  const { inputs, country, today } = await withStore(
    context,
    { for: threshold === null ? 'ask' : 'write', at: options.at },
    async (store, { workspace, now }) => {
      const { round, catalogue, plans } = await plansOfRound(context, workspace, options);
      refuseShortPublication(round, threshold);
      const paths = await plannerPaths({}, context);
      const files = await loadPlannerFiles(paths, exchangeContext(catalogue, plans), context.err);
      const wanted = { round, plans, catalogue, today: now, language };
      const inputs = await gatherReports(store, { ...wanted, files, threshold });
      const [first] = inputs;
      if (threshold !== null && first) {
        const { closed } = first.found;
        const periods = [
          ...new Set([...inputs.flatMap(({ years }) => [...years.keys()].map(String)), round]),
        ];
        const publishing = { round, periods, threshold, isWritten: true, closed, catalogue, language };
        await keepPublication(store, publishing, { workspace, now });
      }
      return {
        inputs,
        // What is published is each province's own report.
        country: threshold === null ? await gatherCountry(store, workspace, wanted) : null,
        today: now,
      };
    },
  );
  const folder = resolve(context.cwd, options.out);
  const reports = [];
  for (const [at, input] of inputs.entries()) {
    context.progress(`${at + 1}/${inputs.length} ${input.province.unit.name}`);
    const view = reportView(input);
    reports.push({ view, ...(await writeReport(folder, await reportFiles(view))) });
  }
  context.progress('');
  const views = reports.map(({ view }) => view);
  const over = country && countryReport(country, views, { today, language });
  const overall = over && { view: over, ...(await writeReport(folder, await countryFiles(over))) };
  const said = options.json
    ? reportsJson(reports, overall)
    : [
        ...(overall ? [countryText(overall, options.out)] : []),
        ...reports.map((one) => reportText(one, options.out)),
      ].join('');
  context.out(said);
  const kept = [...reports, ...(overall ? [overall] : [])].flatMap((one) => one.kept);
  for (const name of kept)
    context.err(
      language === 'vi'
        ? `Giữ nguyên ${name}: tệp đã có người sửa, hoặc không phải do lệnh này ghi. Hãy chuyển tệp đi nơi khác hoặc chọn thư mục khác bằng --out.\n`
        : `${name} stays as it is: somebody has edited it, or it was not written by this command. Move it or choose another --out.\n`,
    );
  if (kept.length > 0) context.exit(2);
}
