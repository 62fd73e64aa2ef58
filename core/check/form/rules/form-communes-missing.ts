import { isBlank } from '../../../rules/figure/cell.ts';
import { reasonOf } from '../../../rules/judge-all.ts';
import type { CheckFinding, RuleDefinition } from '../../../rules/rule.ts';
import type { TypedFigures } from '../../../rules/typed.ts';
import type { ByCommune } from '../../../workbook/commune-part.ts';
import type { CommuneLayout } from '../../../workbook/commune-layout.ts';
import { sheetNames } from '../../../workbook/contract.ts';
import { figureName } from '../../../workbook/wording.ts';
import type { RuleCount } from '../../report.ts';

/** Communes of which a figure of the table by commune is blank. */
export interface CommunesMissing {
  /** Name of the figure. */
  name: string;
  left: number;
  of: number;
  /** The first of them. */
  first: string;
}

/** A column of the table by commune that is not filled in. */
export const communesMissing: RuleDefinition<CommunesMissing> = {
  code: 'form-communes-missing',
  severity: 'warning',
  text: {
    vi: {
      title: 'Bảng theo xã còn ô trống',
      meaning: `Trang "${sheetNames.communes}" hỏi số của từng xã mà trước đây huyện báo cáo và xã không tự nắm được. Ô trống là chưa báo cáo, không phải bằng 0.`,
      example: 'Cột "Số bác sĩ" còn 12 xã chưa có số.',
      fix: `Nhập số của từng xã; không phát sinh thì nhập "-", chưa có số thì nhập "..."; chưa tách được theo xã thì ghi lý do ở dòng của chỉ tiêu trên trang "${sheetNames.entry}" hoặc "${sheetNames.background}".`,
      message: ({ name, left, of, first }) =>
        `${name}: ${left} trên ${of} xã chưa có số trong bảng theo xã, đầu tiên là ${first}.`,
      expected: ({ of }) => `số hoặc dấu của ${of} xã`,
    },
    en: {
      title: 'Table by commune not filled in',
      meaning: `The sheet "${sheetNames.communes}" asks for the figure of each commune which districts used to report and communes do not know. A blank cell is not reported, not 0.`,
      example: 'The column "Số bác sĩ" has no figure for 12 communes.',
      fix: `Enter the figure of each commune; "-" where nothing occurred, "..." where it is not available; where it cannot be told by commune, say why beside the figure on the sheet "${sheetNames.entry}" or "${sheetNames.background}".`,
      message: ({ name, left, of, first }) =>
        `${name}: ${left} of ${of} communes have no figure in the table by commune, the first is ${first}.`,
      expected: ({ of }) => `a figure or a sign for ${of} communes`,
    },
  },
};

/**
 * What {@link communesMissing} says of a return, column by column. Cells that are gone are said to be that.
 * @param own what stands on the form: the reason beside a figure explains its column
 * @param byUnit what stands in the rows of communes
 */
export function checkBlankCommunes(
  { byCommune, table }: { byCommune: ByCommune; table: CommuneLayout },
  own: TypedFigures,
  byUnit: ReadonlyMap<string, TypedFigures>,
): { findings: CheckFinding[]; rules: RuleCount[] } {
  const { code, severity } = communesMissing;
  const findings = table.columns.flatMap(({ figure: { key, indicator, stratum }, period, vintage }) => {
    const blank = byCommune.units.flatMap(({ id, name }) => {
      const cell = byUnit.get(id)?.cells.get(`${key}|${period}|${vintage}`);
      return cell && isBlank(cell.raw) ? [{ name, place: cell.place }] : [];
    });
    const [first] = blank;
    if (!first) return [];
    const data: CommunesMissing = {
      name: figureName(indicator, stratum),
      left: blank.length,
      of: byCommune.units.length,
      first: first.name,
    };
    const explanation = reasonOf(own, key);
    return [{ code, severity, place: first.place, data, key, period, found: null, explanation }];
  });
  const failed = findings.length;
  const count = { code, failed, passed: table.columns.length - failed, 'not-evaluable': 0 };
  return { findings, rules: [count] };
}
