/** Where plans, rounds, units and the catalogue are read from. */
export interface PlanSource {
  /** Findings name files relative to it. */
  root: string;
  /** Folder below it with a folder per plan, `units/` and `rounds.yaml`. */
  folder: 'seeds' | 'plans';
  /** Root of the program whose catalogue counts; null where the root is that of the program itself. */
  program: string | null;
}

/** A source as it is given: the program's root stands for its built-in plans. */
export function sourceOf(from: string | PlanSource): PlanSource {
  return typeof from === 'string' ? { root: from, folder: 'seeds', program: null } : from;
}
