import type { ReportView } from './view.ts';
import type { TargetView } from './targets.ts';
import { dayText } from './coverage.ts';
import { reportWords } from './words.ts';

/** A numbered part of the report on paper. */
export interface PaperSection {
  title: string;
  /** A paragraph each. */
  lines: string[];
}

/** What the two pages of the report on paper say, beside its tables. */
export interface Paper {
  /** Left and right head: who issues it, and the words of the state. */
  issuer: [above: string, name: string];
  state: [country: string, motto: string];
  number: string;
  placeAndDay: string;
  kind: string;
  about: string;
  opening: string;
  /** The first is followed by the table of domains. */
  sections: PaperSection[];
  closing: string;
  recipients: { head: string; lines: string[] };
  signature: { office: string; note: string };
  /** Titles of the annexes, and what each says of the report it belongs to. */
  annexes: Record<
    'bullets' | 'units' | 'plots' | 'ranking' | 'returns' | 'open',
    { name: string; title: string }
  >;
  annexOf: string;
}

/** How many gaps the two pages have room for, how many names and changes, and how long a reason may be there. */
const ROOM = { gaps: 3, names: 12, changes: 4, reason: 160 };

/** The texts of the report on paper, in the layout of Nghị định 30/2020/NĐ-CP. */
export function paperOf(view: ReportView): Paper {
  return view.language === 'vi' ? vietnamese(view) : english(view);
}

/** "Tỉnh Lai Châu" is "Lai Châu" where a place is named. */
export function placeName(name: string): string {
  return name.replace(/^(?:tỉnh|thành phố)\s+/iu, '');
}

function vietnamese(view: ReportView): Paper {
  const { province, round, plans, movement, language } = view;
  const words = reportWords.vi;
  const documents = plans.map(({ title, document }) => `${title} (${document})`).join('; ');
  return {
    issuer: ['ỦY BAN NHÂN DÂN', province.name.toLocaleUpperCase('vi')],
    state: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    number: 'Số:        /BC-UBND',
    placeAndDay: `${placeName(province.name)}, ngày       tháng       năm ${Number(view.today.slice(0, 4))}`,
    kind: 'BÁO CÁO',
    about: `Kết quả thực hiện các chỉ tiêu chính sách xã hội ${round.name}`,
    opening: `Thực hiện ${documents}, kết quả ${round.name} (số liệu đến ngày ${dayText(round.cutOff, language)}) như sau:`,
    sections: [
      {
        title: 'Kết quả chung',
        lines: generalLines(view),
      },
      { title: 'Chênh lệch lớn nhất và lý do', lines: gapLines(view) },
      { title: words.sections.late, lines: missingLines(view) },
      { title: 'Thay đổi so với năm trước', lines: [movement, ...changeLines(view)] },
    ],
    closing: `Chi tiết theo từng ý của kế hoạch, từng đơn vị và lộ trình ở các phụ lục kèm theo.`,
    recipients: {
      head: 'Nơi nhận:',
      lines: [
        ...new Set(plans.map(({ receiver }) => receiver)),
        'Các sở, ban, ngành liên quan',
        'Lưu: VT',
      ].map((line, at, all) => `- ${line}${at === all.length - 1 ? '.' : ';'}`),
    },
    signature: { office: 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', note: '(Chữ ký, dấu, họ và tên)' },
    annexes: {
      bullets: { name: 'Phụ lục I', title: words.sections.bullets.toLocaleUpperCase('vi') },
      units: { name: 'Phụ lục II', title: words.sections.grid.toLocaleUpperCase('vi') },
      plots: { name: 'Phụ lục III', title: words.sections.plots.toLocaleUpperCase('vi') },
      ranking: { name: 'Phụ lục IV', title: words.sections.ranking.toLocaleUpperCase('vi') },
      returns: { name: 'Phụ lục V', title: words.sections.coverage.toLocaleUpperCase('vi') },
      open: {
        name: 'Phụ lục VI',
        title: 'CHỈ TIÊU CHƯA CÓ ĐÁNH GIÁ VÀ CHÊNH LỆCH GIỮA CÁC CẤP',
      },
    },
    annexOf: `(Kèm theo Báo cáo số        /BC-UBND ngày       tháng       năm ${Number(view.today.slice(0, 4))})`,
  };
}

function english(view: ReportView): Paper {
  const { province, round, plans, movement, language, today } = view;
  const words = reportWords.en;
  const documents = plans.map(({ title, document }) => `${title} (${document})`).join('; ');
  const name = placeName(province.name);
  return {
    issuer: ["PEOPLE'S COMMITTEE", `OF ${name.toLocaleUpperCase('vi')}`],
    state: ['THE SOCIALIST REPUBLIC OF VIET NAM', 'Independence - Freedom - Happiness'],
    number: 'No.:        /BC-UBND',
    placeAndDay: `${name}, ${today.slice(0, 4)}`,
    kind: 'REPORT',
    about: `Results of the social policy targets, ${round.name}`,
    opening: `Under ${documents}, the results of ${round.name} (figures until ${dayText(round.cutOff, language)}) are as follows:`,
    sections: [
      {
        title: 'Results',
        lines: generalLines(view),
      },
      { title: words.sections.worst, lines: gapLines(view) },
      { title: words.sections.late, lines: missingLines(view) },
      { title: words.sections.changes, lines: [movement, ...changeLines(view)] },
    ],
    closing: 'Every bullet of the plan, every unit and the paths are in the annexes.',
    recipients: {
      head: 'To:',
      lines: [...new Set(plans.map(({ receiver }) => receiver))].map((line) => `- ${line}`),
    },
    signature: { office: 'CHAIRPERSON', note: '(signature, seal, name)' },
    annexes: {
      bullets: { name: 'Annex I', title: words.sections.bullets },
      units: { name: 'Annex II', title: words.sections.grid },
      plots: { name: 'Annex III', title: words.sections.plots },
      ranking: { name: 'Annex IV', title: words.sections.ranking },
      returns: { name: 'Annex V', title: words.sections.coverage },
      open: { name: 'Annex VI', title: 'Targets without a verdict, and levels that differ' },
    },
    annexOf: '(of the report No.        /BC-UBND)',
  };
}

/** How many are met, why others have no verdict, who has sent, where levels differ. */
function generalLines(view: ReportView): string[] {
  const { headline, judgedBy, noVerdict, coverage, levels, closed, published } = view;
  return [
    headline,
    judgedBy,
    noVerdict.sentence,
    `${coverage.sentence} ${coverage.figures}`,
    levels.sentence,
    closed ?? '',
    published ?? '',
  ].filter((line) => line !== '');
}

function gapLines({ worst, noWorst, targets }: ReportView): string[] {
  const byKey = new Map(targets.map((one) => [one.key, one]));
  const lines = worst
    .slice(0, ROOM.gaps)
    .flatMap((key) => byKey.get(key) ?? [])
    .map((one, at) => gapLine(one, at + 1));
  return lines.length === 0 ? [noWorst] : lines;
}

/** A gap on one paragraph: the bullet's number, what is said of it, the first reason that was given. */
function gapLine(one: TargetView, at: number): string {
  const [reason] = one.reasons;
  const missing = one.missingSaid === null ? '' : ` – ${one.missingSaid}`;
  const why = reason ? `${reason.by}: ${shortened(reason.text)}` : one.noReason;
  return `${at}. ${one.name} (${one.cited})${missing}. ${one.sentence} ${why}`.trim();
}

/** A text as far as there is room for it, whole words with a mark where something is left out. */
export function shortened(text: string, room: number = ROOM.reason): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= room) return line;
  const end = line.lastIndexOf(' ', room);
  return `${line.slice(0, end > 0 ? end : room)}…`;
}

function missingLines({ coverage, language }: ReportView): string[] {
  const words = reportWords[language];
  const vi = language === 'vi';
  if (coverage.missing.length === 0)
    return [coverage.late.length === 0 ? words.noneLate : words.onlyLate(coverage.late.length)];
  const states = [...new Set(coverage.missing.map(({ word }) => word))];
  return states.map((state) => {
    const names = coverage.missing.filter(({ word }) => word === state).map(({ name }) => name);
    const shown = names.slice(0, ROOM.names).join(', ');
    const more = names.length - ROOM.names;
    const rest =
      more <= 0 ? '' : vi ? ` và ${more} đơn vị khác (Phụ lục V)` : ` and ${more} others (Annex V)`;
    return `- ${names.length} ${state}: ${shown}${rest}.`;
  });
}

function changeLines({ changes, language }: ReportView): string[] {
  const vi = language === 'vi';
  const shown = changes
    .slice(0, ROOM.changes)
    .map(({ name, cited, before, after }) =>
      vi
        ? `- ${name} (${cited}): ${before} năm trước, nay ${after}.`
        : `- ${name} (${cited}): ${before} last year, now ${after}.`,
    );
  const more = changes.length - ROOM.changes;
  if (more <= 0) return shown;
  return [
    ...shown,
    vi ? `- và ${more} chỉ tiêu khác (Phụ lục I).` : `- and ${more} other targets (Annex I).`,
  ];
}
