import type { Language } from '../../../core/base/finding.ts';
import { numberText } from '../../../core/base/number-text.ts';
import { round } from '../../../core/base/number.ts';
import { parsePeriod, periodName } from '../../../core/period/period.ts';
import { en } from './en.ts';
import type { PaneTexts } from './texts.ts';
import { vi } from './vi.ts';

/** Changes every text before it is shown; tests stretch texts with it. */
export type TextTransform = (text: string) => string;

/** How one language speaks. */
export interface Wording {
  readonly language: Language;
  readonly texts: PaneTexts;
  /** Passes on a sentence that core has worded; for anything that is not data of the workbook. */
  readonly say: TextTransform;
  /** A number as the language writes it; two decimals at most unless told otherwise. */
  readonly number: (value: number, decimals?: number) => string;
  /** A period (`2024-S1`) as the language names it; any other text stays. */
  readonly period: (text: string) => string;
}

const SHOWN_DECIMALS = 2;

/** The wording of a language. */
export function wordingOf(language: Language, transform: TextTransform = same): Wording {
  return {
    language,
    texts: transformed(language === 'vi' ? vi : en, transform),
    say: transform,
    number: (value, decimals = SHOWN_DECIMALS) => numberText(round(value, decimals), language),
    period(text) {
      const period = parsePeriod(text);
      return period === null ? text : transform(periodName(period, language));
    },
  };
}

function same(text: string): string {
  return text;
}

/** A table of the same shape, all of whose texts went through the transform. */
export function transformed<Texts extends object>(texts: Texts, transform: TextTransform): Texts {
  const entries = Object.entries(texts).map(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return [name, transform(value)] as const;
    if (typeof value === 'function') {
      const write = value as (...data: string[]) => string;
      return [name, (...data: string[]) => transform(write(...data))] as const;
    }
    return [name, transformed(value as object, transform)] as const;
  });
  return Object.fromEntries(entries) as Texts;
}
