/** Collects the values of an option that may be given several times; without it there is no value. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
