import { message } from '../base/finding.ts';
import { meant } from '../base/message-pieces.ts';

/** Findings about the catalogue of indicators. */
export const catalogueMessages = {
  'catalogue-duplicate-id': message<{ list: string; id: string; firstLine: number | null }>(
    'error',
    ({ list, id, firstLine }) =>
      `Mã "${id}" trong ${list} đã được dùng${firstLine === null ? '' : ` ở dòng ${firstLine}`}. Hãy đổi mã khác.`,
    ({ list, id, firstLine }) =>
      `The id "${id}" of ${list} is already used${firstLine === null ? '' : ` on line ${firstLine}`}. Choose another.`,
  ),
  'catalogue-id-taken': message<{ list: string; id: string }>(
    'error',
    ({ list, id }) =>
      `Mã "${id}" trong ${list} đã có trong danh mục của chương trình và không bị thay. Chỉ tiêu khác thì dùng mã khác; muốn nói rõ thêm thì ghi ở mục refine, kèm lý do.`,
    ({ list, id }) =>
      `The id "${id}" of ${list} is in the program's catalogue, which is never replaced. Something else gets another id; to refine an indicator write it under refine, with the reason.`,
  ),
  'catalogue-nothing-to-refine': message<{ id: string; closest: string | null }>(
    'error',
    ({ id, closest }) =>
      `Mục refine nói về chỉ tiêu "${id}", không có trong danh mục của chương trình${meant.vi(closest)}. Hãy sửa mã.`,
    ({ id, closest }) =>
      `The refinement is of the indicator "${id}", which the program's catalogue does not have${meant.en(closest)}. Correct the id.`,
  ),
  'catalogue-refined-twice': message<{ id: string }>(
    'error',
    ({ id }) => `Chỉ tiêu "${id}" được nói rõ thêm hai lần trong mục refine. Hãy gộp lại một.`,
    ({ id }) => `The indicator "${id}" is refined twice. Make one entry of it.`,
  ),
  'catalogue-duplicate-sheet': message<{ sheet: string; other: string }>(
    'error',
    ({ sheet, other }) => `Tên trang tính "${sheet}" trùng với lĩnh vực "${other}". Hãy đặt tên khác.`,
    ({ sheet, other }) => `The sheet name "${sheet}" is also that of the domain "${other}". Choose another.`,
  ),
  'catalogue-decimals': message<{ found: number }>(
    'error',
    ({ found }) => `Số chữ số thập phân là ${found}; cần số nguyên từ 0 đến 6.`,
    ({ found }) => `The number of decimals is ${found}; expected a whole number from 0 to 6.`,
  ),
  'catalogue-unknown-reference': message<{
    what: 'domain' | 'unit' | 'body' | 'indicator';
    id: string;
    owner: string;
    closest: string | null;
  }>(
    'error',
    ({ what, id, owner, closest }) =>
      `"${owner}" trỏ đến ${referenceVi[what]} "${id}" không có trong danh mục${meant.vi(closest)}. Hãy sửa hoặc thêm.`,
    ({ what, id, owner, closest }) =>
      `"${owner}" refers to the ${referenceEn[what]} "${id}", which the catalogue lacks${meant.en(closest)}. Correct or add it.`,
  ),
  'catalogue-body-successor': message<{ body: string; hasEnded: boolean }>(
    'error',
    ({ body, hasEnded }) =>
      hasEnded
        ? `Cơ quan "${body}" có validTo nên cần successor: cơ quan báo cáo thay.`
        : `Cơ quan "${body}" có successor nên cần validTo: ngày cuối còn hoạt động.`,
    ({ body, hasEnded }) =>
      hasEnded
        ? `The body "${body}" has validTo and needs a successor that reports instead.`
        : `The body "${body}" has a successor and needs validTo, its last day.`,
  ),
  'catalogue-ratio-missing': message<{
    indicator: string;
    measure: string;
    field: 'numerator' | 'denominator';
  }>(
    'error',
    ({ indicator, measure, field }) =>
      `Chỉ tiêu "${indicator}" (${measure}) cần ${field} là một chỉ tiêu đếm được trong danh mục. Hãy ghi thêm.`,
    ({ indicator, measure, field }) =>
      `The indicator "${indicator}" (${measure}) needs a ${field}, an indicator of the catalogue that is counted. Add it.`,
  ),
  'catalogue-ratio-unexpected': message<{ indicator: string; measure: string; field: string }>(
    'error',
    ({ indicator, measure, field }) =>
      `Chỉ tiêu "${indicator}" (${measure}) không dùng ${field}; chỉ share và rate mới có. Hãy bỏ đi hoặc sửa measure.`,
    ({ indicator, measure, field }) =>
      `The indicator "${indicator}" (${measure}) takes no ${field}; only shares and rates do. Remove it or correct the measure.`,
  ),
  'catalogue-ratio-of-ratio': message<{
    indicator: string;
    field: 'numerator' | 'denominator';
    part: string;
    measure: string;
  }>(
    'error',
    ({ indicator, field, part, measure }) =>
      `${field} "${part}" của "${indicator}" có measure ${measure}; cần count hoặc amount.`,
    ({ indicator, field, part, measure }) =>
      `The ${field} "${part}" of "${indicator}" is measured as ${measure}; expected count or amount.`,
  ),
  'catalogue-ratio-of-itself': message<{ indicator: string; part: string }>(
    'error',
    ({ indicator, part }) => `Tử số và mẫu số của "${indicator}" cùng là "${part}". Hãy sửa một trong hai.`,
    ({ indicator, part }) => `Numerator and denominator of "${indicator}" are both "${part}". Correct one.`,
  ),
  'catalogue-related-to-itself': message<{ indicator: string }>(
    'error',
    ({ indicator }) => `Chỉ tiêu "${indicator}" ghi liên quan đến chính nó. Hãy bỏ dòng này.`,
    ({ indicator }) => `The indicator "${indicator}" is related to itself. Remove the entry.`,
  ),
  'catalogue-part-of-itself': message<{ indicator: string; circle: string[]; field: 'partOf' | 'notAbove' }>(
    'error',
    ({ indicator, circle, field }) =>
      `${field} của "${indicator}" quay về chính nó: ${[indicator, ...circle].join(' → ')}. Hãy bỏ một ${field}.`,
    ({ indicator, circle, field }) =>
      `${field} of "${indicator}" leads back to itself: ${[indicator, ...circle].join(' → ')}. Remove one ${field}.`,
  ),
  'catalogue-limit-beside-whole': message<{ indicator: string }>(
    'error',
    ({ indicator }) =>
      `"${indicator}" ghi cả partOf và notAbove. Phần thì không thể lớn hơn tổng thể rồi; hãy bỏ một trong hai.`,
    ({ indicator }) =>
      `"${indicator}" has both partOf and notAbove. A part cannot exceed its whole anyway; remove one of them.`,
  ),
  'catalogue-limit-no-count': message<{ indicator: string; limit: string; found: string; measure: string }>(
    'error',
    ({ indicator, limit, found, measure }) =>
      `"${indicator}" ghi notAbove "${limit}", nhưng "${found}" có measure ${measure}; cả hai cần là count. Hãy bỏ notAbove.`,
    ({ indicator, limit, found, measure }) =>
      `"${indicator}" says notAbove "${limit}", but "${found}" is measured as ${measure}; both have to be counts. Remove notAbove.`,
  ),
  'catalogue-part-unlike-whole': message<{
    indicator: string;
    whole: string;
    what: 'unit' | 'measure' | 'denominator';
    found: string;
    expected: string;
  }>(
    'error',
    ({ indicator, whole, what, found, expected }) =>
      `"${indicator}" ghi là một phần của "${whole}" nhưng khác ${what}: "${found}", cần "${expected}". Chỉ so được hai số đo như nhau; hãy bỏ partOf hoặc sửa ${what}.`,
    ({ indicator, whole, what, found, expected }) =>
      `"${indicator}" is said to be part of "${whole}" but differs in ${what}: "${found}", expected "${expected}". Only figures measured alike compare; remove partOf or correct the ${what}.`,
  ),
  'catalogue-bounds-order': message<{
    indicator: string;
    field: 'hard' | 'plausible';
    low: number;
    high: number;
  }>(
    'error',
    ({ indicator, field, low, high }) =>
      `Khoảng ${field} của "${indicator}" là [${low}, ${high}]; số đầu phải nhỏ hơn số sau.`,
    ({ indicator, field, low, high }) =>
      `The ${field} bounds of "${indicator}" are [${low}, ${high}]; the first must be below the second.`,
  ),
  'catalogue-plausible-outside-hard': message<{
    indicator: string;
    plausible: [number, number];
    hard: [number, number];
  }>(
    'error',
    ({ indicator, plausible, hard }) =>
      `Khoảng plausible [${plausible.join(', ')}] của "${indicator}" vượt ra ngoài hard [${hard.join(', ')}].`,
    ({ indicator, plausible, hard }) =>
      `The plausible bounds [${plausible.join(', ')}] of "${indicator}" leave the hard bounds [${hard.join(', ')}].`,
  ),
  'catalogue-share-unit': message<{ indicator: string; unit: string }>(
    'error',
    ({ indicator, unit }) => `Chỉ tiêu "${indicator}" là share nên đơn vị phải là "%", không phải "${unit}".`,
    ({ indicator, unit }) =>
      `The indicator "${indicator}" is a share, so its unit must be "%", not "${unit}".`,
  ),
  'catalogue-rate-unit': message<{ indicator: string; unit: string }>(
    'error',
    ({ indicator, unit }) =>
      `Chỉ tiêu "${indicator}" là rate nên đơn vị phải cho biết tính trên bao nhiêu (‰, …/vạn dân hoặc …/100.000 dân), không phải "${unit}".`,
    ({ indicator, unit }) =>
      `The indicator "${indicator}" is a rate, so its unit must say per how many (‰, …/vạn dân or …/100.000 dân), not "${unit}".`,
  ),
  'catalogue-aggregation': message<{ indicator: string; measure: string; found: string; expected: string }>(
    'error',
    ({ indicator, measure, found, expected }) =>
      `Chỉ tiêu "${indicator}" (${measure}) có aggregation "${found}"; cần ${expected}.`,
    ({ indicator, measure, found, expected }) =>
      `The indicator "${indicator}" (${measure}) has the aggregation "${found}"; expected ${expected}.`,
  ),
};

const referenceVi = { body: 'cơ quan', domain: 'lĩnh vực', unit: 'đơn vị tính', indicator: 'chỉ tiêu' };
const referenceEn = { body: 'body', domain: 'domain', unit: 'unit of measure', indicator: 'indicator' };
