import { reporter, type Finding } from '../base/finding.ts';
import { rowMessages } from './messages.ts';

/** Rows of a file that are named for one fault; a fault of a whole column has as many as the file has rows. */
const NAMED = 20;

const report = reporter(rowMessages);

/** The findings of planners' files as people read them: of each fault the first rows of a file, and how many more. */
export function fewOfEach(findings: readonly Finding[]): Finding[] {
  const byFault = new Map<string, Finding[]>();
  for (const finding of findings) {
    const fault = JSON.stringify([finding.place.file ?? null, finding.code]);
    const alike = byFault.get(fault);
    if (alike) alike.push(finding);
    else byFault.set(fault, [finding]);
  }
  const last = new Map<Finding, Finding>();
  const left = new Set<Finding>();
  for (const alike of byFault.values()) {
    const more = alike.slice(NAMED);
    const [next] = more;
    const named = alike[NAMED - 1];
    // One row more is no shorter to count than to name.
    if (!next || !named || more.length < 2) continue;
    for (const one of more) left.add(one);
    last.set(named, { ...report('rows-alike', next.place, { count: more.length }), severity: next.severity });
  }
  return findings.flatMap((finding) => {
    if (left.has(finding)) return [];
    const more = last.get(finding);
    return more ? [finding, more] : [finding];
  });
}
