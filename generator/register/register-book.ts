import { provincesSheets } from '../../core/consolidate/sheets/provinces-sheet.ts';
import { consolidationWords } from '../../core/consolidate/words.ts';
import { parsePeriod, periodName } from '../../core/period/period.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { registerWorkbook, type RegisterOnPaper } from '../../core/store/register-sheet.ts';
import type { RegisterLine } from '../../core/store/register.ts';
import type { ProvinceLine } from '../../core/store/provinces.ts';
import type { Register } from './draw-up.ts';

/**
 * The register as a workbook; of the whole country every province first, then the units of those whose plans are here,
 * each with its province.
 * @param provinces of the country; null for the register of one province
 */
export function registerBook(
  register: Register & Pick<RegisterOnPaper, 'closed'>,
  provinces: readonly ProvinceLine[] | null,
): WorkbookModel {
  if (provinces === null) return registerWorkbook(register);
  const { round, today, lines } = register;
  const of = new Map(provinces.flatMap(({ plans, name }) => plans.map((plan) => [plan, name] as const)));
  const provinceOf = ({ plans }: RegisterLine) => plans.map((plan) => of.get(plan)).find(Boolean) ?? '';
  const order = new Map(provinces.map(({ name }, at) => [name, at]));
  const byProvince = [...lines].sort(
    (a, b) => (order.get(provinceOf(a)) ?? order.size) - (order.get(provinceOf(b)) ?? order.size),
  );
  const units = registerWorkbook({ ...register, lines: byProvince, provinceOf });
  const period = parsePeriod(round);
  const sheets = provincesSheets({
    provinces,
    words: consolidationWords.vi,
    language: 'vi',
    title: 'SỔ THEO DÕI BÁO CÁO',
    line: `Kỳ: ${period ? periodName(period) : round}; tính đến ngày ${vietnameseDate(today.slice(0, 10))}`,
    paper: 'A4',
  });
  return { ...units, sheets: [...sheets, ...units.sheets] };
}
