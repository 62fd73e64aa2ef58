import { figuresOf } from '../../core/exchange/from-workbook.ts';
import { exchangeNames } from '../../core/exchange/names.ts';
import type { Profile } from '../../core/exchange/profile.ts';
import { WORKBOOK_SCHEMA } from '../../core/workbook/contract.ts';
import type { SheetCells } from '../../core/workbook/keyed-cells.ts';
import { readReturned, type ReturnedWorkbook } from '../../core/workbook/read.ts';
import { writeReturnCsv } from '../../formats/csv/write-return.ts';
import type { OfferedFile } from './workbench.ts';

/** The exchange files of a workbook. */
export interface ExportedReturn {
  files: readonly OfferedFile[];
  /** Cells that are no figures; their text is passed on. */
  problems: number;
}

/**
 * Writes what stands in a workbook as exchange files, the same as the command line does.
 * @returns `not-ours` for other workbooks, `refused` when ids inside cannot stand in file names
 */
export async function exportReturn(
  sheets: readonly SheetCells[],
  profile: Profile,
): Promise<ExportedReturn | 'not-ours' | 'refused'> {
  const { value: returned, findings } = readReturned(sheets);
  if (returned === null) return 'not-ours';
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const { value, findings: more } = await writeReturnCsv(figuresOf(returned), {
    profile,
    names: namesIn(returned),
    templateSchema: returned.definition === null ? null : WORKBOOK_SCHEMA,
    errors,
  });
  if (value === null) return 'refused';
  return {
    files: value.files,
    problems: errors + more.filter(({ severity }) => severity === 'error').length,
  };
}

/** Names as the workbook itself carries them; null where it has lost its definition. */
function namesIn({ definition }: ReturnedWorkbook) {
  if (definition === null) return null;
  const { unit, reporter, catalogue } = definition;
  return exchangeNames(reporter === null ? [unit] : [unit, reporter], catalogue);
}
