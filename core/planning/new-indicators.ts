import { type Finding, type Place, reporter } from '../base/finding.ts';
import { foldedName } from '../base/name.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RawEntry } from './book.ts';
import type { KeyedSheet } from './cells.ts';
import { type GroupCovers, indicatorColumns } from './contract.ts';
import { planningMessages } from './messages.ts';
import { directionChoices, levelChoices, measureChoices, valueOfWord, type Choices } from './words.ts';
import { measureOf } from './wanted.ts';

const report = reporter(planningMessages);

/** What is added to the catalogue of a workspace. */
export interface NewEntries {
  indicators: readonly RawEntry[];
  measureUnits: readonly RawEntry[];
  strata: readonly RawEntry[];
  /** Ids of new indicators by their names, folded. */
  ids: ReadonlyMap<string, string>;
  /** Ids of new groups by their names, folded. */
  groupIds: ReadonlyMap<string, string>;
  /** The cell that a field of a new indicator was typed in; null of an indicator that is not of the workbook. */
  placeOf: (indicator: string, field: string) => Place | null;
}

const CHOICES: Readonly<Record<string, Choices>> = {
  measure: measureChoices,
  direction: directionChoices,
  level: levelChoices,
};

/** Fields that a row has to have, whatever is measured. */
const NEEDED = ['unit', 'direction', 'domain', 'body', 'level'] as const;

/**
 * The rows of new indicators that targets choose, as entries of the catalogue: a share with the two counts it is
 * computed from, which are taken from the catalogue where it has them.
 * @param names of the new indicators that accepted rows choose
 * @param groups the new groups that accepted rows choose, by name, with what they cover
 */
export function readNewIndicators(
  sheet: KeyedSheet | null,
  names: ReadonlySet<string>,
  groups: ReadonlyMap<string, GroupCovers>,
  catalogue: Catalogue,
  findings: Finding[],
): NewEntries {
  const maker = new Maker(catalogue, findings);
  const rows = new Map(
    (sheet?.rows ?? []).map(({ row }) => [foldedName(sheet?.text(row, 'name') ?? ''), row]),
  );
  for (const name of names) {
    const row = rows.get(foldedName(name));
    if (sheet === null || row === undefined) findings.push(report('planning-new-missing', {}, { name }));
    else maker.add(name, sheet, row);
  }
  const groupIds = new Map<string, string>();
  const strata = [...groups].flatMap(([name, covers]): RawEntry[] => {
    const known = [...catalogue.strata.values()].find((one) => foldedName(one.name.vi) === foldedName(name));
    const id =
      known?.id ??
      freeId(slugOf(name), (one) => catalogue.strata.has(one) || [...groupIds.values()].includes(one));
    groupIds.set(foldedName(name), id);
    if (known !== undefined) return [];
    return [
      {
        ...{ id, name: { vi: name, en: name }, covers },
        ...(covers === 'units' ? { tag: id } : {}),
        note: covers === 'units' ? UNITS_NOTE : GROUP_NOTE,
      },
    ];
  });
  const measureUnits = [...maker.units.values()];
  const placeOf = (indicator: string, field: string): Place | null => {
    const typed = maker.typed.get(indicator);
    if (sheet === null || typed === undefined) return null;
    return sheet.place(typed.row, typed.part ?? TYPED_AS[field] ?? 'name');
  };
  return { indicators: maker.indicators, measureUnits, strata, ids: maker.ids, groupIds, placeOf };
}

/** In which column a field of the catalogue is typed. */
const TYPED_AS: Readonly<Record<string, string>> = {
  ...{ unit: 'unit', measure: 'measure', numerator: 'numerator', denominator: 'denominator' },
  ...{ direction: 'direction', domain: 'domain', source: 'body', leadAgency: 'body' },
};

const GROUP_NOTE = 'Thêm từ sổ lập kế hoạch: một phần người, hộ ở mọi đơn vị.';
const UNITS_NOTE = 'Thêm từ sổ lập kế hoạch: gồm trọn các đơn vị mang nhãn của nhóm.';

/** The id, or the first of it with a number behind that is free. */
function freeId(slug: string, isTaken: (id: string) => boolean): string {
  let id = slug;
  for (let number = 2; isTaken(id); number += 1) id = `${slug}-${number}`;
  return id;
}

class Maker {
  readonly indicators: RawEntry[] = [];
  readonly units = new Map<string, RawEntry>();
  readonly ids = new Map<string, string>();
  /** Where an indicator was typed: its row, and the column where it is a count that a share is computed from. */
  readonly typed = new Map<string, { row: number; part?: 'numerator' | 'denominator' }>();
  readonly #catalogue: Catalogue;
  readonly #findings: Finding[];

  constructor(catalogue: Catalogue, findings: Finding[]) {
    this.#catalogue = catalogue;
    this.#findings = findings;
  }

  add(name: string, sheet: KeyedSheet, row: number): void {
    const text = (field: string) => sheet.text(row, field);
    const blank = (field: string) => {
      const head = indicatorColumns.find((column) => column.field === field)?.head ?? field;
      this.#findings.push(report('planning-new-blank', sheet.place(row, field), { name, head }));
    };
    const word = (field: string, choices: Choices): string => {
      const value = valueOfWord(choices, text(field));
      if (value !== null || text(field) === '') return value ?? '';
      const head = indicatorColumns.find((column) => column.field === field)?.head ?? field;
      const known = choices.map(([one]) => one);
      this.#findings.push(
        report('planning-word', sheet.place(row, field), { head, found: text(field), known }),
      );
      return '';
    };
    for (const field of NEEDED) if (text(field) === '') blank(field);
    const chosen = Object.fromEntries(
      Object.entries(CHOICES).map(([field, choices]) => [field, word(field, choices)]),
    );
    const unit = text('unit');
    const measure = chosen.measure === '' || chosen.measure === undefined ? measureOf(unit) : chosen.measure;
    if (measure === null) blank('measure');
    const isRatio = measure === 'share' || measure === 'rate';
    for (const field of ['numerator', 'denominator', 'partUnit'] as const)
      if (isRatio && text(field) === '' && !this.#isKnown(text(field))) blank(field);
    const domains = [...this.#catalogue.domains.values()];
    const domain = domains.find(({ name: { vi } }) => foldedName(vi) === foldedName(text('domain')));
    if (domain === undefined && text('domain') !== '')
      this.#findings.push(
        report('planning-word', sheet.place(row, 'domain'), {
          head: 'Lĩnh vực',
          found: text('domain'),
          known: domains.map((one) => one.name.vi),
        }),
      );
    if (this.#findings.some(({ severity }) => severity === 'error')) return;
    const shared = {
      domain: domain?.id ?? '',
      source: { body: text('body'), level: chosen.level ?? '', frequency: 'year', availableMonth: '3' },
      leadAgency: text('body'),
    };
    const part = (column: 'numerator' | 'denominator') => {
      const id = this.#part(text(column), text('partUnit'), shared);
      if (this.indicators.some((one) => one.id === id) && !this.typed.has(id))
        this.typed.set(id, { row, part: column });
      return id;
    };
    const parts: RawEntry = isRatio ? { numerator: part('numerator'), denominator: part('denominator') } : {};
    const id = this.#put(name, unit, {
      measure: measure ?? 'count',
      direction: chosen.direction ?? '',
      ...parts,
      ...(measure === 'share' ? { hard: ['0', '100'] } : {}),
      aggregation: isRatio
        ? 'ratio-of-sums'
        : measure === 'count' || measure === 'amount'
          ? 'sum'
          : 'not-additive',
      ...shared,
    });
    this.typed.set(id, { row });
  }

  #isKnown(name: string): boolean {
    return this.#idOf(name) !== null;
  }

  #idOf(name: string): string | null {
    const folded = foldedName(name).toLocaleLowerCase('vi');
    const known = [...this.#catalogue.indicators.values()].find(
      (one) => foldedName(one.name.vi).toLocaleLowerCase('vi') === folded || one.id === name,
    );
    return known?.id ?? this.ids.get(foldedName(name)) ?? null;
  }

  /** A count that a share is computed from: the catalogue's, or a new one. */
  #part(name: string, unit: string, shared: RawEntry): string {
    const known = this.#idOf(name);
    if (known !== null) return known;
    return this.#put(name, unit, {
      measure: 'count',
      direction: 'neutral',
      hard: ['0', '1000000000'],
      aggregation: 'sum',
      ...shared,
    });
  }

  #put(name: string, unit: string, rest: RawEntry): string {
    const id = this.#freeId(name);
    this.ids.set(foldedName(name), id);
    if (!this.#catalogue.measureUnits.has(unit) && !this.units.has(unit))
      this.units.set(unit, {
        id: unit,
        name: { vi: unit, en: unit },
        decimals: rest.measure === 'count' ? '0' : '2',
      });
    const { domain = '', measure = '', direction = '', ...others } = rest;
    this.indicators.push({
      id,
      name: { vi: name, en: name },
      domain,
      unit,
      measure,
      direction,
      ...others,
      unverified: ['definition', 'source', 'level'],
    });
    return id;
  }

  #freeId(name: string): string {
    return freeId(
      slugOf(name),
      (id) => this.#catalogue.indicators.has(id) || this.indicators.some((one) => one.id === id),
    );
  }
}

const LONGEST_ID = 60;

/** A name in letters of ids: "Tỷ lệ hộ nghèo" is `ty-le-ho-ngheo`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return plain.slice(0, LONGEST_ID).replace(/-$/u, '') || 'chi-tieu';
}
