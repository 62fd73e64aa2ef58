import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../../core/plan/model.ts';
import { accountNumbers } from '../../core/resolve/numbers.ts';
import type { Raw } from '../../core/planning/book.ts';
import { leftOutEntries } from '../../core/planning/left-out.ts';
import type { Members, ReadBook } from '../../core/planning/read.ts';
import { membershipColumns, type Unit } from '../../core/unit/unit.ts';
import type { WholeFile } from '../workbook/write-whole.ts';
import { isThere } from '../workbook/write-new.ts';

/** The entries of `leftOut` of a plan: its own, and one for every number that nothing explains. */
export function allLeftOut(plan: Plan, { book, rows }: ReadBook): readonly Raw[] {
  const own = book.ownLeftOut ?? [];
  const { numbers } = accountNumbers(plan);
  const unexplained = numbers.filter(({ use }) => use.kind === 'unexplained');
  return [...own, ...leftOutEntries(unexplained, book, rows)];
}

/** Units with the tags that were ticked; of groups that the workbook does not show they keep theirs. */
export function taggedUnits(units: readonly Unit[], members: Members | null): Unit[] {
  return units.map((unit) => {
    const ticked = members?.ticked.get(unit.id);
    if (members === null || ticked === undefined) return unit;
    const kept = unit.tags.filter((tag) => !members.shown.includes(tag) || ticked.includes(tag));
    return { ...unit, tags: [...kept, ...ticked.filter((tag) => !kept.includes(tag))] };
  });
}

/** The file of memberships of units; null where none has a tag. */
export function membershipText(units: readonly Unit[]): string | null {
  const tagged = units.filter(({ tags }) => tags.length > 0);
  if (tagged.length === 0) return null;
  const lines = tagged.map(({ id, tags, unverified }) =>
    [id, tags.join(' '), unverified.filter((one) => one === 'tags').join(' ')].join(','),
  );
  return [membershipColumns.join(','), ...lines, ''].join('\n');
}

/** Keeps what files to be replaced hold, each beside it under the next free number. */
export async function keepOld(files: readonly WholeFile[]): Promise<string[]> {
  const kept: string[] = [];
  for (const { path } of files) {
    if (!(await isThere(path))) continue;
    let number = 1;
    while (await isThere(`${path}.${number}`)) number += 1;
    await copyFile(path, `${path}.${number}`);
    kept.push(`${path}.${number}`);
  }
  return kept;
}

/** A file below a folder. */
export function fileIn(root: string, name: string, text: string): WholeFile {
  return { path: join(root, ...name.split('/')), bytes: text };
}
