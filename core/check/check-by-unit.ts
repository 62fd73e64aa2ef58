import { peopleOfRow } from '../rules/figure/people.ts';
import { withNotes } from '../rules/explained.ts';
import { judgeAll, type JudgedFigure, reasonOf } from '../rules/judge-all.ts';
import type { TypedCell, TypedFigures } from '../rules/typed.ts';
import { figureKey, figureKeyOf } from '../observation/key.ts';
import { vintageIn } from '../round/round.ts';
import type { Series } from '../target/series.ts';
import { partsOf } from '../workbook/asked.ts';
import type { CommuneColumn } from '../workbook/commune-layout.ts';
import { unitKey } from '../workbook/contract.ts';
import { communeRequests } from '../workbook/commune-request.ts';
import type { PlacedRequest } from '../workbook/placed.ts';
import { tallied, type FigureCheck } from './check-figures.ts';
import { checkNoteColumn } from './form/rules/form-communes-in-note-column.ts';
import { checkBlankCommunes } from './form/rules/form-communes-missing.ts';
import { checkCommunesSum } from './form/rules/form-communes-sum-differs.ts';
import { checkCommuneRows } from './form/rules/form-rows-shifted.ts';

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
  const { columns } = layout.byCommune;
  const judgedRows: JudgedFigure[][] = [];
  const reasons: (string | null)[] = [];
  const checks = byCommune.units.map((commune): FigureCheck => {
    const typed = byUnit.get(commune.id);
    if (!typed) return { findings: [], rules: [] };
    const where = requestOf(commune);
    const explained = {
      ...typed,
      cells: withBefore(typed, where, columns),
      reasons: withNotes(own.reasons, withNoteOnSeries(typed, where)),
    };
    const { request: ofRow, asked, layout: stands } = where;
    const { figures, series, people } = judgeAll(ofRow, asked, stands, explained, peopleOfRow);
    judgedRows.push(figures);
    reasons.push([...typed.reasons.keys()].map((key) => reasonOf(typed, key)).find((one) => one) ?? null);
    // Last year's figures are only looked at here, and a target is the commune's where it was assigned.
    const there = figures.filter(({ judged, figure }) => judged !== null && figure.context.ofRound);
    const assigned = series
      .filter((one) => one.series.assigned.size > 0)
      .map((one) => ({ ...one, cell: one.cell ?? firstCell(typed, one.series, where) }));
    const { findings, rules } = tallied(explained, { people, figures: there, series: assigned });
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
    checkCommuneRows(judgedRows, (at) => reasons[at] ?? null),
  );
  return {
    findings: checks.flatMap((one) => one.findings),
    rules: checks.flatMap((one) => one.rules),
  };
}

/** The cells of a row beside last year's figures, which nobody types here. */
function withBefore(
  { cells }: TypedFigures,
  { request: { known, reporting } }: PlacedRequest,
  columns: readonly CommuneColumn[],
): TypedFigures['cells'] {
  const before = columns.flatMap(({ figure: { key }, before: period }): [string, TypedCell][] => {
    const figure = known.figure(key, period);
    return figure === null
      ? []
      : [[`${key}|${period}|${vintageIn(reporting, period)}`, { place: {}, raw: figure }]];
  });
  return new Map([...cells, ...before]);
}

/** What is written beside the row explains its targets, too. */
function withNoteOnSeries({ reasons }: TypedFigures, { asked }: PlacedRequest): Map<string, string> {
  const [note] = reasons.values();
  const keys = note === undefined ? [] : asked.series.map(figureKeyOf);
  return new Map([...keys.map((key) => [key, note ?? ''] as const), ...reasons]);
}

/** Where a share that is no column itself is said to be missed: at what is divided. */
function firstCell(
  { cells }: TypedFigures,
  series: Series,
  { request: { catalogue, round, reporting } }: PlacedRequest,
): TypedCell | null {
  const { numerator } = partsOf(series.indicator, catalogue);
  const key = numerator && figureKey(numerator.id, series.stratum?.id ?? null);
  return cells.get(`${key}|${round}|${vintageIn(reporting, round)}`) ?? null;
}
