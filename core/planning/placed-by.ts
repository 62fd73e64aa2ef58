import { foldedName } from '../base/name.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { textField, type BookRow } from './book.ts';

/** Domain and body that are proposed for a new indicator, by name, and on what ground; '' where there is none. */
export interface PlacedBy {
  domain: string;
  body: string;
  ground: string;
}

/** What a proposal is drawn from beside the row itself. */
export interface PlanTold {
  /** ISO day, month or year of the plan; '' where it is not known. */
  date: string;
  title: string;
  /** Titles of its sections by their ids. */
  sections: ReadonlyMap<string, string>;
}

/** Words that name a domain of the catalogue wherever they stand; the first that fits. */
const DOMAINS: readonly (readonly [domain: string, words: RegExp])[] = [
  ['merit', /người có công|liệt sĩ|thương binh|mẹ việt nam anh hùng/u],
  ['social-insurance', /bảo hiểm (?:xã hội|thất nghiệp)|(?<!\p{L})(?:bhxh|bhtn)(?!\p{L})|lương hưu|hưu trí/u],
  [
    'health',
    /y tế|bác s[ĩỹ]|bệnh|sức khỏe|sức khoẻ|tiêm chủng|vắc xin|suy dinh dưỡng|thai|tử vong|sinh sản|hiv|methadone/u,
  ],
  [
    'education',
    /giáo dục (?!nghề)|trường (?:học|mầm non|tiểu học|trung học)|học sinh|giáo viên|mù chữ|mầm non/u,
  ],
  ['employment', /việc làm|học nghề|đào tạo nghề|giáo dục nghề nghiệp|lao động|thất nghiệp/u],
  ['water', /nước sạch|nước sinh hoạt|nước hợp vệ sinh|nhà tiêu|chất thải|rác thải|vệ sinh môi trường/u],
  ['housing', /nhà ở|nhà tạm|dột nát|căn hộ/u],
  ['information', /viễn thông|internet|truyền thanh|phát thanh|truyền hình|chuyển đổi số|dịch vụ công/u],
  ['culture', /văn hóa|văn hoá|thể thao|thư viện|di tích/u],
  [
    'poverty',
    /hộ nghèo|cận nghèo|giảm nghèo|bảo trợ xã hội|trợ giúp xã hội|khuyết tật|người cao tuổi|mồ côi/u,
  ],
];

/** So many of the indicators of a domain have to be of one body for it to be proposed. */
const MOST = 0.6;
/** Domain and body of a new indicator, as far as its name, its heading, its sentence or the plan's title gives a ground. */
export function placedBy(row: BookRow, name: string, catalogue: Catalogue, told: PlanTold): PlacedBy {
  const heading = told.sections.get(textField(row.entry, 'section')) ?? '';
  const domain = domainOf(name, heading, told);
  const named = bodyNamed(row.sentence, catalogue, told.date);
  const usual = domain === null ? null : bodyOfDomain(domain.id, catalogue, told.date);
  const body = named ?? usual;
  const grounds = [
    ...(domain === null ? [] : [`lĩnh vực: ${domain.ground}`]),
    ...(body === null
      ? []
      : [named === null ? 'cơ quan: giữ phần lớn số của lĩnh vực' : 'cơ quan: câu nêu tên']),
  ];
  return {
    domain: catalogue.domains.get(domain?.id ?? '')?.name.vi ?? '',
    body: body ?? '',
    ground: grounds.length === 0 ? '' : `Đề xuất, cần xem lại. ${grounds.join('; ')}.`,
  };
}

function domainOf(name: string, heading: string, told: PlanTold): { id: string; ground: string } | null {
  const said = (words: string) =>
    DOMAINS.find(([, pattern]) => pattern.test(words.toLocaleLowerCase('vi')))?.[0];
  const own = said(name);
  if (own !== undefined) return { id: own, ground: 'theo tên chỉ tiêu' };
  const above = said(heading);
  if (above !== undefined) return { id: above, ground: `theo đề mục “${heading}”` };
  const whole = said(told.title);
  return whole === undefined ? null : { id: whole, ground: 'theo tên kế hoạch' };
}

/** The body that a sentence names, in the form it has at the date; null where it names none or several. */
function bodyNamed(sentence: string, { bodies }: Catalogue, date: string): string | null {
  const words = foldedName(sentence);
  const named = [...bodies.values()]
    .filter((one) => words.includes(foldedName(one.name ?? one.id)))
    .map(({ id }) => atDate(id, bodies, date));
  const [only] = new Set(named);
  return new Set(named).size === 1 ? (only ?? null) : null;
}

/** The body that most indicators of a domain are of; null where none has most of them. */
function bodyOfDomain(domain: string, { indicators, bodies }: Catalogue, date: string): string | null {
  const held = [...indicators.values()]
    .filter((one) => one.domain === domain)
    .map(({ source }) => source.body);
  const counts = new Map<string, number>();
  for (const body of held) counts.set(body, (counts.get(body) ?? 0) + 1);
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  return most === undefined || most[1] < held.length * MOST ? null : atDate(most[0], bodies, date);
}

/** A body as it is called on the day of a plan: itself, or who took over from it. */
function atDate(id: string, bodies: Catalogue['bodies'], date: string): string {
  const body = bodies.get(id);
  const hasEnded = body?.validTo !== undefined && date !== '' && date > body.validTo;
  return hasEnded && body.successor !== undefined && bodies.has(body.successor) ? body.successor : id;
}
