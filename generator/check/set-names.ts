import { DESCRIPTOR_END, TABLE_ENDS } from '../../formats/csv/write-return.ts';

/** What the name of a file says of its place in a return in CSV files. */
export interface SetPart {
  /** What the names of all files of the return begin with. */
  base: string;
  /** Which file of the return it is: the end of its name, without what a copy added. */
  part: string;
  /** What a browser or a desktop added, such as " (1)"; empty for a name as it was written. */
  copy: string;
}

/** The ends of names, without the ending of a kind of file. */
const PARTS = [DESCRIPTOR_END, ...Object.values(TABLE_ENDS)].map((end) => end.slice(0, end.lastIndexOf('.')));
const DESCRIPTOR = PARTS[0] ?? '';
/** Endings under which spreadsheets save a table as text. */
const TABLE_ENDINGS = ['.csv', '.tsv', '.txt'];
/** A CSV file of any other name. */
const PLAIN = '';

/** Browsers, Windows, macOS and Linux, in English and Vietnamese: behind the name of a copy, or before it. */
const COPY_BEHIND =
  / ?\(\d{1,4}\)$| - (?:copy|bản sao)(?: ?\(\d{1,4}\))?$| (?:copy|bản sao)(?: \d{1,4})?$| \((?:another )?(?:copy|bản sao)(?: \d{1,4})?\)$/iu;
const COPY_BEFORE = /^(?:copy of|bản sao của) /iu;
/** macOS, Safari and phones only count, which tells a copy where it stands right behind the name of a part. */
const COUNTED_BEHIND = new RegExp(
  `(?<=${PARTS.map((part) => part.replaceAll('.', '\\.')).join('|')})[ _-]\\d{1,3}$`,
  'iu',
);
/** A copy of a copy of a copy. */
const MOST_COPIES = 4;
/** Longer than any name a disk takes. */
const NAME_LENGTH = 1000;

/**
 * Which file of which return a file is, by its name.
 * @returns null for a file that is no part of a return in CSV files
 */
export function setPartOf(name: string): SetPart | null {
  const composed = name.normalize('NFC');
  const dot = composed.lastIndexOf('.');
  const ending = composed.slice(dot).toLowerCase();
  const isTable = TABLE_ENDINGS.includes(ending);
  if (dot < 0 || name.length > NAME_LENGTH || (!isTable && ending !== '.json')) return null;
  const { plain, copy } = withoutCopy(composed.slice(0, dot));
  const lower = plain.toLowerCase();
  const part = PARTS.find((one) => lower.endsWith(one) && (one === DESCRIPTOR) !== isTable);
  if (part !== undefined) return { base: plain.slice(0, -part.length), part, copy };
  return ending === '.csv' ? { base: plain, part: PLAIN, copy } : null;
}

/** Whether a name is that of a descriptor. */
export function isDescriptorName(name: string): boolean {
  return setPartOf(name)?.part === DESCRIPTOR;
}

/** Gives the names that are of one return with a name, itself among them. */
export type SameSet = (name: string) => string[];

/**
 * Sorts the names of a folder by return. A return that was copied has the same addition on all its files; where
 * only some of them were renamed they belong together as long as no file would stand twice.
 */
export function setsOf(names: readonly string[]): SameSet {
  const byBase = new Map<string, Map<string, { name: string; part: string }[]>>();
  for (const name of names) {
    const found = setPartOf(name);
    if (found === null) continue;
    const groups = byBase.get(found.base) ?? new Map<string, { name: string; part: string }[]>();
    byBase.set(found.base, groups);
    groups.set(found.copy, [...(groups.get(found.copy) ?? []), { name, part: found.part }]);
  }
  return (name) => {
    const own = setPartOf(name);
    const groups = own && byBase.get(own.base);
    if (!groups) return [name];
    const isAlone = (copy: string) =>
      [...groups].every(
        ([other, files]) =>
          other === copy || !files.some(({ part }) => groups.get(copy)?.some((one) => one.part === part)),
      );
    return [...groups]
      .filter(([copy]) => copy === own.copy || isAlone(copy))
      .flatMap(([, files]) => files.map((file) => file.name));
  };
}

/** The names of a folder that are of one return with a name, itself among them. */
export function sameSet(name: string, there: readonly string[]): string[] {
  const base = setPartOf(name)?.base;
  // Of thousands of names in a folder hardly any is looked at closely.
  const near = there.filter((one) => base !== undefined && one.normalize('NFC').includes(base));
  return setsOf([...new Set([name, ...near])])(name);
}

function withoutCopy(stem: string): { plain: string; copy: string } {
  const before = COPY_BEFORE.exec(stem)?.[0] ?? '';
  let plain = stem.slice(before.length);
  for (let times = 0; times < MOST_COPIES; times += 1)
    plain = plain.replace(COPY_BEHIND, '').replace(COUNTED_BEHIND, '');
  return { plain, copy: (before + stem.slice(before.length + plain.length)).toLowerCase() };
}
