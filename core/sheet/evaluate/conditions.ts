import type { Operand } from './operand.ts';
import { conditionOf, FormulaError, NotComputed, type Value } from './value.ts';

/** A function over operands as something that gives its value whenever it is asked. */
type PreparedFunction = (operands: readonly Operand[]) => () => Value;

const absent = (): Value => null;

/**
 * The functions that formulas are mostly made of, by name. They are computed far more often than written: which of
 * their operands is which is found once.
 */
export const conditionFunctions: Readonly<Partial<Record<string, PreparedFunction>>> = {
  IF([condition, then, otherwise]) {
    const [asked, whenTrue, whenFalse] = [valueOf(condition), valueOf(then), otherwise?.value];
    return () => {
      const value = asked();
      const holds = typeof value === 'boolean' ? value : conditionOf(value);
      if (holds instanceof FormulaError) return holds;
      if (holds) return whenTrue();
      return whenFalse === undefined ? false : whenFalse();
    };
  },
  AND: (operands) => joined(operands, false),
  OR: (operands) => joined(operands, true),
  NOT([one]) {
    const value = valueOf(one);
    return () => {
      const holds = conditionOf(value());
      return holds instanceof FormulaError ? holds : !holds;
    };
  },
  ISNUMBER: ([one]) => whether(one, (value) => typeof value === 'number'),
  ISTEXT: ([one]) => whether(one, (value) => typeof value === 'string'),
  ISLOGICAL: ([one]) => whether(one, (value) => typeof value === 'boolean'),
  ISERROR: ([one]) => whether(one, (value) => value instanceof FormulaError),
};

function valueOf(operand: Operand | undefined): () => Value {
  return operand?.value ?? absent;
}

function whether(operand: Operand | undefined, is: (value: Value) => boolean): () => Value {
  const value = valueOf(operand);
  return () => is(value());
}

/**
 * Every condition is asked, as programs do: an error in one of them is an error of the whole.
 * @param decides what one of them has to be for the whole to be it
 */
function joined(operands: readonly Operand[], decides: boolean): () => Value {
  const asked = operands.map(({ value }) => value);
  const areCells = operands.map(({ area }) => area !== null);
  return () => {
    let isDecided = false;
    for (let at = 0; at < asked.length; at += 1) {
      const value = asked[at]?.() ?? null;
      // Most of them are conditions already.
      if (typeof value === 'boolean') {
        if (value === decides) isDecided = true;
        continue;
      }
      // Of a text in a cell programs make an error or nothing.
      if (areCells[at] === true && (typeof value === 'string' || value === null))
        throw new NotComputed('a text as a condition');
      const holds = conditionOf(value);
      if (holds instanceof FormulaError) return holds;
      if (holds === decides) isDecided = true;
    }
    return isDecided ? decides : !decides;
  };
}
