import { periodSaid } from '../../core/period/period.ts';
import type { Language } from '../../core/base/finding.ts';
import { returnName } from '../../core/store/model.ts';
import type { ProvinceLine } from '../../core/store/provinces.ts';
import { coverageSentences, provinceCells } from '../../core/store/provinces-said.ts';
import { textTable } from '../commands/text-table.ts';
import { changesJson } from '../sets/said.ts';

const heads: Record<Language, string[]> = {
  vi: ['Mã', 'Tỉnh', 'Trạng thái', 'Bộ', 'Ngày nhận', 'Khóa sổ', 'Đơn vị', 'Sửa', 'Trễ'],
  en: ['Id', 'Province', 'State', 'Set', 'Received', 'Closed', 'Units', 'Corr', 'Late'],
};

/** The provinces of a round for people: first what is there and who is missing, then a line for each whose plans are here. */
export function provincesText(round: string, lines: readonly ProvinceLine[], language: Language): string {
  const vi = language === 'vi';
  const [first = '', ...others] = coverageSentences(lines, language);
  const known = lines.filter(({ plans }) => plans.length > 0);
  const rows = known.map((line) => [
    ...provinceCells(line, language),
    `${line.received}/${line.units}`,
    line.corrections.length > 0 ? String(line.corrections.length) : '',
    line.daysLate ? String(line.daysLate) : '',
  ]);
  const waiting = known
    .filter((line) => line.waiting > 0 && line.set !== null)
    .map(({ province, waiting: count }) =>
      vi ? `${province}: ${count} bộ đang giữ lại.` : `${province}: ${count} sets held back.`,
    );
  const further = vi
    ? 'Từng đơn vị của một tỉnh: chitieu status --province <mã>.'
    : 'The units of a province: chitieu status --province <id>.';
  return [
    `${vi ? 'Kỳ' : 'Round'} ${periodSaid(round, language)}: ${first}\n`,
    textTable(heads[language], rows),
    ...[...others, ...waiting, further].map((sentence) => `${sentence}\n`),
  ].join('');
}

/** The same for programs. */
export function provincesJson(lines: readonly ProvinceLine[]) {
  return lines.map((line) => ({
    province: line.province,
    name: line.name,
    plans: line.plans,
    state: line.state,
    set: line.set && returnName(line.set.number),
    received: line.set?.received ?? null,
    waiting: line.waiting,
    closed: line.closed && { at: line.closed.at, by: line.closed.by, checksum: line.closed.closing.checksum },
    corrections: changesJson(line.corrections),
    units: { owing: line.units, received: line.received },
    due: line.due,
    daysLate: line.daysLate,
  }));
}
