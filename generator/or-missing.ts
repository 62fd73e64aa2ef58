/**
 * What a piece of work with a path comes to, null where nothing stands there. Any other trouble is thrown: what may not
 * be looked at is not known to be missing, and figures behind it must not be taken for figures that nobody gave.
 */
export async function orMissing<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
