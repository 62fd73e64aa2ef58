import { fileMessages } from '../base/file-messages.ts';
import { sentence, type Finding, type Language, type MessageTable } from '../base/finding.ts';
import { csvReturnMessages } from '../exchange/messages.ts';
import { repairMessages } from '../repair/messages.ts';
import { returnedWorkbookMessages } from '../returned/messages.ts';
import { workbookFileMessages } from '../sheet/file-messages.ts';

/**
 * The message tables of returned files: all that the pane and the page can have to say, which are spared the others.
 */
export const returnTables: readonly MessageTable[] = [
  fileMessages,
  workbookFileMessages,
  returnedWorkbookMessages,
  csvReturnMessages,
  repairMessages,
];

/** The message of what was found while a returned file was read, checked, exported or repaired. */
export function returnMessage(finding: Finding, language: Language): string {
  return sentence(tableWith(finding, returnTables), finding, language);
}

/** The table that has the code of a finding; an empty one where none has. */
export function tableWith({ code }: Finding, tables: readonly MessageTable[]): MessageTable {
  return tables.find((table) => Object.hasOwn(table, code)) ?? {};
}
