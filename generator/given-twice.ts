import type { Command } from 'commander';
import { collect } from './commands/repeatable.ts';
import { CommandFailure } from './failure.ts';

/**
 * Refuses an option that holds one value and is given two: the first would be dropped without a word, and with it the
 * file, the return or the round it names.
 */
export function refuseGivenTwice(command: Command): void {
  for (const option of command.options) {
    if (option.isBoolean() || option.parseArg === collect) continue;
    let before: string | undefined;
    command.on(`option:${option.name()}`, (value: string) => {
      if (before !== undefined && before !== value)
        throw new CommandFailure(
          `${option.long ?? option.flags} ghi hai lần, "${before}" và "${value}", mà lệnh chỉ nhận một. Chưa làm gì: hãy chạy lệnh từng lần một (given twice).`,
        );
      before = value;
    });
  }
  command.commands.forEach(refuseGivenTwice);
}
