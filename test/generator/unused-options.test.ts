import { expect, it } from 'vitest';
import { run } from './commands/run.ts';
import { root } from './commands/assign/desk.ts';

/** Each would do what it does without the option, so that nobody noticed that it was dropped. */
it.each([
  [['levels', '--round', '2023', '--reason', 'Sở tính khác'], '--reason chỉ đi với mã chênh lệch'],
  [['close', '--round', '2023', '--reopen', '--leave-open', 'm1'], '--leave-open chỉ đi với việc khóa sổ'],
  [['resolve', '--by', 'Phòng Tổng hợp'], '--by chỉ đi với --keep, --from hoặc --undo'],
])('%j says that an option would be dropped, and does nothing', async (args, words) => {
  const { code, out, err } = await run(root, ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});
