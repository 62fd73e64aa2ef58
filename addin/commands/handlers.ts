import { checkWorkbook } from '../../core/check/check-workbook.ts';
import type { CommandHandlers } from '../office/commands.ts';
import type { ExcelBench } from '../office/excel-bench.ts';
import { rememberedLanguage } from '../pane/language-choice.ts';
import { placedMarks } from '../pane/placed-marks.ts';
import { wordingOf } from '../pane/texts/wording.ts';
import { nextPlace } from './next-place.ts';

/**
 * What the buttons do without the pane. Each checks the workbook anew: this page shares nothing with the pane.
 * There is nowhere to show a message, so what finds nothing does nothing.
 */
export function commandHandlers(bench: ExcelBench): CommandHandlers {
  const check = async () => {
    const facts = await bench.read();
    return { facts, checked: checkWorkbook(facts, { has: facts.has }) };
  };
  return {
    async nextProblem() {
      const selected = await bench.selection();
      const { facts, checked } = await check();
      const next = nextPlace(checked.report.findings, facts.sheets, selected);
      if (next) await bench.select(next);
    },
    async markProblems() {
      const { checked } = await check();
      const wording = wordingOf(rememberedLanguage() ?? bench.language());
      await bench.markFindings(placedMarks(checked, wording));
    },
    async clearMarks() {
      await bench.clearMarks();
    },
  };
}
