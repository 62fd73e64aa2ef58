import { readText } from './read-text.ts';
import { compiledYaml } from './read-yaml.ts';
import { sourceOf, type PlanSource } from './source.ts';
import { parseYaml } from './yaml.ts';

/**
 * Whether a plan may have a round in a year, by the head of its file alone: reading all of it takes ten times as
 * long. A head that does not say so clearly may: loading the plan will tell what is wrong with it.
 */
export async function mayBeLiveIn(from: string | PlanSource, id: string, year: number): Promise<boolean> {
  const { root, folder } = sourceOf(from);
  const file = `${folder}/${id}/plan.yaml`;
  const { value: text } = await readText(root, file);
  const value = (await compiledYaml(from, `${id}.plan`, text ?? '')) ?? headOf(text ?? '', file);
  if (typeof value !== 'object' || value === null) return true;
  const { firstRound, period } = value as { firstRound?: unknown; period?: { to?: unknown } };
  const [first, last] = [Number(String(firstRound).slice(0, 4)), Number(period?.to)];
  return !(first > year || last < year);
}

function headOf(text: string, file: string): unknown {
  const [head = ''] = text.split(/^targets:/mu, 1);
  return parseYaml(head, file).value;
}
