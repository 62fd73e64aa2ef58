import type { Indicator } from '../catalogue/schema.ts';
import { type Finding, type Place, reporter } from '../base/finding.ts';
import type { Path } from '../base/locate.ts';
import type { FoldedText } from '../base/text.ts';
import type { PlanEntry, TargetKind } from '../plan/schema.ts';
import { countsWholeThings } from '../catalogue/whole-things.ts';
import { kinds } from '../target/kinds/index.ts';
import { checkCitation, type CitedText } from './citation.ts';
import { type Figure, readFigure, sameFigure } from './figure.ts';
import { planMessages } from './messages.ts';

const report = reporter(planMessages);

/**
 * Checks the citations of an entry and reads its figure in the unit of its indicator.
 * @param findings takes what is wrong
 * @returns null for a milestone or when something is wrong
 */
export function citedFigure(
  entry: PlanEntry,
  kind: TargetKind,
  indicator: Indicator | null,
  document: FoldedText,
  at: (path: Path) => Place,
  findings: Finding[],
): Figure | null {
  const { id, printed, implied } = entry;
  const { hasValue, isRelative } = kinds[kind];
  if (printed === undefined && implied === undefined)
    findings.push(report('statement-without-figure', at([]), { id }));
  if (printed !== undefined && implied !== undefined)
    findings.push(report('figure-twice', at(['printed']), { id }));
  if (!hasValue && printed !== undefined) {
    findings.push(report('milestone-figure', at(['printed']), { id, field: 'printed' }));
  }
  if (!hasValue && implied?.value !== undefined) {
    findings.push(report('milestone-figure', at(['implied', 'value']), { id, field: 'implied.value' }));
  }
  if (hasValue && implied !== undefined && implied.value === undefined) {
    findings.push(report('implied-value-missing', at(['implied']), { id, kind }));
  }

  const unit = isRelative ? '%' : (indicator?.unit ?? null);
  // A growth in per cent has fractions whatever it is the growth of.
  const counted = indicator !== null && !isRelative && countsWholeThings(indicator) ? indicator : null;
  const main = checkOne({ ...entry, printed: printed ?? null }, [], unit, counted, document, at, findings);
  (entry.citations ?? []).forEach((citation, index) => {
    const cited = { ...citation, id, cell: undefined, printed: citation.printed ?? printed ?? null };
    const other = checkOne(cited, ['citations', index], unit, counted, document, at, findings);
    if (citation.line < entry.line) {
      const place = at(['citations', index, 'line']);
      findings.push(report('citation-order', place, { id, line: citation.line, main: entry.line }));
    }
    if (main !== null && other !== null && !sameFigure(main, other)) {
      const place = at(['citations', index, 'printed']);
      findings.push(
        report('citation-figure-differs', place, { id, printed: cited.printed ?? '', main: printed ?? '' }),
      );
    }
  });
  if (!hasValue) return null;
  if (main !== null) return main;
  return implied?.value === undefined ? null : { value: implied.value, low: null, high: null };
}

function checkOne(
  cited: CitedText,
  path: Path,
  unit: string | null,
  counted: Indicator | null,
  document: FoldedText,
  at: (path: Path) => Place,
  findings: Finding[],
): Figure | null {
  const { id, printed } = cited;
  const citation = checkCitation(cited, document, (field) => at([...path, field]));
  findings.push(...citation.findings);
  if (printed === null || citation.at === null) return null;
  const read = readFigure({ id, printed }, unit, document, citation.at, () => at([...path, 'printed']));
  findings.push(...read.findings);
  if (counted !== null && read.figure !== null && !isWhole(printed, read.figure))
    findings.push(
      report('printed-not-whole', at([...path, 'printed']), { id, printed, indicator: counted.name }),
    );
  return read.figure;
}

/** A decimal sign is for fractions of a scale word only: "1,5 nghìn" is 1500, "1,000" may be meant so. */
function isWhole(printed: string, { value, low, high }: Figure): boolean {
  const numbers = [value, low, high].filter((one) => one !== null);
  return numbers.every(Number.isInteger) && (!printed.includes(',') || /\p{L}/u.test(printed));
}
