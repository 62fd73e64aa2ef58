import { numberText } from '../base/number-text.ts';
import { returnName } from '../store/model.ts';
import type { PrefilledFigure } from './prefill.ts';
import { consolidationWords } from './words.ts';

/** Runs of returns that are named; beyond that the first and the last. */
const RUNS = 4;

/**
 * Where a figure that was filled in comes from, or why none was, as it stands beside the cell: "Kho: cộng 8/8 đơn vị
 * (B1–B8), sơ bộ".
 * @param nameOf what a reporter is called
 */
export function prefillText({ from }: PrefilledFigure, nameOf: (reporter: string) => string): string {
  const { vintages } = consolidationWords.vi;
  switch (from.kind) {
    case 'record':
      return `Kho: ${nameOf(from.reporter)} báo cáo (${returnName(from.return)}), ${vintages[from.vintage]}`;
    case 'units':
      return `Kho: cộng ${from.coverage.entered}/${from.coverage.of} đơn vị (${returnNames(from.returns)}), ${vintages[from.vintage]}`;
    case 'record-without-number':
      return `Chưa cấp sẵn: ${nameOf(from.reporter)} ghi "${from.sign}" (${returnName(from.return)})`;
    case 'record-not-accepted':
      return `Chưa cấp sẵn: báo cáo ${returnName(from.return)} của ${nameOf(from.reporter)} chưa được chấp nhận`;
    case 'incomplete':
      return `Chưa cấp sẵn: mới ${from.coverage.entered}/${from.coverage.of} đơn vị có số đã chấp nhận${from.sum === null ? '' : `, cộng được ${shown(from.sum)}`}`;
    case 'parts-of-other-units':
      return 'Chưa cấp sẵn: có đơn vị ghi "x" nên tổng tử số và tổng mẫu số không cùng các đơn vị';
    case 'too-many-digits':
      return `Chưa cấp sẵn: cộng được ${from.sum}, quá nhiều chữ số cho một ô`;
    case 'broken-off':
      return `// Đứt chuỗi: ${from.period} theo định nghĩa cũ là ${from.said} (${from.name}), không so sánh được${from.reason === '' ? '' : `: ${from.reason}`}`;
    case 'year-before':
      return `Năm ${from.year}: ${from.said} (${from.source})`;
    case 'computed-before':
      return `Năm ${from.period}: ${from.said}, tính từ tử số và mẫu số đã báo cáo`;
    case 'less-sure':
      return `Chưa cấp sẵn: mới có số ${vintages[from.vintage]}, cột này cần số ${vintages[from.wanted]}`;
  }
}

/** "B1–B8, B12"; of many runs "B1 … B240". */
function returnNames(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const [first, last] = [runs[0]?.[0], runs.at(-1)?.[1]];
  if (runs.length > RUNS && first !== undefined && last !== undefined)
    return `${returnName(first)} … ${returnName(last)}`;
  return runs
    .map(([from, to]) => (from === to ? returnName(from) : `${returnName(from)}–${returnName(to)}`))
    .join(', ');
}

function shown(digits: string): string {
  return numberText(Number(digits), 'vi');
}
