import { acceptedSigns } from '../../observation/figure.ts';
import { quoted } from '../../target/formula.ts';

/** Whether a cell holds a number or one of the signs: what a person typed and a reader can read. */
export function isFigureFormula(cell: string): string {
  const signs = acceptedSigns.map((sign) => `TRIM(${cell})=${quoted(sign)}`);
  return `OR(ISNUMBER(${cell}),${signs.join(',')})`;
}
