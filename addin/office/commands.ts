import type { CommandName } from './command-names.ts';

/** What each button of the ribbon runs. */
export type CommandHandlers = Readonly<Record<CommandName, () => Promise<void>>>;

/**
 * Ties the functions that manifest.xml names to what they do. Office queues further clicks until a command has
 * said that it is done, so it is told so after a failure as well.
 */
export function associateCommands(handlers: CommandHandlers, failed: (error: unknown) => void): void {
  for (const [name, run] of Object.entries(handlers)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      run()
        .catch(failed)
        .finally(() => event.completed());
    });
  }
}
