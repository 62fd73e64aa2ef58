import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { listCommands } from './listed.ts';

/** Puts a command onto the command line. */
type Register = (program: Command, context: CommandContext) => void;

/**
 * Every command by the word it begins with, in the order of the help text. Each is loaded where it is wanted: all
 * of them together take longer to load than most take to run.
 */
const commands: readonly (readonly [word: string, load: () => Promise<Register>])[] = [
  ['init', async () => (await import('./init.ts')).registerInit],
  ['generate', async () => (await import('./generate.ts')).registerGenerate],
  ['planner-files', async () => (await import('./planner-files.ts')).registerPlannerFiles],
  ['targets', async () => (await import('./targets.ts')).registerTargets],
  ['plan', async () => (await import('./plan-lint.ts')).registerPlanLint],
  ['plan', async () => (await import('./plan-diff.ts')).registerPlanDiff],
  ['plan', async () => (await import('./plan-draft.ts')).registerPlanDraft],
  ['plan', async () => (await import('./plan-from-xlsx.ts')).registerPlanFromXlsx],
  ['plan', async () => (await import('./plan-to-xlsx.ts')).registerPlanToXlsx],
  ['plan', async () => (await import('./plan-new.ts')).registerPlanNew],
  ['assign', async () => (await import('./assign-grid.ts')).registerAssignGrid],
  ['assign', async () => (await import('./assign-read.ts')).registerAssignRead],
  ['assign', async () => (await import('./assign-check.ts')).registerAssignCheck],
  ['check', async () => (await import('./check.ts')).registerCheck],
  ['export', async () => (await import('./export.ts')).registerExport],
  ['import', async () => (await import('./import.ts')).registerImport],
  ['status', async () => (await import('./status.ts')).registerStatus],
  ['history', async () => (await import('./history.ts')).registerHistory],
  ['resolve', async () => (await import('./resolve.ts')).registerResolve],
  ['accept', async () => (await import('./accept.ts')).registerAccept],
  ['levels', async () => (await import('./levels.ts')).registerLevels],
  ['withdraw', async () => (await import('./withdraw.ts')).registerWithdraw],
  ['report', async () => (await import('./report.ts')).registerReport],
  ['feedback', async () => (await import('./feedback.ts')).registerFeedback],
  ['consolidate', async () => (await import('./consolidate.ts')).registerConsolidate],
  ['renew', async () => (await import('./renew.ts')).registerRenew],
  ['close', async () => (await import('./close.ts')).registerClose],
  ['store', async () => (await import('./store.ts')).registerStore],
  ['store', async () => (await import('./store-setup.ts')).registerStoreSetup],
  ['store', async () => (await import('./store-account.ts')).registerStoreAccount],
  ['repair', async () => (await import('./repair.ts')).registerRepair],
  ['units', async () => (await import('./units.ts')).registerUnits],
  ['units', async () => (await import('./units-trace.ts')).registerUnitsTrace],
  ['units', async () => (await import('./units-tags.ts')).registerUnitsTags],
];

/** Options of the program that are followed by their value. */
const WITH_VALUE = ['--workspace', '--store', '--store-ca'];

/** Puts every command onto the command line. */
export async function registerAll(program: Command, context: CommandContext): Promise<void> {
  await registerEach(commands, program, context);
}

/**
 * Puts the commands onto the command line that the arguments begin with; where they name none, all of them are only
 * listed.
 */
export async function registerFor(
  argv: readonly string[],
  program: Command,
  context: CommandContext,
): Promise<void> {
  const words = argv.filter((word, at) => !word.startsWith('-') && !WITH_VALUE.includes(argv[at - 1] ?? ''));
  const first = words[0] === 'help' ? words[1] : words[0];
  const wanted = commands.filter(([word]) => word === first);
  await (wanted.length > 0 ? registerEach(wanted, program, context) : listCommands(program));
}

async function registerEach(
  wanted: typeof commands,
  program: Command,
  context: CommandContext,
): Promise<void> {
  for (const register of await Promise.all(wanted.map(([, load]) => load()))) register(program, context);
}
