import type { Language } from '../../core/base/finding.ts';
import type { Series } from '../../core/target/series.ts';
import type { CheckedInput } from './check-input.ts';

/** Whose return it is, with names beside ids as far as they are known. */
export function namesOf({ identity, checked: { request } }: CheckedInput): {
  unit: string;
  /** Null where the unit reports itself. */
  reporter: string | null;
  round: string;
  plans: string;
} {
  const named = (id: string, unit: { id: string; name: string } | undefined) =>
    unit?.id === id ? `${unit.name} (${id})` : id;
  return {
    unit: named(identity.unit, request?.unit),
    reporter: identity.reporter === identity.unit ? null : named(identity.reporter, request?.reporter),
    round: identity.round,
    plans: identity.plans.length > 0 ? identity.plans.join(' + ') : '–',
  };
}

/** Name of what a target is about: the indicator, with its stratum. */
export function seriesName({ indicator, stratum }: Series, language: Language): string {
  return stratum ? `${indicator.name[language]} – ${stratum.name[language]}` : indicator.name[language];
}
