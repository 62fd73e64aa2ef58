import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { registerAccept } from './accept.ts';
import { registerAssignCheck } from './assign-check.ts';
import { registerAssignGrid } from './assign-grid.ts';
import { registerAssignRead } from './assign-read.ts';
import { registerCheck } from './check.ts';
import { registerClose } from './close.ts';
import { registerConsolidate } from './consolidate.ts';
import { registerExport } from './export.ts';
import { registerFeedback } from './feedback.ts';
import { registerGenerate } from './generate.ts';
import { registerHistory } from './history.ts';
import { registerImport } from './import.ts';
import { registerInit } from './init.ts';
import { registerPlanLint } from './plan-lint.ts';
import { registerResolve } from './resolve.ts';
import { registerRepair } from './repair.ts';
import { registerStatus } from './status.ts';
import { registerStore } from './store.ts';
import { registerTargets } from './targets.ts';
import { registerWithdraw } from './withdraw.ts';
import { registerUnits } from './units.ts';
import { registerUnitsTags } from './units-tags.ts';
import { registerUnitsTrace } from './units-trace.ts';

/** Every command of the command line, in the order of the help text. */
export const commands: readonly ((program: Command, context: CommandContext) => void)[] = [
  registerInit,
  registerGenerate,
  registerTargets,
  registerPlanLint,
  registerAssignGrid,
  registerAssignRead,
  registerAssignCheck,
  registerCheck,
  registerExport,
  registerImport,
  registerStatus,
  registerHistory,
  registerResolve,
  registerAccept,
  registerWithdraw,
  registerFeedback,
  registerConsolidate,
  registerClose,
  registerStore,
  registerRepair,
  registerUnits,
  registerUnitsTrace,
  registerUnitsTags,
];
