import { resolve } from 'node:path';
import type { Language } from '../../core/base/finding.ts';
import { reportView, type ReportInput } from '../../core/report/view.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles } from '../exchange-files/planner-files.ts';
import { gatherReports } from './gather.ts';
import { reportFiles } from './report-files.ts';
import { countryFiles, countryReport, gatherCountry } from './country.ts';
import { countryText, reportsJson } from './country-said.ts';
import { reportText, type SaidReport } from './said.ts';
import { writeReports, type PutReport } from './write-report.ts';
import { newPublication } from '../publish/publication.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import { plansOfRound } from '../commands/plans-of-round.ts';
import { publicThreshold, refuseShortPublication } from '../publish/threshold.ts';
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
  const folder = resolve(context.cwd, options.out);
  const made = async (input: ReportInput, step: string, put: PutReport): Promise<SaidReport> => {
    context.progress(`${step} ${input.province.unit.name}`);
    const view = reportView(input);
    return { view, ...(await put(await reportFiles(view))) };
  };
  const { inputs, country, today, publication } = await withStore(
    context,
    { for: threshold === null ? 'ask' : 'write', at: options.at },
    async (store, { workspace, now }) => {
      const { round, catalogue, plans } = await plansOfRound(context, workspace, options);
      refuseShortPublication(round, threshold);
      const paths = await plannerPaths({}, context);
      const files = await loadPlannerFiles(paths, exchangeContext(catalogue, plans), context.err);
      const wanted = { round, plans, catalogue, today: now, language };
      const inputs = await gatherReports(store, { ...wanted, files, threshold });
      if (threshold === null) {
        const country = await gatherCountry(store, workspace, wanted);
        return { inputs, country, today: now, publication: null };
      }
      const closed = inputs[0]?.found.closed ?? null;
      const years = inputs.flatMap((input) => [...input.years.keys()].map(String));
      const publishing = { round, periods: [...new Set([...years, round])], threshold, out: folder };
      const about = { ...publishing, closed, catalogue, language };
      const publication = await newPublication(store, about, { workspace, now, context });
      // Each province has its own report only.
      return { inputs, country: null, today: now, publication };
    },
  );
  const step = (at: number) => `${at + 1}/${inputs.length}`;
  const reports: SaidReport[] = [];
  if (publication === null)
    for (const [at, input] of inputs.entries())
      reports.push(await writeReports(folder, (put) => made(input, step(at), put)));
  else
    // All of them or none: what is published is kept once.
    await writeReports(
      folder,
      async (put) => {
        for (const [at, input] of inputs.entries()) reports.push(await made(input, step(at), put));
      },
      publication,
    );
  context.progress('');
  const views = reports.map(({ view }) => view);
  const over = country && countryReport(country, views, { today, language });
  const overall = over && {
    view: over,
    ...(await writeReports(folder, async (put) => put(await countryFiles(over)))),
  };
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
