import type { Vintage } from '../../observation/vintage.ts';
import type { FigureCell } from '../cells.ts';
import type { BookRequest } from './request.ts';

/** What stands beside a figure: why it does not count, or how sure it is and that it is still to be explained. */
export function markOf(
  cell: FigureCell | null,
  { found, words }: Pick<BookRequest, 'found' | 'words'>,
): string {
  if (cell === null || cell.entry === null) return '';
  const { entry, counts, state } = cell;
  if (!counts) return words.stateMarks[state] ?? '';
  const vintage = entry.vintage as Vintage;
  const sureness = vintage === found.round.vintage ? '' : words.vintageMarks[vintage];
  return `${sureness}${state === 'to-explain' ? '*' : ''}`;
}
