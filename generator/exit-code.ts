import type { Finding } from '../core/base/finding.ts';

/** Findings that say a file could not be read at all, rather than that its content is wrong. */
const UNREADABLE = /^(?:text-file|path|yaml|csv|document|pdf)-/u;

/** 2 when something could not be read, 1 when something read is not acceptable, else 0. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 1 | 2 {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.some(({ code }) => UNREADABLE.test(code))) return 2;
  return errors.length > 0 ? 1 : 0;
}
