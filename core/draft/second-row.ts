import type { Catalogue } from '../catalogue/catalogue.ts';
import { WEAK } from './doubts.ts';
import { type IndicatorIndex, proposeIndicators } from './indicator/propose.ts';
import { otherNamed } from './indicator/two-in-one.ts';
import { syllablesOf } from './indicator/words.ts';
import type { Doubt, DraftRow } from './model.ts';
import { eachOfTwo } from './read/each-of-two.ts';
import { type StrataIndex, strataIn } from './read/stratum.ts';

/** What rows are proposed by. */
interface Known {
  indicators: IndicatorIndex;
  strata: StrataIndex;
  catalogue: Catalogue;
}

/**
 * A row, or both rows of one share that is of two indicators: each with the words and the proposals of its own, and
 * both to be asked about.
 * @param words those of the number, with the commas between them
 */
export function rowsOfShare(row: DraftRow, words: string, context: Known): DraftRow[] {
  if (!/^(?:%|‰)/u.test(row.unit)) return [row];
  const other = row.unit === '%' ? otherNamed(row.subject, row.proposals, context.catalogue) : null;
  const second = { ...row, id: `${row.id}-2` };
  if (other !== null)
    return [
      asked(row),
      asked({ ...second, proposals: [other, ...row.proposals.filter((one) => one !== other)] }),
    ];
  const two = eachOfTwo(withoutLeads(withoutYears(words)));
  if (two === null || saysBoth(row, two.apart, context)) return [row];
  const [left, right] = [ofOne(row, two.own[0], context), ofOne(second, two.own[1], context)];
  const isSame = left.proposals[0]?.indicator === right.proposals[0]?.indicator;
  return [left, right].map((one, at) =>
    isSame && one.stratum.value === null && one.group === null
      ? asked({ ...one, group: two.apart[at] ?? null }, ['stratum-words'])
      : asked(one),
  );
}

function withoutYears(words: string): string {
  return words
    .replaceAll(/(?:(?:vào|đến|trong)\s)?năm\s(?:19|20)\d{2}/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[\s,;:]*(?:(?:phấn đấu|bảo đảm|đảm bảo|duy trì|trong đó)\s)*/u, '')
    .trim();
}

/** Whether the name of the likely indicator has the words of both. */
function saysBoth({ proposals: [best] }: DraftRow, apart: readonly string[], { catalogue }: Known): boolean {
  if (best === undefined || best.score < WEAK) return false;
  const said = new Set(syllablesOf(catalogue.indicators.get(best.indicator)?.name.vi ?? ''));
  return apart.every((words) => syllablesOf(words).every((one) => said.has(one)));
}

function ofOne(row: DraftRow, own: string, { indicators, catalogue, strata }: Known): DraftRow {
  const proposals = proposeIndicators(
    { own, around: row.around, unit: row.unit, kind: row.kind.value, counted: '' },
    indicators,
  );
  const [best] = proposals;
  const isWeak = best === undefined || best.score < WEAK;
  const name = isWeak ? '' : (catalogue.indicators.get(best.indicator)?.name.vi ?? '');
  const [found, ...more] = row.stratum.rule === 'stratum-words' ? strataIn(own, name, strata) : [];
  const stratum =
    row.stratum.rule !== 'stratum-words'
      ? row.stratum
      : found !== undefined && more.length === 0
        ? { ...row.stratum, value: found.id }
        : ({ value: null, rule: 'stratum-none' } as const);
  const doubts = row.doubts.filter((one) => one !== 'indicator-weak' && one !== 'indicator-close');
  return {
    ...row,
    ...{ subject: own, named: own, proposals, stratum },
    doubts: isWeak ? [...doubts, 'indicator-weak'] : doubts,
  };
}

function asked(row: DraftRow, more: readonly Doubt[] = []): DraftRow {
  return { ...row, doubts: ['two-indicators', ...more, ...row.doubts] };
}

/** What leads from words to their number, where nothing stands behind it. */
const LED_TO =
  /\s(?:đạt|còn|là|chiếm|xuống|lên|trên|dưới|ít nhất|tối thiểu|khoảng|từ|không quá|có|giảm|tăng|trở lên|\.)$/u;

function withoutLeads(words: string): string {
  const less = words.replace(LED_TO, '');
  return less === words ? words : withoutLeads(less);
}
