/** Takes a row key `indicator|stratum` apart; the stratum is null for `_T`, the whole. */
export function parseRowKey(key: string): { indicator: string; stratum: string | null } | null {
  const match = /^([a-z0-9-]+)\|(_T|[a-z0-9-]+)$/u.exec(key);
  if (!match?.[1] || !match[2]) return null;
  return { indicator: match[1], stratum: match[2] === '_T' ? null : match[2] };
}

/** Key of the figures a series is judged by: `indicator|stratum`, `_T` for the whole. */
export function figureKey(indicator: string, stratum: string | null): string {
  return `${indicator}|${stratum ?? '_T'}`;
}

/** {@link figureKey} of what is about an indicator, and about a stratum or the whole. */
export function figureKeyOf(of: { indicator: { id: string }; stratum: { id: string } | null }): string {
  return figureKey(of.indicator.id, of.stratum?.id ?? null);
}
