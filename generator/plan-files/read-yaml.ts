import { compiledOf } from './compiled.ts';
import { parseYaml, type YamlFile } from './yaml.ts';

/**
 * What a YAML file of a plan says, as {@link parseYaml}: of one that is word for word that of the program, as in a
 * new workspace, what was compiled of it. Its lines are looked up only where a finding asks for one.
 * @param program its root
 * @param name of the compiled file
 * @param file name for findings
 */
export async function readYaml(program: string, name: string, text: string, file: string): Promise<YamlFile> {
  const value = await compiledOf(program, name, text);
  if (value === undefined) return parseYaml(text, file);
  let parsed: YamlFile | null = null;
  return { value, findings: [], locate: (path) => (parsed ??= parseYaml(text, file)).locate(path) };
}
