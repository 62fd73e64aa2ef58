import { isMeasuredByPlan } from './measured-by-plan.ts';
import { isOfWork } from './of-work.ts';
import { isRunOfWork } from './run-of-work.ts';
import { isReported } from './report.ts';
import { startsMove } from './starts-move.ts';
import { INCOME, isOfSum, isShareOfFunds, MONEY_UNIT, movesSum, REVENUE_GROWS, sharesMoney } from './sums.ts';
import { isOfEach } from './of-each.ts';
import { type Item, onlyLeads } from '../items.ts';
import type { SentenceYears, YearContext } from './year.ts';
import type { LeftOutReason, Read } from '../model.ts';
import type { PlacedParagraph } from '../outline.ts';
import { type YearPhrase, yearPhrases } from '../year-phrases.ts';

/** What a number is: a row of a role, or left out with a reason. */
export type RoleRead = Read<'target' | 'baseline'> | { leftOut: LeftOutReason };

const PAST =
  /(?:^|(?<!\s(?:phát|thực|thể|biểu|xuất))[\s,;(])(?:hiện nay|hiện có(?=[^,;.]*\d)|hiện toàn tỉnh|hiện tỉnh|đến nay|tính đến (?:nay|tháng|hết|cuối|ngày|thời điểm)|thời gian qua|những năm qua|giai đoạn vừa qua|(?<!(?:mỗi|hằng|hàng)\s)năm (?:học )?(?:vừa )?qua(?!\s\d)|hiện mới|hiện còn|nhiệm kỳ qua)(?!\p{L})|(?:^|[\s,;(])đã\s(?:đạt|giảm|tăng|giải quyết|tạo|hỗ trợ|xây dựng|có|thực hiện|tổ chức|cấp|đào tạo|hoàn thành|triển khai|huy động|được đầu tư|đưa|vận động|thu hút|chi trả|mở|hướng dẫn|kết nạp|tiếp nhận)/u;
const FUNDING_WORDS =
  /kinh phí|ngân sách|nguồn vốn|vốn|xã hội hóa|xã hội hoá|huy động|dự toán|tổng mức đầu tư|dư nợ|quỹ|mức hỗ trợ|mức chuẩn|mức trợ cấp|mức đóng|mức vay|định mức|lãi suất|vay/u;
const BUDGET_SHARE =
  /(?<!\p{L})(?:tổng chi|chi(?!\s(?:hội|bộ|đoàn|tiết|nhánh|cục))|trích|thu(?!\s(?:nhập|hút|gom|hoạch|hồi))|dành|bố trí|phân bổ|cấp)(?!\p{L})[^,;]{0,50}(?:ngân sách|kinh phí|quỹ|nguồn thu|vốn)|(?:ngân sách|kinh phí|vốn|nguồn thu)[^,;]{0,60}(?:chiếm|hỗ trợ|dành|bố trí|chi trả|đối ứng|đóng góp|bảo đảm|đảm bảo|chịu|không quá|tối thiểu|ít nhất)|mức đóng|mức hỗ trợ|lãi suất|chi thường xuyên|hỗ trợ[^,;]{0,60}(?:chi phí|mức đóng|kinh phí|học phí)|giá trị hợp đồng/u;

/** "3 % tổng chi đầu tư". */
const OF_BUDGET =
  /^\s(?:của\s)?(?:tổng\s(?:số\s)?)?(?:mức đầu tư|phần (?:cùng )?chi trả|chi(?!\s(?:hội|bộ|đoàn|nhánh|cục))|chi phí(?! tuân thủ)|thu(?!\snhập)|kinh phí|vốn|ngân sách|dự toán|nguồn (?:vốn|chi|thu)|giá trị (?:công trình|căn nhà|ngôi nhà|dự án)|giá (?:vé|dịch vụ)|học phí|viện phí|lệ phí|tiền(?!\s(?:mặt|lương))|(?:mức\s)?(?:tiền\s)?lương(?! hưu)|(?:mức\s)?(?:phụ cấp|trợ cấp|học bổng|đóng bảo hiểm|đóng bhyt|đóng bhxh))(?!\p{L})/u;
/** "Tổng đầu tư cho khoa học đạt 1,5 % GRDP" */
const OF_OUTPUT = /^\s(?:của\s)?(?:tổng\s)?(?:grdp|gdp)(?!\p{L})/u;
const SPENT = /(?:đầu tư|chi|ngân sách|kinh phí|vốn)(?!\p{L})[^;]*$/u;
/** "0,8 mức lương cơ sở" */
const OF_WAGE = /^\s(?:lần\s)?(?:mức\s)?lương (?:cơ sở|tối thiểu)(?!\p{L})/u;
/** Headings over what somebody or something has to be in order to be helped. */
const CRITERIA =
  /^(?:đối tượng|tiêu chí|điều kiện|tiêu chuẩn|chuẩn nghèo|chuẩn hộ nghèo)(?!\p{L}|\s\d)(?!.*(?:mục tiêu|chỉ tiêu))/u;

/** "Điều 2. Đối tượng: học sinh là con công nhân có thu nhập dưới …" */
const OPENS_CRITERIA =
  /^\W*điều\s\d{1,3}\.\s(?:phạm vi|đối tượng|tiêu chí|điều kiện|tiêu chuẩn|giải thích)(?!\p{L})[^.]{0,60}:/u;

/** "Ngân sách trung ương 95 %", "nguồn xã hội hóa 5 %": what each source bears of a sum. */
const BARE_SOURCE =
  /(?:^|[\s,;:(])(?:ngân sách|nguồn vốn|vốn|nguồn|quỹ vì|xã hội hóa|xã hội hoá|vận động|huy động|đóng góp|đối ứng)(?:\s(?!đạt|giảm|tăng|còn|cho)\p{L}+){0,4}\s?:?\s$/u;
const OF_SUM = /(?:đồng|kinh phí|vốn)(?!\p{L})/u;
/** "Mức hỗ trợ tối đa 80 % … đối với xã khó khăn, không quá 60 % đối với xã khác". */
const OPENS_GRANT =
  /^[^\p{L}]*(?:[a-zđ]\)\s)?(?:\p{L}+\s){0,2}?(?:tỷ lệ hỗ trợ(?!\p{L})|mức\s(?:hỗ trợ|đóng|vay|chi|hưởng|trợ cấp|phụ cấp|học bổng)(?!\p{L}))/u;
/** What is paid as so many per cent of a sum. */
const PAID_BY_SHARE =
  /(?:^|[\s,:(])(?:phụ cấp|trợ cấp|học bổng|hỗ trợ\s(?:tiền|chi phí|học phí|kinh phí|mức))(?!\p{L})[^;]*$|\d\s?%\s(?:chi phí|học phí|kinh phí|mức|tiền)(?!\p{L})[^;]*$/u;
const NORM_OF_MONEY =
  /mức chuẩn (?:trợ giúp|trợ cấp|nghèo)[^;%\d]*\s(?:cao|thấp) hơn\s(?:(?:ít nhất|khoảng|trên)\s)*$|(?:^|\s)(?:mức|chuẩn)\s[^;]*\d\s(?:(?:nghìn|triệu)\s)?đồng[^;]*\s(?:cao|thấp|nhiều|ít) hơn\s(?:(?:ít nhất|khoảng|trên)\s)*$/u;
const PAYS_OUT = /(?:^|\s)(?:giải ngân|dư nợ|nợ (?:quá hạn|xấu|khoanh))(?!\p{L})/u;
/** "Dự báo đến năm 2030 …": what is to be feared is no aim. */
const FORECAST = /(?:^|[\s,;(])dự báo(?!\p{L})[^;]*$/u;
/** Headings of columns that hold sums. */
const OF_FUNDING =
  /kinh phí|nguồn vốn|tổng vốn|ngân sách|tổng mức đầu tư|thành tiền|đơn giá|(?<!\p{L})(?:nstw|nsđp|nsnn|nst|vốn (?:vay|đối ứng|sự nghiệp|đầu tư|trung ương|địa phương))(?!\p{L})/u;

/** Columns that say by whom, when and with what result a task is done. */
const OF_TASK =
  /^(?:dự kiến )?(?:(?:kết quả, )?sản phẩm(?: (?:đầu ra|dự kiến|chủ yếu|cần đạt))?|thời (?:gian|hạn)(?:\s.*)?|tiến độ(?:\s.*)?|(?:cơ quan|đơn vị) (?:chủ trì|phối hợp|thực hiện).*|ghi chú|địa điểm(?:\s.*)?)$/u;
/** What an aim of the past came to. */
const MISSED = /(?:không|chưa) (?:đạt|hoàn thành)(?!\p{L})/u;

/** "Đạt 118 % kế hoạch": how much of what was planned was done. */
const OF_PLAN =
  /^\s(?:so với\s)?(?:của\s)?(?:kế hoạch|kh|chỉ tiêu|nghị quyết|dự toán|mục tiêu)(?!\p{L}|\s(?:hóa|hoá))|^\s(?:so với|so)\s(?:kế hoạch|nghị quyết|chỉ tiêu|mục tiêu)(?!\p{L})/u;

/** "Giai đoạn 1 hoàn thành 60 % khối lượng, giai đoạn 2 phần còn lại 40 %": how far the work has come. */
function isProgress({ before, after }: Item): boolean {
  return (
    /^\s(?:của\s)?(?:tổng\s)?(?:khối lượng|công việc|phần việc|hạng mục|tiến độ|số nhiệm vụ|nhiệm vụ)(?!\p{L})/u.test(
      after,
    ) ||
    (/(?:^|\s)phần còn lại\s(?:là\s)?\(?$/u.test(before) && hasNoSubject(after))
  );
}

/** "80 % số xã có bố trí kinh phí", "100 % học sinh nghèo được hỗ trợ chi phí": a share of those who do or get it. */
const OF_OTHERS =
  /^\s(?:tổng\s)?số\s(?:cơ sở|đơn vị|trường|bệnh viện|trạm|xã|phường|thôn|hộ|người|lao động|trẻ|học sinh|hợp tác xã|doanh nghiệp)(?!\p{L})|^\s(?!(?:tổng\s)?(?:số\s)?(?:chi|thu|kinh phí|vốn|ngân sách|dự toán|nguồn|mức|giá trị|học phí|lãi)(?!\p{L}))\p{L}[^;]{2,90}\s(?:có|được|đã|chủ động|ban hành)\s/u;

/** What a number is, by its section, the words of its sentence and the years beside it. */
export function roleOf(
  item: Item,
  items: readonly Item[],
  sentence: string,
  paragraph: PlacedParagraph,
  { first: firstYear, written, period }: YearContext,
  { carried, isAimed }: Pick<SentenceYears, 'carried' | 'isAimed'>,
): RoleRead {
  const { before, after, number } = item;
  // What a comma parts off says of money how much: "hỗ trợ 100 % hộ bị thiệt hại, mức hỗ trợ …".
  const of = after.replace(/,\s(?:với\s)?(?:mức|kinh phí|trị giá|tổng mức)(?!\p{L}).*$/su, '');
  const own = `${before}${number.unit}${of}`;
  const led = paragraph.clean.slice(
    Math.max(item.start - 60, paragraph.clean.lastIndexOf(';', number.start) + 1),
    number.start,
  );
  const segment = paragraph.clean.slice(paragraph.clean.lastIndexOf(';', number.start) + 1, number.start);
  const isPercent = /^(?:%|phần trăm)/u.test(number.unit);
  const isIncome =
    INCOME.test(own) ||
    (onlyLeads(before.replaceAll(/(?:đến\s|vào\s)?năm\s(?:19|20)\d{2}/gu, ' ')) && INCOME.test(led));
  if (MONEY_UNIT.test(number.unit) && (!isIncome || paragraph.role === 'funding'))
    return { leftOut: 'money' };
  if (
    isPercent &&
    /(?:^|[\s,;])(?:giá (?:thuê|bán|vé|dịch vụ|điện|nước)|tiền thuê)(?!\p{L})[^,;%\d]*$/u.test(segment)
  )
    return { leftOut: 'money' };
  if (isPercent && /lãi suất(?!\p{L})[^,;%\d]*$/u.test(segment)) return { leftOut: 'money' };
  if (
    isOfSum(item, items, sentence) ||
    movesSum(item, items) ||
    sharesMoney(item, paragraph.clean) ||
    isShareOfFunds(item, paragraph.clean.slice(paragraph.from))
  )
    return { leftOut: 'money' };
  const isOfBudget = BUDGET_SHARE.test(own) && !OF_OTHERS.test(after) && !REVENUE_GROWS.test(before);
  if (FORECAST.test(paragraph.clean.slice(item.start, number.start))) return { leftOut: 'condition' };
  const isOfSource = BARE_SOURCE.test(before) && OF_SUM.test(sentence) && hasNoSubject(after);
  const isGrant = OPENS_GRANT.test(sentence) || OPENS_GRANT.test(segment) || PAYS_OUT.test(own);
  if (isPercent && OF_OUTPUT.test(after) && SPENT.test(segment)) return { leftOut: 'money' };
  if (isPercent && (isOfBudget || isOfSource || isGrant || OF_BUDGET.test(after)))
    return { leftOut: 'money' };
  if (isPercent && ((number.value !== 100 && OF_PLAN.test(after)) || isProgress(item)))
    return { leftOut: 'attribute' };
  // "18.500 người, bằng 102,8 % so với thực hiện năm 2025": one thing said twice.
  if (
    isPercent &&
    (/(?:^|[\s,(])bằng\s(?:(?:khoảng|gần|trên)\s)?$/u.test(before) || /^,\sđạt\s$/u.test(before)) &&
    /^\s(?:so với\s)?(?:ước\s)?(?:thực hiện|cùng kỳ|năm (?:trước|19|20)|mức (?:thực hiện|của) năm)|^\sso với\s/u.test(
      after,
    )
  )
    return { leftOut: 'attribute' };
  if (isPercent && /^\s(?:cho|đối với)\s/u.test(after) && GRANTS.test(paragraph.clean.slice(0, number.start)))
    return { leftOut: 'money' };
  // "phụ cấp tối thiểu 70 % đối với giáo viên, 30 % đối với nhân viên", "Hỗ trợ tiền đóng: hộ nghèo 50 %, hộ khác 30 %"
  if (
    isPercent &&
    ((/^\s(?:cho|đối với)\s/u.test(after) && PAID_BY_SHARE.test(segment)) ||
      (hasNoSubject(after) &&
        /^[^\p{L}]*(?:[a-zđ]\)\s)?hỗ trợ\s(?:một phần\s)?(?:tiền|chi phí|học phí|kinh phí)[^;]*:/u.test(
          segment,
        )))
  )
    return { leftOut: 'money' };
  // "được hưởng 40 % mức lương cơ sở, học nội trú hưởng 100 %"
  if (isPercent && hasNoSubject(after) && /(?:^|\s)hưởng\s(?:(?:mức|bằng)\s)*$/u.test(before))
    return { leftOut: 'money' };
  // "… 4 triệu đồng/hộ; hộ dân tộc thiểu số được hỗ trợ thêm 30 %": of the sum before it.
  if (
    isPercent &&
    hasNoSubject(after) &&
    /(?:hỗ trợ|trợ cấp|phụ cấp)(?:\s(?:thêm|tối đa|không quá|bằng|từ|thêm tối đa))*\s$/u.test(before) &&
    /đồng(?!\s?(?:bào|bộ|thời|ý))/u.test(sentence)
  )
    return { leftOut: 'money' };
  // "Nâng mức chuẩn lên 550.000 đồng, cao hơn 10 % so với quy định"
  if (
    isPercent &&
    NORM_OF_MONEY.test(segment) &&
    /^\s(?:so với\s)?(?:quy định|mức|chuẩn|định mức)/u.test(after)
  )
    return { leftOut: 'money' };
  if (isMeasuredByPlan(item, paragraph.clean)) return { value: 'baseline', rule: 'role-past' };
  // "mức 3 triệu đồng/hộ, người dân đóng góp từ 20 % trở lên": what each bears of a sum.
  if (
    isPercent &&
    /(?:^|\s)(?:đóng góp|đối ứng)(?:\s(?:từ|tối thiểu|ít nhất|không quá|khoảng|thêm))*\s$/u.test(before) &&
    hasNoSubject(after.replace(/^\strở (?:lên|xuống)/u, ''))
  )
    return { leftOut: 'money' };
  // "dành tối thiểu 20 % diện tích đất ở cho nhà ở xã hội": what the work is given.
  const isLand = isPercent && /^\s(?:(?:tổng\s)?diện tích\s)?(?:quỹ\s)?đất(?!\p{L})/u.test(after);
  if (isLand && /(?:^|\s)(?:bố trí|dành)\s(?:\p{L}+\s){0,2}$/u.test(before)) return { leftOut: 'attribute' };
  if (OF_WAGE.test(after)) return { leftOut: 'money' };
  if (
    paragraph.role === 'funding' &&
    (isPercent ||
      FUNDING_WORDS.test(sentence) ||
      /\d\s(?:nghìn |triệu |tỷ )?đồng/u.test(sentence) ||
      (number.unit === '' && !/\p{L}/u.test(after)))
  )
    return { leftOut: 'money' };
  const isCriterion =
    paragraph.above.some(({ clean: heading }) => CRITERIA.test(heading.trim())) ||
    OPENS_CRITERIA.test(paragraph.clean);
  if (isCriterion && !/phấn đấu|mục tiêu(?! quốc gia)/u.test(sentence)) return { leftOut: 'condition' };
  const column = paragraph.block.cell?.columnHeading.toLocaleLowerCase('vi') ?? '';
  const { cell } = paragraph.block;
  if (cell && (paragraph.role === 'funding' || OF_FUNDING.test(column)) && !INCOME.test(column))
    return { leftOut: 'money' };
  if (
    cell &&
    MONEY_UNIT.test(cell.unit.toLocaleLowerCase('vi')) &&
    !INCOME.test(cell.rowLabel.toLocaleLowerCase('vi'))
  )
    return { leftOut: 'money' };
  if (cell && OF_TASK.test(column)) return { leftOut: 'attribute' };
  if (cell?.isAside === true) return { value: 'baseline', rule: 'role-past' };
  if (isOfPast(column, firstYear)) return { value: 'baseline', rule: 'role-past' };
  if (startsMove(item, items)) return { value: 'baseline', rule: 'role-from' };
  // The year behind a multiple is what it is a multiple of.
  const beside = number.said === 'multiple' ? [] : besideYears(item, items, paragraph);
  if (beside.length > 0 && beside.every(({ to }) => to < firstYear))
    return { value: 'baseline', rule: 'role-past' };
  const aims = yearPhrases(sentence.replaceAll(/dự báo[^;.]*/gu, ' ')).filter(
    ({ to, isBase }) => !isBase && to >= firstYear,
  );
  // "65 % dân số … (hiện nay 51,7 %)": a bracket tells of the present, not of what stands outside.
  const isPast = PAST.test(outsideBrackets(sentence)) && aims.length === 0;
  if (paragraph.role === 'results') {
    const isAimed =
      aims.length > 0 && /phấn đấu|mục tiêu(?! quốc gia)/u.test(sentence) && !MISSED.test(sentence);
    return isAimed
      ? { value: 'target', rule: 'role-target' }
      : { value: 'baseline', rule: 'role-results-section' };
  }
  if (isPast && !/phấn đấu|bảo đảm|đảm bảo|duy trì/u.test(sentence))
    return { value: 'baseline', rule: 'role-past' };
  if (
    isReported(item, sentence, paragraph, {
      first: written,
      from: period?.from ?? written,
      carried,
      isAimed,
    })
  )
    return { value: 'baseline', rule: 'role-past' };
  if (/\(\s*hiện (?:nay|tại|còn|có|đang|đã)[^)]*$/u.test(before))
    return { value: 'baseline', rule: 'role-past' };
  const isPreface = paragraph.section === null && !isAimed && !/^\W*điều\s\d/u.test(paragraph.clean);
  if (isPreface || paragraph.role === 'basis') {
    if (
      aims.length === 0 &&
      !/phấn đấu|(?<!so với )mục tiêu(?! quốc gia)|bảo đảm|đảm bảo|(?:^|[\s,])sẽ\s/u.test(sentence)
    ) {
      return number.unit === '' ? { leftOut: 'attribute' } : { value: 'baseline', rule: 'role-past' };
    }
  }
  if (isOfEach(item, segment, sentence, paragraph.role)) return { leftOut: 'attribute' };
  if (isRunOfWork(item, items, paragraph.role) || isOfWork(item, items, paragraph.role, sentence))
    return { leftOut: 'attribute' };
  return { value: 'target', rule: 'role-target' };
}

/** "Hỗ trợ thêm 20 % mức đóng cho …; 30 % cho …" */
const GRANTS =
  /hỗ trợ(?:\s\p{L}+){0,4}\s\d[\d,]*\s?%\s(?:mức đóng|chi phí|kinh phí|học phí|tiền|tổng mức)(?!\p{L})(?:[^.]|\.\d)*[;,]\s(?:và\s)?$/u;

function outsideBrackets(words: string): string {
  return words.replaceAll(/\([^()]*\)/gu, ' ');
}

/** Nothing behind a share but the end of its part. */
function hasNoSubject(after: string): boolean {
  return /^[\s,;.:()]*$|^\s?[,;.)]/u.test(after);
}

/** A column of where things stood: its years are all before the document, or it says so. */
function isOfPast(heading: string, firstYear: number): boolean {
  const years = [...heading.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu)].map(([year]) => Number(year));
  if (/kế hoạch|mục tiêu|chỉ tiêu|phấn đấu/u.test(heading))
    return years.length > 0 && years.every((year) => year < firstYear);
  return (
    /hiện trạng|hiện nay|hiện có|đầu (?:năm|kỳ|giai đoạn)|thực hiện|ước đạt|ước thực hiện|kết quả/u.test(
      heading,
    ) ||
    (years.length > 0 && years.every((year) => year < firstYear))
  );
}

/** Years named between this number and the next, or in the brackets it stands in. */
function besideYears(
  { before, number, start }: Item,
  items: readonly Item[],
  paragraph: PlacedParagraph,
): YearPhrase[] {
  const next = items.find((one) => one.number.start > number.start);
  const behind = paragraph.clean.slice(
    number.unitEnd,
    Math.min(next?.start ?? Infinity, number.unitEnd + 40),
  );
  // A year with a colon or verb behind it is that of the next number.
  const close =
    /^\s?\(?(?:vào |của |trong |đến )?(?:cuối |hết |đầu )?năm\s(?:19|20)\d{2}(?!\s?(?::|là|đạt|có|chiếm|còn)|\d)/u.exec(
      behind,
    );
  const led = /so với[^,;]{0,40}năm\s\d{4}[^\d]*$/u.test(before)
    ? null
    : /(?:năm|cuối năm|đến năm)\s(?:19|20)\d{2}(?:[\s:,]|đạt|là|có|còn|chiếm|khoảng|trên|mới|chỉ)*$/u.exec(
        before,
      );
  const phrases = yearPhrases(` ${close?.[0] ?? ''} ${led?.[0] ?? ''}`);
  return start < 0 ? [] : phrases.filter(({ isBase }) => !isBase);
}
