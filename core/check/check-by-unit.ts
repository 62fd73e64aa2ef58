import { judgeAll } from '../rules/judge-all.ts';
import { isReason } from '../rules/reason.ts';
import type { TypedFigures } from '../rules/typed.ts';
import { unitKey } from '../workbook/contract.ts';
import { communeRequests } from '../workbook/commune-request.ts';
import type { PlacedRequest } from '../workbook/placed.ts';
import { tallied, type FigureCheck } from './check-figures.ts';
import { checkNoteColumn } from './form/rules/form-communes-in-note-column.ts';
import { checkBlankCommunes } from './form/rules/form-communes-missing.ts';
import { checkCommunesSum } from './form/rules/form-communes-sum-differs.ts';

/** What stands in the rows of communes, by the id of the commune. */
export type TypedByUnit = ReadonlyMap<string, TypedFigures>;

/**
 * Runs the rules over figures on every row of the table by commune, as if the commune had reported it. What is written
 * beside the figure's row on the form explains a warning of its column, too.
 * @param own what stands on the form itself
 */
export function checkByUnit(
  { request, layout }: PlacedRequest,
  own: TypedFigures,
  byUnit: TypedByUnit,
): FigureCheck {
  const { byCommune } = request;
  if (!byCommune || layout.byCommune === null) return { findings: [], rules: [] };
  const requestOf = communeRequests(request);
  const checks = byCommune.units.map((commune): FigureCheck => {
    const typed = byUnit.get(commune.id);
    if (!typed) return { findings: [], rules: [] };
    const where = requestOf(commune);
    // A note that is no reason takes none away.
    const notes = [...typed.reasons].filter(([key, text]) => isReason(text) || !own.reasons.has(key));
    const explained = { ...typed, reasons: new Map([...own.reasons, ...notes]) };
    const { figures, people } = judgeAll(where.request, where.asked, where.layout, explained);
    // Years before have no column here, and a series is the province's.
    const there = figures.filter(({ judged }) => judged !== null);
    const { findings, rules } = tallied(explained, { people, figures: there, series: [] });
    return {
      rules,
      findings: findings.map((one) => ({ ...one, key: `${unitKey(commune.id)}|${one.key ?? ''}` })),
    };
  });
  const table = { byCommune, table: layout.byCommune };
  checks.push(
    checkNoteColumn(table, byUnit),
    checkBlankCommunes(table, own, byUnit),
    checkCommunesSum(table, own, byUnit),
  );
  return {
    findings: checks.flatMap((one) => one.findings),
    rules: checks.flatMap((one) => one.rules),
  };
}
