import { acceptedSigns } from '../../observation/figure.ts';
import { quoted } from '../../target/formula.ts';
import type { AskedFigure } from '../asked.ts';
import type { Validation } from '../model.ts';

const PROMPT_LENGTH = 250;

/** What an input cell takes: a number within the hard bounds, or one of the signs. */
export function figureValidation(
  figure: AskedFigure,
  address: string,
  quote: string | undefined,
): Validation {
  const { indicator } = figure;
  const [low, high] = indicator.hard ?? [null, null];
  const conditions = [`ISNUMBER(${address})`];
  if (low !== null) conditions.push(`${address}>=${low}`);
  if (high !== null) conditions.push(`${address}<=${high}`);
  if (indicator.measure === 'count') conditions.push(`${address}=INT(${address})`);
  if (indicator.measure === 'yes-no') conditions.push(`OR(${address}=0,${address}=1)`);
  const signs = acceptedSigns.map((sign) => `${address}=${quoted(sign)}`);
  const allowed = [
    indicator.measure === 'yes-no' ? '1 (có) hoặc 0 (không)' : `số, đơn vị tính: ${indicator.unit}`,
    low !== null && high !== null && indicator.measure !== 'yes-no' ? `từ ${low} đến ${high}` : null,
    indicator.measure === 'count' ? 'số nguyên' : null,
  ].filter((part) => part !== null);
  const takes = `Nhập ${allowed.join(', ')}; hoặc "-" không phát sinh, "..." chưa có số, "x" không áp dụng.`;
  return {
    // Text passes the number tests on its own terms: only the listed signs are texts that are taken.
    rule: { condition: `IF(ISNUMBER(${address}),AND(${conditions.join(',')}),OR(${signs.join(',')}))` },
    promptTitle: 'Số liệu',
    prompt: cut(quote === undefined ? takes : `${takes} Kế hoạch: ${quote}`),
    errorTitle: 'Chưa đúng',
    error: cut(takes, 220),
  };
}

function cut(text: string, length = PROMPT_LENGTH): string {
  // An attribute holds no line break: XML readers make it a space.
  const folded = text.replaceAll(/\s+/gu, ' ');
  return folded.length <= length ? folded : `${folded.slice(0, length - 1)}…`;
}
