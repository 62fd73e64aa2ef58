import { expect, it } from 'vitest';
import { arrived, bookOf, consolidated, laiChau } from './fixture.ts';

/** The texts of a row of a sheet that names a unit by its id. */
function rowOf(model: ReturnType<typeof bookOf>['model'], sheet: string, unit: string): unknown[] {
  const cells = [...(model.sheets.find(({ name }) => name === sheet)?.cells.values() ?? [])];
  const row = cells.find(({ value }) => value === unit)?.row;
  return cells.flatMap((cell) => (cell.row === row ? [cell.value] : []));
}

it('names the province, which is none of the units that are added up, where its own figures are listed', async () => {
  const { plan } = await laiChau();
  const [province] = plan.units;
  if (!province) throw new Error('The plan has no units.');
  const said = { state: 'held-back' as const };
  for (const [sheet, some] of [
    ['Nguồn số', {}],
    ['Chưa tính', { said }],
  ] as const) {
    const store = arrived([{ unit: province.id, figures: { 'new-jobs|_T': '9000' }, ...some }]);
    const { model } = bookOf(await consolidated(store), store);
    expect(rowOf(model, sheet, province.id)).toContain(province.name);
  }
});
