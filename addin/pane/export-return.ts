import { checkOpened } from '../../core/check/check-workbook.ts';
import { exportCheck } from '../../core/check/export-check.ts';
import { notOurWorkbook } from '../../core/check/return/rules/not-our-workbook.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import { countCodes } from '../../core/exchange/descriptor.ts';
import { figuresOf } from '../../core/exchange/from-workbook.ts';
import { namesIn } from '../../core/exchange/names.ts';
import type { Profile } from '../../core/exchange/profile.ts';
import { writeReturnCsv } from '../../formats/csv/write-return.ts';
import { openedOf, type OfferedFile, type ReadFacts } from './workbench.ts';

/** What came of exporting a workbook. */
export type ExportedReturn =
  | { kind: 'not-ours' }
  /** One of ours, of which no figure can be read, by these findings. */
  | { kind: 'unread'; findings: readonly CheckFinding[] }
  /** Ids inside cannot stand in file names. */
  | { kind: 'refused' }
  /** Nothing was entered yet. */
  | { kind: 'empty' }
  /** Nothing was written: figures may stand under a wrong name, by these findings. */
  | { kind: 'misplaced'; findings: readonly CheckFinding[] }
  /** The descriptor says how many errors the workbook has. */
  | { kind: 'written'; files: readonly OfferedFile[]; errors: number; forced: boolean };

/**
 * Checks a workbook and writes what stands in it as exchange files, the same as the command line does; a rule
 * that needs more of a file than the facts hold is not tried.
 * @param force writes it even where figures may stand under a wrong name; the descriptor says so
 */
export async function exportReturn(
  facts: ReadFacts,
  profile: Profile,
  { force }: { force: boolean },
): Promise<ExportedReturn> {
  const checked = checkOpened(openedOf(facts), { has: facts.has, storedResults: 'not-judged' });
  const { returned } = checked;
  if (returned === null) {
    const { findings } = checked.report;
    if (findings.some(({ code }) => code === notOurWorkbook.code)) return { kind: 'not-ours' };
    return { kind: 'unread', findings: findings.filter(({ severity }) => severity === 'error') };
  }
  const { errors, misplacing } = exportCheck(checked);
  const forced = misplacing.length > 0;
  if (forced && !force) return { kind: 'misplaced', findings: misplacing };
  const { value, findings } = await writeReturnCsv(figuresOf(returned), {
    profile,
    names: namesIn(returned.definition),
    templateSchema: returned.definition?.layout ?? null,
    errors: countCodes(errors),
    forced,
  });
  if (value === null)
    return { kind: findings.some(({ code }) => code === 'return-empty') ? 'empty' : 'refused' };
  return { kind: 'written', files: value.files, errors: errors.length + findings.length, forced };
}
