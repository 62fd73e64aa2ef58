import { cellAddress, parseAddress } from '../../core/sheet/address.ts';

/** Addresses of one sheet with neighbours in a column made one range: F9, F10, F11, G3 is F9:F11, G3. */
export function cellRanges(addresses: readonly string[]): string[] {
  const ranges: { row: number; column: number; to: number }[] = [];
  for (const address of addresses) {
    const position = parseAddress(address);
    const last = ranges.at(-1);
    if (position === null) continue;
    if (last?.column === position.column && last.to + 1 === position.row) last.to += 1;
    else ranges.push({ ...position, to: position.row });
  }
  return ranges.map(({ row, column, to }) =>
    row === to ? cellAddress(row, column) : `${cellAddress(row, column)}:${cellAddress(to, column)}`,
  );
}
