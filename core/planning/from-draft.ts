import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Draft, DraftRow } from '../draft/model.ts';
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

/** Below this the best indicator is no more than a guess. */
const WEAK = 0.45;
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
    title: titleOf(head) || `Kế hoạch ${from}–${to}`,
    issuer: known('issuer', issuer) || 'Ủy ban nhân dân tỉnh',
    ...(number === undefined ? {} : { number }),
    date: draft.date?.value ?? String(from),
    province: plan.province,
    period: { from: String(from), to: String(to) },
    firstRound: String(from),
    form: like?.form ?? {
      code: '01/KH',
      basis: `Ban hành kèm theo ${number === undefined ? 'Kế hoạch' : `Kế hoạch số ${number}`}`,
      receiver: issuer === '' ? 'Ủy ban nhân dân tỉnh' : issuer,
      signer: 'Thủ trưởng đơn vị',
      preparer: 'Người lập biểu',
    },
  };
}

const HEAD_LINES = 60;

/** The kind of document with the lines below it, up to a line that begins the text. */
function titleOf(head: readonly string[]): string {
  const at = head.findIndex((line) =>
    /^[#*\s]*(?:KẾ HOẠCH|NGHỊ QUYẾT|CHƯƠNG TRÌNH|ĐỀ ÁN|QUYẾT ĐỊNH|CHỈ THỊ|BÁO CÁO)/u.test(line),
  );
  if (at < 0) return '';
  const parts: string[] = [];
  for (const line of head.slice(at, at + MOST_TITLE_LINES)) {
    if (line === '' && parts.length > 1) break;
    if (parts.length > 0 && /^(?:Thực hiện|Căn cứ|I\.|[-_*]{3})/u.test(line)) break;
    if (line !== '') parts.push(line.replaceAll(/[#*]/gu, '').trim());
  }
  return parts.join(' ');
}

const MOST_TITLE_LINES = 8;

function rowOf(row: DraftRow, draft: Draft, text: string, plan: NewPlan, catalogue: Catalogue): BookRow {
  const [best] = row.proposals;
  const isKnown = best !== undefined && best.score >= WEAK;
  // Per cent of a base says nothing of the unit of what it is a change of.
  const isOfItself = kindOf({ kind: row.kind.value }).isRelative;
  const wanted = isKnown ? null : { name: nameOf(row), unit: isOfItself ? '' : row.unit };
  const indicator = isKnown ? best.indicator : '';
  const said = doubtText(row.doubts);
  return {
    role: row.role.value,
    entry: entryOf(row, indicator, text, plan, catalogue),
    decision: isKnown ? 'accept' : 'ask',
    why: said === '' ? '' : `${said}. Đọc theo: ${rulesText(row)}.`,
    sentence:
      row.cell === null
        ? (draft.sentences[row.sentence]?.text ?? row.quote)
        : `${lineOf(row, text)} (${row.cell.columnHeading})`,
    at: row.cell === null ? atOf(row, draft) : null,
    proposals: row.proposals.map((one) => one.indicator),
    wanted,
  };
}

function nameOf({ subject, cell, line, printed, unit, kind }: DraftRow): string {
  const said = (cell !== null && cell.rowLabel !== '' ? cell.rowLabel : subject)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const words = /\p{L}{2}/u.test(said) ? said : `Chỉ tiêu ở dòng ${line}, số ${printed ?? ''}`.trim();
  const isShare = unit === '%' && !kindOf({ kind: kind.value }).isRelative && !/^tỷ lệ/iu.test(words);
  if (isShare) return `Tỷ lệ ${words.charAt(0).toLocaleLowerCase('vi')}${words.slice(1)}`;
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

/** Where the number stands in the sentence as it is shown. */
function atOf({ at, printed, sentence }: DraftRow, draft: Draft): readonly [number, number] | null {
  const text = draft.sentences[sentence]?.text ?? '';
  if (at === null || printed === null) return null;
  // A sentence is shown without the white space before it.
  for (const from of [at[0], ...[1, 2, 3].map((shift) => at[0] - shift)])
    if (text.slice(from, from + printed.length) === printed) return [from, from + printed.length];
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
    quote: row.cell === null ? row.quote : lineOf(row, text),
    ...(row.cell === null ? {} : { cell: { row: row.cell.rowLabel, column: row.cell.columnHeading } }),
    ...(row.printed === null ? { implied } : { printed: row.printed }),
    section: row.section ?? HEAD_SECTION,
    bullet: row.bullet,
    ...(row.stratum.value !== null && catalogue.strata.has(row.stratum.value)
      ? { stratum: row.stratum.value }
      : {}),
    ...(yearFrom === null || yearTo === null ? {} : { yearFrom: String(yearFrom) }),
    ...(yearTo === null ? {} : { yearTo: String(yearTo) }),
    ...(base !== null && kind.isRate ? { baseYear: String(base) } : {}),
    yearBasis: yearTo === null ? 'none' : basis === 'none' ? 'period' : basis,
    ...(row.average && kind.canAverage ? { average: 'yes' } : {}),
  };
}

/** The row of a table that a cell stands in. */
function lineOf({ line }: DraftRow, text: string): string {
  return (text.split('\n')[line - 1] ?? '').trim();
}

function impliedReason(row: DraftRow): string {
  return `Câu không ghi chữ số: “${row.subject.replaceAll(/\s+/gu, ' ').trim()}”`;
}
