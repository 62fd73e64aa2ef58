import { quoted } from '../../target/formula.ts';
import { verdicts, type Verdict } from '../../target/verdict.ts';
import type { ConditionalFormat, ConditionalLook } from '../../sheet/model.ts';

const LOOKS: Record<Verdict, ConditionalLook> = {
  notAssigned: 'waiting',
  notDue: 'waiting',
  noFigure: 'waiting',
  notEvaluable: 'unknown',
  exceeded: 'better',
  met: 'good',
  notMet: 'bad',
};

/** Looks of the verdict words; colour only repeats what the word says. */
export function verdictFormats(range: string, firstCell: string): ConditionalFormat[] {
  return (Object.keys(verdicts) as Verdict[]).map((name) => ({
    range,
    condition: `${firstCell}=${quoted(verdicts[name].vi)}`,
    look: LOOKS[name],
  }));
}
