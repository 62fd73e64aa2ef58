import { kinds } from '../target/kinds/index.ts';
import { doubtsOf } from './doubts.ts';
import { endAt } from './end-at.ts';
import { leavesUnsaid } from './indicator/covers.ts';
import { proposeIndicators } from './indicator/propose.ts';
import type { DraftRow } from './model.ts';
import { groupsOf } from './read/groups.ts';
import type { SentenceYears } from './read/year.ts';
import type { RowContext, SentenceRows } from './rows.ts';
import type { Sentence } from './sentences.ts';

/** What says that nothing is left, that all is reached, or that something is to be done. */
const NONE = /(?<!\p{L})(?:không còn|không để còn|xóa|xoá|chấm dứt|loại trừ)(?!\p{L}|\s(?:mù chữ|đói))/gu;
const ALL =
  /(?<!\p{L})(?:tất cả|toàn bộ)\s(?:các\s|số\s)?\p{L}[^,;.:\d]{2,60}?\s(?:được|có|đạt|tham gia|sử dụng|hoàn thành)(?!\p{L})/gu;
const DONE = /(?<!\p{L})(?<!đã (?:cơ bản )?)hoàn thành(?!\p{L})/gu;
/** Where the words of an end end: at the next clause with a verb of its own. */
const NEXT =
  /[;.:]|,\s(?:và\s)?(?=(?:không còn|xóa|xoá|chấm dứt|hoàn thành|giảm|nâng|tăng|tỷ lệ|số|đạt|có|phấn đấu|bảo đảm|đảm bảo|duy trì|trong đó|riêng|đến năm|từng bước|góp phần|tạo)(?!\p{L}))/u;
const LEAST_WORDS = 3;
const ONLY_WHEN =
  /^hoàn thành\s(?:(?:vào|trong|đến|trước|hết|cuối|đầu)\s)*(?:năm|giai đoạn)\s(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?$/u;

/**
 * The ends of a sentence that print no number: "không còn xã đặc biệt khó khăn" is 0, "tất cả các xã có trạm y tế" is
 * 100 %, "hoàn thành …" a milestone. Only where aims are set, and where no number of the sentence says as much.
 */
export function endRows(
  sentence: Sentence,
  { items }: Pick<SentenceRows, 'items'>,
  years: SentenceYears,
  index: number,
  context: RowContext,
): DraftRow[] {
  const { paragraph, start, end } = sentence;
  const from = Math.max(start, paragraph.from);
  const words = paragraph.clean.slice(from, end);
  const isAim =
    paragraph.role === 'targets' ||
    (paragraph.role === 'tasks' && /phấn đấu|(?:đến|vào|hết)\s(?:cuối\s|hết\s)?năm\s20/u.test(words));
  if (!isAim || paragraph.isHeading || paragraph.block.cell !== undefined) return [];
  const cues = [
    ...[...words.matchAll(NONE)].map(({ index: at }) => ({ at, value: 0, unit: '' })),
    ...[...words.matchAll(ALL)].map(({ index: at }) => ({ at, value: 100, unit: '%' })),
    ...(paragraph.role === 'targets' ? [...words.matchAll(DONE)] : []).map(({ index: at }) => ({
      ...{ at, value: null, unit: '' },
    })),
  ].sort((left, right) => left.at - right.at);
  let taken = from;
  return cues.flatMap(({ at, value, unit }) => {
    const begin = from + at;
    if (begin < taken) return [];
    const stop = NEXT.exec(paragraph.clean.slice(begin, end))?.index ?? end - begin;
    const close = begin + stop;
    const hasNumber = items.some(
      ({ number, start: own }) => number.start < close && (number.start >= begin || own > begin),
    );
    const said = paragraph.text.slice(begin, close).trim();
    // "400 căn hoàn thành năm 2027": when what is counted is done, no end of its own.
    if (ONLY_WHEN.test(paragraph.clean.slice(begin, close).trim())) return [];
    if (hasNumber || said.split(' ').length < LEAST_WORDS) return [];
    taken = close;
    return [rowOf({ begin, close: begin + said.length, value, unit }, sentence, years, index, context)];
  });
}

function rowOf(
  { begin, close, value, unit }: { begin: number; close: number; value: number | null; unit: string },
  sentence: Sentence,
  years: SentenceYears,
  index: number,
  context: RowContext,
): DraftRow {
  const { paragraph, start } = sentence;
  const said = paragraph.text.slice(begin, close);
  const read = endAt(sentence, begin, close, years, context);
  const proposals = proposeIndicators(
    { ...read.wanted, unit: unit === '' ? null : unit },
    context.indicators,
  );
  const name = context.catalogue.indicators.get(proposals[0]?.indicator ?? '')?.name.vi ?? '';
  const groups = groupsOf({
    ...{ sentence, item: read.item, items: [read.item], near: read.wanted.own, name },
    ...{ strata: context.strata, isOfEach: true, sameAs: undefined, before: undefined },
  });
  const line = paragraph.lineAt[begin] ?? 1;
  const { hasValue } = kinds[read.kind.value];
  const row: DraftRow = {
    id: `d${line}-${begin}k`,
    role: { value: 'target', rule: 'role-target' },
    sentence: index,
    section: paragraph.section?.id ?? null,
    bullet: `b${paragraph.index}`,
    ...{ cell: null, line, quote: said, printed: null, said, at: [begin - start, close - start] },
    ...{
      value: hasValue ? (read.kind.rule === 'kind-zero' ? 0 : value) : null,
      low: null,
      high: null,
      unit,
      counted: '',
    },
    named: said,
    subject: read.wanted.own,
    around: read.wanted.around,
    comparator: { value: hasValue ? 'equal' : null, rule: 'comparator-bare' },
    kind: read.kind,
    years: read.years,
    average: false,
    stratum: groups.strata.length === 1 ? (groups.strata[0] ?? NONE_OF_THEM) : NONE_OF_THEM,
    ...{ group: groups.missing, list: null, proposals, doubts: [] },
  };
  const group = context.catalogue.strata.get(row.stratum.value ?? '')?.name.vi ?? '';
  const isNameShort = leavesUnsaid(
    ...([
      read.wanted.own,
      proposals[0]?.indicator ?? '',
      group,
      context.catalogue,
      context.indicators,
      UNSAID_OF_END,
    ] as const),
  );
  return { ...row, doubts: doubtsOf(row, groups, read.item, isNameShort) };
}

/** No number says what is meant, so the name has to. */
const UNSAID_OF_END = 0.3;
const NONE_OF_THEM: DraftRow['stratum'] = { value: null, rule: 'stratum-none' };
