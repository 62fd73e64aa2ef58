import loadHighs from 'highs';

/** A linear inequality or equation over named variables, all of them 0 or more. */
export interface Constraint {
  terms: readonly (readonly [factor: number, name: string])[];
  sign: '<=' | '>=' | '=';
  right: number;
}

// Its types are written for require; what is imported is the function itself.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();

/** The least and the largest a variable can be. */
export function interval(name: string, constraints: readonly Constraint[]): { low: number; high: number } {
  return { low: solve('Minimize', name, constraints), high: solve('Maximize', name, constraints) };
}

function solve(sense: 'Minimize' | 'Maximize', name: string, constraints: readonly Constraint[]): number {
  const lines = constraints.map(
    ({ terms, sign, right }, at) =>
      ` c${at}: ${terms.map(([factor, of]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${of}`).join(' ')} ${sign} ${right}`,
  );
  const { Status, ObjectiveValue } = highs.solve(
    [sense, ` obj: ${name}`, 'Subject To', ...lines, 'End'].join('\n'),
  );
  if (Status === 'Unbounded' || Status === 'Primal infeasible or unbounded') return Infinity;
  if (Status !== 'Optimal') throw new Error(`${Status}: ${name}`);
  return ObjectiveValue;
}
