import { periodSaid } from '../../../period/period.ts';
import { cellAddress } from '../../../sheet/address.ts';
import type { CheckFinding } from '../../../rules/rule.ts';
import { REPAIR } from '../repair-words.ts';
import type { Conflict, KeyedPlace } from '../repeated-keys.ts';
import type { StructureRule } from '../structure-rule.ts';

/** The first figure of a sheet that differs elsewhere, and how many others do. */
export interface FigureInTwoPlaces {
  key: string;
  period: string;
  /** The figure that is read, and the one that is not. */
  kept: string;
  other: string;
  keptCell: string;
  otherCell: string;
  count: number;
}

/** A figure that stands in two places with different values. */
export const figureInTwoPlaces: StructureRule<FigureInTwoPlaces> = {
  code: 'figure-in-two-places',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Một số ở hai nơi khác nhau',
      meaning:
        'Cùng một chỉ tiêu, cùng kỳ có hai ô mang cùng mã mà số khác nhau: không biết số nào đúng. Chương trình đọc một số, không cộng hai số.',
      example: 'Tỷ lệ hộ nghèo năm 2023 là 4,2 ở dòng 9 và 4,8 ở dòng sao chép 31.',
      fix: `Giữ số đúng, xóa dòng, cột hoặc trang thừa. ${REPAIR.vi}`,
      message: ({ key, period, kept, other, keptCell, otherCell, count }) =>
        `Số của ${key}, kỳ ${periodSaid(period)} là ${kept} (${keptCell}, được đọc) và ${other} (${otherCell}, không được đọc)${count > 1 ? `; cùng ${count - 1} số khác trên trang` : ''}.`,
      expected: () => 'mỗi số một nơi, hoặc các nơi ghi như nhau',
    },
    en: {
      title: 'A figure in two places that differ',
      meaning:
        'Two cells have the keys of the same indicator and period and hold different figures; nobody can tell which is right. One is read, they are never added up.',
      example: 'The poverty rate of 2023 is 4.2 in row 9 and 4.8 in its copy in row 31.',
      fix: `Keep the right figure and delete the spare row, column or sheet. ${REPAIR.en}`,
      message: ({ key, period, kept, other, keptCell, otherCell, count }) =>
        `The figure of ${key}, period ${period} is ${kept} (${keptCell}, which is read) and ${other} (${otherCell}, which is not)${count > 1 ? `; so are ${count - 1} more on the sheet` : ''}.`,
      expected: () => 'one place for a figure, or places that agree',
    },
  },
  evaluate({ repeated: { conflicts, checked } }) {
    const bySheet = new Map<string, [Conflict, ...Conflict[]]>();
    for (const conflict of conflicts) {
      const name = conflict.other.sheet.facts.name;
      const group = bySheet.get(name);
      if (group) group.push(conflict);
      else bySheet.set(name, [conflict]);
    }
    const findings = [...bySheet.values()].map((group) => findingOf(group[0], group.length));
    const contradicting = new Set(conflicts.map(({ rowKey, columnKey }) => `${rowKey}|${columnKey}`)).size;
    return { findings, passed: checked - contradicting, failed: contradicting, notEvaluable: 0 };
  },
};

function findingOf({ rowKey, period, kept, other }: Conflict, count: number): CheckFinding {
  const year = period === '_' ? null : period;
  return {
    code: figureInTwoPlaces.code,
    severity: figureInTwoPlaces.severity,
    place: { sheet: kept.sheet.facts.name, cell: cellAddress(kept.row, kept.column) },
    data: {
      key: rowKey,
      period: year ?? '–',
      kept: String(kept.figure),
      other: String(other.figure),
      keptCell: cellOf(kept),
      otherCell: cellOf(other),
      count,
    } satisfies FigureInTwoPlaces,
    key: rowKey,
    period: year,
    found: kept.figure,
    explanation: null,
  };
}

function cellOf({ sheet, row, column }: KeyedPlace): string {
  return `${sheet.facts.name}!${cellAddress(row, column)}`;
}
