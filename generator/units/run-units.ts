import type { Language } from '../../core/base/finding.ts';
import { unitsOn, type NationalUnit } from '../../core/unit/national.ts';
import { unitLevels } from '../../core/unit/levels.ts';
import { CommandFailure } from '../failure.ts';
import type { CommandContext } from '../commands/context.ts';
import { textTable } from '../commands/text-table.ts';
import { changesBy, daySaid, laterNotes, provincesOrFail, territoryOrFail } from '../commands/units-group.ts';
import { unitsWords } from '../commands/units-words.ts';

/** What the command was given. */
export interface UnitsOptions {
  province?: string;
  level?: NationalUnit['level'];
  at: string;
  json?: boolean;
  lang: Language;
}

/** Lists units. */
export async function runUnits(options: UnitsOptions, context: CommandContext): Promise<void> {
  const { at, json, lang } = options;
  const units = await unitsFor(context.root, options);
  const ids = new Set(units.map(({ id }) => id));
  for (const note of laterNotes(at, await changesBy(context.root, at, ids), lang)) context.err(`${note}\n`);
  context.out(json ? `${JSON.stringify(units, null, 2)}\n` : unitTable(units, at, lang));
}

/** Without a province or a level the provinces are listed: the country's communes are asked for by their level. */
async function unitsFor(root: string, { province, level, at, lang }: UnitsOptions): Promise<NationalUnit[]> {
  const listed = await provincesOrFail(root);
  const provinces = unitsOn(listed, at);
  if (province === undefined) {
    const levels = level === undefined ? ['country', 'province'] : [level];
    const above = provinces.filter((unit) => levels.includes(unit.level));
    if (level !== 'district' && level !== 'commune') return above;
    const below: NationalUnit[] = [];
    for (const { id, successors } of listed.filter((unit) => unit.level === 'province')) {
      // A province that was merged away lies in the files of its successor.
      if (successors.length === 0) below.push(...(await territoryOrFail(root, listed, id)).units);
    }
    return unitsOn(below, at).filter((unit) => unit.level === level);
  }
  const { units } = await territoryOrFail(root, listed, province);
  const top = provinces.find(({ id }) => id === province);
  if (!top) throw new CommandFailure(notThen(listed, province, at, lang));
  const inside = [top, ...below(unitsOn(units, at), [top.id])];
  return inside.filter((unit) => level === undefined || unit.level === level);
}

/** Every unit below some others, a unit before those below it. */
function below(units: readonly NationalUnit[], parents: readonly string[]): NationalUnit[] {
  return units
    .filter(({ parent }) => parent !== null && parents.includes(parent))
    .flatMap((unit) => [unit, ...below(units, [unit.id])]);
}

function notThen(listed: readonly NationalUnit[], id: string, at: string, lang: Language): string {
  const unit = listed.find((one) => one.id === id);
  const instead = [
    ...(unit?.successors ?? []),
    ...listed.filter((one) => one.successors.includes(id)).map((one) => one.id),
  ];
  const named = `${unit?.name ?? ''} (${id})`;
  return unitsWords[lang].notThen(daySaid(at, lang), named, instead.join(', '));
}

function unitTable(units: readonly NationalUnit[], at: string, lang: Language): string {
  const { levels, heads } = unitsWords[lang];
  const rows = units.map(({ id, level, parent, name }) => [id, levels[level], parent ?? '', name]);
  return `${textTable([...heads], rows)}${countLine(units, at, lang)}\n`;
}

/** How many units of each level; of communes also how many of each sort, which their names begin with. */
function countLine(units: readonly NationalUnit[], at: string, lang: Language): string {
  const { counted, levels, onDay, noUnits } = unitsWords[lang];
  const isCountry = units.length > 0 && units.every(({ level }) => level === 'country');
  const counts = unitLevels.flatMap((level) => {
    const ofLevel = units.filter((unit) => unit.level === level);
    if (ofLevel.length === 0 || level === 'country') return [];
    return [`${counted(ofLevel.length, level)}${level === 'commune' ? sorts(ofLevel, lang) : ''}`];
  });
  const said = counts.length > 0 ? counts.join(', ') : isCountry ? levels.country : noUnits;
  return onDay(daySaid(at, lang), said);
}

function sorts(communes: readonly NationalUnit[], lang: Language): string {
  const counted = Object.entries(unitsWords[lang].sorts).flatMap(([begin, word]) => {
    // Four of the lists are "Thị Trấn".
    const count = communes.filter(({ name }) => name.toLowerCase().startsWith(begin.toLowerCase())).length;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return ` (${counted.join(', ')})`;
}
