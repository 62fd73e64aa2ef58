import { isNameOfDocument, type YearPhrase } from '../year-phrases.ts';

/** "…; tầm nhìn đến năm 2045 đạt 80 %" sets an aim; "đến năm 2030, tầm nhìn đến năm 2045" names one plan. */
export function opensAim(vision: YearPhrase, before: YearPhrase | undefined, clean: string): boolean {
  const isPair =
    before !== undefined &&
    /^[\s,;]*(?:và\s)?(?:tầm nhìn\s|định hướng\s)?$/u.test(clean.slice(before.end, vision.start));
  return !isPair && !isNameOfDocument(clean.slice(0, vision.start));
}

/**
 * "Còn 8 %, đến năm 2035 cơ bản không còn hộ nghèo": behind a comma a year beyond the plan goes with what follows it,
 * and only where nothing follows with what stands before.
 * @param unitEnd end of the number the year could be of
 */
export function leadsOther(
  { start, end, to }: YearPhrase,
  unitEnd: number,
  clean: string,
  period: { to: number } | null,
): boolean {
  if (period === null || to <= period.to || start < unitEnd) return false;
  const isParted = /[,;]\s*(?:và\s|(?:tầm nhìn|định hướng)\s|đến\s|phấn đấu\s)*$/u.test(
    clean.slice(unitEnd, start),
  );
  return isParted && /^[\s,:]*[\p{L}\d]/u.test(clean.slice(end));
}
