import { vintageIn } from '../../round/round.ts';
import type { Asked } from '../../workbook/asked.ts';
import { KEY_MARKER, sheetNames, LAYOUT, type MetaKind } from '../../workbook/contract.ts';
import { chunksOf, textChecksum } from '../../workbook/definition-text.ts';
import { newSheet, put } from '../../sheet/draft.ts';
import type { Layout } from '../../workbook/layout.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';

/**
 * What the workbook is, what it was made from and which keys must exist: never where they stand. Columns B
 * to D hold kind, key and value.
 * @param definition as its text
 */
export function metaSheet(
  request: WorkbookRequest,
  layout: Layout,
  asked: Asked,
  untouched: string,
  definition: string,
): SheetModel {
  const sheet = newSheet(sheetNames.meta, [12, 60, 70], { state: 'veryHidden', rows: new Map() });
  const chunks = chunksOf(definition);
  const entries: [MetaKind, string, string][] = [
    ['info', 'schema', String(LAYOUT)],
    ['info', 'marker', KEY_MARKER],
    ['info', 'unit', request.unit.id],
    ['info', 'unitName', request.unit.name],
    ['info', 'reporter', request.reporter.id],
    ['info', 'round', request.reporting.period],
    ['info', 'untouched', untouched],
    ['info', 'sample', request.sample ? 'yes' : 'no'],
    ['info', 'definition', textChecksum(chunks)],
    ...request.plans.map(({ file: { id } }): [MetaKind, string, string] => [
      'plan',
      id,
      request.planHashes.get(id) ?? '',
    ]),
    ...inputSheets(layout).map((name): [MetaKind, string, string] => ['sheet', name, 'input']),
    ...asked.figures.map((figure): [MetaKind, string, string] => ['row', figure.key, figure.part]),
    ...layout.periods.map((period): [MetaKind, string, string] => [
      'column',
      period,
      vintageIn(request.reporting, period),
    ]),
    ...chunks.map((chunk, at): [MetaKind, string, string] => ['definition', String(at + 1), chunk]),
  ];
  entries.forEach(([kind, key, value], at) => {
    [kind, key, value].forEach((text, column) => {
      put(sheet, at + 1, column + 2, 'meta', { value: text, own: true });
    });
  });
  return sheet;
}

function inputSheets(layout: Layout): string[] {
  const always = [
    layout.entry.sheet,
    layout.background.sheet,
    ...(layout.byCommune ? [sheetNames.communes] : []),
  ];
  return layout.baselines.rows.length > 0 ? [...always, layout.baselines.sheet] : always;
}
