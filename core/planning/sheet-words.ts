import { kinds } from '../target/kinds/index.ts';
import { targetKinds } from '../plan/schema.ts';
import { yearBasisWords } from '../workbook/wording.ts';
import { targetColumns } from './contract.ts';

/** Fields of a plan file that the workbook shows in no column of their name. */
const SHOWN: Readonly<Record<string, string>> = {
  quote: 'câu trong văn bản',
  'implied.value': 'giá trị đọc ra',
  implied: 'giá trị đọc ra',
  section: 'mục của văn bản',
  readAs: 'lý do đọc khác',
};

const FIELDS = new Map<string, string>([
  ...targetColumns
    .filter(({ field }) => /^[a-z]+$/iu.test(field))
    .map(({ field, head }) => [field, `"${head}"`] as const),
  ...Object.entries(SHOWN),
]);
const names = [...FIELDS.keys()].sort((one, other) => other.length - one.length);
const FIELD = new RegExp(
  String.raw`(?<![\p{L}\d"-])(?:${names.map((name) => name.replace('.', String.raw`\.`)).join('|')})(?![\p{L}\d"-])`,
  'gu',
);
const KIND = new RegExp(String.raw`(?<=loại )(?:${targetKinds.join('|')})(?!\p{L})`, 'gu');
const BASIS = /(?<="?Năm lấy ở đâu"? (?:là |ghi )?)"?(explicit|heading|period|none)"?(?!\p{L})/gu;

/**
 * A message about a plan file in the words of the planning workbook: heads of columns for fields, the words of its lists
 * for values, the number of the row for the id of an entry.
 * @param numberOf number of the row (TT) by the id of its entry
 */
export function inSheetWords(message: string, numberOf: (id: string) => number | null): string {
  return message
    .replaceAll(/Mục "([^"]+)": /gu, (said, id: string) => {
      const number = numberOf(id);
      return number === null ? said : `Dòng TT ${number}: `;
    })
    .replaceAll(FIELD, (field) => FIELDS.get(field) ?? field)
    .replaceAll(KIND, (kind) => `"${kinds[kind as keyof typeof kinds].word}"`)
    .replaceAll(BASIS, (_, basis: string) => `"${yearBasisWords[basis as keyof typeof yearBasisWords]}"`);
}
