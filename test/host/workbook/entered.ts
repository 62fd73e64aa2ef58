import type { CellContent } from '../../../formats/xlsx/cells.ts';
import { HostError, HostGap } from '../wire/host-error.ts';

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/u;
/** Begins with a digit or a sign and goes on with what dates, times, percentages and grouped numbers have. */
const AMBIGUOUS = /^[+-]?\d[\d\s.,/:%-]*$/u;

/**
 * What a cell holds after a value was written to it. Excel reads texts as if they were typed in an English
 * (US) Excel, whatever the user's locale: learn.microsoft.com/office/dev/add-ins/develop/localization
 * @throws HostError InvalidArgument for what no cell can hold
 * @throws HostGap for formulas and for texts that Excel might take for a date, a time or a percentage
 */
export function enteredContent(value: unknown): CellContent {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') throw new HostError('InvalidArgument', typeof value);
  if (value === '') return null;
  if (value.startsWith("'")) return value.slice(1);
  if (value.startsWith('=')) throw new HostGap(`This host does not calculate; ${value} was written.`);
  const trimmed = value.trim();
  if (NUMBER.test(trimmed)) return Number(trimmed);
  if (/^(?:true|false)$/iu.test(trimmed)) return trimmed.toLowerCase() === 'true';
  // "12,5" stays a text in an English Excel, because the comma would have to group thousands.
  if (/^[+-]?\d+,\d{1,2}$/u.test(trimmed)) return value;
  if (AMBIGUOUS.test(trimmed)) throw new HostGap(`What Excel makes of the text "${value}" is not imitated.`);
  return value;
}
