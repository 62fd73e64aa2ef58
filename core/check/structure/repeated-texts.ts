import { fold } from '../../base/text.ts';
import { cellAddress } from '../../sheet/address.ts';
import { cellText } from '../../sheet/cell-text.ts';
import { holdsFigures, type TextField } from '../../workbook/entry-fields.ts';
import { chosen, differing, entriesOf } from '../../returned/copies.ts';
import type { CheckFinding, RuleDefinition } from '../../rules/rule.ts';
import type { Alignment } from '../../returned/align/alignment.ts';
import { entryPlaces, keyOfPlace, type EntryPlace, type KeyedPlace } from './repeated-keys.ts';
import type { Evaluation } from './evaluation.ts';

/** A text that stands in two places which differ. */
export interface TextConflict {
  rowKey: string;
  /** Null where its column is about no period. */
  period: string | null;
  field: TextField;
  /** The one that is read. */
  first: KeyedPlace & { text: string };
  other: KeyedPlace & { text: string };
}

/** Texts that stand in more than one place and differ; how many keyed places of each field there are. */
export interface RepeatedTexts {
  conflicts: readonly TextConflict[];
  checked: ReadonlyMap<TextField, number>;
}

/** Every text with a key that stands in more than one place; a blank copy contradicts nothing. */
export function repeatedTexts(alignment: Alignment): RepeatedTexts {
  const checked = new Map<TextField, number>();
  for (const { keys } of alignment.all) {
    for (const { field } of keys.columns) {
      if (!holdsFigures(field)) checked.set(field, (checked.get(field) ?? 0) + keys.rows.length);
    }
  }
  const places = entryPlaces(alignment, ({ field }) => !holdsFigures(field));
  const conflicts = entriesOf(places, keyOfPlace).repeated.flatMap((copies): TextConflict[] => {
    const [{ field, rowKey, period }] = copies;
    if (holdsFigures(field)) return [];
    const first = withText(chosen(field, copies));
    return differing(field, copies).map((other) => ({
      ...{ rowKey, period: period === '_' ? null : period, field },
      ...{ first, other: withText(other) },
    }));
  });
  return { conflicts, checked };
}

function withText({ sheet, row, column, value }: EntryPlace): TextConflict['first'] {
  return { sheet, row, column, text: fold(cellText(value)) };
}

/** The first text of a sheet that reads differently elsewhere, and how many others do. */
export interface TextInTwoPlaces {
  key: string;
  /** '' where the column is about no period. */
  period: string;
  field: TextField;
  first: string;
  other: string;
  firstCell: string;
  otherCell: string;
  count: number;
}

/** The contradicting texts of some fields, one finding a sheet. */
export function evaluateTexts(
  rule: RuleDefinition<TextInTwoPlaces>,
  { conflicts, checked }: RepeatedTexts,
  fields: readonly TextField[],
): Evaluation {
  const bySheet = new Map<string, [TextConflict, ...TextConflict[]]>();
  let failed = 0;
  for (const conflict of conflicts) {
    if (!fields.includes(conflict.field)) continue;
    failed += 1;
    const name = conflict.other.sheet.facts.name;
    const group = bySheet.get(name);
    if (group) group.push(conflict);
    else bySheet.set(name, [conflict]);
  }
  const places = fields.reduce((sum, field) => sum + (checked.get(field) ?? 0), 0);
  const findings = [...bySheet.values()].map((group) => findingOf(rule, group[0], group.length));
  return { findings, passed: places - failed, failed, notEvaluable: 0 };
}

function findingOf(
  { code, severity }: RuleDefinition<TextInTwoPlaces>,
  { rowKey, period, field, first, other }: TextConflict,
  count: number,
): CheckFinding<string, TextInTwoPlaces> {
  return {
    code,
    severity,
    place: { sheet: first.sheet.facts.name, cell: cellAddress(first.row, first.column) },
    data: {
      key: rowKey,
      period: period ?? '',
      field,
      first: first.text,
      other: other.text,
      firstCell: nameOf(first),
      otherCell: nameOf(other),
      count,
    },
    key: rowKey,
    period,
    found: first.text,
    explanation: null,
  };
}

function nameOf({ sheet, row, column }: KeyedPlace): string {
  return `${sheet.facts.name}!${cellAddress(row, column)}`;
}
