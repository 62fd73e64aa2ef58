import Papa from 'papaparse';
import { LINE_END } from '../../core/exchange/profile.ts';

/** Lines as the bytes of a CSV file for programs: RFC 4180, comma, UTF-8 without byte order mark. */
export function linesBytes(lines: readonly (readonly string[])[]): Uint8Array {
  const text = Papa.unparse(lines as string[][], {
    delimiter: ',',
    newline: LINE_END,
    escapeFormulae: false,
  });
  return new TextEncoder().encode(`${text}${LINE_END}`);
}

/** The lines of such a file. */
export function linesOf(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: LINE_END, skipEmptyLines: true });
  return data;
}
