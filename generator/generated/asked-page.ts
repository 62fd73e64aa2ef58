import { catalogueOn, DISTRICTS_ENDED } from '../../core/catalogue/on-date.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { seriesOf } from '../../core/target/plan-series.ts';
import type { Series } from '../../core/target/series.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { isByCommune } from '../../core/workbook/by-commune.ts';
import { isAskedOn } from '../../core/workbook/asked.ts';
import { figureName } from '../../core/workbook/wording.ts';
import { inputCellsOf, jobsOf, reportingOf, type WorkbookJob } from '../workbook/jobs.ts';
import { kindOf } from '../../core/target/kinds/index.ts';

/** Words for the units that report below a province. */
const BELOW = {
  district: { one: 'Huyện', each: 'Mỗi huyện' },
  commune: { one: 'Xã', each: 'Mỗi xã' },
} as const;

/** A round of a plan that stands for its time: who reports in it, and the units below the province. */
interface Time {
  jobs: WorkbookJob[];
  cutOff: string;
  below: { units: readonly [Unit, ...Unit[]]; level: 'district' | 'commune' } | null;
}

/** Who is asked for what, plan by plan, before and since the reform of 2025, as a page for readers. */
export function askedPage(plans: readonly Plan[], catalogue: Catalogue): { path: string; content: string } {
  const lines = [
    '# Ai báo cáo chỉ tiêu nào (who is asked for what)',
    '',
    'Made from the plans and the catalogue; do not edit. A district is asked for what exists at its level and is reported through its administration; agencies with branches of their own (Bảo hiểm xã hội, Thống kê) report themselves. A department reports what it is the source of record for. Since 1 July 2025 there are no districts: a commune is asked for what communes can know, the body of record for the rest of what districts reported, commune by commune (marked "theo xã"); the province has all. Bodies are those of the day; the mergers of 2025 are to be confirmed by each province.',
  ];
  for (const plan of plans) {
    lines.push('', `## ${plan.file.id}`);
    const times = timesOf(plan, catalogue);
    for (const time of times) lines.push('', ...countLines(time, catalogue));
    lines.push('', '### Chỉ tiêu', '', ...seriesLines(plan, times, catalogue));
    const [before, since] = times;
    if (before && since) lines.push('', passedOn(plan, before, since, catalogue));
  }
  return { path: 'docs/generated/asked.md', content: `${lines.join('\n')}\n` };
}

/** The plan's first round, and where it lasts beyond the reform its last. */
function timesOf(plan: Plan, catalogue: Catalogue): Time[] {
  const first = timeOf(jobsOf([plan], catalogue, {}));
  const last = timeOf(jobsOf([plan], catalogue, { round: String(plan.file.period.to) }));
  const isBeyond = last && last.cutOff >= DISTRICTS_ENDED && first && first.cutOff < DISTRICTS_ENDED;
  return [first, isBeyond ? last : null].filter((time) => time !== null);
}

function timeOf(jobs: WorkbookJob[]): Time | null {
  const [first] = jobs;
  if (!first) return null;
  const below = jobs
    .map(({ reporter }) => reporter)
    .filter(({ level }) => level === 'district' || level === 'commune');
  const [unit, ...others] = below;
  const { level } = unit ?? {};
  const isBelow = unit && (level === 'district' || level === 'commune');
  return {
    jobs,
    cutOff: reportingOf(first).cutOff,
    below: isBelow ? { units: [unit, ...others], level } : null,
  };
}

function countLines({ jobs, below }: Time, catalogue: Catalogue): string[] {
  const isOther = ({ reporter }: WorkbookJob) =>
    reporter.level === below?.level && reporter !== below.units[0];
  return [
    `### Số ô nhập của kỳ ${jobs[0]?.period ?? ''}`,
    '',
    '| Đơn vị | Chỉ tiêu phải báo cáo | Ô nhập liệu | Ô số liệu nền | Ô bảng theo xã |',
    '|---|---|---|---|---|',
    ...jobs
      .filter((job) => !isOther(job))
      .map((job) => {
        const { owed, entry, background, byCommune } = inputCellsOf(job, catalogue);
        const isOne = job.reporter === below?.units[0];
        const words = isOne ? BELOW[below.level] : null;
        const name =
          words && below
            ? `${words.each} (${below.units.length} ${words.one.toLocaleLowerCase('vi')})`
            : job.reporter.name;
        return `| ${name} | ${owed} | ${entry} | ${background} | ${byCommune} |`;
      }),
  ];
}

function seriesLines(plan: Plan, times: readonly Time[], catalogue: Catalogue): string[] {
  const heads = times.flatMap(({ jobs, below }) => {
    const when = times.length > 1 ? ` (${jobs[0]?.period ?? ''})` : '';
    return [`${below ? BELOW[below.level].one : 'Đơn vị'}${when}`, `Sở, ngành${when}`];
  });
  const header = ['Chỉ tiêu', 'Loại', 'Nguồn số liệu', ...heads];
  return [
    `| ${header.join(' | ')} |`,
    `|${header.map(() => '---|').join('')}`,
    ...seriesOf(plan).map((series) => {
      const { source } = series.indicator;
      const cells = [
        figureName(series.indicator, series.stratum),
        kindOf(series).word,
        `${source.body}; ${source.level}, ${source.frequency}`,
        ...times.flatMap((time) => [
          isAskedBelow(series, time, catalogue) ? 'x' : '',
          isOfBodyByCommune(series, time, catalogue)
            ? `${codeOf(series, time, catalogue)}, theo xã`
            : codeOf(series, time, catalogue),
        ]),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ];
}

function isAskedBelow(series: Series, { below, cutOff }: Time, catalogue: Catalogue): boolean {
  return below?.units.some((unit) => isAskedOn(series, unit, catalogue, cutOff)) === true;
}

function codeOf({ indicator }: Series, { cutOff }: Time, catalogue: Catalogue): string {
  const { bodies, indicators } = catalogueOn(catalogue, cutOff);
  return bodies.get(indicators.get(indicator.id)?.source.body ?? '')?.code ?? '';
}

function isOfBodyByCommune(series: Series, time: Time, catalogue: Catalogue): boolean {
  return (
    time.below?.level === 'commune' &&
    isByCommune(series, catalogue, time.cutOff) &&
    codeOf(series, time, catalogue) !== ''
  );
}

/** Where the figures that districts reported are asked since there are none. */
function passedOn(plan: Plan, before: Time, since: Time, catalogue: Catalogue): string {
  const ofDistricts = seriesOf(plan).filter((series) => isAskedBelow(series, before, catalogue));
  const toCommunes = ofDistricts.filter((series) => isAskedBelow(series, since, catalogue));
  const rest = ofDistricts.filter((series) => !toCommunes.includes(series));
  const toBodies = rest.filter((series) => isOfBodyByCommune(series, since, catalogue));
  const toProvince = rest.filter(
    (series) => !toBodies.includes(series) && codeOf(series, since, catalogue) !== '',
  );
  const toNobody = rest.length - toBodies.length - toProvince.length;
  return `Của ${ofDistricts.length} chỉ tiêu huyện báo cáo (${before.jobs[0]?.period ?? ''}), từ 1/7/2025: ${toCommunes.length} do xã, ${toBodies.length} do sở, ngành báo cáo theo từng xã, ${toProvince.length} chỉ còn số toàn tỉnh của sở, ngành, ${toNobody} không ai.`;
}
