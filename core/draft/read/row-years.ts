import type { TargetKind } from '../../plan/schema.ts';
import { kinds } from '../../target/kinds/index.ts';
import type { Item } from '../items.ts';
import type { DraftRow, Read } from '../model.ts';
import type { Paragraph } from '../paragraph.ts';
import type { YearPhrase } from '../year-phrases.ts';
import type { FoundYears, YearContext } from './year.ts';

/** Which of the years a kind keeps. */
export function rowYears(
  { value: kind, rule: why }: Read<TargetKind>,
  { value, rule }: Read<FoundYears>,
  { period, first }: YearContext,
  isOfOneYear = false,
): DraftRow['years'] {
  const { needsFirstYear, isRate, isSinceBase, addsUp } = kinds[kind];
  const isCaseload = why === 'kind-caseload';
  const start = period?.from ?? first;
  const spans = needsFirstYear || isSinceBase || value.onwards || isCaseload;
  // "Tổ chức 01 hội thi vào năm 2027": what takes place does so in that year, not up to it.
  const isOnce = addsUp && value.from === null && isOfOneYear;
  const since =
    // "Năm 2027 giảm 2 % so với năm 2026" is of that year alone.
    (addsUp && (value.isWithin || isOnce)) || // "Bình quân giảm 2,5 %/năm (năm 2022: 2,5 %; …)"
    (isRate && value.isWithin && rule === 'year-beside') ||
    (isRate && value.base !== null && value.base + 1 === value.to)
      ? value.to
      : spans
        ? (value.from ?? Math.min(start, value.to ?? start))
        : null;
  const base = isRate && since !== null ? since - 1 : null;
  return {
    value: {
      from: isSinceBase ? null : since,
      to: value.to,
      base: isSinceBase ? (value.base ?? base) : base,
      basis: value.basis,
    },
    rule,
  };
}

/** "xuống dưới 2 % vào năm 2025 và duy trì dưới 2 % đến năm 2030": what is kept is kept from when it was reached. */
export function keptSince(
  read: Read<FoundYears>,
  { before, segment }: Item,
  last: Item | undefined,
  reached: DraftRow | undefined,
): Read<FoundYears> {
  const years = read.value;
  const since = reached?.years.value.to ?? null;
  return last?.segment === segment &&
    since !== null &&
    years.from === null &&
    years.to !== null &&
    since < years.to &&
    reached?.years.value.from === null &&
    /^[\s,]*(?:và\s)?(?:tiếp tục\s)?duy trì\s/u.test(before)
    ? { ...read, value: { ...years, from: since } }
    : read;
}

/**
 * The year of a figure of the present: beside its number ("từ 4,2 % năm 2025 xuống …", "(năm 2020)"), or the last that
 * its sentence names before it and that is no aim. None where the document gives none.
 */
export function baselineYears(
  { number, start }: Item,
  next: Item | undefined,
  phrases: readonly YearPhrase[],
  { clean, block }: Pick<Paragraph, 'clean' | 'block'>,
  { first }: YearContext,
): DraftRow['years'] {
  const limit = Math.min(next?.start ?? Infinity, number.unitEnd + BESIDE);
  const behind = phrases.find(
    (one) =>
      !one.isBase &&
      one.start >= number.unitEnd &&
      one.end <= limit + 1 &&
      /^\s?\(?[^,;.\d]*$/u.test(clean.slice(number.unitEnd, one.start)),
  );
  const before = phrases.filter(
    (one) => !one.isBase && one.end <= number.start && (one.to < first || one.start >= start),
  );
  const ofColumn = /(?<!\d)(?:19|20)\d\d(?!\d)/u.exec(block.cell?.columnHeading ?? '')?.[0];
  if (ofColumn !== undefined)
    return {
      value: { from: null, to: Number(ofColumn), base: null, basis: 'heading' },
      rule: 'year-cell',
    };
  const found = behind ?? before.at(-1);
  if (found === undefined)
    return { value: { from: null, to: null, base: null, basis: 'none' }, rule: 'year-none' };
  return { value: { from: found.from, to: found.to, base: null, basis: 'explicit' }, rule: 'year-past' };
}

/** Farther behind a number a year is another's. */
const BESIDE = 60;
