const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does long work; where somebody interrupts it (Ctrl-C), clears up before the process ends. Without it nothing that
 * waits to be done is done then.
 */
export async function clearingOnInterrupt<Result>(
  clear: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const end = (signal: NodeJS.Signals): void => {
    clear();
    // Heard once only: this time it ends the process as if nobody had listened.
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, end);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}
