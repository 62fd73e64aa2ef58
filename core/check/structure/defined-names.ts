import type { DefinedName } from '../../sheet/facts.ts';

/** Names that spreadsheet programs make by themselves for printing and filtering, under their own spellings. */
const BUILT_IN =
  /^(?:_xl.*|_?FilterDatabase|Print_Area|Print_Titles|Sheet_Title|Excel_BuiltIn_.*|_Anonymous_.*)$/iu;

/** Whether a program made the name by itself. */
export function isBuiltIn({ name }: DefinedName): boolean {
  return BUILT_IN.test(name);
}

/** Whether a name points to cells that are gone. */
export function isBroken({ formula }: DefinedName): boolean {
  return formula.toUpperCase().includes('#REF!');
}
