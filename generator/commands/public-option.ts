import { InvalidArgumentError, type Command } from 'commander';
import { DEFAULT_THRESHOLD } from '../../core/consolidate/public/threshold.ts';

/** The options of everything that is made for publication: `--public` and `--threshold`. */
export function publicOptions(command: Command): Command {
  return command
    .option(
      '--public',
      'bản để công bố: số người, hộ nhỏ hơn ngưỡng và số tính ra được chúng không hiện (for publication)',
    )
    .option(
      '--threshold <n>',
      `ngưỡng của --public; mặc định ${DEFAULT_THRESHOLD}: xã có dưới ${DEFAULT_THRESHOLD} người thì ai cũng biết là ai (smaller counts are hidden)`,
      wholeFrom2,
    );
}

/** Below 2 nothing would be hidden. */
function wholeFrom2(text: string): number {
  if (/^\d{1,6}$/u.test(text) && Number(text) >= 2) return Number(text);
  throw new InvalidArgumentError('cần một số nguyên từ 2 (a whole number, 2 or more).');
}
