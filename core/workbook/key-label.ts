import type { Language } from '../base/finding.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { parsePeriod, periodName } from '../period/period.ts';
import { nationalCode } from '../unit/unit.ts';
import { parseColumnKey, parseUnitKey, unitKey } from './contract.ts';
import { columnFields, entryFields } from './entry-fields.ts';
import type { WorkbookRequest } from './request.ts';

/** What keys are named from: a catalogue, and names of communes by id where a table by commune is known. */
export interface KeyNames extends Pick<Catalogue, 'indicators' | 'strata'> {
  communes?: ReadonlyMap<string, string>;
}

/** Names for the keys of a workbook, those of its communes too. */
export function keyNamesOf({
  catalogue,
  byCommune,
}: Pick<WorkbookRequest, 'catalogue' | 'byCommune'>): KeyNames {
  const communes = new Map((byCommune?.units ?? []).map(({ id, name }) => [id, name]));
  return { indicators: catalogue.indicators, strata: catalogue.strata, communes };
}

/**
 * What people call what a key stands for: of the row of a commune its name, or its code where the name is not known, of `indicator|stratum` and `plan|indicator|stratum|kind`, and of a row of
 * such a series (`…|kind|path`), the name of the indicator, of `period|vintage|field` the period and what is entered there. Any other text is returned as it is.
 */
export function labelOf(key: string | null, names: KeyNames, language: Language): string {
  const alone = key === null ? null : parseUnitKey(key);
  const commune = alone === null ? undefined : names.communes?.get(alone);
  if (commune !== undefined) return commune;
  if (alone !== null) return `${language === 'vi' ? 'xã' : 'commune'} ${nationalCode(alone) ?? alone}`;
  // Words never have this sign; looking up a single one might find an indicator of that name.
  if (key?.includes('|') !== true) return key ?? '';
  const unit = parseUnitKey(key.slice(0, key.indexOf('|')));
  if (unit !== null) {
    const figure = labelOf(key.slice(key.indexOf('|') + 1), names, language);
    return `${figure} (${labelOf(unitKey(unit), names, language)})`;
  }
  const parts = key.split('|');
  const [indicatorId = '', stratumId = ''] = parts.length >= 4 ? parts.slice(1, 3) : parts;
  const indicator = names.indicators.get(indicatorId)?.name[language];
  const stratum = names.strata.get(stratumId)?.name[language];
  if (indicator !== undefined) return stratum === undefined ? indicator : `${indicator} – ${stratum}`;
  const column = parseColumnKey(key);
  if (!column) return key;
  const words = placeWords([column.period, column.field], language);
  if (column.figure !== undefined) return `${labelOf(column.figure, names, language)}, ${words}`;
  // A column of figures is named, too: a bare period says nothing of what stands in it.
  if (column.field !== 'value') return words;
  return language === 'vi' ? `số liệu ${words}` : `figures of ${words}`;
}

/** The data of a message with the names people know in place of the keys that stand in it, at whatever depth. */
export function labelled(data: unknown, names: KeyNames, language: Language): unknown {
  if (typeof data === 'string') return labelOf(data, names, language);
  if (Array.isArray(data)) return data.map((one) => labelled(one, names, language));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, labelled(value, names, language)]),
  );
}

/**
 * A place between keys as people call it, from `poverty-rate|_T, 2023` or `poverty-rate|_T, 2023, reason`, which is
 * how lists for programs name it: "Tỷ lệ hộ nghèo, năm 2023".
 */
export function placeLabel(place: string, names: KeyNames, language: Language): string {
  const [key = '', ...rest] = place.split(', ');
  const words = placeWords(rest, language);
  return [labelOf(key, names, language), words].filter((part) => part !== '').join(', ');
}

/** Periods and fields as people call them; a figure itself is not named. */
function placeWords(parts: readonly string[], language: Language): string {
  const worded = parts.flatMap((part): string[] => {
    if (part === '_' || part === 'value') return [];
    const field = columnFields.find((one) => one === part);
    if (field !== undefined) return [entryFields[field].words[language].toLocaleLowerCase(language)];
    const period = parsePeriod(part);
    return [period ? periodName(period, language) : part];
  });
  return worded.join(', ');
}
