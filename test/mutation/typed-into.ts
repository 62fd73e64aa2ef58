import { readReturned } from '../../core/returned/read.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { sheetsOf } from '../workbook/model-cells.ts';
import { entriesOf } from './outcome.ts';
import type { RandomWorkbook } from './random-workbook.ts';

export function typedInto({ model }: Pick<RandomWorkbook, 'model'>): Record<string, string> {
  const { value } = readReturned(sheetsOf(model));
  if (!value) throw new Error('A workbook of ours is not read.');
  return Object.fromEntries(entriesOf(value));
}

export async function typedIntoFile(bytes: Uint8Array): Promise<Record<string, string>> {
  const { value } = readReturned((await readFacts(bytes)).sheets);
  if (!value) throw new Error('The file is not read.');
  return Object.fromEntries(entriesOf(value));
}
