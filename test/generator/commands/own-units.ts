import Papa from 'papaparse';
import { unitColumns } from '../../../core/unit/unit.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

/** A planner's own list: the province and the districts of Lai Châu, which ended without successors. */
export async function ownUnits(): Promise<string> {
  const { plans } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  const units = (plan?.units ?? []).filter(({ id, level }) => level !== 'commune' && id !== 'VN12.TX');
  const rows = units.map(({ tags, unverified, ...unit }) => ({
    ...unit,
    validFrom: '',
    successors: '',
    tags: tags.join(' '),
    unverified: unverified.join(' '),
  }));
  return `${Papa.unparse(rows, { columns: [...unitColumns], newline: '\n' })}\n`;
}
