import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WorkbookChange } from '../../addin/office/changes.ts';
import { recheckAfterTyping } from '../../addin/taskpane/recheck.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const listeners = new Set<(change: WorkbookChange) => void>();
  let leave: () => void = () => undefined;
  let editing: Promise<void> = Promise.resolve();
  const check = vi.fn(() => Promise.resolve());
  const stop = recheckAfterTyping(
    {
      onChange(heard) {
        listeners.add(heard);
        return () => listeners.delete(heard);
      },
      afterCellEdit: () => editing,
    },
    check,
    1_500,
  );
  return {
    check,
    stop,
    listeners,
    change: (isLocal: boolean) => {
      for (const heard of listeners) heard({ isLocal, sheet: '{1}', address: 'F12' });
    },
    edit: () => {
      editing = new Promise((resolve) => (leave = resolve));
    },
    leave: () => leave(),
  };
}

it('checks once when typing pauses', async () => {
  const { check, change } = watched();
  change(true);
  await vi.advanceTimersByTimeAsync(1_000);
  change(true);
  await vi.advanceTimersByTimeAsync(1_400);
  expect(check).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(check).toHaveBeenCalledTimes(1);
});

it('does nothing for what others type', async () => {
  const { check, change } = watched();
  change(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(check).not.toHaveBeenCalled();
});

it('waits for the end of the cell, and anew when that is a change', async () => {
  const { check, change, edit, leave } = watched();
  change(true);
  edit();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(check).not.toHaveBeenCalled();
  change(true);
  leave();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(check).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(check).toHaveBeenCalledTimes(1);
});

it('stops when told to', async () => {
  const { check, change, stop, listeners } = watched();
  change(true);
  stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(check).not.toHaveBeenCalled();
  expect(listeners.size).toBe(0);
});
