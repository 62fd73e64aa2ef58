import { message } from '../base/finding.ts';
import { excerpt, meant, named } from '../base/message-pieces.ts';
import { isPerhapsGrouped, withDots } from './perhaps-grouped.ts';

interface Owned {
  /** Id of the target, baseline or deadline. */
  id: string;
}

/** Findings about a plan file: quotes, figures, references and fields that do not fit each other. */
export const planMessages = {
  'quote-not-in-source': message<Owned & { quote: string; matched: string; line: number | null }>(
    'error',
    ({ id, quote, matched, line }) =>
      `${named.vi(id)}: câu trích "${excerpt(quote)}" không có trong văn bản${
        line === null ? '' : `; chỉ khớp đến "…${tail(matched)}" (dòng ${line} của văn bản)`
      }. Hãy chép đúng nguyên văn.`,
    ({ id, quote, matched, line }) =>
      `${named.en(id)}: the quote "${excerpt(quote)}" is not in the document${
        line === null ? '' : `; it matches only up to "…${tail(matched)}" (line ${line} of the document)`
      }. Copy it verbatim.`,
  ),
  'quote-not-covering-line': message<Owned & { line: number; found: string[] }>(
    'error',
    ({ id, line, found }) =>
      `${named.vi(id)}: line là ${line} nhưng câu trích nằm ở dòng ${found.join(', ')} của văn bản. Hãy sửa line hoặc câu trích.`,
    ({ id, line, found }) =>
      `${named.en(id)}: line is ${line}, but the quote stands on line ${found.join(', ')} of the document. Correct the line or the quote.`,
  ),
  'printed-not-on-line': message<Owned & { printed: string; line: number; found: number[] }>(
    'error',
    ({ id, printed, line, found }) =>
      `${named.vi(id)}: số "${printed}" của câu trích đứng ở dòng ${found.join(', ')} của văn bản, line lại ghi ${line}. Hãy sửa line.`,
    ({ id, printed, line, found }) =>
      `${named.en(id)}: the number "${printed}" of the quote stands on line ${found.join(', ')} of the document, but line says ${line}. Correct line.`,
  ),
  'printed-count': message<Owned & { printed: string; count: number }>(
    'error',
    ({ id, printed, count }) =>
      `${named.vi(id)}: số "${printed}" xuất hiện ${count} lần như một số trọn vẹn trong câu trích; cần đúng 1 lần. Hãy ${
        count === 0 ? 'chép đúng số trong câu trích' : 'rút ngắn câu trích'
      }.`,
    ({ id, printed, count }) =>
      `${named.en(id)}: "${printed}" stands ${count} times in the quote as a whole number; expected exactly once. ${
        count === 0 ? 'Copy the number from the quote' : 'Shorten the quote'
      }.`,
  ),
  'printed-not-a-number': message<Owned & { printed: string }>(
    'error',
    ({ id, printed }) =>
      `${named.vi(id)}: không đọc được "${printed}" thành số. Cần dạng "62,8", "5.000", "4 - 5" hoặc "5 nghìn", không kèm đơn vị.`,
    ({ id, printed }) =>
      `${named.en(id)}: "${printed}" cannot be read as a number. Expected "62,8", "5.000", "4 - 5" or "5 nghìn", without the unit.`,
  ),
  'printed-not-whole': message<Owned & { printed: string; indicator: { vi: string; en: string } }>(
    'error',
    ({ id, printed, indicator }) =>
      `${named.vi(id)}: "${printed}" có dấu thập phân, nhưng "${indicator.vi}" đếm từng đơn vị, không có phần lẻ. Hãy xem lại văn bản: ${
        isPerhapsGrouped(printed)
          ? `nếu dấu phẩy phân cách hàng nghìn (${withDots(printed)}) thì ghi lại bằng dấu chấm trong cả văn bản và printed; nếu đúng là số lẻ thì xem lại chỉ tiêu`
          : 'số có chép đúng không, và có đúng là của chỉ tiêu này không'
      }.`,
    ({ id, printed, indicator }) =>
      `${named.en(id)}: "${printed}" has a decimal sign, but "${indicator.en}" counts whole things and has no fractions. Look at the document: ${
        isPerhapsGrouped(printed)
          ? `where the comma groups thousands (${withDots(printed)}), write a dot in both document and printed; where it is a fraction, check the indicator`
          : 'is the number copied right, and is it of this indicator'
      }.`,
  ),
  'printed-range-order': message<Owned & { printed: string; low: number; high: number }>(
    'error',
    ({ id, printed, low, high }) =>
      `${named.vi(id)}: khoảng "${printed}" có cận dưới ${low} không nhỏ hơn cận trên ${high}. Hãy kiểm tra lại số.`,
    ({ id, printed, low, high }) =>
      `${named.en(id)}: the range "${printed}" has a low end ${low} not below its high end ${high}. Check the number.`,
  ),
  'printed-cuts-range': message<Owned & { printed: string; context: string }>(
    'error',
    ({ id, printed, context }) =>
      `${named.vi(id)}: "${printed}" chỉ là một đầu của khoảng "${context}". Hãy ghi cả khoảng vào printed.`,
    ({ id, printed, context }) =>
      `${named.en(id)}: "${printed}" is only one end of the range "${context}". Give the whole range as printed.`,
  ),
  'printed-scale-in-unit': message<Owned & { printed: string; scale: string; unit: string }>(
    'error',
    ({ id, printed, scale, unit }) =>
      `${named.vi(id)}: từ "${scale}" trong "${printed}" đã nằm trong đơn vị tính "${unit}". Hãy bỏ từ này khỏi printed.`,
    ({ id, printed, scale, unit }) =>
      `${named.en(id)}: the word "${scale}" of "${printed}" already belongs to the unit "${unit}". Leave it out of printed.`,
  ),
  'printed-misses-scale': message<Owned & { printed: string; scale: string; unit: string }>(
    'error',
    ({ id, printed, scale, unit }) =>
      `${named.vi(id)}: văn bản ghi "${printed} ${scale}" còn đơn vị tính là "${unit}". Hãy ghi printed là "${printed} ${scale}".`,
    ({ id, printed, scale, unit }) =>
      `${named.en(id)}: the document says "${printed} ${scale}" and the unit is "${unit}". Give "${printed} ${scale}" as printed.`,
  ),
  'citation-figure-differs': message<Owned & { printed: string; main: string }>(
    'error',
    ({ id, printed, main }) =>
      `${named.vi(id)}: chỗ trích thêm in "${printed}", khác với "${main}". Số khác nhau phải là hai mục riêng.`,
    ({ id, printed, main }) =>
      `${named.en(id)}: the other place prints "${printed}", which differs from "${main}". Different figures are two entries.`,
  ),
  'citation-order': message<Owned & { line: number; main: number }>(
    'error',
    ({ id, line, main }) =>
      `${named.vi(id)}: chỗ trích thêm ở dòng ${line} đứng trước chỗ trích chính ở dòng ${main}. Hãy để chỗ in đầu tiên làm chỗ chính.`,
    ({ id, line, main }) =>
      `${named.en(id)}: the other place, line ${line}, comes before the main one, line ${main}. Make the first place the main one.`,
  ),
  'statement-without-figure': message<Owned>(
    'error',
    ({ id }) =>
      `${named.vi(id)}: không có printed lẫn implied. Hãy ghi số như in trong văn bản, hoặc implied kèm lý do.`,
    ({ id }) =>
      `${named.en(id)}: neither printed nor implied. Give the number as printed, or implied with its reason.`,
  ),
  'figure-twice': message<Owned>(
    'error',
    ({ id }) => `${named.vi(id)}: có cả printed và implied. Chỉ giữ một: printed nếu văn bản in số.`,
    ({ id }) =>
      `${named.en(id)}: both printed and implied. Keep one: printed where the document prints the number.`,
  ),
  'implied-value-missing': message<Owned & { kind: string }>(
    'error',
    ({ id, kind }) => `${named.vi(id)}: loại ${kind} cần implied.value. Hãy ghi giá trị (ví dụ 0).`,
    ({ id, kind }) =>
      `${named.en(id)}: the kind ${kind} needs implied.value. Give the value (0, for example).`,
  ),
  'milestone-figure': message<Owned & { field: 'printed' | 'implied.value' | 'comparator' }>(
    'error',
    ({ id, field }) =>
      `${named.vi(id)}: mốc hoàn thành (milestone, deadline) không có giá trị nên không dùng ${field}. Hãy bỏ đi, chỉ ghi implied.reason.`,
    ({ id, field }) =>
      `${named.en(id)}: a milestone or deadline has no value, so it takes no ${field}. Remove it; give implied.reason only.`,
  ),
  'comparator-missing': message<Owned & { kind: string }>(
    'error',
    ({ id, kind }) =>
      `${named.vi(id)}: loại ${kind} cần comparator (above, atLeast, below, atMost, about, equal, range).`,
    ({ id, kind }) =>
      `${named.en(id)}: the kind ${kind} needs a comparator (above, atLeast, below, atMost, about, equal, range).`,
  ),
  'comparator-range': message<Owned & { comparator: string; printed: string; isRange: boolean }>(
    'error',
    ({ id, comparator, printed, isRange }) =>
      isRange
        ? `${named.vi(id)}: "${printed}" là khoảng nên comparator phải là range, không phải ${comparator}.`
        : `${named.vi(id)}: comparator là range nhưng "${printed}" chỉ có một giá trị. Hãy sửa một trong hai.`,
    ({ id, comparator, printed, isRange }) =>
      isRange
        ? `${named.en(id)}: "${printed}" is a range, so the comparator must be range, not ${comparator}.`
        : `${named.en(id)}: the comparator is range, but "${printed}" is a single value. Correct one of them.`,
  ),
  'comparator-against-direction': message<Owned & { comparator: string; direction: string }>(
    'error',
    ({ id, comparator, direction }) =>
      `${named.vi(id)}: comparator ${comparator} trái với chiều tốt "${direction}". Hãy xem lại comparator, hoặc ghi direction riêng cho mục này.`,
    ({ id, comparator, direction }) =>
      `${named.en(id)}: the comparator ${comparator} contradicts the direction "${direction}". Check it, or give this entry its own direction.`,
  ),
  'kind-not-for-baseline': message<Owned & { kind: string }>(
    'error',
    ({ id, kind }) =>
      `${named.vi(id)}: số gốc không thể là loại ${kind}. Hãy dùng một loại có giá trị, thường là level.`,
    ({ id, kind }) =>
      `${named.en(id)}: a baseline cannot be of the kind ${kind}. Use a kind that has a value, usually level.`,
  ),
  'kind-against-measure': message<
    Owned & { kind: string; indicator: string; measure: string; allowed: string[] }
  >(
    'error',
    ({ id, kind, indicator, measure, allowed }) =>
      `${named.vi(id)}: loại ${kind} không hợp với chỉ tiêu "${indicator}" (${measure}); dùng được: ${allowed.join(', ')}.`,
    ({ id, kind, indicator, measure, allowed }) =>
      `${named.en(id)}: the kind ${kind} does not fit the indicator "${indicator}" (${measure}); allowed: ${allowed.join(', ')}.`,
  ),
  'cell-no-table': message<Owned & { line: number }>(
    'error',
    ({ id, line }) =>
      `${named.vi(id)}: dòng ${line} của văn bản không phải một dòng của bảng ("| … | … |"). Hãy sửa line, hoặc bỏ cell.`,
    ({ id, line }) =>
      `${named.en(id)}: line ${line} of the document is no row of a table ("| … | … |"). Correct line, or leave out cell.`,
  ),
  'cell-row': message<Owned & { row: string; found: string; line: number }>(
    'error',
    ({ id, row, found, line }) =>
      `${named.vi(id)}: cell ghi dòng "${row}", nhưng dòng ${line} của bảng là "${found}". Hãy ghi đúng tên dòng.`,
    ({ id, row, found, line }) =>
      `${named.en(id)}: cell names the row "${row}", but line ${line} is the row "${found}". Name the row as printed.`,
  ),
  'cell-column': message<Owned & { column: string; known: string[] }>(
    'error',
    ({ id, column, known }) =>
      `${named.vi(id)}: bảng không có đúng một cột "${column}". Các cột: ${known.map((one) => `"${one}"`).join(', ')}.`,
    ({ id, column, known }) =>
      `${named.en(id)}: the table has not exactly one column "${column}". Columns: ${known.map((one) => `"${one}"`).join(', ')}.`,
  ),
  'cell-printed': message<Owned & { printed: string; found: string }>(
    'error',
    ({ id, printed, found }) =>
      `${named.vi(id)}: ô của bảng là "${found}", không có đúng một số "${printed}". Hãy sửa printed hoặc cell.`,
    ({ id, printed, found }) =>
      `${named.en(id)}: the cell of the table holds "${found}", not exactly one "${printed}". Correct printed or cell.`,
  ),
  'cell-year': message<Owned & { column: string; yearTo: number }>(
    'error',
    ({ id, column, yearTo }) =>
      `${named.vi(id)}: yearTo ${yearTo} khác năm ở tiêu đề cột "${column}". Hãy ghi năm của cột.`,
    ({ id, column, yearTo }) =>
      `${named.en(id)}: yearTo ${yearTo} is not the year of the column "${column}". Give the year of the column.`,
  ),
  'year-missing': message<Owned & { kind: string; fields: string[] }>(
    'error',
    ({ id, kind, fields }) => `${named.vi(id)}: loại ${kind} cần ${fields.join(' và ')}. Hãy ghi năm.`,
    ({ id, kind, fields }) =>
      `${named.en(id)}: the kind ${kind} needs ${fields.join(' and ')}. Give the year.`,
  ),
  'year-order': message<Owned & { yearFrom: number; yearTo: number }>(
    'error',
    ({ id, yearFrom, yearTo }) => `${named.vi(id)}: yearFrom ${yearFrom} sau yearTo ${yearTo}. Hãy đổi lại.`,
    ({ id, yearFrom, yearTo }) =>
      `${named.en(id)}: yearFrom ${yearFrom} is after yearTo ${yearTo}. Correct them.`,
  ),
  'base-year-order': message<Owned & { baseYear: number; yearTo: number }>(
    'error',
    ({ id, baseYear, yearTo }) => `${named.vi(id)}: baseYear ${baseYear} phải trước yearTo ${yearTo}.`,
    ({ id, baseYear, yearTo }) => `${named.en(id)}: baseYear ${baseYear} must be before yearTo ${yearTo}.`,
  ),
  'year-basis': message<Owned & { yearBasis: string; hasYears: boolean }>(
    'error',
    ({ id, yearBasis, hasYears }) =>
      hasYears
        ? `${named.vi(id)}: yearBasis là none nhưng có ghi năm. Hãy ghi explicit, heading hoặc period.`
        : `${named.vi(id)}: yearBasis là ${yearBasis} nhưng không ghi năm. Hãy ghi năm, hoặc none.`,
    ({ id, yearBasis, hasYears }) =>
      hasYears
        ? `${named.en(id)}: yearBasis is none although years are given. Say explicit, heading or period.`
        : `${named.en(id)}: yearBasis is ${yearBasis} although no year is given. Give the year, or say none.`,
  ),
  'field-not-for-kind': message<Owned & { field: string; kind: string; allowed: string[] }>(
    'error',
    ({ id, field, kind, allowed }) =>
      `${named.vi(id)}: loại ${kind} không dùng ${field}; chỉ ${allowed.join(', ')} mới có. Hãy bỏ đi.`,
    ({ id, field, kind, allowed }) =>
      `${named.en(id)}: the kind ${kind} takes no ${field}; only ${allowed.join(', ')} does. Remove it.`,
  ),
  'value-outside-hard-bounds': message<Owned & { value: number; hard: [number, number]; unit: string }>(
    'error',
    ({ id, value, hard, unit }) =>
      `${named.vi(id)}: giá trị ${value} ${unit} nằm ngoài khoảng có thể [${hard.join(', ')}] của chỉ tiêu. Hãy kiểm tra số và đơn vị tính.`,
    ({ id, value, hard, unit }) =>
      `${named.en(id)}: the value ${value} ${unit} is outside what is possible for the indicator [${hard.join(', ')}]. Check the number and the unit.`,
  ),
  'indicator-unknown': message<Owned & { indicator: string; closest: string | null }>(
    'error',
    ({ id, indicator, closest }) =>
      `${named.vi(id)}: chỉ tiêu "${indicator}" không có trong seeds/catalogue.yaml${meant.vi(closest)}. Hãy sửa hoặc thêm vào danh mục.`,
    ({ id, indicator, closest }) =>
      `${named.en(id)}: the indicator "${indicator}" is not in seeds/catalogue.yaml${meant.en(closest)}. Correct it or add it there.`,
  ),
  'stratum-unknown': message<Owned & { stratum: string; closest: string | null }>(
    'error',
    ({ id, stratum, closest }) =>
      `${named.vi(id)}: phân tổ "${stratum}" không có trong seeds/catalogue.yaml${meant.vi(closest)}. Hãy sửa hoặc thêm vào danh mục.`,
    ({ id, stratum, closest }) =>
      `${named.en(id)}: the stratum "${stratum}" is not in seeds/catalogue.yaml${meant.en(closest)}. Correct it or add it there.`,
  ),
  'stratum-without-units': message<Owned & { stratum: string; tag: string; units: string | null }>(
    'error',
    ({ id, stratum, tag, units }) =>
      `${named.vi(id)}: phân tổ "${stratum}" cần ít nhất một đơn vị có nhãn "${tag}" trong ${unitsFile(units)}.`,
    ({ id, stratum, tag, units }) =>
      `${named.en(id)}: the stratum "${stratum}" needs at least one unit with the tag "${tag}" in ${unitsFile(units)}.`,
  ),
  'section-unknown': message<Owned & { section: string; known: string[] }>(
    'error',
    ({ id, section, known }) =>
      `${named.vi(id)}: không có mục văn bản "${section}"; các mục: ${known.join(', ')}.`,
    ({ id, section, known }) =>
      `${named.en(id)}: there is no section "${section}"; sections: ${known.join(', ')}.`,
  ),
  'section-duplicate': message<{ section: string }>(
    'error',
    ({ section }) => `Mục văn bản "${section}" được khai hai lần. Hãy đổi mã.`,
    ({ section }) => `The section "${section}" is declared twice. Change one id.`,
  ),
  'statement-duplicate-id': message<Owned & { firstLine: number | null }>(
    'error',
    ({ id, firstLine }) =>
      `Mã "${id}" đã được dùng${firstLine === null ? '' : ` ở dòng ${firstLine}`}. Mã là duy nhất trong cả kế hoạch.`,
    ({ id, firstLine }) =>
      `The id "${id}" is already used${firstLine === null ? '' : ` on line ${firstLine}`}. Ids are unique within the plan.`,
  ),
  'line-outside-source': message<{ line: number; lines: number }>(
    'error',
    ({ line, lines }) => `Dòng ${line} không có trong văn bản (văn bản có ${lines} dòng).`,
    ({ line, lines }) => `Line ${line} is not in the document, which has ${lines} lines.`,
  ),
  'period-order': message<{ from: number; to: number }>(
    'error',
    ({ from, to }) => `Thời kỳ của kế hoạch từ ${from} đến ${to}; năm đầu phải trước năm cuối.`,
    ({ from, to }) =>
      `The plan's period runs from ${from} to ${to}; the first year must not be after the last.`,
  ),
  'round-invalid': message<{ round: string }>(
    'error',
    ({ round }) => `Kỳ báo cáo "${round}" không hợp lệ; cần dạng 2013, 2013-S1 hoặc 2013-Q3.`,
    ({ round }) => `The round "${round}" is not valid; expected 2013, 2013-S1 or 2013-Q3.`,
  ),
  'province-unknown': message<{ province: string; units: string | null; known: string[] }>(
    'error',
    ({ province, units, known }) =>
      `Tỉnh "${province}" không có trong ${unitsFile(units)}; các tỉnh trong tệp: ${known.join(', ') || '(không có)'}.`,
    ({ province, units, known }) =>
      `The province "${province}" is not in ${unitsFile(units)}; provinces there: ${known.join(', ') || '(none)'}.`,
  ),
};

function tail(text: string): string {
  return text.length <= 30 ? text : text.slice(-30);
}

/** The file that says which units belong to a plan's strata, or where its name would stand. */
function unitsFile(units: string | null): string {
  return units === null ? 'units (plan.yaml)' : `seeds/units/${units}.csv`;
}
