import type { Damage } from '../damage.ts';
import { figureDamages } from './figures.ts';
import { fileDamages, formatDamages } from './files.ts';
import { formulaDamages } from './formulas.ts';
import { placeDamages } from './places.ts';
import { sheetDamages } from './sheets.ts';

/** Every damage, by what it is done to. */
export const damages: readonly { group: string; damages: readonly Damage[] }[] = [
  { group: 'Computed and printed cells', damages: formulaDamages },
  { group: 'Figures as people type them', damages: figureDamages },
  { group: 'Rows, columns and keys', damages: placeDamages },
  { group: 'Sheets and whose they are', damages: sheetDamages },
  { group: 'Looks and extras', damages: formatDamages },
  { group: 'Damaged and hostile files', damages: fileDamages },
];
