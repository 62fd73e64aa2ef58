import { COMPILED, compiledOf, keepCompiled } from './compiled.ts';
import { sourceOf, type PlanSource } from './source.ts';
import { parseYaml, type YamlFile } from './yaml.ts';

/** Where a workspace keeps its plans as data, below the folder of the plans; it may be thrown away. */
const KEPT = '.compiled';

/**
 * What a YAML file of a plan says, as {@link parseYaml}, by what was compiled of exactly this text: by the program of
 * its own files, which a new workspace has word for word, or at an earlier start in this workspace. What is read for
 * the first time is compiled there. Lines are looked up only where a finding asks for one.
 * @param name of the compiled file, without its ending
 * @param file name for findings
 */
export async function readYaml(
  from: string | PlanSource,
  name: string,
  text: string,
  file: string,
): Promise<YamlFile> {
  const value = await compiledYaml(from, name, text);
  if (value !== undefined) {
    let parsed: YamlFile | null = null;
    return { value, findings: [], locate: (path) => (parsed ??= parseYaml(text, file)).locate(path) };
  }
  const read = parseYaml(text, file);
  const { root, folder, program } = sourceOf(from);
  if (program !== null && read.findings.length === 0)
    await keepCompiled(root, `${folder}/${KEPT}/${name}.json`, text, read.value);
  return read;
}

/** What was compiled of exactly this text; undefined where nothing was. */
export async function compiledYaml(from: string | PlanSource, name: string, text: string): Promise<unknown> {
  const { root, folder, program } = sourceOf(from);
  const shipped = await compiledOf(program ?? root, `${COMPILED}/${name}.json`, text);
  if (shipped !== undefined || program === null) return shipped;
  return compiledOf(root, `${folder}/${KEPT}/${name}.json`, text);
}
