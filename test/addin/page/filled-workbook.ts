import type { Figure } from '../../../core/observation/figure.ts';
import { parseAddress } from '../../../core/sheet/address.ts';
import { buildWorkbook } from '../../../core/template/build.ts';
import { knownOf, requestOf } from '../../../core/workbook/definition.ts';
import { keyedCells } from '../../../core/returned/keyed-cells.ts';
import { cellIndex, type WorkbookModel } from '../../../core/sheet/model.ts';
import { readMeta } from '../../../core/returned/read-meta.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { factsOf } from '../../core/check/structure/facts-of.ts';
import { seedModel } from '../../core/check/structure/models.ts';

/** What is other than it should be in a filled workbook. */
export interface Deviations {
  /** Figures by `indicator|stratum|year`; null leaves the cell blank. */
  figures?: ReadonlyMap<string, Figure>;
  /** What is typed over cells, by `indicator|stratum|year`, whatever it is. */
  typed?: ReadonlyMap<string, string | number>;
  /** Which of the plan's targets the workbook is about. */
  part?: Parameters<typeof seedModel>[3];
}

/** A workbook somebody has filled in: no sample, with plausible figures but for the deviations. */
export async function filledWorkbook(
  plan: string,
  reporter: string,
  { figures = new Map(), typed = new Map(), part }: Deviations = {},
): Promise<{ name: string; model: WorkbookModel; bytes: Uint8Array }> {
  const { job, model: sample } = await seedModel(plan, reporter, 2, part);
  const { definition } = readMeta(factsOf(sample).sheets);
  if (typeof definition !== 'object') throw new Error(`definition ${definition}`);
  const known = knownOf(definition);
  const model = buildWorkbook(
    requestOf(
      { ...definition, sample: false },
      {
        ...known,
        figure: (key, period) => {
          const given = figures.get(`${key}|${period}`);
          return given === undefined ? known.figure(key, period) : given;
        },
      },
    ),
  );
  const cells = keyedCells(factsOf(model).sheets) ?? [];
  for (const [id, value] of typed) {
    const cell = cells.find(({ rowKey, period, field }) => field === 'value' && `${rowKey}|${period}` === id);
    const place = cell && parseAddress(cell.address);
    const sheet = model.sheets.find(({ name }) => name === cell?.sheet);
    const typedOver = place && sheet?.cells.get(cellIndex(place.row, place.column));
    if (!typedOver) throw new Error(`no cell for ${id}`);
    typedOver.value = value;
  }
  return { name: job.name.replace('_mau', ''), model, bytes: await serialize(model) };
}
