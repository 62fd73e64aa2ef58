import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { seriesOf } from '../../core/target/plan-series.ts';
import { figureName } from '../../core/workbook/wording.ts';
import { inputCellsOf, jobsOf, type WorkbookJob } from '../workbook/jobs.ts';
import { kindOf } from '../../core/target/kinds/index.ts';

/** Who is asked for what, plan by plan, as a page for readers. */
export function askedPage(plans: readonly Plan[], catalogue: Catalogue): { path: string; content: string } {
  const lines = [
    '# Ai báo cáo chỉ tiêu nào (who is asked for what)',
    '',
    'Made from the plans and the catalogue; do not edit. A district is asked for what exists at its level and is reported through its administration; agencies with branches of their own (Bảo hiểm xã hội, Cục Thống kê) report themselves. A department reports what it is the source of record for.',
  ];
  for (const plan of plans) {
    const jobs = jobsOf([plan], catalogue, {});
    lines.push('', `## ${plan.file.id}`, '', '### Số ô nhập của kỳ đầu', '');
    lines.push('| Đơn vị | Chỉ tiêu phải báo cáo | Ô nhập liệu | Ô số liệu nền |', '|---|---|---|---|');
    lines.push(...distinctReporters(jobs).map((job) => countRow(job, jobs, catalogue)));
    lines.push(
      '',
      '### Chỉ tiêu',
      '',
      '| Chỉ tiêu | Loại | Nguồn số liệu | Huyện | Sở, ngành |',
      '|---|---|---|---|---|',
    );
    const district = jobs.find(({ reporter }) => reporter.level === 'district');
    const askedOfDistrict = district ? inputCellsOf(district, catalogue).series : new Set<string>();
    for (const series of seriesOf(plan)) {
      const { source, id } = series.indicator;
      const key = `${id}|${series.stratum?.id ?? '_T'}|${series.kind}`;
      const cells = [
        figureName(series.indicator, series.stratum),
        kindOf(series).word,
        `${source.body}; ${source.level}, ${source.frequency}`,
        askedOfDistrict.has(key) ? 'x' : '',
        catalogue.bodies.get(source.body)?.code ?? '',
      ];
      lines.push(`| ${cells.join(' | ')} |`);
    }
  }
  return { path: 'docs/generated/asked.md', content: `${lines.join('\n')}\n` };
}

/** The province, one district for all, and each department. */
function distinctReporters(jobs: readonly WorkbookJob[]): WorkbookJob[] {
  const district = jobs.find(({ reporter }) => reporter.level === 'district');
  return jobs.filter((job) => job.reporter.level !== 'district' || job === district);
}

function countRow(job: WorkbookJob, jobs: readonly WorkbookJob[], catalogue: Catalogue): string {
  const { owed, entry, background } = inputCellsOf(job, catalogue);
  const districts = jobs.filter(({ reporter }) => reporter.level === 'district').length;
  const name = job.reporter.level === 'district' ? `Mỗi huyện (${districts} huyện)` : job.reporter.name;
  return `| ${name} | ${owed} | ${entry} | ${background} |`;
}
