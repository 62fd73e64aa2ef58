import type { Catalogue } from '../catalogue/catalogue.ts';
import { foldedName } from '../base/name.ts';
import { WEAK } from '../draft/doubts.ts';
import { thingOf } from '../draft/indicator/counted.ts';
import type { Doubt, Draft, DraftCell, DraftRow } from '../draft/model.ts';
import { nameOfRow } from '../draft/read/row-name.ts';
import { kindOf } from '../target/kinds/index.ts';
import type { BookRow, PlanningBook, RawEntry } from './book.ts';
import { doubtText, reasonText, rulesText } from './words.ts';

/** What the planner says of a new plan, as far as the document does not. */
export interface NewPlan {
  id: string;
  /** File name of the document. */
  source: string;
  province: string;
  period: { from: number; to: number };
  /** Fields of the head of another plan, taken over: issuer, form. */
  like: RawEntry | null;
}

/** With one of these doubts a number would say something else than the document: nothing is accepted unseen. */
export const TO_ASK: ReadonlySet<Doubt> = new Set([
  'stratum-words',
  'together',
  'points-or-percent',
  'base-other',
  'other-period',
  'number-format',
  'years-listed',
  'year-over-parts',
  'yearly-beside',
  'indicator-words',
  'base-period',
  'share-removed',
  'column-unclear',
  'each-year',
  'rate-goes-on',
  'two-indicators',
  'stock-moved',
  'points-over-years',
]);
const HEAD_SECTION = 'dau-van-ban';

/** The workbook of a draft: every row accepted but for those of which a person has to decide first. */
export function bookOfDraft(draft: Draft, text: string, plan: NewPlan, catalogue: Catalogue): PlanningBook {
  const rows = draft.rows.map((row) => rowOf(row, draft, text, plan, catalogue));
  const used = new Set(rows.map(({ entry }) => entry.section));
  const outline = draft.outline
    .filter(({ id }) => used.has(id))
    .map(({ id, title, line }) => ({ id, title: title === '' ? id : title, line: String(line) }));
  const sections = used.has(HEAD_SECTION)
    ? [{ id: HEAD_SECTION, title: 'Đầu văn bản', line: '1' }, ...outline]
    : outline;
  return {
    head: { ...headOf(draft, text, plan), sections },
    rows,
    leftOut: draft.leftOut.map(({ line, text: number, reason }) => ({
      line,
      text: number,
      reason: reasonText(reason),
    })),
    sentences: draft.sentences.map(({ line, text: said, rows: ids }) => ({ line, text: said, rows: ids })),
    text,
    ownLeftOut: null,
  };
}

function headOf(draft: Draft, text: string, plan: NewPlan): RawEntry {
  const lines = text.split(/\r\n|\n|\r/u).map((line) =>
    line
      .normalize('NFC')
      .replaceAll(/[#*_|]+/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
  );
  const head = lines.slice(0, HEAD_LINES);
  const at = head.findIndex((line) => /^(?:ỦY|UỶ|HỘI ĐỒNG|THỦ TƯỚNG|BỘ |TỈNH ỦY|CHÍNH PHỦ)/u.test(line));
  const below = head.slice(at + 1).find((line) => line !== '') ?? '';
  const issuer = [head[at] ?? '', /^(?:TỈNH|THÀNH PHỐ)\s/u.test(below) ? below : ''].join(' ').trim();
  const number = /Số:?\s*(\d[^\s;,]*\/[^\s;,]+)/u.exec(head.join('\n'))?.[1];
  const { like } = plan;
  const { from, to } = draft.period?.value ?? plan.period;
  const known = (field: string, own: string) => (own === '' ? (like?.[field] ?? '') : own);
  return {
    schema: '1',
    id: plan.id,
    source: plan.source,
    title: titleOf(head) || `${citedAs(head, undefined)} ${from}–${to}`,
    issuer: known('issuer', issuer) || 'Ủy ban nhân dân tỉnh',
    ...(number === undefined ? {} : { number }),
    date: draft.date?.value ?? String(from),
    province: plan.province,
    period: { from: String(from), to: String(to) },
    firstRound: String(from),
    form: like?.form ?? {
      code: '01/KH',
      basis: `Ban hành kèm theo ${citedAs(head, number)}`,
      receiver: issuer === '' ? 'Ủy ban nhân dân tỉnh' : issuer,
      signer: 'Thủ trưởng đơn vị',
      preparer: 'Người lập biểu',
    },
  };
}

const HEAD_LINES = 60;

/** The kind of document with the lines below it, up to what begins the text: an addressee, a basis, a numbered part. */
function titleOf(head: readonly string[]): string {
  const at = head.findIndex((line) => KIND_OF_DOCUMENT.test(line));
  if (at < 0) return '';
  const parts: string[] = [];
  for (const line of head.slice(at, at + MOST_TITLE_LINES)) {
    if (line === '' && parts.length > 1) break;
    // "Thực hiện …" begins the text where it names what is carried out; behind the kind it is the title itself.
    const begins = /^(?:Căn cứ|I\.|[-_*]{3}|\(|Kính gửi|Phần|PHẦN|HỘI ĐỒNG|ỦY BAN|UỶ BAN)/u.test(line);
    const isBasis = /^Thực hiện\s.*(?:,|;|số\s\d)/u.test(line) && parts.length > 1;
    if (parts.length > 0 && (begins || isBasis)) break;
    if (line !== '') parts.push(line.replaceAll(/[#*]/gu, '').trim());
  }
  return parts.join(' ');
}

const KIND_OF_DOCUMENT =
  /^[#*\s]*(KẾ HOẠCH|NGHỊ QUYẾT|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|ĐỀ ÁN|QUYẾT ĐỊNH|CHỈ THỊ|CHIẾN LƯỢC|BÁO CÁO)/u;

/** "Nghị quyết số 41/NQ-HĐND": the document as a form cites it. */
function citedAs(head: readonly string[], number: string | undefined): string {
  const kind = head.flatMap((line) => KIND_OF_DOCUMENT.exec(line)?.[1] ?? [])[0] ?? 'KẾ HOẠCH';
  const name = kind.charAt(0) + kind.slice(1).toLocaleLowerCase('vi');
  return number === undefined ? name : `${name} số ${number}`;
}

const MOST_TITLE_LINES = 8;

function rowOf(row: DraftRow, draft: Draft, text: string, plan: NewPlan, catalogue: Catalogue): BookRow {
  const [best] = row.proposals;
  const isKnown = best !== undefined && best.score >= WEAK;
  // Per cent of a base says nothing of the unit of what it is a change of.
  const isOfItself = kindOf({ kind: row.kind.value }).isRelative;
  const unit = row.unit === '' ? thingOf(row.counted) : row.unit;
  const wanted = isKnown ? null : { name: nameOf(row), unit: isOfItself ? '' : unit };
  const indicator = isKnown ? best.indicator : '';
  const said = doubtText(row.doubts);
  return {
    role: row.role.value,
    entry: entryOf(row, indicator, text, plan, catalogue),
    decision: isKnown && !row.doubts.some((doubt) => TO_ASK.has(doubt)) ? 'accept' : 'ask',
    why: said === '' ? '' : `${said}. Đọc theo: ${rulesText(row)}.`,
    sentence:
      row.cell === null
        ? (draft.sentences[row.sentence]?.text ?? row.quote)
        : `${isOneLine(row) ? lineOf(row, text) : row.quote} (${row.cell.columnHeading})`,
    at: row.cell === null ? atOf(row, draft) : null,
    proposals: row.proposals.map((one) => one.indicator),
    wanted,
    // A new indicator that is named by the words of its group needs no group beside it.
    ...(row.group === null || (wanted !== null && sharesWords(row.group, wanted.name))
      ? {}
      : { newGroup: groupName(row.group) }),
  };
}

function groupName(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

function nameOf({ named, cell, line, printed, said: words, unit, kind }: DraftRow): string {
  const said = (cell !== null && cell.rowLabel !== '' ? nameOfIndicator(cell) : named)
    .replaceAll(/\s+/gu, ' ')
    .replace(/^trong đó:?\s/iu, '')
    .replace(/\s(?:tăng|giảm)$/iu, '')
    .trim();
  const name = /\p{L}{2}/u.test(said) ? said : `Chỉ tiêu ở dòng ${line}, số ${printed ?? words ?? ''}`.trim();
  const { isRelative, measures } = kindOf({ kind: kind.value });
  // "Giảm 10 % số trẻ em bị đuối nước": by how much a count moves is no share.
  const isOfCount = isRelative || !measures.includes('share');
  const isBare = unit === '%' && !NOUN.test(name);
  if (isBare && isOfCount && COUNTED.test(name))
    return `Số ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`;
  const isShare = isBare && !isOfCount;
  if (isShare) return `Tỷ lệ ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`;
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}

/** What a name says of itself that it is, where it is no share. */
const NOUN =
  /^(?:tỷ lệ|tỷ trọng|mức|chỉ số|tỷ suất|tỷ số|số|tổng|diện tích|thu nhập|tốc độ|giá trị)(?!\p{L})/iu;
/** What is counted one by one. */
const COUNTED =
  /^(?:người|trẻ|hộ|vụ|ca|cặp|cuộc|trường hợp|xã|thôn|lượt|học sinh|lao động|phụ nữ|hội viên)(?!\p{L})/iu;

/** A part of a row with figures is one of its groups, the indicator is the same. */
function nameOfIndicator(cell: DraftCell): string {
  return cell.under?.hasFigures === true ? cell.under.label : nameOfRow(cell);
}

/** Where the number stands in the sentence as it is shown. */
function atOf({ at, printed, said, sentence }: DraftRow, draft: Draft): readonly [number, number] | null {
  const text = draft.sentences[sentence]?.text ?? '';
  const shown = printed ?? said;
  if (shown === null) return null;
  // A sentence is shown without the white space before it.
  for (const from of [at[0], ...[1, 2, 3].map((shift) => at[0] - shift)])
    if (text.slice(from, from + shown.length) === shown) return [from, from + shown.length];
  return null;
}

function entryOf(
  row: DraftRow,
  indicator: string,
  text: string,
  { period }: NewPlan,
  catalogue: Catalogue,
): RawEntry {
  const kind = kindOf({ kind: row.kind.value });
  const stratum = catalogue.strata.get(row.stratum.value ?? '');
  // A new indicator is named by the words of the document: the group is in its name.
  const isInName = (group: string) => indicator === '' && sharesWords(group, nameOf(row));
  const { from, to, base, basis } = row.years.value;
  const isTarget = row.role.value === 'target';
  const yearTo = to ?? (isTarget ? period.to : null);
  const yearFrom =
    from ?? (isTarget && kind.needsFirstYear ? Math.min(period.from, yearTo ?? period.from) : null);
  const implied = kind.hasValue
    ? { value: String(row.value ?? 0), reason: impliedReason(row) }
    : { reason: impliedReason(row) };
  const comparator = kind.hasValue ? (row.low === null ? row.comparator.value : 'range') : null;
  return {
    id: row.id,
    ...(indicator === '' ? {} : { indicator }),
    kind: row.kind.value,
    ...(comparator === null ? {} : { comparator }),
    line: String(row.line),
    quote: isOneLine(row) ? lineOf(row, text) : row.quote,
    ...(row.cell !== null && isOneLine(row)
      ? { cell: { row: row.cell.rowLabel, column: row.cell.columnHeading } }
      : {}),
    ...(row.printed === null ? { implied } : { printed: row.printed }),
    section: row.section ?? HEAD_SECTION,
    bullet: row.bullet,
    ...(stratum !== undefined && !isInName(stratum.name.vi) ? { stratum: stratum.id } : {}),
    ...(yearFrom === null || yearTo === null ? {} : { yearFrom: String(yearFrom) }),
    ...(yearTo === null ? {} : { yearTo: String(yearTo) }),
    ...(base !== null && kind.isRate ? { baseYear: String(base) } : {}),
    yearBasis: yearTo === null ? 'none' : basis === 'none' ? 'period' : basis,
    ...(row.average && kind.canAverage ? { average: 'yes' } : {}),
  };
}

/** Whether the last words of a group's name stand in an indicator's: "Chăm sóc người cao tuổi cô đơn" by "người cao tuổi cô đơn". */
function sharesWords(group: string, name: string): boolean {
  const words = foldedName(group.toLocaleLowerCase('vi')).split(' ');
  return foldedName(name.toLocaleLowerCase('vi')).includes(
    words.slice(-Math.min(words.length, LAST_WORDS)).join(' '),
  );
}

const LAST_WORDS = 3;

/** Whether it stands in a table whose rows are lines, and is cited by row and column. */
function isOneLine({ cell }: DraftRow): boolean {
  return cell !== null && cell.flat === undefined;
}

/** The row of a table that a cell stands in. */
function lineOf({ line }: DraftRow, text: string): string {
  return (text.split('\n')[line - 1] ?? '').trim();
}

function impliedReason(row: DraftRow): string {
  const said = row.said ?? row.subject.replaceAll(/\s+/gu, ' ').trim();
  return row.value === null
    ? `Câu không ghi chữ số: “${said}”`
    : `“${said}” đọc là ${String(row.value).replace('.', ',')}${row.unit === '' ? '' : ` ${row.unit}`}`;
}
