import { type Series, hasRange } from '../target/series.ts';
import type { SeriesField } from '../target/kind.ts';
import { decidingBound } from '../target/bounds.ts';
import { resultDirection } from '../target/result.ts';
import type { Indicator, Stratum } from '../catalogue/schema.ts';
import type { Comparator, LivePlan, Statement } from '../plan/model.ts';
import type { TargetKind, YearBasis } from '../plan/schema.ts';
import { roundName, vietnameseDate, type Round } from '../round/round.ts';
import type { Unit } from '../unit/unit.ts';
import { kindOf } from '../target/kinds/index.ts';

/** Vietnamese words of the workbook that more than one sheet uses. */

/** Name of a figure with its stratum. */
export function figureName(indicator: Indicator, stratum: Stratum | null): string {
  return stratum ? `${indicator.name.vi} – ${stratum.name.vi}` : indicator.name.vi;
}

/** Words for comparators. */
export const comparatorWords: Record<Comparator, string> = {
  '>': 'trên',
  '>=': 'ít nhất',
  '<': 'dưới',
  '<=': 'không quá',
  '=': 'đạt',
  '~': 'khoảng',
  range: 'từ … đến …',
};

/** Words for where a year comes from. */
export const yearBasisWords: Record<YearBasis, string> = {
  explicit: 'ghi trong câu',
  heading: 'theo đề mục',
  period: 'theo kỳ kế hoạch',
  none: 'không ghi',
};

/** Words for what a statement is. */
export const roleWords: Record<Statement['role'], string> = {
  target: 'Chỉ tiêu',
  baseline: 'Số hiện trạng',
  deadline: 'Mốc công việc',
};

/** Unit in which the value of a target is given: a yearly change is in points, a growth in percent. */
export function targetUnit(series: { indicator: Indicator; kind: TargetKind }): string {
  return kindOf(series).unitOf(series.indicator).vi;
}

/** Which way a yearly change or growth goes, whose value has no sign: `giảm`; empty where a value is a level. */
export function movementWord(series: Pick<Series, 'kind' | 'direction'>): '' | 'giảm' | 'tăng' {
  if (!kindOf(series).isRate || series.direction === 'neutral') return '';
  return series.direction === 'down' ? 'giảm' : 'tăng';
}

/** Label of a row on an indicator sheet. */
export function fieldLabel(series: Series, field: SeriesField): string {
  const twoBounds = hasRange(series);
  const direction = resultDirection(series);
  // Where more is no better than less, a result must keep to both.
  const decides = (bound: 'low' | 'high') =>
    direction !== 'neutral' && decidingBound(direction) === bound ? ' (mức quyết định)' : '';
  const { hasValue, isRate, isSinceBase, addsUp, paceIsMovement } = kindOf(series);
  // Beside an assigned value the plan's own no longer decides in every year.
  const printedWord = series.assigned.size > 0 ? 'Mức trong kế hoạch' : 'Giá trị phải đạt';
  switch (field) {
    case 'assigned':
      return 'Giá trị được giao';
    case 'low':
      if (!hasValue) return 'Hạn hoàn thành';
      return `${printedWord}${twoBounds ? ` – mức thấp${decides('low')}` : ''}`;
    case 'high':
      return `${printedWord} – mức cao${decides('high')}`;
    case 'path':
      if (addsUp) return 'Lộ trình tham chiếu (lũy kế)';
      return isRate && twoBounds ? 'Lộ trình tham chiếu – theo mức thấp' : 'Lộ trình tham chiếu';
    case 'pathHigh':
      return 'Lộ trình tham chiếu – theo mức cao';
    case 'actual':
      return addsUp ? 'Thực hiện trong năm' : 'Thực hiện';
    case 'cumulative':
      return 'Thực hiện lũy kế';
    case 'result':
      if (isSinceBase) return 'Mức thay đổi so với năm gốc';
      if (series.assigned.size > 0) return 'Kết quả đem so';
      if (addsUp) return 'Bình quân mỗi năm từ đầu giai đoạn';
      return series.average ? 'Mức bình quân từ năm gốc' : 'Mức thực hiện trong năm';
    case 'gap':
      return 'Chênh lệch so với mức phải đạt';
    case 'pathGap':
      return 'So với lộ trình';
    case 'pace':
      return paceIsMovement ? 'Cần tăng, giảm mỗi năm còn lại' : 'Cần đạt mỗi năm còn lại';
    case 'verdict':
      return 'Đánh giá';
  }
}

/** Lines that say whose workbook this is: unit and round, then each plan's form. */
export function workbookLine(plans: readonly LivePlan[], unitName: string, reporting: Round): string {
  const head = `${unitName} – kỳ báo cáo ${roundName(reporting)}`;
  const bases = [...new Set(plans.map((plan) => plan.file.form.basis))];
  return bases.length > 1 ? [head, ...bases].join('\n') : `${head} – ${bases.join('')}`;
}

/** What every sheet of a sample workbook says. */
export const SAMPLE_BANNER = 'SỐ LIỆU MẪU – KHÔNG PHẢI SỐ LIỆU THỰC TẾ';

/** Name of who reports: a department is named with its province. */
export function reporterName({ unit, reporter }: { unit: Unit; reporter: Unit }): string {
  return reporter.id === unit.id ? unit.name : `${reporter.name} – ${unit.name}`;
}

/** Name of a series; in a workbook of several plans with the number of the form of the plan it is of. */
export function seriesName(plans: readonly LivePlan[], series: Series): string {
  const name = figureName(series.indicator, series.stratum);
  return plans.length > 1 ? `${name} [${planMark(plans, series.plan)}]` : name;
}

/** What tells a plan from the others of a workbook: the number of its form, where no other has it. */
export function planMark(plans: readonly LivePlan[], id: string): string {
  const codeOf = (one: LivePlan | undefined) => one?.file.form.code ?? id;
  const code = codeOf(plans.find(({ file }) => file.id === id));
  return plans.filter((one) => codeOf(one) === code).length === 1 ? code : id;
}

/**
 * How many rows of a bullet are counted in the round, of how many the bullet has, and why the others are
 * not: a later value has taken their place or their years are over, their value comes later, or this
 * workbook does not ask for them.
 */
export function countedOfBullet(bullet: {
  counted: number;
  over: number;
  past: number;
  ahead: number;
  elsewhere: number;
}): string {
  const { counted, over, past, ahead, elsewhere } = bullet;
  const all = counted + past + ahead + elsewhere;
  const others = [
    ...(over > 0 ? [`trong đó ${over} đã qua kỳ tính`] : []),
    ...(past > 0 ? [`${past} đã qua kỳ tính`] : []),
    ...(ahead > 0 ? [`${ahead} chưa đến kỳ tính`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} không thuộc sổ này`] : []),
  ];
  return `${counted}/${all}${others.length > 0 ? `: ${others.join(', ')}` : ''}`;
}

/**
 * What a plan is cited by: its number and date, or, where the copy leaves the number blank, who issued it
 * and when as far as that is known.
 */
export function documentName({ number, date, issuer }: LivePlan['file']): string {
  const known = ['năm', 'tháng', 'ngày'][date.split('-').length - 1] ?? 'ngày';
  const when = `${known} ${vietnameseDate(date)}`;
  return number ? `Văn bản số ${number} ${when}` : `Văn bản ${when} của ${issuer}`;
}
