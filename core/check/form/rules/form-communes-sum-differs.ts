import { COMPUTED_DECIMALS, round } from '../../../base/number.ts';
import { judgedIn } from '../../../rules/figure/cell.ts';
import { shown } from '../../../rules/figure/wording.ts';
import { reasonBeside } from '../../../rules/explained.ts';
import type { CheckFinding, Outcome, RuleDefinition } from '../../../rules/rule.ts';
import type { TypedCell, TypedFigures } from '../../../rules/typed.ts';
import { communesSum, sumDiffers } from '../../../template/form/communes-sum.ts';
import type { ByCommune } from '../../../workbook/commune-part.ts';
import type { CommuneColumn, CommuneLayout } from '../../../workbook/commune-layout.ts';
import { sheetNames } from '../../../workbook/contract.ts';
import { figureName } from '../../../workbook/wording.ts';
import type { RuleCount } from '../../report.ts';

/** What the communes come to beside what the form has for the province. */
export interface CommunesSumDiffers {
  /** Name of the figure. */
  name: string;
  sum: number;
  province: number;
  unit: string;
  /** Communes that have a figure; all of them, or those that already come to more than the province. */
  counted: number;
  of: number;
}

/** A column of the table by commune that does not add up to the province's figure on the form. */
export const communesSumDiffers: RuleDefinition<CommunesSumDiffers> = {
  code: 'form-communes-sum-differs',
  severity: 'warning',
  text: {
    vi: {
      title: 'Cộng các xã khác số toàn tỉnh',
      meaning: `Khi mọi xã ở trang "${sheetNames.communes}" đã có số, tổng các xã bằng số toàn tỉnh của cùng chỉ tiêu, cùng kỳ trên biểu. Chưa đủ xã thì chưa xét, trừ khi tổng của các xã đã có số đã vượt số toàn tỉnh. Chỉ xét số cộng được; tỷ lệ không cộng.`,
      example: 'Cộng 38 xã là 412 bác sĩ, toàn tỉnh ghi 400 bác sĩ.',
      fix: `Sửa số của xã hoặc số toàn tỉnh; nếu cả hai đúng (có phần không thuộc xã nào, như bệnh viện tỉnh), ghi lý do ở dòng của chỉ tiêu trên trang "${sheetNames.entry}" hoặc "${sheetNames.background}".`,
      message: ({ name, sum, province, unit, counted, of }) =>
        counted === of
          ? `${name}: cộng ${of} xã là ${shown(sum, unit, 'vi')}, số toàn tỉnh là ${shown(province, unit, 'vi')}, lệch ${shown(difference(sum, province), unit, 'vi')}.`
          : `${name}: mới ${counted} trên ${of} xã có số mà cộng đã là ${shown(sum, unit, 'vi')}, vượt số toàn tỉnh ${shown(province, unit, 'vi')} là ${shown(difference(sum, province), unit, 'vi')}.`,
      expected: ({ sum, unit, counted, of }) =>
        counted === of ? shown(sum, unit, 'vi') : `ít nhất ${shown(sum, unit, 'vi')}`,
    },
    en: {
      title: "Communes do not add up to the province's figure",
      meaning: `Once every commune on the sheet "${sheetNames.communes}" has a figure, they add up to the province's figure of the same indicator and period on the form. While some are missing nothing is said, unless those that are there already exceed the province's figure. Only of what adds up; shares and rates do not.`,
      example: '38 communes come to 412 physicians, the province has 400.',
      fix: `Correct a commune's figure or the province's; if both are right (a part belongs to no commune, as a provincial hospital), say why beside the figure on the sheet "${sheetNames.entry}" or "${sheetNames.background}".`,
      message: ({ name, sum, province, unit, counted, of }) =>
        counted === of
          ? `${name}: ${of} communes come to ${shown(sum, unit, 'en')}, the province's figure is ${shown(province, unit, 'en')}, ${shown(difference(sum, province), unit, 'en')} apart.`
          : `${name}: only ${counted} of ${of} communes have a figure and already come to ${shown(sum, unit, 'en')}, above the province's ${shown(province, unit, 'en')} by ${shown(difference(sum, province), unit, 'en')}.`,
      expected: ({ sum, unit, counted, of }) =>
        counted === of ? shown(sum, unit, 'en') : `at least ${shown(sum, unit, 'en')}`,
    },
  },
};

/**
 * What {@link communesSumDiffers} says of a return, column by column, at the cell of the province's figure.
 * @param own what stands on the form: the province's figures, and the reasons beside them
 * @param byUnit what stands in the rows of communes
 */
export function checkCommunesSum(
  { byCommune, table }: { byCommune: ByCommune; table: CommuneLayout },
  own: TypedFigures,
  byUnit: ReadonlyMap<string, TypedFigures>,
): { findings: CheckFinding[]; rules: RuleCount[] } {
  const { code, severity } = communesSumDiffers;
  const count: RuleCount = { code, passed: 0, failed: 0, 'not-evaluable': 0 };
  const findings = table.columns.flatMap((column): CheckFinding[] => {
    const { key, indicator, stratum } = column.figure;
    const at = `${key}|${column.period}|${column.vintage}`;
    const whole = own.cells.get(at);
    const parts = byCommune.units.flatMap(
      ({ id }) => judgedIn(byUnit.get(id)?.cells.get(at)?.raw ?? null) ?? [],
    );
    const { outcome, sum, province } = held(column, whole, parts, byCommune.units.length);
    count[outcome] += 1;
    if (outcome !== 'failed' || !whole) return [];
    const data: CommunesSumDiffers = {
      name: figureName(indicator, stratum),
      unit: indicator.unit,
      sum,
      province,
      counted: parts.length,
      of: byCommune.units.length,
    };
    const { reason: explanation, not } = reasonBeside(own, key);
    return [
      {
        code,
        severity,
        place: whole.place,
        data,
        key,
        period: column.period,
        found: province,
        explanation,
        ...(not ? { notExplained: not } : {}),
      },
    ];
  });
  return { findings, rules: [count] };
}

/** The communes of a column held against the province, both at the decimals in which they are reported. */
function held(
  { figure: { indicator } }: CommuneColumn,
  whole: TypedCell | undefined,
  parts: readonly number[],
  of: number,
): { outcome: Outcome; sum: number; province: number } {
  const province = judgedIn(whole?.raw ?? null) ?? Number.NaN;
  const sum = communesSum(parts);
  const said = (outcome: Outcome) => ({ outcome, sum, province });
  if (indicator.aggregation !== 'sum' || Number.isNaN(province)) return said('not-evaluable');
  const differs = sumDiffers(indicator, { sum, province, complete: parts.length === of });
  return said(differs === null ? 'not-evaluable' : differs ? 'failed' : 'passed');
}

function difference(sum: number, province: number): number {
  return round(Math.abs(sum - province), COMPUTED_DECIMALS);
}
